import { localParts, type LanguageContext } from '@/lib/language';
import type { CommandOf } from '@/lib/language/commands';
import { TAGS_PER_TASK, TITLE_MAX } from '@/lib/tasks/schemas';
import type { Pending } from './pending';
import { dueOf, plainText } from './say-tasks';

/** What keeps one of the tasks from being added as it was said, and the question that puts it right; null when nothing does. */
export function wrongDraft(item: CommandOf<'create'>, ctx: LanguageContext): { said: string; pending?: Pending } | null {
  const { date: today, time } = localParts(ctx.now, ctx.timeZone);
  for (const draft of item.tasks) {
    const due = draft.due?.date;
    const past = due && (due < today || (due === today && draft.due?.time && draft.due.time < time && !draft.recurrence));
    const question = (text: string, wants: 'title' | 'date') => ({
      said: text, pending: { kind: 'fill', question: { text: item.text, kind: 'question', action: 'add', question: text, wants, draft } } satisfies Pending,
    });
    if (draft.title.length > TITLE_MAX) {
      return question(`That is too long for a title, which has at most ${TITLE_MAX} characters. What shorter title should it have?`, 'title');
    }
    if (draft.tags.length > TAGS_PER_TASK) return { said: `A task has at most ${TAGS_PER_TASK} tags; that were ${draft.tags.length}. Nothing was added.` };
    if (past && !item.described) {
      return question(`${dueOf({ dueDate: due, dueTime: draft.due?.time })} is already past. Which day should "${plainText(draft.title)}" have? Say "anyway" to add it with that date.`, 'date');
    }
  }
  return null;
}
