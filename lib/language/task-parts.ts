import { durationMinutes, readDuration } from './durations';
import { readExpression } from './expression';
import { phrase, word, type Reader } from './reader';
import { resolveExpression } from './resolve';
import { rangeOf, type Mark } from './task-marks';
import type { Reminder } from './types';

const REMIND = ['and remind me', 'remind me', 'please remind me', 'and set a reminder', 'with a reminder', 'with reminder', 'set a reminder', 'and a reminder', 'reminder', 'alert me', 'and alert me', 'notify me', 'and notify me'];

/** "remind me 15 minutes before", "with a reminder at 8:30", "and remind me the day before". */
export function readReminder(reader: Reader, at: number): Mark<Reminder> | null {
  if (!/^(and|remind|please|with|set|reminder|alert|notify)$/.test(word(reader, at))) return null;
  for (const words of REMIND) {
    const start = phrase(reader, at, words);
    if (start === null) continue;
    const before = readBefore(reader, word(reader, start) === ':' ? start + 1 : start);
    if (before) return { value: { minutesBefore: before.minutes }, ...rangeOf(reader, at, before.next) };
    // Only the tail of a line is a reminder of its own: "remind me tomorrow to call" says when the task is.
    const expression = at > 0 ? readExpression(reader, start) : null;
    const ends = expression && reader.tokens.slice(expression.next, expression.next + 4).every((token) => token.kind === 'symbol' || token.kind === 'opaque');
    if (!expression || !ends) continue;
    const { due, problem } = resolveExpression(reader, expression);
    if (problem || due.date === null) continue;
    return { value: { date: due.date, time: due.time ?? '09:00' }, ...rangeOf(reader, at, expression.next) };
  }
  return null;
}

const BEHIND = /^(before|beforehand|prior|earlier|ahead|early|in)$/;

function readBefore(reader: Reader, at: number): { minutes: number; next: number } | null {
  let start = at;
  if (/^(for|at|by)$/.test(word(reader, start))) start += 1;
  if (word(reader, start) === 'the' && /^(day|night|evening|week|hour)$/.test(word(reader, start + 1)) && word(reader, start + 2) === 'before') {
    const minutes = { week: 10_080, hour: 60 }[word(reader, start + 1)] ?? 1440;
    return { minutes, next: skipEvent(reader, start + 3) };
  }
  const duration = readDuration(reader, start);
  if (!duration || duration.months > 11) return null;
  const next = word(reader, duration.next) === 'in' && /^(advance)$/.test(word(reader, duration.next + 1)) ? duration.next + 1 : duration.next;
  if (next === duration.next && (!BEHIND.test(word(reader, next)) || word(reader, next) === 'in')) return null;
  const ahead = phrase(reader, duration.next, 'ahead of time') ?? phrase(reader, duration.next, 'in advance') ?? next + 1;
  return { minutes: durationMinutes(duration), next: skipEvent(reader, ahead) };
}

/** "before it", "before the meeting" at the end of a line. */
function skipEvent(reader: Reader, at: number): number {
  if (/^(it|that|then|hand)$/.test(word(reader, at))) return at + 1;
  const start = word(reader, at) === 'to' ? at + 1 : at;
  if (
    /^(the|my)$/.test(word(reader, start)) &&
    /^(meeting|event|appointment|deadline|time|due|start|call)$/.test(word(reader, start + 1)) &&
    !reader.tokens[start + 2]
  ) return start + 2;
  return at;
}

const SUBTASKS = ['with subtasks', 'with sub - tasks', 'with the subtasks', 'with steps', 'with the steps', 'subtasks', 'sub - tasks', 'with a checklist', 'with checklist', 'checklist', 'steps'];
const TAILS = ['on it', 'on the list', 'in it', 'on there', 'as subtasks', 'as items'];

/** "with milk, eggs and bread on it", "subtasks: a, b and c". */
export function readSubtasks(reader: Reader, at: number): Mark<string[]> | null {
  if (!/^(with|subtasks|sub|checklist|steps|containing|including|having)$/.test(word(reader, at))) return null;
  for (const words of SUBTASKS) {
    let start = phrase(reader, at, words);
    if (start === null) continue;
    const colon = word(reader, start) === ':';
    if (colon || word(reader, start) === 'of') start += 1;
    else if (!words.startsWith('with')) continue;
    const items = splitItems(reader, start, reader.tokens.length);
    if (items) return { value: items.value, ...rangeOf(reader, at, items.next) };
  }
  for (let tail = at + 2; tail < Math.min(reader.tokens.length, at + 80); tail += 1) {
    const end = TAILS.map((words) => phrase(reader, tail, words)).find((next) => next !== null);
    if (!end) continue;
    const items = splitItems(reader, at + 1, tail);
    return items && items.next === tail ? { value: items.value, ...rangeOf(reader, at, end) } : null;
  }
  return null;
}

function splitItems(reader: Reader, from: number, limit: number): { value: string[]; next: number } | null {
  const value: string[] = [];
  let itemStart = from;
  let at = from;
  const close = (end: number) => {
    const { start, end: last } = rangeOf(reader, itemStart, end);
    const item = end > itemStart ? reader.text.slice(start, last).trim() : '';
    if (item !== '') value.push(item.slice(0, 200));
  };
  for (; at < limit && at < from + 200; at += 1) {
    const text = word(reader, at);
    if (reader.tokens[at]?.kind === 'opaque' || /^[.!;]$/.test(text)) break;
    if (text !== ',' && text !== 'and' && text !== '&') continue;
    close(at);
    itemStart = at + 1;
    if (text === ',' && word(reader, at + 1) === 'and') [at, itemStart] = [at + 1, at + 2];
  }
  close(at);
  return value.length > 0 ? { value: value.slice(0, 50), next: at } : null;
}

/** A note behind "notes:", "description:" or " // ". */
export function readNote(text: string): Mark<string> | null {
  const match = /(?:^|\s)(?:\/\/|(?:with (?:the |a )?)?(?:description|notes?|details?)\s*:)\s+/i.exec(text);
  if (!match || match.index === 0) return null;
  const value = text.slice(match.index + match[0].length).trim();
  return value === '' ? null : { value: value.slice(0, 1000), start: match.index + (/^\s/.test(match[0]) ? 1 : 0), end: text.length };
}
