import { findMasks } from './masks';
import { findRecurrences } from './read-recurrence';
import { hideParts, openReader, type Reader } from './reader';
import { readHashTags, readLength, readPriority, readSpokenTags, type Mark } from './task-marks';
import { readNote, readReminder, readSubtasks } from './task-parts';
import { readWhen } from './task-when';
import { titleOf } from './title';
import type { LanguageContext, Span, SpanType, TaskDraft, TaskProblem } from './types';

const MESSAGES: Record<TaskProblem['code'], string> = {
  impossible_date: 'That day does not exist.',
  contradiction: 'That names more than one day.',
  several_times: 'That names more than one time.',
  impossible_rule: 'That repetition never comes around.',
  unclear_rule: 'That leaves open on which days.',
  unclear_times: 'That leaves open at what times.',
  several_rules: 'That is more than one repetition.',
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
    for (const { start, end } of rhythms.filter(({ rule, problem }) => rule === repeats.rule || (!problem && !repeats.problem && repeats.rule.startsWith(rule)))) take('recurrence', { value: null, start, end });
    reader = again();
  }
  const length = pick('duration', (inside, at) => readLength(inside, at, repeats !== null));
  const when = readWhen(reader, repeats);
  for (const span of when.spans) take(span.type, { value: null, start: span.start, end: span.end });

  // "monthly" beside "on the 19th of every month" says less, and nothing else.
  const another = repeats && !repeats.problem && rhythms.some(({ rule, problem }) => !problem && !rule.startsWith(repeats.rule) && !repeats.rule.startsWith(rule));
  const problem = when.problem ?? repeats?.problem ?? (another ? 'several_rules' : undefined);
  const tags = uniqueTags([...hashTags.map(({ value }) => value), ...spokenTags]);
  const title = titleOf(text, taken);
  if (title.end > title.start) spans.push({ type: 'title', start: title.start, end: title.end });
  return {
    title: title.text, description: note?.value ?? null, due: when.due, recurrence: repeats && !repeats.problem ? repeats.rule : null,
    fromCompletion: repeats?.fromCompletion ?? false, priority, tags, reminder, durationMinutes: length ?? when.length ?? repeats?.length ?? null, subtasks,
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
