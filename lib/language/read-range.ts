import { formatDay, weekdayOf, type CivilDay } from './calendar';
import { readDuration, shiftDay } from './durations';
import type { Expression } from './expression-type';
import { findExpressions, type FoundExpression } from './read-date';
import { periodOf } from './day-periods';
import { openReader, phrase, word, type Reader } from './reader';
import type { DateRange, LanguageContext } from './types';
import { DAY_PART_WINDOW, DAY_PARTS, MONTHS, UNITS, type DayPart } from './words';

type Days = { from: CivilDay | null; to: CivilDay | null };

/**
 * The days that a filter speaks of, both ends inclusive: "this week", "before Friday", "since Monday", "in the next 10
 * days", "March". `timeFrom` and `timeTo` are a window of the day ("morning", "after 5pm"). Null when it names none.
 */
export function readDateRange(text: string, ctx: LanguageContext): DateRange | null {
  const reader = openReader(text, ctx);
  for (let at = 0; at < reader.tokens.length; at += 1) {
    const back = readLastFew(reader, at) ?? readWholePeriod(reader, at);
    if (back) return place(reader, at, back.next, { from: formatDay(back.days[0]), to: formatDay(back.days[1]) });
  }
  const found = findExpressions(reader).filter(({ meaning }) => meaning.problem !== 'impossible_date' && meaning.problem !== 'contradiction');
  const main = found.find(({ expression }) => expression.day || expression.weekday) ?? found[0];
  if (!main) return readLonePart(reader);
  const days = daysOf(reader, main);
  const window = windowOf(main);
  return {
    from: days.from === null ? null : formatDay(days.from), to: days.to === null ? null : formatDay(days.to),
    ...window, start: main.start, end: main.end,
  };
}

function place(reader: Reader, from: number, next: number, range: { from: string | null; to: string | null }): DateRange {
  return { ...range, start: reader.tokens[from]?.start ?? 0, end: reader.tokens[next - 1]?.end ?? 0 };
}

/** "in the last 7 days", "over the past two weeks": up to today. */
function readLastFew(reader: Reader, at: number): { days: [CivilDay, CivilDay]; next: number } | null {
  let next = /^(in|over|during|within|from|for)$/.test(word(reader, at)) ? at + 1 : at;
  if (word(reader, next) === 'the') next += 1;
  if (!/^(last|past|previous)$/.test(word(reader, next))) return null;
  const duration = readDuration(reader, next + 1);
  const unit = word(reader, next) === 'past' && next > at ? UNITS.get(word(reader, next + 1)) : undefined;
  if (duration && !duration.timed) return { days: [shiftDay(reader.today, duration, -1) + 1, reader.today], next: duration.next };
  const length = unit === 'week' ? 7 : unit === 'month' ? 30 : unit === 'year' ? 365 : null;
  return length === null ? null : { days: [reader.today - length + 1, reader.today], next: next + 2 };
}

/** "this quarter", which names days for a filter though none for a task; "rest of the week". */
function readWholePeriod(reader: Reader, at: number): { days: [CivilDay, CivilDay]; next: number } | null {
  const rest = phrase(reader, at, 'rest of the') ?? phrase(reader, at, 'the rest of the') ?? phrase(reader, at, 'rest of this');
  if (rest) {
    const unit = UNITS.get(word(reader, rest));
    const period = unit ? periodOf(reader, unit, 0) : null;
    return period ? { days: [reader.today, period[1]], next: rest + 1 } : null;
  }
  const ahead = { this: 0, current: 0, next: 1, last: -1, previous: -1 }[word(reader, at)];
  const unit = UNITS.get(word(reader, at + 1));
  if (ahead === undefined || unit !== 'quarter') return null;
  const period = periodOf(reader, unit, ahead);
  return period && { days: period, next: at + 2 };
}

function daysOf(reader: Reader, found: FoundExpression): Days {
  const { expression, meaning } = found;
  if (!expression.day && !expression.weekday) return { from: null, to: null };
  const day = dayNumber(meaning.due.date ?? '') ?? reader.today;
  const [first, last] = spanOf(reader, expression, day, meaning.range);
  switch (limitOf(reader, expression)) {
    case 'before': return { from: null, to: first - 1 };
    case 'until': return { from: null, to: last };
    case 'after': return { from: last + 1, to: null };
    case 'since': return { from: expression.weekday && !expression.day ? backTo(reader.today, expression.weekday.weekday) : first, to: null };
    default: return { from: first, to: last };
  }
}

function spanOf(_reader: Reader, expression: Expression, day: CivilDay, range: { from: string; to: string } | undefined): [CivilDay, CivilDay] {
  if (range) {
    const to = dayNumber(range.to) ?? day;
    return [dayNumber(range.from) ?? day, to];
  }
  if (expression.day?.kind === 'month') {
    const next = new Date(day * 86_400_000);
    return [day, Math.floor(Date.UTC(next.getUTCFullYear(), next.getUTCMonth() + 1, 1) / 86_400_000) - 1];
  }
  return [day, day];
}

function dayNumber(text: string): CivilDay | null {
  const ms = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(ms) ? null : ms / 86_400_000;
}

function backTo(today: CivilDay, weekday: number): CivilDay {
  return today - ((weekdayOf(today) - weekday + 7) % 7);
}

function limitOf(reader: Reader, expression: Expression): 'before' | 'until' | 'after' | 'since' | null {
  const lead = expression.lead;
  const before = word(reader, expression.from - 1);
  if (lead === 'before' || /^(earlier|sooner|older)$/.test(word(reader, expression.from - 2)) && before === 'than') return 'before';
  if (/^(by|until|till|til|through)$/.test(lead)) return 'until';
  if (lead === 'after' || /^(later|newer)$/.test(word(reader, expression.from - 2)) && before === 'than') return 'after';
  if (lead === 'since' || lead === 'starting' || (lead === 'from' && !expression.until)) return 'since';
  return null;
}

function windowOf(found: FoundExpression): { timeFrom?: string; timeTo?: string } {
  const { expression, meaning } = found;
  const part = expression.part?.part ?? (expression.day?.kind === 'fixed' ? expression.day.part : undefined);
  const time = meaning.due.time;
  if (expression.clock && time !== null) {
    const hasDay = expression.day !== undefined || expression.weekday !== undefined;
    if (meaning.endTime) return { timeFrom: time, timeTo: meaning.endTime };
    if (/^(before|by|until|till)$/.test(expression.lead)) return hasDay ? {} : { timeTo: time };
    if (/^(after|from|since)$/.test(expression.lead)) return hasDay ? {} : { timeFrom: time };
    return { timeFrom: time, timeTo: time };
  }
  return part ? partWindow(part) : {};
}

function partWindow(part: DayPart): { timeFrom: string; timeTo: string } {
  const [timeFrom, timeTo] = DAY_PART_WINDOW[part];
  return { timeFrom, timeTo };
}

/** "my morning meetings": a window of any day. Also a month said by itself ("March tasks"). */
function readLonePart(reader: Reader): DateRange | null {
  for (let at = 0; at < reader.tokens.length; at += 1) {
    const part = DAY_PARTS.get(word(reader, at));
    if (part && word(reader, at) !== 'eve') return { ...place(reader, at, at + 1, { from: null, to: null }), ...partWindow(part) };
    const month = MONTHS.get(word(reader, at));
    if (month && word(reader, at).length > 3 && /^\p{Lu}/u.test(reader.tokens[at]?.raw ?? '') && at > 0) {
      const year = new Date(reader.today * 86_400_000).getUTCFullYear();
      const thisYear = Date.UTC(year, month, 0) / 86_400_000 >= reader.today ? year : year + 1;
      return place(reader, at, at + 1, { from: formatDay(Date.UTC(thisYear, month - 1, 1) / 86_400_000), to: formatDay(Date.UTC(thisYear, month, 0) / 86_400_000) });
    }
  }
  return null;
}
