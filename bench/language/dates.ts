import * as chrono from 'chrono-node';
import { readDate, readTask } from '@/lib/language';
import { instantOf, rowsOf, Tally, type DateRow, type Score, type TitleRow, type When } from './rows';

const pad = (value: number | null, length = 2) => String(value ?? 0).padStart(length, '0');

/** What chrono-node reads, looking forward as we do; a time only where it is sure of the hour. */
function readWithChrono(text: string, now: Date): When | null {
  const found = chrono.parse(text, { instant: now, timezone: 0 }, { forwardDate: true })[0]?.start;
  if (!found) return null;
  return {
    date: `${pad(found.get('year'), 4)}-${pad(found.get('month'))}-${pad(found.get('day'))}`,
    time: found.isCertain('hour') ? `${pad(found.get('hour'))}:${pad(found.get('minute'))}` : null,
  };
}

function isRight(row: DateRow, got: When | null): boolean {
  const nothing = !got || (got.date === null && got.time === null);
  if (row.expect === null) return nothing;
  // Where a source gives a time without a day, the day is ours to choose.
  return !nothing && (row.accept ?? [row.expect]).some((want) => (want.date === null || want.date === got.date) && want.time === got.time);
}

/** Date rows, exact in day and time, per source; and real titles, where any date is a false one unless the title names it. */
export function scoreDates(folder: string): Score[] {
  const tally = new Tally();
  for (const row of rowsOf<DateRow>(folder, 'dates.jsonl')) {
    const now = instantOf(row.ref);
    tally.add(row.src, isRight(row, readDate(row.text, { now, timeZone: 'UTC' })?.due ?? null), isRight(row, readWithChrono(row.text, now)));
  }
  const now = instantOf('2026-11-18T10:00:00');
  for (const { text } of rowsOf<TitleRow>(folder, 'titles.jsonl')) {
    const ours = readTask(text, { now, timeZone: 'UTC' }).due === null;
    tally.add('titles without a date (3 name one)', ours, readWithChrono(text, now) === null);
  }
  return tally.list();
}
