import { addMonths, civilDay, civilParts, daysInMonth, startOfWeek, weekdayOf, type CivilDay } from './calendar';
import { nextHoliday } from './holidays';
import type { Reader } from './reader';
import type { DayPart } from './words';

/** What part of an expression says about the day, before it is put together with the rest. */
/** `several`: the first of several days, of which a task can have one. */
export type Piece = PieceBody & { next: number; strong: boolean; several?: true };
export type PieceBody =
  | { kind: 'weekday'; weekday: number; which: 'coming' | 'this' | 'next' | 'last' | 'after-next' | 'before-last' }
  /** `to`: the last day of a span within the month ("10 - 22 August"). */
  | { kind: 'month-day'; month: number; day: number; year: number | null; to?: number }
  | { kind: 'day-of-month'; day: number }
  | { kind: 'holiday'; rule: (year: number) => CivilDay | null; year: number | null }
  | { kind: 'nth-of-month'; month: number; year: number | null; find: (year: number, month: number) => CivilDay | null; week?: boolean }
  | { kind: 'month'; month: number; year: number | null }
  /** `closing`: the end of a day that may yet be named ("eod", "close of business"). */
  | { kind: 'fixed'; day: CivilDay; range?: [CivilDay, CivilDay]; part?: DayPart; minutes?: number; past?: boolean; week?: boolean; relative?: boolean; far?: boolean; closing?: boolean }
  | { kind: 'instant'; day: CivilDay; minutes: number }
  | { kind: 'impossible' };

/** Reads the day that another one is counted from ("a week from Friday"). */
export type ReadDay = (reader: Reader, at: number, lead: string) => Piece | null;

/** A day put together, or why there is none. */
export type Resolved = { day: CivilDay; past?: boolean } | 'impossible';

/**
 * The day that a piece means when looked at from `base` (usually today; `laterToday` when a time still to come was named
 * with it). Dates look forward; only an explicit year or "last" leads back.
 */
export function resolvePiece(piece: PieceBody, base: CivilDay, weekStart: 0 | 1, laterToday = false): Resolved {
  switch (piece.kind) {
    case 'weekday': return { day: resolveWeekday(piece.weekday, piece.which, base, weekStart, laterToday), past: piece.which.endsWith('last') };
    case 'month-day': return resolveMonthDay(piece.month, piece.day, piece.year, base);
    case 'day-of-month': return resolveDayOfMonth(piece.day, base);
    case 'holiday': {
      const day = piece.year === null ? nextHoliday(piece.rule, base) : piece.rule(piece.year);
      return day === null ? 'impossible' : { day };
    }
    case 'nth-of-month': return resolveNth(piece, base);
    case 'month': {
      const now = civilParts(base);
      const year = piece.year ?? (piece.month > now.month || (piece.month === now.month && now.day === 1) ? now.year : now.year + 1);
      return { day: civilDay(year, piece.month, 1) };
    }
    case 'fixed': return { day: piece.day, past: piece.past };
    case 'instant': return { day: piece.day };
    case 'impossible': return 'impossible';
  }
}

function resolveWeekday(weekday: number, which: string, base: CivilDay, weekStart: 0 | 1, laterToday: boolean): CivilDay {
  const ahead = (weekday - weekdayOf(base) + 7) % 7;
  if (which === 'last') return base - ((7 - ahead) % 7 || 7);
  if (which === 'before-last') return base - ((7 - ahead) % 7 || 7) - 7;
  if (which === 'after-next') return base + (ahead || 7) + 7;
  if (which === 'next') {
    const nextWeek = startOfWeek(base, weekStart) + 7;
    return nextWeek + ((weekday - weekdayOf(nextWeek) + 7) % 7);
  }
  return base + (ahead === 0 && laterToday ? 0 : ahead || 7);
}

function resolveMonthDay(month: number, day: number, year: number | null, base: CivilDay): Resolved {
  if (day < 1) return 'impossible';
  if (year !== null) return day > daysInMonth(year, month) ? 'impossible' : { day: civilDay(year, month, day) };
  if (day > daysInMonth(2024, month)) return 'impossible';
  const { year: now } = civilParts(base);
  for (let candidate = now; candidate <= now + 8; candidate += 1) {
    if (day > daysInMonth(candidate, month)) continue;
    const found = civilDay(candidate, month, day);
    if (found >= base) return { day: found };
  }
  return 'impossible';
}

function resolveDayOfMonth(day: number, base: CivilDay): Resolved {
  if (day < 1 || day > 31) return 'impossible';
  const now = civilParts(base);
  for (let ahead = 0; ahead < 3; ahead += 1) {
    const first = civilParts(addMonths(civilDay(now.year, now.month, 1), ahead));
    if (day > daysInMonth(first.year, first.month)) continue;
    const found = civilDay(first.year, first.month, day);
    if (found >= base) return { day: found };
  }
  return 'impossible';
}

function resolveNth(piece: { month: number; year: number | null; find: (year: number, month: number) => CivilDay | null }, base: CivilDay): Resolved {
  if (piece.year !== null) {
    const day = piece.find(piece.year, piece.month);
    return day === null ? 'impossible' : { day };
  }
  const { year } = civilParts(base);
  for (let candidate = year; candidate <= year + 1; candidate += 1) {
    const day = piece.find(candidate, piece.month);
    if (day !== null && day >= base) return { day };
  }
  return 'impossible';
}

/** The first occurrence of a yearless or monthly piece on which `weekday` falls, among the next few; else null. */
export function resolveOnWeekday(piece: PieceBody, weekday: number, base: CivilDay, weekStart: 0 | 1): CivilDay | null {
  let from = base;
  const tries = piece.kind === 'day-of-month' ? 24 : 2;
  for (let count = 0; count < tries; count += 1) {
    const found = resolvePiece(piece, from, weekStart);
    if (found === 'impossible') return null;
    if (weekdayOf(found.day) === weekday) return found.day;
    from = found.day + 1;
  }
  return null;
}
