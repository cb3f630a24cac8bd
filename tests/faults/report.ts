import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

const FILE = 'tests/faults/RESULTS.md';
const HEAD = `# Killed servers

Made by \`npm run test:faults\`: a server is killed (SIGKILL) at a random moment of an answer with one tool call, and started
again. Every row is a run in which no message was lost, no effect doubled, and all counters equalled a recount.

| Date | Machine | Database | Kills | Before the message was taken | Interrupted | Completed | Effects, each once |
|---|---|---|---|---|---|---|---|
`;

type Met = { lostBefore: number; interrupted: number; completed: number; effects: number };

/** Adds a row for a long run; the short runs of `npm test` leave the file alone. */
export function report(kind: string, runs: number, { lostBefore, interrupted, completed, effects }: Met): void {
  if (runs < 50) return;
  const before = existsSync(FILE) ? readFileSync(FILE, 'utf8') : HEAD;
  const machine = `${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}`;
  const cells = [new Date().toISOString().slice(0, 10), machine, kind, Math.ceil(runs / 2), lostBefore, interrupted, completed, effects];
  writeFileSync(FILE, `${before}| ${cells.join(' | ')} |\n`);
}
