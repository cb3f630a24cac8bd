/**
 * `npx tsx bench/actions.ts`: how well utterances are understood, the actions of `intents.jsonl` and the task words of
 * `slots.jsonl` in `LANGUAGE_DATA`, each source apart.
 */
import { pathToFileURL } from 'node:url';
import { understandChat } from '@/lib/language/commands';
import { ms, quantile, table } from './figures';
import { LANGUAGE_DATA, rowsOf } from './language/rows';

type Intent = { src: string; text: string; action: string };
type Slots = { text: string; todo: string };

const CHANGE = /^(?:add|remove|update)$/;
const ctx = { now: new Date('2026-11-18T10:00:00Z'), timeZone: 'UTC', weekStart: 1 as const };

/** `change` rows ask for any change; every other row for its own action. */
const isRight = (expected: string, got: string): boolean => (expected === 'change' ? CHANGE.test(got) : expected === got);
const plain = (text: string): string => text.toLowerCase().replace(/[.!?,]+$/, '').replace(/\s+/g, ' ').trim();
const percent = (part: number, all: number) => `${((100 * part) / all).toFixed(1)} %`;

/** Scores per source as Markdown; `folder` holds the rows. */
export function benchActions(folder: string): string {
  const scores = new Map<string, { right: number; all: number; changed: number }>();
  const times: number[] = [];
  const intents = rowsOf<Intent>(folder, 'intents.jsonl');
  // The first pass is for the compiler; what a running server needs is the second.
  for (const { text } of intents) understandChat(text, ctx);
  for (const row of intents) {
    const start = performance.now();
    const understood = understandChat(row.text, ctx);
    times.push(performance.now() - start);
    for (const key of [row.src, `${row.src}, ${row.action}`]) {
      const score = scores.get(key) ?? { right: 0, all: 0, changed: 0 };
      score.all += 1;
      if (isRight(row.action, understood.action)) score.right += 1;
      if (understood.kind === 'command' && CHANGE.test(understood.action)) score.changed += 1;
      scores.set(key, score);
    }
  }
  const slots = rowsOf<Slots>(folder, 'slots.jsonl');
  const exact = slots.filter((row) => plain(understandChat(row.text, ctx).draft?.title ?? '') === plain(row.todo)).length;
  const rows = [...scores]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([source, { right, all, changed }]) => [source, String(all), percent(right, all), percent(changed, all)]);
  rows.push(['slots: task words exact', String(slots.length), percent(exact, slots.length), '']);
  const speed = `Reading one utterance, in a second pass over all: median ${ms(quantile(times, 0.5))}, p99 ${ms(quantile(times, 0.99))}.`;
  return `${table(['Source', 'Rows', 'Action right', 'Led to a change'], rows)}\n\n${speed}`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  console.log(benchActions(LANGUAGE_DATA));
