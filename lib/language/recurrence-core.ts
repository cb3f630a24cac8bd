import { readDayThenMonth, readMonthThenDay } from './day-numbers';
import { readDuration, readUnit } from './durations';
import { readHolidayOfEveryYear } from './holiday-fields';
import { readQuantity } from './numbers';
import { closesHere, type Reader, word } from './reader';
import { readEvery } from './recurrence-every';
import { readCompletion } from './recurrence-limits';
import { readEveryYear } from './recurrence-per';
import type { RecurrenceState } from './recurrence-state';
import { readPlurals, readTimetable } from './recurrence-weekdays';
import { accept, setStep, type Step, stepOf } from './recurrence-step';
import type { Unit } from './words';

const ADVERBS: Record<string, Step> = {
  daily: ['DAILY', 1], everyday: ['DAILY', 1], nightly: ['DAILY', 1], weekly: ['WEEKLY', 1], biweekly: ['WEEKLY', 2],
  fortnightly: ['WEEKLY', 2], monthly: ['MONTHLY', 1], bimonthly: ['MONTHLY', 2], quarterly: ['MONTHLY', 3], yearly: ['YEARLY', 1],
  annually: ['YEARLY', 1], annual: ['YEARLY', 1], hourly: ['HOURLY', 1], biannually: ['MONTHLY', 6], semiannually: ['MONTHLY', 6], biennially: ['YEARLY', 2],
  biannual: ['MONTHLY', 6], semiannual: ['MONTHLY', 6], biennial: ['YEARLY', 2], semimonthly: ['MONTHLY', 1, { byMonthDay: [1, 15] }],
};

/** What says that something repeats: "every other Friday", "daily", "weekdays", "twice a week". Returns the end, or null. */
export function readCore(reader: Reader, at: number, state: RecurrenceState): number | null {
  return (
    readDateEveryYear(reader, at, state) ??
    readEvery(reader, at, state) ??
    readAdverb(reader, at, state) ??
    readTimesPer(reader, at, state) ??
    readAfterCompletion(reader, at, state) ??
    readTimetable(reader, at, state) ??
    readPlurals(reader, at, state)
  );
}

/** "January 1st every year", "on 3 March, yearly", "Christmas Eve each year". */
function readDateEveryYear(reader: Reader, at: number, state: RecurrenceState): number | null {
  if (state.core) return null;
  const start = word(reader, at) === 'on' ? at + 1 : at;
  const date = readMonthThenDay(reader, start) ?? readDayThenMonth(reader, start);
  if (!date) {
    const holiday = readHolidayOfEveryYear(reader, start);
    const end = holiday ? readEveryYear(reader, holiday.next) : null;
    return holiday && end !== null ? accept(state, ['YEARLY', 1, holiday.fields], end) : null;
  }
  if (date.kind !== 'month-day' && date.kind !== 'impossible' || date.kind === 'month-day' && date.year !== null) return null;
  const end = readEveryYear(reader, date.next);
  if (end === null) return null;
  if (date.kind === 'impossible') state.impossible = true;
  return accept(state, ['YEARLY', 1, date.kind === 'month-day' ? { byMonth: [date.month], byMonthDay: [date.day] } : {}], end);
}

function readAdverb(reader: Reader, at: number, state: RecurrenceState): number | null {
  let text = word(reader, at);
  let next = at + 1;
  if (/^(bi|semi)$/.test(text) && word(reader, next) === '-') {
    text += word(reader, next + 1);
    next += 2;
  }
  const step = Object.hasOwn(ADVERBS, text) ? ADVERBS[text] : undefined;
  if (!step || !closesHere(reader, next)) return null;
  // "Pay rent monthly every 1st" says it once.
  if (state.core) return null;
  setStep(state, step);
  if (text === 'nightly') state.part = 'night';
  if (text !== 'everyday' && text !== 'annually') state.adverbAt = at;
  return next;
}

const TIMES: Record<string, number> = { once: 1, twice: 2, thrice: 3 };

/** How often in a unit is a rhythm of its own; "twice a week" is none, it needs its days named, and "twice a day" its times. */
const SPREAD: Record<string, Record<number, Step>> = {
  week: { 7: ['DAILY', 1] }, year: { 2: ['MONTHLY', 6], 3: ['MONTHLY', 4], 4: ['MONTHLY', 3], 6: ['MONTHLY', 2], 12: ['MONTHLY', 1] },
};

/** "once a week", "3 times daily", "twice a week on Monday and Friday". */
function readTimesPer(reader: Reader, at: number, state: RecurrenceState): number | null {
  if (state.core) return null;
  const named = TIMES[word(reader, at)];
  const count = named === undefined ? readQuantity(reader.tokens, at) : { value: named, next: at + 1 };
  if (!count || count.value < 1 || !Number.isInteger(count.value)) return null;
  const everyDay = count.value === 7 && word(reader, count.next) === 'days' && /^week/.test(word(reader, count.next + 2));
  const next = named !== undefined
    ? count.next
    : everyDay || /^(times|x)$/.test(word(reader, count.next)) || (count.value === 1 && word(reader, count.next) === 'time')
      ? count.next + 1
      : 0;
  if (next === 0) return null;
  const per = /^(a|an|per|each|every|\/)$/.test(word(reader, next)) || (word(reader, next) === 'in' && word(reader, next + 1) === 'a');
  const unitAt = word(reader, next) === 'in' ? next + 2 : next + 1;
  const adverb: Record<string, Unit> = { daily: 'day', weekly: 'week', monthly: 'month', yearly: 'year', annually: 'year', hourly: 'hour' };
  const unit = per ? readUnit(reader, unitAt, false) : adverb[word(reader, next)];
  if (!unit) return null;
  const step = count.value === 1 ? stepOf(unit, 1) : SPREAD[unit]?.[count.value] ?? null;
  const open = step === null && count.value <= 31 && (unit === 'day' || unit === 'week' || unit === 'month') ? stepOf(unit, 1) : null;
  const taken = step ?? open;
  if (!taken) return null;
  setStep(state, taken);
  state.open = step === null ? (unit === 'day' ? 'times' : 'days') : null;
  return per ? unitAt + 1 : next + 1;
}

/** "10 days after completion", "2 weeks after completing it". */
function readAfterCompletion(reader: Reader, at: number, state: RecurrenceState): number | null {
  const length = state.core ? null : readDuration(reader, at);
  const quantity = length && readQuantity(reader.tokens, at);
  const unit = quantity && readUnit(reader, quantity.next, reader.tokens[quantity.next - 1]?.kind === 'number');
  if (!unit || length.next !== quantity.next + 1 || !/^complet/.test(word(reader, length.next + (word(reader, length.next + 1) === 'i' ? 2 : 1)))) return null;
  return readCompletion(reader, length.next, state) === null ? null : accept(state, stepOf(unit, quantity.value), length.next);
}
