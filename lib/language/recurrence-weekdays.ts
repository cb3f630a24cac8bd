import { isFollowed } from './followers';
import { isOneOfSeveral, readRun, readWeekdayList } from './lists';
import { readClock } from './read-clock';
import { closesHere, type Reader, touches, word } from './reader';
import type { RecurrenceState } from './recurrence-state';
import { setStep, WORKDAYS } from './recurrence-step';
import { readEveryWeek, readWeeksApart } from './recurrence-weeks';
import { DAY_PARTS } from './words';

/** "MWF", "TTh", as timetables write them. */
const TIMETABLE: Record<string, number[]> = { mwf: [1, 3, 5], tth: [2, 4], tuth: [2, 4], mtwthf: [1, 2, 3, 4, 5] };

/** Their letters, one by one. */
const LETTERS: Record<string, number> = { m: 1, mo: 1, t: 2, tu: 2, w: 3, we: 3, th: 4, r: 4, f: 5, fr: 5, sa: 6, s: 6, su: 0 };

/** A timetable's days, as one word or letter by letter, where nothing but a time may follow. */
export function readTimetable(reader: Reader, at: number, state: RecurrenceState): number | null {
  const letters = word(reader, at);
  if (state.core) return null;
  const whole = Object.hasOwn(TIMETABLE, letters) && closesHere(reader, at + 1) ? { days: TIMETABLE[letters] ?? [], next: at + 1 } : null;
  const found = whole ?? readLetters(reader, at);
  if (!found || !isFollowed(reader, found.next)) return null;
  setStep(state, ['WEEKLY', 1, { byDay: found.days.map((weekday) => ({ weekday, nth: null })) }]);
  return found.next;
}

/** "M/W/F", "Tu/Th", "M-F"; "T/F" and "M/F" mean other things as well. */
function readLetters(reader: Reader, at: number): { days: number[]; next: number } | null {
  const letter = (index: number) => {
    const token = reader.tokens[index];
    return token?.kind === 'word' && /^\p{Lu}/u.test(token.raw) && Object.hasOwn(LETTERS, token.text) ? LETTERS[token.text] : undefined;
  };
  const tight = (index: number) => touches(reader, index) && touches(reader, index + 1);
  if (word(reader, at) === 'm' && letter(at) === 1 && /^[-–]$/.test(word(reader, at + 1)) && tight(at + 1) && /^(f|fr)$/.test(word(reader, at + 2)) && letter(at + 2) === 5 && closesHere(reader, at + 3)) {
    return { days: [1, 2, 3, 4, 5], next: at + 3 };
  }
  const days: number[] = [];
  let next = at;
  for (let weekday = letter(next); weekday !== undefined && !days.includes(weekday); weekday = letter(next)) {
    days.push(weekday);
    if (word(reader, next + 1) !== '/' || !tight(next + 1)) break;
    next += 2;
  }
  const clear = days.length >= 3 || (days.length === 2 && reader.tokens.slice(at, next + 1).some(({ text }) => text.length === 2));
  return clear && letter(next) !== undefined && closesHere(reader, next + 1) ? { days, next: next + 1 } : null;
}

/** "Wednesday at 3pm weekly", "Tuesday 10am every 2 weeks": that it comes again is said behind the hour. */
function comesAgain(reader: Reader, at: number): boolean {
  const led = /^(at|@)$/.test(word(reader, at));
  const clock = readClock(reader, led ? at + 1 : at, led);
  const behind = clock && (clock.strong || led) ? clock.next : at;
  return readEveryWeek(reader, behind) !== null || readWeeksApart(reader, behind) !== null;
}

/** "Tuesdays", "on Sunday mornings", "mon/wed/fri", "Friday every week": days of a week that come again. */
export function readPlurals(reader: Reader, at: number, state: RecurrenceState): number | null {
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
  const weekly = readEveryWeek(reader, list.next);
  if (!list.plural && !several && !slashed && !workweek && !repeated && weekly === null && !comesAgain(reader, list.next)) return null;
  setStep(state, ['WEEKLY', 1, { byDay: list.values.map((weekday) => ({ weekday, nth: null })) }]);
  return weekly ?? list.next;
}
