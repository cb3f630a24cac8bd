import type { LanguageContext } from '@/lib/language';
import type { Ask } from '@/lib/language/commands';
import type { Outcome, TaskView } from './outcome';
import { isRecord } from './outcome';
import type { Call } from './read-prompt';
import { sayList } from './say-list';
import { details, dueOf, listOf, nameOf, namesOf, plainText, sayOne } from './say-tasks';

type Done = Extract<Outcome, { kind: 'ok' }>;
type Failed = Extract<Outcome, { kind: 'failed' }>;

/** What a finished call came to, in words. Only what the tool reported is told. */
export function sayDone(call: Call, done: Done, ctx: LanguageContext, about = '', ask?: Ask): string {
  switch (call.tool) {
    case 'create_tasks':
      return done.tasks.length ? sayAdded(done) : plainText(done.message);
    case 'create_from_template':
      return done.tasks.length ? sayAdded(done) : plainText(done.message);
    case 'update_tasks':
    case 'snooze_tasks':
      return withEach(done, ctx);
    case 'list_tasks':
    case 'search_tasks':
      return sayList(call, done, ctx, about, ask);
    case 'get_task':
      return sayOne(done, ctx) || plainText(done.message);
    case 'recommend_next':
    case 'plan_day':
      return sayAdvice(call, done, ctx);
    case 'list_tags':
      return sayNames(done, 'tags', 'You have no tags yet. Add one with "tag task 3 home".');
    case 'list_templates':
      return sayNames(done, 'templates', 'You have no templates yet. Make one with "save task 3 as a template called Packing".');
    default:
      return sayRest(done);
  }
}

function sayAdded(done: Done): string {
  const parent = done.tasks.every((task) => task.parentId) ? / as a subtask of (".+?" \(\d+\))/.exec(done.message)?.[1] : undefined;
  if (parent && done.tasks.length > 1) return `Added ${namesOf(done.tasks)} as subtasks of ${plainText(parent)}.`;
  const free = done.tasks.filter((task) => !task.parentId);
  const top = free.length ? free : done.tasks;
  const [only] = top;
  const steps = done.tasks.length - top.length;
  const rest = steps > 0 ? ` It has ${steps} subtask${steps === 1 ? '' : 's'}: ${namesOf(done.tasks.filter((task) => !top.includes(task)))}.` : '';
  if (top.length === 1 && only) {
    const more = details(only);
    return `Added ${nameOf(only)}${parent ? ` as a subtask of ${plainText(parent)}` : ''}${more ? `, ${more}` : ''}.${rest}`;
  }
  return `Added ${top.length} tasks:\n\n${top.map((task) => `- ${nameOf(task)}${details(task) ? `, ${details(task)}` : ''}`).join('\n')}`;
}

function withEach(done: Done, ctx: LanguageContext): string {
  const list = done.tasks.length > 1 && done.tasks.length <= 20 ? `\n\n${listOf(done.tasks, ctx)}` : '';
  return `${sayRest(done)}${list}`;
}

/** The tool's own sentence, which names the tasks and the dates. */
const sayRest = (done: Done): string => `${plainText(done.message) || 'Done.'}${tail(done)}`;

/** What a tool's sentence left out: what was so already, and what comes next. */
function tail(done: Done): string {
  const message = done.message.toLowerCase();
  const next = done.next.filter((task) => !message.includes('next') && task.dueDate);
  const said = next.map((task) => ` Next: ${nameOf(task)}, due ${dueOf(task)}.`).join('');
  const same = done.unchanged.length && !/already|unchanged|nothing/i.test(message) ? ` Unchanged: ${namesOf(done.unchanged)}.` : '';
  return `${said}${same}`;
}

type Reasoned = { number: number; at: string; why: string };

/** Reasons stand in `data`, as recommendations or as the blocks of a day. */
function reasonsOf(data: unknown): Reasoned[] {
  const entries = isRecord(data) ? (data.recommendations ?? data.blocks ?? data.reasons) : undefined;
  return (Array.isArray(entries) ? entries : []).filter(isRecord).flatMap((entry): Reasoned[] => {
    if (typeof entry.number !== 'number') return [];
    const at = typeof entry.start === 'string' ? `${entry.start}${typeof entry.end === 'string' ? `–${entry.end}` : ''}` : '';
    const why = typeof entry.reason === 'string' ? entry.reason : '';
    return at || why ? [{ number: entry.number, at, why }] : [];
  });
}

/** How many tasks without a place in the day are named. */
const UNPLACED_NAMED = 4;

function sayAdvice(call: Call, done: Done, ctx: LanguageContext): string {
  const reasons = reasonsOf(done.data);
  const lines = reasons.flatMap(({ number, at, why }) => {
    const task = done.tasks.find((candidate) => candidate.number === number);
    const named = at ? task && `${at} ${nameOf(task)}` : task && `${number}: ${plainText(task.title)}`;
    return named ? [`- ${named}${why ? ` – ${plainText(why)}` : ''}`] : [];
  });
  if (!lines.length) return plainText(done.message) || listOf(done.tasks, ctx);
  const rest = done.tasks.filter((task) => !reasons.some(({ number }) => number === task.number));
  const unplaced = rest.slice(0, UNPLACED_NAMED).map((task) => `- ${nameOf(task)}`);
  const more = rest.length > UNPLACED_NAMED ? `\n\n…and ${rest.length - UNPLACED_NAMED} more.` : '';
  const left = rest.length ? `\n\nNo place for:\n\n${unplaced.join('\n')}${more}` : '';
  if (call.tool !== 'plan_day') return `I would do this next:\n\n${lines.join('\n')}`;
  const day = isRecord(done.data) && typeof done.data.date === 'string' ? ` for ${dueOf({ dueDate: done.data.date })}` : '';
  return `Your plan${day}:\n\n${lines.join('\n')}${left}`;
}

function sayNames(done: Done, what: string, none: string): string {
  const entries = Array.isArray(done.data) ? done.data : isRecord(done.data) ? Object.values(done.data).find(Array.isArray) : undefined;
  const names = (Array.isArray(entries) ? entries : []).map((entry: unknown) => {
    if (typeof entry === 'string') return entry;
    if (!isRecord(entry) || typeof entry.name !== 'string') return '';
    const tasks = entry.pending;
    return `${entry.name}${typeof tasks === 'number' ? ` (${tasks})` : ''}`;
  }).filter(Boolean);
  if (!names.length) return plainText(done.message) || none;
  return `Your ${what}:\n\n${names.map((name) => `- ${what === 'tags' ? '#' : ''}${plainText(name)}`).join('\n')}`;
}

/** What a failed call came to: the question it raises, or the reason, with what is close. */
export function sayFailed(failed: Failed, ctx: LanguageContext, { tool, input }: Call): string {
  // One name that is not clear stops all of them.
  const rest = Array.isArray(input.tasks) && input.tasks.length > 1 && tool !== 'create_tasks' ? ' Nothing was changed.' : '';
  if (failed.code === 'not_found' && input.filter) return tool === 'purge_tasks' ? 'The trash is empty.' : 'No task matches that, so nothing was changed.';
  if (failed.code === 'ambiguous' && failed.candidates.length) {
    const name = failed.ref ? ` by "${plainText(failed.ref)}"` : '';
    return `Which one do you mean${name}?\n\n${listOf(byNumber(failed.candidates), ctx)}\n\nSay its number, "the first one"${failed.candidates.length === 2 ? ', "both"' : ', "all"'} or "none".`;
  }
  if (failed.code === 'not_found' && failed.candidates.length) {
    const lead = failed.ref ? `I found no task called "${plainText(failed.ref)}".` : plainText(failed.message).replace(/ Did you mean .*$/, '');
    return `${lead}${rest} Did you mean one of these?\n\n${listOf(failed.candidates, ctx)}`;
  }
  return `${plainText(failed.message)}${failed.code === 'not_found' ? rest : ''}`;
}

export const byNumber = (tasks: TaskView[]): TaskView[] => [...tasks].sort((a, b) => a.number - b.number);
