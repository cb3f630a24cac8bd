import type { NewDraft } from '@/lib/language/commands';
import type { TaskView } from './outcome';
import type { Script } from './resolve-refs';

/** Letters and digits only, so that "Eggs!" is "eggs", with a space at both ends to compare whole words. */
const plain = (title: string): string => ` ${title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;

/** The open task that has one of these titles in its own; looked up, for what is to be added only where it is missing. */
export function* alreadyThere(drafts: NewDraft[]): Script<TaskView | undefined> {
  for (const draft of drafts) {
    const outcome = yield { call: { tool: 'search_tasks', input: { query: draft.title, status: 'pending' } } };
    const found = outcome.kind === 'ok' ? outcome.tasks.find((task) => plain(task.title).includes(plain(draft.title))) : undefined;
    if (found) return found;
  }
  return undefined;
}
