import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type When = { date: string | null; time: string | null };

export type DateRow = { src: string; text: string; ref: string; expect: When | null; accept?: When[] };
export type RecurrenceRow = {
  src: string;
  text: string;
  ref?: string;
  task?: { due: string | null; scheduled: string | null; start: string | null };
  completedOn?: string | null;
  fromCompletion?: boolean;
  expect: Record<string, unknown>;
};
export type SlotRow = { src: string; text: string; todo: string; datetime: string[]; recurring: string[] };
export type QuickAddRow = { src: string; text: string; ref: string; tz: string; expect: Record<string, unknown> };
export type TitleRow = { text: string };

/** The folder of the rows; they are not part of the project. */
export const LANGUAGE_DATA = process.env.LANGUAGE_DATA || '../shared/language';

/** The rows of one file of the language data. */
export function rowsOf<Row>(folder: string, file: string): Row[] {
  return readFileSync(join(folder, file), 'utf8').split('\n').filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Row);
}

/** A local time as an instant; the scores are taken in UTC. */
export function instantOf(local: string): Date {
  return new Date(`${local.length === 10 ? `${local}T10:00:00` : local}Z`);
}

export type Score = { name: string; rows: number; ours: number; other: number | null };

export class Tally {
  private readonly scores = new Map<string, Score>();

  add(name: string, ours: boolean, other: boolean | null): void {
    const score = this.scores.get(name) ?? { name, rows: 0, ours: 0, other: other === null ? null : 0 };
    score.rows += 1;
    if (ours) score.ours += 1;
    if (other && score.other !== null) score.other += 1;
    this.scores.set(name, score);
  }

  list(): Score[] {
    return [...this.scores.values()];
  }
}
