/** `npm run bench [-- section…]`: measures and writes bench/RESULTS.md. Figures are ratios within one run where they can be. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { benchActions } from './actions';
import { benchApp } from './app';
import { median, ms } from './figures';
import { benchHistory } from './history';
import { benchLanguage } from './language';
import { LANGUAGE_DATA } from './language/rows';
import { benchPage } from './page';
import { benchTurns } from './turns';

const FILE = 'bench/RESULTS.md';

const scored = (measure: (folder: string) => string) => async () =>
  existsSync(LANGUAGE_DATA) ? measure(LANGUAGE_DATA) : 'Not measured: LANGUAGE_DATA names no folder with the rows.';

/** `named`: takes so long that it is measured only when it is asked for by name. */
const sections: Record<string, { title: string; measure: () => Promise<string>; named?: boolean }> = {
  app: { title: 'The app, embedded database', measure: benchApp },
  page: { title: 'The page in a browser', measure: benchPage },
  turns: { title: 'Turns with a model server', measure: benchTurns },
  history: { title: 'Conversations, PostgreSQL', measure: () => benchHistory(1_000_000) },
  'history-10m': { title: 'Conversations, PostgreSQL, ten times as many', measure: () => benchHistory(10_000_000), named: true },
  language: { title: 'Language: dates, recurrence, tasks', measure: scored(benchLanguage) },
  actions: { title: 'Language: actions', measure: scored(benchActions) },
};

const machine = `${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}`;

/** How fast the machine is just now: the start of a Node process that does nothing. Days differ by a factor of two. */
function bareStart(): string {
  const times = Array.from({ length: 9 }, () => {
    const begun = performance.now();
    execFileSync(process.execPath, ['-e', '0']);
    return performance.now() - begun;
  });
  return ms(median(times));
}
const wanted = process.argv.slice(2);

/** What the last run found for a section that is not measured now. */
function kept(before: string, name: string): string | undefined {
  return new RegExp(`<!-- ${name} -->\\n[\\s\\S]*?<!-- /${name} -->`).exec(before)?.[0];
}

const before = await readFile(FILE, 'utf8').catch(() => '');
const parts: string[] = [];
for (const [name, { title, measure, named }] of Object.entries(sections)) {
  if (wanted.length > 0 || named ? !wanted.includes(name) : false) {
    parts.push(kept(before, name) ?? `<!-- ${name} -->\n## ${title}\n\nNot measured yet.\n<!-- /${name} -->`);
    continue;
  }
  console.log(title);
  const bare = bareStart();
  const body = await measure();
  const measured = `Measured ${new Date().toISOString().slice(0, 10)} on ${machine}, where an empty Node program took ${bare}: \`npm run bench -- ${name}\`.`;
  parts.push(`<!-- ${name} -->\n## ${title}\n\n${measured}\n\n${body}\n<!-- /${name} -->`);
}
await writeFile(FILE, `# Measurements\n\nMade by \`npm run bench\`.\n\n${parts.join('\n\n')}\n`);
console.log(`Written to ${FILE}.`);
process.exit(0);
