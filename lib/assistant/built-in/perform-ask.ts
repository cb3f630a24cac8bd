import type { LanguageContext } from '@/lib/language';
import { parseDay, parseMinutes } from '@/lib/language/calendar';
import type { CommandOf } from '@/lib/language/commands';
import { type Memory, remembering } from './memory';
import type { Outcome, TaskView } from './outcome';
import type { Pending } from './pending';
import type { Call } from './read-prompt';
import { resolveRefs, type Script, type Target } from './resolve-refs';
import { sayAsked } from './say-one';
import { byNumber, sayFailed } from './say-outcome';
import { details, duration, nameOf, plainText, sayOne } from './say-tasks';

type Step = { said: string; ok: boolean; pending?: Pending; memory: Memory };
type Asked = Extract<Target, { kind: 'ask' | 'none' }>;

/** Looks one task up and answers what was asked of it; a name that may be none of ours is tried in its shorter forms. */
export function* getOne(item: CommandOf<'get'>, start: Memory, ctx: LanguageContext, fresh: boolean): Script<Step | Asked> {
  const target = yield* resolveRefs([item.ref], start, ctx);
  if (target.kind === 'ask' || target.kind === 'none') return target;
  const [first = ''] = target.kind === 'tasks' ? target.refs : [];
  const known = first !== item.perhaps?.[0] ? [first] : [];
  for (const [index, task] of [...known, ...(item.perhaps ?? [])].entries()) {
    const call: Call = { tool: 'get_task', input: { task } };
    const outcome = yield { call };
    const memory = remembering(start, { ...call, outcome }, fresh);
    if (outcome.kind === 'ok') {
      const [found] = outcome.tasks;
      return { said: `${found ? sayAsked(found, item, ctx) : ''}${sayOne(outcome, ctx) || plainText(outcome.message)}`, ok: true, memory };
    }
    if (outcome.kind === 'denied') break;
    if (item.perhaps && outcome.code === 'not_found') {
      if (index < known.length + item.perhaps.length - 1) continue;
      return { said: `I found no task like "${plainText(item.perhaps[0] ?? task)}", so I can't say.`, ok: false, memory: start };
    }
    const { candidates, code, ref } = outcome;
    const pending: Pending | undefined = candidates.length && (code === 'ambiguous' || code === 'not_found')
      ? { kind: 'choose', call, ...(ref ? { ref } : {}), candidates: code === 'ambiguous' ? byNumber(candidates) : candidates }
      : undefined;
    return { said: sayFailed(outcome, ctx, call), ok: false, memory, ...(pending ? { pending } : {}) };
  }
  return { said: 'That was not looked up.', ok: false, memory: start };
}

const ELSE = /\b(?:anything|anyone|anybody|what|who|something) else\b/i;

/** What was asked for besides what was just told; null where there is nothing else. */
export function notTold<Done extends Extract<Outcome, { kind: 'ok' }>>(text: string, done: Done, { shown, focus }: Memory): Done | null {
  const told = [...shown, ...focus].map(({ number }) => number);
  if (!ELSE.test(text) || !told.length) return done;
  const tasks = done.tasks.filter(({ number }) => !told.includes(number));
  const known = done.tasks.length - tasks.length;
  return tasks.length || !known ? { ...done, tasks, ...(done.total === undefined ? {} : { total: done.total - known }) } : null;
}

/** Looks two tasks up and says how they stand to each other. */
export function* compareTwo(item: CommandOf<'compare'>, start: Memory, ctx: LanguageContext): Script<Step | Asked> {
  const found: TaskView[] = [];
  let memory = start;
  for (const ref of item.refs) {
    const target = yield* resolveRefs([ref], start, ctx);
    if (target.kind === 'ask' || target.kind === 'none') return target;
    const call: Call = { tool: 'get_task', input: { task: target.kind === 'tasks' ? target.refs[0] : '' } };
    const outcome = yield { call };
    memory = remembering(memory, { ...call, outcome }, found.length === 0);
    const task = outcome.kind === 'ok' ? outcome.tasks[0] : undefined;
    if (!task) return { said: outcome.kind === 'failed' ? sayFailed(outcome, ctx, call).split('\n\nSay its')[0] ?? '' : '', ok: false, memory };
    found.push(task);
  }
  const [one, other] = found;
  return { said: one && other ? sayCompared(one, other, item) : '', ok: true, memory };
}

const LEVELS = ['none', 'low', 'medium', 'high'];
const minutesOf = ({ dueDate, dueTime }: TaskView): number | null =>
  dueDate ? (parseDay(dueDate) ?? 0) * 1_440 + (dueTime ? (parseMinutes(dueTime) ?? 0) : 1_439) : null;

function sayCompared(one: TaskView, other: TaskView, { by, ask }: CommandOf<'compare'>): string {
  const both = [one, other].map((task) => `- ${nameOf(task)}${details(task) ? `: ${details(task)}` : ''}`).join('\n');
  const [a, b] = [one, other].map((task) =>
    by === 'due' ? minutesOf(task) : by === 'length' ? task.durationMinutes ?? null : LEVELS.indexOf(task.priority ?? 'none'));
  const what = by === 'length' ? 'length' : 'date';
  if (a == null || b == null) return `I can't tell, as ${joinNames([one, other].filter((_, at) => (at ? b : a) == null))} no ${what}.\n\n${both}`;
  if (ask === 'between') return `${one.dueTime && other.dueTime ? duration(Math.abs(a - b)) : days(Math.abs(Math.round((a - b) / 1_440)))}.\n\n${both}`;
  if (a === b) return `${ask === 'before' || ask === 'after' ? 'No, they are at the same time' : 'Both are the same'}.\n\n${both}`;
  if (ask === 'before' || ask === 'after') return `${(a < b) === (ask === 'before') ? 'Yes' : 'No'}.\n\n${both}`;
  const first = (by === 'due' ? a < b : a > b) === (ask === 'most') ? one : other;
  return `${nameOf(first)}${by === 'due' ? ` comes ${ask === 'most' ? 'first' : 'last'}` : ''}.\n\n${both}`;
}

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);
const joinNames = (tasks: TaskView[]): string => (tasks.length === 2 ? 'neither has' : tasks.map((task) => `${nameOf(task)} has`).join(''));
