import { parseDay, parseMinutes } from './calendar';
import type { Expression } from './expression-type';
import { nextOccurrence } from './occurrences';
import { chooseExpressions, findExpressions } from './read-date';
import type { FoundRecurrence } from './read-recurrence';
import type { Reader } from './reader';
import type { Due, Span, TaskProblem } from './types';

type When = { due: Due | null; spans: Span[]; length: number | null; problem?: TaskProblem['code'] };

/** The due date of a line, together with its repetition. */
export function readWhen(reader: Reader, repeats: FoundRecurrence | null): When {
  const found = findExpressions(reader).filter(({ expression }) => !(expression.day?.kind === 'instant' && isIdleNow(reader, expression.from, expression.next)) && !isOwned(reader, expression));
  const chosen = chooseExpressions(reader, found);
  const rhythm = repeats && !repeats.problem ? repeats : null;
  if (!chosen) return { due: rhythm?.due ?? null, spans: [], length: null };
  const { main, other, meaning } = chosen;
  const again = found.find((one, index) => index > 0 && isAgain(reader, found[index - 1]?.end ?? 0, one.start));
  const before = again && found[found.indexOf(again) - 1];
  const spanOf = ({ start, end, expression }: typeof main): Span => ({ type: expression.day || expression.weekday ? 'date' : 'time', start, end });
  const spans = (other ? [main, other] : [main]).map(spanOf);
  const length = lengthOf(meaning.due.time, meaning.endTime);
  if (before && !meaning.problem) {
    const { day, weekday } = again.expression;
    return {
      due: meaning.due,
      spans: [spanOf(before), { ...spanOf(again), start: before.end }],
      length: null,
      problem: weekday || (day && day.kind !== 'instant') ? 'contradiction' : 'several_times',
    };
  }
  if (meaning.problem) {
    const code = meaning.problem === 'past' ? 'past_date' : meaning.problem;
    if (code === 'impossible_date') return { due: null, spans, length: null, problem: code };
    if (!rhythm) return { due: meaning.due, spans, length, problem: code };
  }
  if (!rhythm) return { due: meaning.due, spans, length };
  return joinRhythm(rhythm, meaning.due, main.expression.day !== undefined || main.expression.weekday !== undefined, spans, length);
}

/** "Monday at 5 | and | Tuesday at 6", "in an hour | and again | at noon". */
const isAgain = (reader: Reader, from: number, to: number) => /^\s*,?\s*(?:and|or|&|then|and then)(?: again)?\s*$/i.test(reader.text.slice(from, to));

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
