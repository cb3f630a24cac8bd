/**
 * How well utterances are understood: actions of `intents.jsonl` and task words of `slots.jsonl`, each source apart.
 * Run: `npx tsx bench/actions.ts [--errors] [folder of the rows]`. The rows are not part of the project; the default folder
 * is `../shared/language`.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { understandChat } from '@/lib/language/commands';

type Intent = { src: string; text: string; intent: string; action: string };
type Slots = { text: string; todo: string };

const [folder = resolve(process.cwd(), '../shared/language')] = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const showErrors = process.argv.includes('--errors');
const ctx = { now: new Date('2026-11-18T10:00:00Z'), timeZone: 'UTC', weekStart: 1 as const };

function rows<T>(file: string): T[] {
  return readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean).map((line): T => JSON.parse(line));
}

/** `change` rows ask for any change; every other row for its own action. */
const isRight = (expected: string, got: string): boolean => (expected === 'change' ? /^(?:add|remove|update)$/.test(got) : expected === got);
const plain = (text: string): string => text.toLowerCase().replace(/[.!?,]+$/, '').replace(/\s+/g, ' ').trim();

const scores = new Map<string, { right: number; all: number; changed: number }>();
const times: number[] = [];
for (const row of rows<Intent>('intents.jsonl')) {
  const start = performance.now();
  const understood = understandChat(row.text, ctx);
  times.push(performance.now() - start);
  for (const key of [row.src, `${row.src} ${row.action}`]) {
    const score = scores.get(key) ?? { right: 0, all: 0, changed: 0 };
    score.all += 1;
    if (isRight(row.action, understood.action)) score.right += 1;
    if (understood.kind === 'command' && /^(?:add|remove|update)$/.test(understood.action)) score.changed += 1;
    scores.set(key, score);
  }
  const wrong = row.action === 'none' ? /^(?:add|remove|update)$/.test(understood.action) : !isRight(row.action, understood.action);
  if (showErrors && wrong) console.log(`${row.src}\t${row.action}→${understood.kind}/${understood.action}\t${row.text}`);
}

const percent = (part: number, all: number) => `${((100 * part) / all).toFixed(1)} %`;
console.log('| Source | Rows | Action right | Led to a change |\n|---|---|---|---|');
for (const [source, { right, all, changed }] of [...scores].sort(([a], [b]) => a.localeCompare(b))) {
  console.log(`| ${source} | ${all} | ${percent(right, all)} | ${percent(changed, all)} |`);
}

const slots = rows<Slots>('slots.jsonl');
let exact = 0;
for (const row of slots) {
  const title = understandChat(row.text, ctx).draft?.title ?? '';
  if (plain(title) === plain(row.todo)) exact += 1;
  else if (showErrors) console.log(`slots\t${row.text}\t${title} ≠ ${row.todo}`);
}
console.log(`| slots: task words exact | ${slots.length} | ${percent(exact, slots.length)} | |`);
times.sort((a, b) => a - b);
const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(2);
console.log(`\nReading one utterance: median ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(0.9999)} ms.`);
