import type { LanguageContext } from '@/lib/language';
import type { Outcome, TaskView } from './outcome';
import { isRecord } from './outcome';
import type { Call } from './read-prompt';
import { details, dueOf, duration, listOf, nameOf, namesOf, plainText, reminderOf, repeats } from './say-tasks';

type Done = Extract<Outcome, { kind: 'ok' }>;
type Failed = Extract<Outcome, { kind: 'failed' }>;

/** What a finished call came to, in words. Only what the tool reported is told. */
export function sayDone(call: Call, done: Done, ctx: LanguageContext, about = ''): string {
  switch (call.tool) {
    case 'create_tasks':
      return done.tasks.length ? sayAdded(done) : done.message;
    case 'create_from_template':
    case 'update_tasks':
    case 'snooze_tasks':
      return done.tasks.length === 1 || done.changes.length === 1 ? sayChanged(call, done) : withEach(done, ctx);
    case 'list_tasks':
    case 'search_tasks':
      return sayList(call, done, ctx, about);
    case 'get_task':
      return sayOne(done, ctx) || done.message;
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
  const free = done.tasks.filter((task) => !task.parentId);
  const top = free.length ? free : done.tasks;
  const [only] = top;
  const steps = done.tasks.length - top.length;
  const rest = steps > 0 ? ` It has ${steps} subtask${steps === 1 ? '' : 's'}: ${namesOf(done.tasks.filter((task) => !top.includes(task)))}.` : '';
  if (top.length === 1 && only) {
    const more = details(only);
    return `Added ${nameOf(only)}${more ? `, ${more}` : ''}.${rest}`;
  }
  return `Added ${top.length} tasks:\n\n${top.map((task) => `- ${nameOf(task)}${details(task) ? `, ${details(task)}` : ''}`).join('\n')}`;
}

const FIELDS: Record<string, (task: TaskView, value: unknown) => string> = {
  title: (task) => `now called "${plainText(task.title)}"`,
  priority: (_, value) => (value === 'none' ? 'no priority' : `${String(value)} priority`),
  recurrence: (_, value) => (typeof value === 'string' ? repeats(value) : 'no longer repeats'),
  description: (_, value) => (value === null ? 'note removed' : `note: ${plainText(String(value))}`),
  durationMinutes: (_, value) => (typeof value === 'number' ? `takes ${duration(value)}` : 'no duration'),
  reminder: (task) => (task.reminder ? reminderOf(task.reminder) : 'no reminder'),
  tags: (_, value) => (Array.isArray(value) && value.length ? `tags ${value.map((tag) => `#${plainText(String(tag))}`).join(' ')}` : 'no tags'),
  parentId: (_, value) => (value === null ? 'stands alone now' : 'moved under another task'),
};

/** One changed task: its name, and each field that the tool reports as changed. */
function sayChanged(call: Call, done: Done): string {
  const [change] = done.changes;
  const task = done.tasks.find((candidate) => candidate.number === change?.number) ?? done.tasks[0];
  if (!task || !change?.after || call.tool === 'create_from_template') {
    if (task && call.tool === 'create_from_template') return sayAdded(done);
    return sayRest(done);
  }
  const after = change.after;
  const parts: string[] = [];
  const moved = 'dueDate' in after || 'dueTime' in after;
  for (const [field, say] of Object.entries(FIELDS)) if (field in after) parts.push(say(task, after[field]));
  const before = typeof change.before?.title === 'string' ? { ...task, title: change.before.title } : task;
  if (moved) {
    const due = dueOf(task);
    const lead = due ? `${nameOf(before)} is now due ${due}` : `${nameOf(before)} has no due date now`;
    return `${lead}${parts.length ? `, ${parts.join(', ')}` : ''}.${tail(done)}`;
  }
  return parts.length ? `Changed ${nameOf(before)}: ${parts.join(', ')}.${tail(done)}` : sayRest(done);
}

function withEach(done: Done, ctx: LanguageContext): string {
  const list = done.tasks.length > 1 && done.tasks.length <= 20 ? `\n\n${listOf(done.tasks, ctx)}` : '';
  return `${done.message}${list}`;
}

const sayRest = (done: Done): string => `${done.message || 'Done.'}${tail(done)}`;

/** What a tool's sentence left out: what was so already, and what comes next. */
function tail(done: Done): string {
  const message = done.message.toLowerCase();
  const next = done.next.filter((task) => !message.includes('next') && task.dueDate);
  const said = next.map((task) => ` Next: ${nameOf(task)}, due ${dueOf(task)}.`).join('');
  const same = done.unchanged.length && !/already|unchanged|nothing/i.test(message) ? ` Unchanged: ${namesOf(done.unchanged)}.` : '';
  return `${said}${same}`;
}

function sayList(call: Call, done: Done, ctx: LanguageContext, said: string): string {
  const counting = /#count/.test(said);
  const about = said.replace(/(?:, )?#count/, '');
  const total = done.total ?? done.tasks.length;
  const phrase = about ? ` ${about.replace(/^(open|completed|overdue|repeating|high priority|medium priority|low priority)(?:, )?/, '').trim()}`.replace(/\s+$/, '') : '';
  const kind = /^(open|completed|overdue|repeating|high priority|medium priority|low priority)/.exec(about)?.[1] ?? (call.input.status === 'pending' ? 'open' : call.input.status === 'completed' ? 'completed' : '');
  if (!total || !done.tasks.length) {
    if (call.tool === 'search_tasks') return `I found nothing${about ? ` ${about}` : ''}.`;
    if (!about) return call.input.status === 'completed' ? 'Nothing completed yet.' : 'You have no open tasks.';
    return `Nothing ${/^(?:high|low|medium) priority/.test(about) ? `with ${about}` : about}.`;
  }
  const noun = `${kind ? `${kind} ` : ''}task${total === 1 ? '' : 's'}`;
  const asked = typeof call.input.limit === 'number' && total > done.tasks.length;
  const amount = asked ? `${done.tasks.length} of ${total}` : String(total);
  const head = counting ? `You have ${total} ${noun}${phrase}` : `${amount} ${noun}${phrase}`;
  const more = total > done.tasks.length && !asked ? `\n\n…and ${total - done.tasks.length} more.` : '';
  return `${head}:\n\n${listOf(done.tasks, ctx)}${more}`;
}

function sayOne(done: Done, ctx: LanguageContext): string {
  const [task, ...others] = done.tasks;
  if (!task) return '';
  const more = details(task);
  const state = task.deletedAt ? ' It is in the trash.' : task.status === 'completed' ? ' It is completed.' : '';
  const note = task.description ? `\n\n${plainText(task.description)}` : '';
  const steps = others.length ? `\n\nSubtasks:\n\n${listOf(others, ctx)}` : '';
  return `${nameOf(task)}${more ? `: ${more}` : ', without a due date'}.${state}${note}${steps}`;
}

/** Reasons stand beside the tasks in `data`, by number or in the same order, whatever the list is called. */
function reasonsOf(data: unknown, tasks: TaskView[]): Map<number, string> {
  const reasons = new Map<number, string>();
  const entries = Array.isArray(data) ? data : isRecord(data) ? Object.values(data).find(Array.isArray) : undefined;
  if (!Array.isArray(entries)) return reasons;
  entries.forEach((entry: unknown, index) => {
    if (typeof entry === 'string' && tasks[index]) reasons.set(tasks[index].number, entry);
    if (!isRecord(entry)) return;
    const reason = entry.reason ?? entry.reasons ?? entry.why;
    const number = typeof entry.number === 'number' ? entry.number : isRecord(entry.task) && typeof entry.task.number === 'number' ? entry.task.number : tasks[index]?.number;
    const words = Array.isArray(reason) ? reason.filter((word) => typeof word === 'string').join(', ') : reason;
    const at = typeof entry.start === 'string' ? `${entry.start}${typeof entry.end === 'string' ? `–${entry.end}` : ''}` : typeof entry.time === 'string' ? entry.time : '';
    const said = [at, typeof words === 'string' ? words : ''].filter(Boolean).join(', ');
    if (number !== undefined && said) reasons.set(number, said);
  });
  return reasons;
}

function sayAdvice(call: Call, done: Done, ctx: LanguageContext): string {
  if (!done.tasks.length) return done.message || (call.tool === 'plan_day' ? 'There is nothing to plan for that day.' : 'Nothing is waiting. Enjoy the quiet.');
  const reasons = reasonsOf(done.data, done.tasks);
  const lines = done.tasks.map((task) => {
    const reason = reasons.get(task.number);
    return reason ? `- ${task.number}: ${plainText(task.title)} – ${plainText(reason)}` : listOf([task], ctx);
  });
  const head = done.message || (call.tool === 'plan_day' ? 'Your plan:' : 'I would do this next:');
  return `${head}\n\n${lines.join('\n')}`;
}

function sayNames(done: Done, what: string, none: string): string {
  const entries = Array.isArray(done.data) ? done.data : isRecord(done.data) ? Object.values(done.data).find(Array.isArray) : undefined;
  const names = (Array.isArray(entries) ? entries : []).map((entry: unknown) => {
    if (typeof entry === 'string') return entry;
    if (!isRecord(entry) || typeof entry.name !== 'string') return '';
    const tasks = entry.tasks ?? entry.count ?? entry.open ?? entry.total;
    return `${entry.name}${typeof tasks === 'number' ? ` (${tasks})` : ''}`;
  }).filter(Boolean);
  if (!names.length) return done.message || none;
  return `Your ${what}:\n\n${names.map((name) => `- ${what === 'tags' ? '#' : ''}${plainText(name)}`).join('\n')}`;
}

/** What a failed call came to: the question it raises, or the reason, with what is close. */
export function sayFailed(failed: Failed, ctx: LanguageContext): string {
  if (failed.code === 'ambiguous' && failed.candidates.length) {
    const name = failed.ref ? ` by "${plainText(failed.ref)}"` : '';
    return `Which one do you mean${name}?\n\n${listOf(byNumber(failed.candidates), ctx)}\n\nSay its number, "the first one"${failed.candidates.length === 2 ? ', "both"' : ', "all"'} or "none".`;
  }
  if (failed.code === 'not_found' && failed.candidates.length) {
    const lead = failed.ref ? `I found no task called "${plainText(failed.ref)}".` : failed.message.replace(/ Did you mean .*$/, '');
    return `${lead} Did you mean one of these?\n\n${listOf(failed.candidates, ctx)}`;
  }
  return failed.message;
}

export const byNumber = (tasks: TaskView[]): TaskView[] => [...tasks].sort((a, b) => a.number - b.number);
