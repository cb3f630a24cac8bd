import { addMonths, type CivilDay, civilDay, civilParts, daysInMonth, startOfWeek, weekdayOf } from './calendar';
import { readFollowingYear, readMonthName } from './day-numbers';
import { isFollowed } from './followers';
import { readYear } from './numbers';
import type { Piece } from './pieces';
import { closesHere, phrase, type Reader, touches, word } from './reader';
import { UNITS, WEEKDAYS } from './words';
import { localParts } from './zones';

export function fixed(day: CivilDay, next: number, rest: Partial<Extract<Piece, { kind: 'fixed' }>> = {}): Piece {
  return { kind: 'fixed', day, next, strong: true, ...rest };
}

/** First and last day of the week, weekend, month or year that lies `ahead` units after the present one. */
export function periodOf(reader: Reader, unit: string, ahead: number): [CivilDay, CivilDay] | null {
  const { today } = reader;
  const { year, month } = civilParts(today);
  switch (unit) {
    case 'day': return [today + ahead, today + ahead];
    case 'week': {
      const start = startOfWeek(today, reader.weekStart) + ahead * 7;
      return [start, start + 6];
    }
    case 'weekend': {
      const saturday = today + (weekdayOf(today) === 0 ? -1 : 6 - weekdayOf(today)) + ahead * 7;
      return [saturday, saturday + 1];
    }
    case 'month': {
      const start = addMonths(civilDay(year, month, 1), ahead);
      const parts = civilParts(start);
      return [start, start + daysInMonth(parts.year, parts.month) - 1];
    }
    case 'quarter': {
      const start = addMonths(civilDay(year, month - ((month - 1) % 3), 1), ahead * 3);
      return [start, addMonths(start, 3) - 1];
    }
    case 'year': return [civilDay(year + ahead, 1, 1), civilDay(year + ahead, 12, 31)];
    default: return null;
  }
}

/** How far "next", "this" and their like lead, in units. */
export function readWhich(reader: Reader, at: number): { ahead: number; next: number } | null {
  const text = word(reader, at);
  const start = text === 'the' ? at + 1 : at;
  const name = word(reader, start);
  if (/^(next|following|coming|upcoming)$/.test(name)) return { ahead: 1, next: start + 1 };
  if (name === 'this' || name === 'current') return { ahead: 0, next: word(reader, start + 1) === 'coming' ? start + 2 : start + 1 };
  if (/^(last|past|previous)$/.test(name)) return { ahead: -1, next: start + 1 };
  return null;
}

/** "next week", "this weekend", "next month", "this year", "next weekday", "the week after next". Quarters name no day. */
export function readPeriod(reader: Reader, at: number): Piece | null {
  const afterNext = word(reader, at) === 'the' ? at + 1 : at;
  const unitThere = UNITS.get(word(reader, afterNext));
  const skip = unitThere && phrase(reader, afterNext + 1, 'after next');
  if (
    skip &&
    (unitThere === 'week' || unitThere === 'weekend' || unitThere === 'month' || unitThere === 'year' || unitThere === 'day')
  ) return periodPiece(reader, unitThere, 2, skip);
  if (word(reader, at - 1) === 'on' && word(reader, at) === 'weekend' && isFollowed(reader, at + 1)) return periodPiece(reader, 'weekend', 0, at + 1);
  if (
    /^(on|over|at|for|by|during|until|before)$/.test(word(reader, at - 1)) &&
    word(reader, at) === 'the' &&
    word(reader, at + 1) === 'weekend' &&
    closesHere(reader, at + 2) &&
    !/^(of|after|before|with)$/.test(word(reader, at + 2))
  ) return periodPiece(reader, 'weekend', 0, at + 2);
  const which = readWhich(reader, at);
  if (!which) return null;
  const weekend = phrase(reader, which.next, 'week - end');
  if (weekend) return periodPiece(reader, 'weekend', which.ahead, weekend);
  const owned = word(reader, which.next) === "week's" ? weekdayIn(reader, which.ahead, which.next + 1) : null;
  if (owned) return owned;
  const unit = UNITS.get(word(reader, which.next));
  const working = /^(work|working|business)$/.test(word(reader, which.next)) && word(reader, which.next + 1) === 'day';
  if (working) return which.ahead > 0 && closesHere(reader, which.next + 2) ? fixed(workdayAfter(reader.today), which.next + 2) : null;
  if (!unit || unit === 'quarter' || !closesHere(reader, which.next + 1)) return null;
  const next = which.next + 1;

  if (unit === 'hour') return which.ahead === 1 && word(reader, at) === 'next' ? hourAhead(reader, next) : null;
  if (unit === 'weekday') return which.ahead > 0 ? fixed(workdayAfter(reader.today), next) : null;
  if (unit === 'fortnight' && which.ahead > 0) return fixed(reader.today + 14, next);
  // The coming weekend is this one, until it has begun.
  if (unit === 'weekend' && /^(coming|upcoming)$/.test(word(reader, which.next - 1))) return periodPiece(reader, unit, weekdayOf(reader.today) % 6 === 0 ? 1 : 0, next);
  if (unit === 'day') return which.ahead === 1 && word(reader, at) !== 'this' ? fixed(reader.today + 1, next) : null;
  return (unit === 'week' ? weekdayIn(reader, which.ahead, next) : null) ?? periodPiece(reader, unit, which.ahead, next);
}

function hourAhead(reader: Reader, next: number): Piece {
  const later = localParts(new Date(reader.now.getTime() + 3_600_000), reader.zone);
  return { kind: 'instant', day: later.day, minutes: later.minutes, next, strong: true };
}

function workdayAfter(day: CivilDay): CivilDay {
  let next = day + 1;
  while (weekdayOf(next) % 6 === 0) next += 1;
  return next;
}

/** The weekday that is named behind "next week" or "last week's". */
function weekdayIn(reader: Reader, ahead: number, at: number): Piece | null {
  const on = word(reader, at) === ',' ? at + 1 : at;
  const start = word(reader, on) === 'on' ? on + 1 : on;
  const weekday = WEEKDAYS.get(word(reader, start));
  if (weekday === undefined || !closesHere(reader, start + 1)) return null;
  const first = startOfWeek(reader.today, reader.weekStart) + ahead * 7;
  return fixed(first + ((weekday - weekdayOf(first) + 7) % 7), start + 1, { past: ahead < 0 });
}

function periodPiece(reader: Reader, unit: string, ahead: number, next: number): Piece | null {
  const period = periodOf(reader, unit, ahead);
  if (!period) return null;
  const [from, to] = period;
  if (ahead > 0) return fixed(unit === 'week' && reader.weekStart === 0 ? from + 1 : from, next, { range: period, week: unit === 'week' });
  if (ahead < 0) return fixed(from, next, { range: period, past: true });
  // Within the present period: its last day is the deadline, a weekend's first day the start.
  const day = unit === 'weekend' ? Math.max(from, reader.today) : to;
  return fixed(day, next, { range: period, week: unit === 'week' });
}

/** A month by itself ("in January", "October 2014", "next March") or a year ("in 2027"). */
export function readMonthOrYear(reader: Reader, at: number, lead: string): Piece | null {
  const alone = at === 0;
  const which = /^(next|this|last)$/.test(word(reader, at)) ? word(reader, at) : '';
  const name = readMonthName(reader, which ? at + 1 : at);
  if (name) {
    const joined =
      /^[-/]$/.test(word(reader, name.next)) &&
      touches(reader, name.next) &&
      touches(reader, name.next + 1) &&
      /^(19|20)\d\d$/.test(word(reader, name.next + 1));
    const year = readFollowingYear(reader, joined ? name.next + 1 : name.next, false);
    if (year === 'impossible') return { kind: 'impossible', next: name.next + 1, strong: true };
    // "Review the March 2022 invoices"
    if (year && lead === '' && at > 0 && reader.tokens[year.next]?.kind === 'word' && !isFollowed(reader, year.next)) return null;
    if (year) return { kind: 'month', month: name.value, year: year.value, next: year.next, strong: true };
    if (!closesHere(reader, name.next)) return null;
    const end = name.next >= reader.tokens.length || reader.tokens[name.next]?.kind === 'symbol' && reader.tokens.length === name.next + 1;
    const isVerb = /^(may|march|mar)$/.test(word(reader, which ? at + 1 : at));
    if (which && isVerb && !end && !/^(at|on|to|for|in|and|by|from|until|with|or|we|i)$/.test(word(reader, name.next))) return null;
    if (which === 'this' && isVerb && /^(or|and)$/.test(word(reader, name.next))) return null;
    if (!which && !/^(in|by|until|till|before|since|during|of|from|through)$/.test(lead) && !(alone && end && !isVerb && word(reader, at).length > 3)) return null;
    if (isVerb && /^(be|have|the|not|on|to|a|an|i|by)$/.test(word(reader, name.next))) return null;
    const { year: now, month } = civilParts(reader.today);
    if (which === 'last') return { kind: 'month', month: name.value, year: name.value < month ? now : now - 1, next: name.next, strong: true };
    return { kind: 'month', month: name.value, year: null, next: name.next, strong: true };
  }
  if (lead === 'year') {
    const token = reader.tokens[at];
    if (token?.kind === 'number' && token.text.length >= 5) return { kind: 'impossible', next: at + 1, strong: true };
  }
  if (!/^(in|by|before|until|till|since|year)$/.test(lead)) return null;
  const year = readYear(reader.tokens, at);
  const after = word(reader, year?.next ?? at);
  if (!year || year.value < 1900 || year.value > 2199 || !closesHere(reader, year.next)) return null;
  if (after !== '' && !/^([,.;!?)]|at|on|to|and|for|please)$/.test(after)) return null;
  if (year.value < civilParts(reader.today).year) return null;
  const first = civilDay(year.value, 1, 1);
  return fixed(first, year.next, { range: [first, civilDay(year.value, 12, 31)] });
}
