import { readDayThenMonth, readMonthThenDay } from './day-numbers';
import { readUnit } from './durations';
import { isOneOfSeveral, readRun, readWeekdayList } from './lists';
import { isFollowed } from './followers';
import { readHolidayOfEveryYear } from './holiday-fields';
import { readQuantity } from './numbers';
import { closesHere, phrase, type Reader, word } from './reader';
import { readEvery } from './recurrence-every';
import { readEveryYear } from './recurrence-per';
import type { RecurrenceState } from './recurrence-state';
import { readWeeksApart } from './recurrence-weeks';
import { accept, setStep, type Step, stepOf, WORKDAYS } from './recurrence-step';
import { DAY_PARTS, type Unit } from './words';

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
  const per = /^(a|an|per|each|every)$/.test(word(reader, next));
  const adverb: Record<string, Unit> = { daily: 'day', weekly: 'week', monthly: 'month', yearly: 'year', annually: 'year', hourly: 'hour' };
  const unit = per ? readUnit(reader, next + 1, false) : adverb[word(reader, next)];
  if (!unit) return null;
  const step = count.value === 1 ? stepOf(unit, 1) : SPREAD[unit]?.[count.value] ?? null;
  const open = step === null && count.value <= 31 && (unit === 'day' || unit === 'week' || unit === 'month') ? stepOf(unit, 1) : null;
  const taken = step ?? open;
  if (!taken) return null;
  setStep(state, taken);
  state.open = step === null ? (unit === 'day' ? 'times' : 'days') : null;
  return per ? next + 2 : next + 1;
}

/** "MWF", "TTh", as timetables write them. */
const TIMETABLE: Record<string, number[]> = { mwf: [1, 3, 5], tth: [2, 4], tuth: [2, 4], mtwthf: [1, 2, 3, 4, 5] };

function readTimetable(reader: Reader, at: number, state: RecurrenceState): number | null {
  const letters = word(reader, at);
  if (state.core || !Object.hasOwn(TIMETABLE, letters) || !closesHere(reader, at + 1) || !isFollowed(reader, at + 1)) return null;
  const days = TIMETABLE[letters] ?? [];
  setStep(state, ['WEEKLY', 1, { byDay: days.map((weekday) => ({ weekday, nth: null })) }]);
  return at + 1;
}

function readPlurals(reader: Reader, at: number, state: RecurrenceState): number | null {
  if (state.core || /^(at|tgi|the|these|those|last|past|my|our)$/.test(word(reader, at - 1)) || isOneOfSeveral(reader, at)) return null;
  const part = /^(mornings|afternoons|evenings|nights)$/.test(word(reader, at)) ? DAY_PARTS.get(word(reader, at)) : undefined;
  if (word(reader, at) === 'weeknights' && /^(on|in|out|)$/.test(word(reader, at - 1))) {
    state.part = 'night';
    setStep(state, ['WEEKLY', 1, { byDay: WORKDAYS }]);
    return at + 1;
  }
  if (part && (word(reader, at + 1) === 'at' || /^(on|in|out|)$/.test(word(reader, at - 1)))) {
    state.part = part;
    setStep(state, ['DAILY', 1]);
    return at + 1;
  }
  const run = readRun(reader, at);
  if (run.values.length >= 3) {
    setStep(state, ['WEEKLY', 1, { byDay: run.values.map((weekday) => ({ weekday, nth: null })) }]);
    return run.next;
  }
  const list = readWeekdayList(reader, at);
  if (!list) return null;
  const several = list.values.length >= 3 && /^(and|&)$/.test(word(reader, list.next - 2));
  // "mon/wed/fri" is a timetable; with commas alone it may be a slip.
  const slashed = list.values.length >= 3 && list.next === at + 2 * list.values.length - 1 && word(reader, at + 1) === '/' && word(reader, at + 3) === '/';
  const workweek = word(reader, at + 1) === '-' && list.next === at + 3 && [1, 2, 3, 4, 5].every((day) => list.values.includes(day)) && list.values.length === 5;
  // "Sunday mornings", "Friday every week"
  const repeated = /^(mornings|afternoons|evenings|nights)$/.test(word(reader, list.next));
  const weekly = phrase(reader, list.next, 'every week') ?? phrase(reader, list.next, 'each week') ?? phrase(reader, list.next, 'weekly');
  if (!list.plural && !several && !slashed && !workweek && !repeated && weekly === null && !readWeeksApart(reader, list.next)) return null;
  setStep(state, ['WEEKLY', 1, { byDay: list.values.map((weekday) => ({ weekday, nth: null })) }]);
  return weekly ?? list.next;
}
