import type { Part } from './day-part';
import type { Piece } from './pieces';
import type { Clock } from './clock';

type WeekdayPiece = Extract<Piece, { kind: 'weekday' }>;

/** One date or time expression as it was said: its pieces, and the tokens from `from` up to `next`. */
export type Expression = {
  weekday?: WeekdayPiece;
  day?: Piece;
  /** The last day of a range. */
  until?: Piece;
  clock?: Clock;
  clockEnd?: Clock;
  part?: Part;
  lead: string;
  from: number;
  next: number;
  contradiction?: boolean;
  /** "at 8 and 12": more hours than one. */
  hours?: boolean;
};
