import type { CommandOf, NewDraft } from '@/lib/language/commands';
import { matchTitles } from '@/lib/tasks/match-title';
import type { TaskView } from './outcome';
import type { Pending } from './pending';
import type { Script } from './resolve-refs';
import { nameOf, plainText } from './say-tasks';

/** The one task that a reminder is for; several to choose from; or what has to be known first. */
export type Ahead = { kind: 'one' | 'several'; tasks: TaskView[] } | { kind: 'ask'; question: string; pending: Pending };

/** The open tasks of that name. */
export function* findOpen(title: string): Script<TaskView[]> {
  const outcome = yield { call: { tool: 'search_tasks', input: { query: title, status: 'pending' } } };
  const found = outcome.kind === 'ok' ? matchTitles(title, outcome.tasks.map((task) => ({ id: '', ...task })), ['exact', 'plain', 'words']) : [];
  return outcome.kind === 'ok' ? outcome.tasks.filter(({ number }) => found.some((task) => task.number === number)) : [];
}

/** The open task of that name whose reminder "15 minutes before the team meeting" is. Without a time there is no "before". */
export function* findAhead(item: CommandOf<'create'>, draft: NewDraft): Script<Ahead> {
  const { title, reminder } = draft;
  const known = yield* findOpen(title);
  const byDays = reminder !== null && 'minutesBefore' in reminder && reminder.minutesBefore % 1_440 === 0;
  const timed = known.filter((task) => task.dueDate && (byDays || task.dueTime));
  if (timed.length) return { kind: timed.length > 1 ? 'several' : 'one', tasks: timed };
  const [untimed] = known;
  if (untimed && known.length === 1) {
    const then: CommandOf<'change'> = { text: item.text, kind: 'change', tool: 'update_tasks', refs: [{ kind: 'number', n: untimed.number }], changes: { reminder } };
    const question = `${nameOf(untimed)} has no ${untimed.dueDate ? 'time' : 'date'} yet. When is it?`;
    return { kind: 'ask', question, pending: { kind: 'fill', question: { text: item.text, kind: 'question', action: 'update', wants: 'date', question, then } } };
  }
  const question = `I found no open task "${plainText(title)}" with a time. When is it? Then I add it with that reminder.`;
  return { kind: 'ask', question, pending: { kind: 'fill', question: { text: item.text, kind: 'question', action: 'add', wants: 'date', question, draft } } };
}
