import { parseDay, parseMinutes } from './calendar';
import { findMasks } from './masks';
import { nextOccurrence } from './occurrences';
import { chooseExpressions, findExpressions } from './read-date';
import { findRecurrences, type FoundRecurrence } from './read-recurrence';
import type { Expression } from './expression-type';
import { hideParts, openReader, type Reader } from './reader';
import { readHashTags, readLength, readPriority, readSpokenTags, type Mark } from './task-marks';
import { readNote, readReminder, readSubtasks } from './task-parts';
import { titleOf } from './title';
import type { Due, LanguageContext, Span, SpanType, TaskDraft, TaskProblem } from './types';

const MESSAGES: Record<TaskProblem['code'], string> = {
  impossible_date: 'That day does not exist.',
  contradiction: 'That names more than one day.',
  impossible_rule: 'That repetition never comes around.',
  unclear_rule: 'That leaves open on which days.',
  unclear_times: 'That leaves open at what times.',
  past_date: 'That day or time has already passed.',
};

type Range = { start: number; end: number };

/**
 * One line of quick add: the whole line is a task. What says when, how often, how important and so on leaves the title;
 * a quotation stays as it is. With a `problem` nothing about the day or the repetition was guessed.
 */
export function readTask(text: string, ctx: LanguageContext): TaskDraft {
  const spans: Span[] = [];
  const taken: Range[] = [];
  const take = <T>(type: SpanType, mark: Mark<T>) => {
    spans.push({ type, start: mark.start, end: mark.end });
    taken.push({ start: mark.start, end: mark.end });
  };
  const note = readNote(text);
  if (note) taken.push({ start: note.start, end: note.end });
  const line = note ? text.slice(0, note.start) : text;
  const masks = findMasks(line);
  const hashTags = readHashTags(line, masks);
  for (const tag of hashTags) take('tag', tag);

  let reader = openReader(line, ctx, masks);
  const again = () => hideParts(reader, mergeRanges([...masks, ...taken.filter(({ start }) => start < line.length)]));
  const pick = <T>(type: SpanType, read: (reader: Reader, at: number) => Mark<T> | null): T | null => {
    const mark = firstMark(reader, read);
    if (!mark) return null;
    take(type, mark);
    reader = again();
    return mark.value;
  };
  const spokenTags = pick('tag', readSpokenTags) ?? [];
  const reminder = pick('reminder', readReminder);
  const subtasks = pick('subtasks', readSubtasks) ?? [];
  const priority = pick('priority', readPriority);

  const rhythms = findRecurrences(reader).filter((one) => !one.adjective);
  const repeats = rhythms[0] ?? null;
  if (repeats) {
    // Said twice ("everyday … everyday") it leaves the title twice.
    for (const { start, end } of rhythms.filter(({ rule }) => rule === repeats.rule)) take('recurrence', { value: null, start, end });
    reader = again();
  }
  const length = pick('duration', readLength);
  const when = readWhen(reader, repeats);
  for (const span of when.spans) take(span.type, { value: null, start: span.start, end: span.end });

  const problem = when.problem ?? repeats?.problem;
  const tags = uniqueTags([...hashTags.map(({ value }) => value), ...spokenTags]);
  const title = titleOf(text, taken);
  if (title.end > title.start) spans.push({ type: 'title', start: title.start, end: title.end });
  return {
    title: title.text, description: note?.value ?? null, due: when.due, recurrence: repeats && !repeats.problem ? repeats.rule : null,
    fromCompletion: repeats?.fromCompletion ?? false, priority, tags, reminder, durationMinutes: length ?? when.length, subtasks,
    spans: spans.sort((a, b) => a.start - b.start || a.end - b.end),
    ...(problem ? { problem: { code: problem, message: MESSAGES[problem] } } : {}),
  };
}

function firstMark<T>(reader: Reader, read: (reader: Reader, at: number) => Mark<T> | null): Mark<T> | null {
  for (let at = 0; at < reader.tokens.length; at += 1) {
    if (reader.tokens[at]?.kind === 'opaque') continue;
    const mark = read(reader, at);
    if (mark) return mark;
  }
  return null;
}

function mergeRanges(ranges: Range[]): Range[] {
  const merged: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && range.start < last.end) last.end = Math.max(last.end, range.end);
    else merged.push({ start: range.start, end: range.end });
  }
  return merged;
}

function uniqueTags(tags: string[]): string[] {
  const seen = new Set<string>();
  return tags.filter((tag) => tag !== '' && !seen.has(tag.toLowerCase()) && seen.add(tag.toLowerCase())).map((tag) => tag.slice(0, 50)).slice(0, 10);
}

type When = { due: Due | null; spans: Span[]; length: number | null; problem?: TaskProblem['code'] };

/** The due date of a line, together with its repetition. */
function readWhen(reader: Reader, repeats: FoundRecurrence | null): When {
  const found = findExpressions(reader).filter(({ expression }) => !(expression.day?.kind === 'instant' && isIdleNow(reader, expression.from, expression.next)) && !isOwned(reader, expression));
  const chosen = chooseExpressions(reader, found);
  const rhythm = repeats && !repeats.problem ? repeats : null;
  if (!chosen) return { due: rhythm?.due ?? null, spans: [], length: null };
  const { main, other, meaning } = chosen;
  const spanOf = ({ start, end, expression }: typeof main): Span => ({ type: expression.day || expression.weekday ? 'date' : 'time', start, end });
  const spans = (other ? [main, other] : [main]).map(spanOf);
  const length = lengthOf(meaning.due.time, meaning.endTime);
  if (meaning.problem) {
    const code = meaning.problem === 'past' ? 'past_date' : meaning.problem;
    if (code === 'impossible_date') return { due: null, spans, length: null, problem: code };
    if (!rhythm) return { due: meaning.due, spans, length, problem: code };
  }
  if (!rhythm) return { due: meaning.due, spans, length };
  return joinRhythm(rhythm, meaning.due, main.expression.day !== undefined || main.expression.weekday !== undefined, spans, length);
}

/** A day beside a repetition is its start, if it suits the rule; a time is its time. */
function joinRhythm(rhythm: FoundRecurrence, said: Due, hasDay: boolean, spans: Span[], length: number | null): When {
  const time = rhythm.due.time ?? said.time;
  if (!hasDay) {
    const first = rhythm.due.date !== null && said.date !== null && said.date > rhythm.due.date ? later(rhythm, rhythm.due.date) : rhythm.due.date;
    return { due: { date: first, time }, spans, length };
  }
  const day = parseDay(said.date ?? '');
  if (day === null) return { due: rhythm.due, spans, length };
  const start = nextOccurrence(rhythm.rule, { from: dayBefore(day), start: dayBefore(day) });
  const free = !/BY(DAY|MONTHDAY|MONTH|YEARDAY|WEEKNO)=/.test(rhythm.rule);
  if (!free && start !== said.date) return { due: rhythm.due, spans: [], length: null };
  return { due: { date: said.date, time }, spans, length };
}

function dayBefore(day: number): string {
  return new Date((day - 1) * 86_400_000).toISOString().slice(0, 10);
}

/** The next occurrence that a rule with an earlier time today has: tomorrow, or in a week's rhythm the same weekday. */
function later(rhythm: FoundRecurrence, date: string): string | null {
  const day = parseDay(date);
  if (day === null) return null;
  const free = !/BY(DAY|MONTHDAY|MONTH)=/.test(rhythm.rule) && rhythm.rule.includes('FREQ=WEEKLY');
  const next = nextOccurrence(rhythm.rule, { from: date, start: date });
  return free ? new Date((day + 7) * 86_400_000).toISOString().slice(0, 10) : next;
}

function lengthOf(from: string | null, to: string | undefined): number | null {
  const [start, end] = [parseMinutes(from), parseMinutes(to ?? null)];
  return start === null || end === null ? null : (end - start + 1440) % 1440 || null;
}

/** "my 7am alarm", "the 3pm train": the hour is part of the thing's name. */
function isOwned(reader: Reader, { clock, day, weekday, lead, from, next }: Expression): boolean {
  const named = clock !== undefined && !day && !weekday && lead === '';
  return named && /^(my|our|your|his|her|their|the)$/.test(reader.tokens[from - 1]?.text ?? '') && reader.tokens[next]?.kind === 'word';
}

/** "now" inside a sentence ("now or never") says nothing about when. */
function isIdleNow(reader: Reader, from: number, next: number): boolean {
  const words = reader.tokens.slice(from, next).map((token) => token.text).join(' ');
  if (!/^(now|at (the )?(moment|present)( time)?|atm|just now|immediately)$/.test(words)) return false;
  const rest = reader.tokens.slice(next);
  return from === 0 || words !== 'now' || rest.some((token) => token.kind !== 'symbol');
}

