import * as chrono from 'chrono-node';
import { readDate, readRecurrence, readTask } from '@/lib/language';
import { understandChat } from '@/lib/language/commands';
import { instantOf, rowsOf, type DateRow, type SlotRow, type TitleRow } from './rows';

export type Timing = { name: string; ours: number; other: number | null };

const LONG = 10_000;
const HARD = [
  'x', 'x ', '1', '1 ', 'every ', 'the ', 'mon ', 'mon, ', 'at ', 'in 2 weeks before ', '5 to ', '"', "'a", '#', '@', 'a@', '2 and a half ', '1/', 'next ', 'night before ',
  'first ', 'twenty ', 'with a, ', 'remind me ', 'monday to ', '(', '-', 'e.', 'é', '😀', '\n', 'and ', 'tag it a ', '!', 'for 1 hour ', 'jan 5 to ', ',', '.', '- ', 'until ', 'between ',
];

const RUNS = 5;

/** The median of some runs: what else the machine does is no part of it. */
const timed = (work: () => unknown): number => {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
};

const at = (sorted: number[], share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** Milliseconds (median of five runs each) a sentence takes in all three readings, and the slowest of 10,000 characters of anything. */
export function timeLanguage(folder: string): Timing[] {
  const ctx = { now: instantOf('2026-11-18T10:00:00'), timeZone: 'UTC' };
  const texts = [...rowsOf<DateRow>(folder, 'dates.jsonl'), ...rowsOf<SlotRow>(folder, 'slots.jsonl'), ...rowsOf<TitleRow>(folder, 'titles.jsonl')].map(({ text }) => text);
  const read = (text: string) => [readDate(text, ctx), readRecurrence(text, ctx), readTask(text, ctx)];
  const readOther = (text: string) => chrono.parse(text, ctx.now, { forwardDate: true });
  const time = (work: (text: string) => unknown) => {
    for (const text of texts) work(text);
    return texts.map((text) => timed(() => work(text))).sort((a, b) => a - b);
  };
  const [ours, theirs] = [time(read), time(readOther)];
  const long = HARD.map((piece) => piece.repeat(Math.ceil(LONG / piece.length)).slice(0, LONG));
  const readings = [readDate, readRecurrence, readTask, understandChat];
  const slowest = Math.max(...long.flatMap((text) => readings.map((reading) => timed(() => reading(text, ctx)))));
  return [
    { name: 'a sentence, median', ours: at(ours, 0.5), other: at(theirs, 0.5) },
    { name: 'a sentence, p99', ours: at(ours, 0.99), other: at(theirs, 0.99) },
    { name: '10,000 characters, slowest of hard texts (date, recurrence, task or utterance)', ours: slowest, other: null },
  ];
}
