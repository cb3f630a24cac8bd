import { readMonthName } from './day-numbers';
import { readOrdinal, readSmallWords } from './numbers';
import { closesHere, touches, word, type Reader } from './reader';
import { WEEKDAY_PLURALS, WEEKDAYS } from './words';

export type List = { values: number[]; plural: boolean; next: number };

const LONGEST = 14;
const ALL_WORKDAYS = [1, 2, 3, 4, 5];

/** The place after "," "and" "&" "or" "/" between two items, or the same place when there is none. */
export function skipAnd(reader: Reader, at: number): number {
  let next = at;
  if (/^[,/&+]$/.test(word(reader, next))) next += 1;
  if (/^(and|or|&)$/.test(word(reader, next))) next += 1;
  return next;
}

function readOneWeekday(reader: Reader, at: number): { weekday: number; plural: boolean; next: number } | null {
  const text = word(reader, at);
  const single = WEEKDAYS.get(text);
  const plural = single === undefined ? WEEKDAY_PLURALS.get(text) : undefined;
  const weekday = single ?? plural;
  if (weekday === undefined || reader.tokens[at]?.kind !== 'word') return null;
  const dotted = word(reader, at + 1) === '.' && touches(reader, at + 1) && text.length <= 5 && reader.tokens[at + 2] !== undefined;
  return { weekday, plural: plural !== undefined, next: dotted ? at + 2 : at + 1 };
}

/** "4 mondays from now", "first Fridays art walk", "this Monday, Wednesday and Friday": days that are counted or pointed at, not repeated. */
export function isOneOfSeveral(reader: Reader, at: number): boolean {
  const before = reader.tokens[at - 1];
  return (
    before !== undefined &&
    (
      /^(this|next|coming|following)$/.test(before.text) ||
      before.kind === 'number' ||
      readOrdinalList(reader, at - 1)?.next === at ||
      readSmallWords(reader.tokens, at - 1) !== null
    ) &&
    !/^(at|@|:)$/.test(word(reader, at - 2))
  );
}

/** "Mon, Wed and Fri", "Tuesday-Friday", "saturdays through tuesdays", "weekdays", "weekends". */
export function readWeekdayList(reader: Reader, at: number): List | null {
  const values: number[] = [];
  let plural = false;
  let next = at;
  for (let count = 0; count < LONGEST; count += 1) {
    const start = count === 0 ? next : skipItem(reader, next);
    if (count > 0 && start === next && !WEEKDAYS.has(word(reader, start))) break;
    const group = /^(weekdays|weekday|workdays|workday)$/.test(word(reader, start)) ? ALL_WORKDAYS : /^(weekends|weekend)$/.test(word(reader, start)) ? [6, 0] : null;
    if (/^(working|business|work)$/.test(word(reader, start)) && word(reader, start + 1) === 'days' && /^(on|except|and)$/.test(word(reader, start - 1))) {
      values.push(...ALL_WORKDAYS);
      plural = true;
      next = start + 2;
      continue;
    }
    if (group && (count > 0 || closesHere(reader, start + 1))) {
      values.push(...group);
      plural ||= word(reader, start).endsWith('s');
      next = start + 1;
      continue;
    }
    const one = readOneWeekday(reader, start);
    if (!one) break;
    plural ||= one.plural;
    const isRange = /^(-|–|—|to|through|thru)$/.test(word(reader, one.next));
    const end = isRange ? readOneWeekday(reader, one.next + 1) : null;
    if (end) {
      plural ||= end.plural;
      for (let day = one.weekday, steps = 0; steps < 7; day = (day + 1) % 7, steps += 1) {
        values.push(day);
        if (day === end.weekday) break;
      }
    } else values.push(one.weekday);
    next = end?.next ?? one.next;
  }
  if (values.length === 0 || !closesHere(reader, next)) return null;
  return { values: [...new Set(values)], plural, next };
}

function skipItem(reader: Reader, at: number): number {
  const next = skipAnd(reader, at);
  // "every Monday every Wednesday"
  if (next === at) return /^(every|each)$/.test(word(reader, at)) && readOneWeekday(reader, at + 1) ? at + 1 : at;
  return /^(on|the|every|each)$/.test(word(reader, next)) ? next + 1 : next;
}

/** "mon wed fri": weekdays one after the other, with nothing between. */
export function readRun(reader: Reader, at: number): { values: number[]; next: number } {
  const values: number[] = [];
  let next = at;
  for (let weekday = WEEKDAYS.get(word(reader, next)); weekday !== undefined && !values.includes(weekday); weekday = WEEKDAYS.get(word(reader, next))) {
    values.push(weekday);
    next += 1;
  }
  return { values, next };
}

/** "December and May", "mar, jun". */
export function readMonthList(reader: Reader, at: number): List | null {
  const values: number[] = [];
  let next = at;
  for (let count = 0; count < LONGEST; count += 1) {
    const start = count === 0 ? next : skipAnd(reader, next);
    if (count > 0 && start === next) break;
    const month = readMonthName(reader, start);
    if (!month) break;
    values.push(month.value);
    next = month.next;
  }
  return values.length > 0 && closesHere(reader, next) ? { values, plural: false, next } : null;
}

/** "1st and 15th", "first, second and third", "2nd to last", "last"; from the end they are negative. */
export function readOrdinalList(reader: Reader, at: number): List | null {
  const values: number[] = [];
  let next = at;
  for (let count = 0; count < LONGEST; count += 1) {
    let start = count === 0 ? next : skipAnd(reader, next);
    if (count > 0 && start === next) break;
    if (word(reader, start) === 'the') start += 1;
    const one = readOneOrdinal(reader, start);
    if (!one) break;
    values.push(one.value);
    next = one.next;
  }
  return values.length > 0 ? { values, plural: false, next } : null;
}

function readOneOrdinal(reader: Reader, at: number): { value: number; next: number } | null {
  if (word(reader, at) === 'last' || word(reader, at) === 'final') return { value: -1, next: at + 1 };
  if (word(reader, at) === 'penultimate') return { value: -2, next: at + 1 };
  const ordinal = readOrdinal(reader.tokens, at);
  if (!ordinal) return null;
  let next = ordinal.next;
  if (word(reader, next) === '-') next += 1;
  if (word(reader, next) === 'to') {
    next += word(reader, next + 1) === 'the' ? 2 : 1;
    if (word(reader, next) === '-') next += 1;
    if (word(reader, next) === 'last') return { value: -ordinal.value, next: next + 1 };
  }
  if (word(reader, ordinal.next) === '-' && word(reader, ordinal.next + 1) === 'to' && word(reader, ordinal.next + 3) === 'last') {
    return { value: -ordinal.value, next: ordinal.next + 4 };
  }
  if (word(reader, ordinal.next) === 'last') return { value: -ordinal.value, next: ordinal.next + 1 };
  return ordinal;
}
