import type { LanguageContext } from '@/lib/language';
import type { Ask } from '@/lib/language/commands';
import { isRecord, type Outcome, type TaskView, toTasks } from './outcome';
import type { Call } from './read-prompt';
import { details, dueOf, duration, listOf, nameOf, plainText } from './say-tasks';

type Done = Extract<Outcome, { kind: 'ok' }>;

const KIND = /^(open|completed|overdue|repeating|high priority|medium priority|low priority)/;

/** A list in words and then its tasks. What was asked of it (`ask`) is answered first. */
export function sayList(call: Call, done: Done, ctx: LanguageContext, said: string, ask?: Ask): string {
  const about = said.replace(/(?:, )?#count/, '');
  const total = done.total ?? done.tasks.length;
  if (!total || !done.tasks.length) return sayNothing(call, done, ctx, about, ask);
  const [first] = done.tasks;
  if (ask === 'edge' && first) return sayEdge(call, first);
  const kind = KIND.exec(about)?.[1] ?? (call.input.status === 'pending' ? 'open' : call.input.status === 'completed' ? 'completed' : '');
  const phrase = about ? ` ${plainText(about.replace(KIND, '').replace(/^, /, '').trim())}`.trimEnd() : '';
  const noun = `${kind ? `${kind} ` : ''}task${total === 1 ? '' : 's'}`;
  const asked = typeof call.input.limit === 'number' && total > done.tasks.length;
  const amount = asked ? `${done.tasks.length} of ${total}` : String(total);
  const head = /#count/.test(said) ? `You have ${total} ${noun}${phrase}` : `${leadOf(done.tasks, call, ask)}${amount} ${noun}${phrase}`;
  const more = total > done.tasks.length && !asked ? `\n\n…and ${total - done.tasks.length} more.` : '';
  return `${head}:\n\n${listOf(done.tasks, ctx)}${more}`;
}

/** What the found tasks answer, before they are named. */
function leadOf(tasks: TaskView[], { input }: Call, ask?: Ask): string {
  switch (ask) {
    case 'whether':
      return 'Yes, ';
    case 'none':
      return 'Not quite: ';
    case 'free':
      if (tasks.every(({ dueTime }) => !dueTime)) return 'Yes, you are free: nothing has a time then. To do at any hour: ';
      return input.timeFrom || input.timeTo ? 'No, you are not free: ' : 'Not all day, but beside these you are free: ';
    case 'busiest': {
      const days = tasks.flatMap(({ dueDate }) => dueDate ?? []);
      const count = (day: string) => days.filter((other) => other === day).length;
      const [busiest] = [...new Set(days)].sort((a, b) => count(b) - count(a) || a.localeCompare(b));
      return busiest ? `${dueOf({ dueDate: busiest })}, with ${count(busiest)}. ` : '';
    }
    case 'total': {
      const minutes = tasks.reduce((sum, { durationMinutes }) => sum + (durationMinutes ?? 0), 0);
      const without = tasks.filter(({ durationMinutes }) => !durationMinutes).length;
      if (!minutes) return "I can't tell, as none of these has a length. ";
      return `${duration(minutes)} in all${without ? `, without ${without === 1 ? 'the one' : `the ${without}`} of unknown length` : ''}. `;
    }
    default:
      return '';
  }
}

function sayNothing(call: Call, done: Done, ctx: LanguageContext, about: string, ask?: Ask): string {
  const close = isRecord(done.data) ? toTasks(done.data.close) : [];
  const offer = close.length ? ` Close to it:\n\n${listOf(close, ctx)}` : '';
  const phrase = /^(?:high|low|medium) priority/.test(about) ? `with ${about}` : about;
  const lead = ask === 'whether' ? 'No, ' : ask === 'none' ? 'Right, ' : ask === 'free' ? 'Yes, you are free: ' : '';
  const nothing = call.tool === 'search_tasks'
    ? `I found nothing${about ? ` ${plainText(about)}` : ''}.${offer}`
    : about ? `Nothing ${plainText(phrase)}.` : call.input.status === 'completed' ? 'Nothing completed yet.' : 'You have no open tasks.';
  return lead ? `${lead}${nothing.replace(/^(?:Nothing|You)/, (word) => word.toLowerCase())}` : nothing;
}

/** The one at the end of the order that was asked for. */
function sayEdge({ input }: Call, task: TaskView): string {
  const facts = details(task);
  const named = `${nameOf(task)}${facts ? `: ${facts}` : ''}.`;
  switch (input.sort) {
    case 'due':
      return task.dueDate ? `${input.order === 'desc' ? 'The last is' : 'The first is'} ${named}` : 'None of them has a date.';
    case 'duration':
      return task.durationMinutes ? `${input.order === 'asc' ? 'The shortest is' : 'The longest is'} ${named}` : 'None of them has a length.';
    case 'created':
      return `${input.order === 'asc' ? 'The oldest is' : 'The newest is'} ${named}`;
    default:
      return `First comes ${named}`;
  }
}
