/** `npx tsx bench/language.ts`: how well the language engine reads the rows of `LANGUAGE_DATA`, per source, as Markdown. */
import { pathToFileURL } from 'node:url';
import { scoreDates } from './language/dates';
import { scoreRecurrence } from './language/recurrence';
import { LANGUAGE_DATA, type Score } from './language/rows';
import { timeLanguage } from './language/speed';
import { scoreTasks } from './language/tasks';

const share = (right: number, rows: number) => `${((100 * right) / rows).toFixed(1)} %`;

function table(title: string, other: string, scores: Score[]): string {
  const lines = scores.map(({ name, rows, ours, other: theirs }) => `| ${name} | ${rows} | ${ours} (${share(ours, rows)}) | ${theirs === null ? '–' : `${theirs} (${share(theirs, rows)})`} |`);
  return [`### ${title}`, '', `| Source | Rows | Sayso | ${other} |`, '|---|---|---|---|', ...lines].join('\n');
}

/** All scores and times of the language engine as Markdown tables; `folder` holds the rows. */
export function benchLanguage(folder: string): string {
  const times = timeLanguage(folder).map(({ name, ours, other }) => `| ${name} | ${ours.toFixed(2)} | ${other === null ? '–' : other.toFixed(2)} |`);
  return [
    table('Dates, exact in day and time', 'chrono-node', scoreDates(folder)),
    table('Recurrence, exact', 'rrule text parser', scoreRecurrence(folder)),
    table('Tasks', 'chrono-node', scoreTasks(folder)),
    ['### Time in milliseconds', '', '| What | Sayso (date, recurrence and task) | chrono-node |', '|---|---|---|', ...times].join('\n'),
  ].join('\n\n');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.stdout.write(`${benchLanguage(LANGUAGE_DATA)}\n`);
}
