import { daysInMonth } from './calendar';
import type { Piece } from './pieces';

export const EARLIEST = 1900;

export const LATEST = 2999;

/** A two- or four-digit year. */
export function century(value: number, digits: number): number | null {
  if (digits <= 2) return value >= 70 ? 1900 + value : 2000 + value;
  return value >= EARLIEST && value <= LATEST ? value : null;
}

/** A month and day as a piece; one that no such month has is impossible. */
export function monthDay(month: number, day: number, year: number | null, next: number): Piece {
  const length = daysInMonth(year ?? 2024, month);
  if (day < 1 || day > length) return { kind: 'impossible', next, strong: true };
  return { kind: 'month-day', month, day, year, next, strong: true };
}
