import type { LanguageContext } from '@/lib/language';
import { addMonths, formatDay, formatMinutes, localParts, parseDay, parseMinutes, weekdayOf } from '@/lib/language/calendar';
import type { Beside, Command, CommandOf } from '@/lib/language/commands';
import { tierOf } from '@/lib/tasks/match-title';
import type { Memory } from './memory';
import type { TaskView } from './outcome';
import type { Pending } from './pending';
import { findOpen } from './remind-ahead';
import type { Script } from './resolve-refs';
import { byNumber } from './say-outcome';
import { dueOf, listOf, nameOf, plainText } from './say-tasks';

type Create = CommandOf<'create'>;
type Placed = { create: Create; anchor: TaskView } | { said: string; pending: Pending };

/** How well a task's title must fit its name for a day to be counted from it. */
const NAMED = /^(?:exact|plain|words)$/;

/** The tasks of a command with the day that is told from another task; or the question that has to be asked first. */
export function* placeBeside(item: Create, beside: Beside, memory: Memory, ctx: LanguageContext): Script<Placed> {
  const tasks = yield* anchorsOf(beside.of, memory);
  const dated = tasks.filter(({ dueDate }) => dueDate);
  const [anchor, other] = dated;
  const [draft] = item.tasks;
  const title = plainText(draft?.title ?? '');
  const ask = (lead: string): Placed => {
    const question = `${lead} Which day should "${title}" have?`;
    return { said: question, pending: { kind: 'fill', question: { text: item.text, kind: 'question', action: 'add', wants: 'date', question, ...(draft ? { draft } : {}) } } };
  };
  if (anchor && other) {
    const candidates = byNumber(dated);
    return { said: `Counted from which one?\n\n${listOf(candidates, ctx)}`, pending: { kind: 'pick', command: item, candidates } };
  }
  if (!anchor) {
    const [undated] = tasks;
    if (undated) return ask(`${nameOf(undated)} has no date.`);
    return ask(beside.of?.kind === 'title' ? `I found no open task "${plainText(beside.of.text)}" with a date.` : 'I am not sure what that is counted from.');
  }
  const due = dueBeside(beside, anchor, ctx);
  if (!due) return ask(`${nameOf(anchor)} has no time.`);
  const create: Create = { ...item, tasks: item.tasks.map((one) => ({ ...one, due: { ...due, time: one.due?.time ?? due.time } })) };
  delete create.beside;
  if (beside.side !== 'after') return { create, anchor };
  return { said: `Shall I add "${title}", due ${dueOf({ dueDate: due.date })}?`, pending: { kind: 'offer', command: create } };
}

/** The tasks that a day may be counted from: the one that was named, or the one spoken of. */
function* anchorsOf(of: Beside['of'], { focus, anchor, pending }: Memory): Script<TaskView[]> {
  if (of?.kind === 'number') {
    const outcome = yield { call: { tool: 'get_task', input: { task: String(of.n) } } };
    return outcome.kind === 'ok' ? outcome.tasks.slice(0, 1) : [];
  }
  const offered = pending?.kind === 'offer' ? viewsOf(pending.command) : [];
  if (of?.kind === 'title') {
    const known = [...focus, ...(anchor ? [anchor] : []), ...offered].filter(({ title, dueDate }) => dueDate && NAMED.test(tierOf(of.text, title) ?? ''));
    return known.length === 1 ? known : yield* findOpen(of.text);
  }
  if (offered.length) return offered;
  const spoken = focus.length === 1 ? focus : [];
  if (anchor === null) return [];
  if (!anchor) return spoken;
  // "two weeks before that", said after another task was counted from the first: either may be meant.
  return of && spoken.every(({ number }) => number !== anchor.number) ? [anchor, ...spoken] : [anchor];
}

/** What was offered and not answered yet, as if it were there: its day was said all the same. */
const viewsOf = (command: Command): TaskView[] =>
  (command.kind === 'create' ? command.tasks : []).map(({ title, due, tags }) => ({ number: 0, title, dueDate: due?.date ?? null, dueTime: due?.time ?? null, tags }));

/** The day and time at that distance from a task; null when hours are counted from a task without a time. */
function dueBeside({ months = 0, days = 0, minutes, weekday, side, time }: Beside, anchor: TaskView, ctx: LanguageContext): { date: string; time: string | null } | null {
  const start = parseDay(anchor.dueDate ?? '');
  if (start === null) return null;
  if (minutes !== undefined) {
    const at = parseMinutes(anchor.dueTime ?? null);
    if (at === null) return null;
    const moment = at + minutes;
    return { date: formatDay(start + Math.floor(moment / 1_440)), time: formatMinutes(((moment % 1_440) + 1_440) % 1_440) };
  }
  if (weekday !== undefined) {
    const away = days < 0 ? -((weekdayOf(start) - weekday + 6) % 7 + 1) : (weekday - weekdayOf(start) + 6) % 7 + 1;
    return { date: formatDay(start + away), time: time ?? null };
  }
  if (!side) return { date: formatDay(addMonths(start, months) + days), time: time ?? null };
  if (side === 'after') return { date: formatDay(start), time: null };
  // Before something that has no hour is the day before, unless that is past.
  const early = side === 'before' && !anchor.dueTime && formatDay(start) > localParts(ctx.now, ctx.timeZone).date;
  return { date: formatDay(early ? start - 1 : start), time: anchor.dueTime ?? null };
}
