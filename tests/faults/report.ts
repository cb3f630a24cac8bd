import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

const FILE = 'tests/faults/RESULTS.md';
const HEAD = `# Killed servers

Made by \`npm run test:faults\`: a server is killed (SIGKILL) before the first token, in mid-answer, between a tool's effect
and its result, or at a random moment of an answer with one tool call. Every row is a run in which no message was lost,
no effect was doubled, the words kept were the beginning of the answer, and all counters equalled a recount.

*Usable* is the time until the conversation has answered the next message in full: embedded, from the moment the server
listens again; on PostgreSQL, from the kill, at the process that survives (a lease of 10 s runs out first).

| Date | Machine | Database | Kills | Before the message was taken | Interrupted | Completed | Effects, each once | Usable, median | Usable, at most |
|---|---|---|---|---|---|---|---|---|---|
`;

/** What became of the messages whose server was killed. */
export type Met = { before: number; interrupted: number; completed: number; effects: number; usableMs: number[] };

/** Adds a row for a long run; the short runs of `npm test` leave the file alone. */
export function report(kind: string, kills: number, { before, interrupted, completed, effects, usableMs }: Met): void {
  if (kills < 25) return;
  const text = existsSync(FILE) ? readFileSync(FILE, 'utf8') : HEAD;
  const machine = `${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}`;
  const sorted = [...usableMs].sort((one, other) => one - other);
  const seconds = (ms = 0) => `${(ms / 1_000).toFixed(2)} s`;
  const usable = [seconds(sorted[sorted.length >> 1]), seconds(sorted.at(-1))];
  const cells = [new Date().toISOString().slice(0, 10), machine, kind, kills, before, interrupted, completed, effects, ...usable];
  writeFileSync(FILE, `${text}| ${cells.join(' | ')} |\n`);
}
