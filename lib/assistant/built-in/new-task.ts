import type { NewDraft } from '@/lib/language/commands';

/** The title as it is kept: with a capital, unless it was quoted or is written in a way of its own ("iPhone"). */
export const titleOf = (draft: NewDraft): string => (draft.literal ? draft.title : capital(draft.title));

const capital = (title: string): string => (/^\p{Ll}[\p{Ll}'-]*(?=$|[\s,.:;!?])/u.test(title) ? title.charAt(0).toUpperCase() + title.slice(1) : title);

/** A draft as `create_tasks` takes it: only what was said. */
export function newTask(draft: NewDraft): Record<string, unknown> {
  return {
    title: titleOf(draft),
    ...(draft.description ? { description: draft.description } : {}),
    ...(draft.due?.date ? { dueDate: draft.due.date } : {}),
    ...(draft.due?.time ? { dueTime: draft.due.time } : {}),
    ...(draft.recurrence ? { recurrence: draft.recurrence } : {}),
    ...(draft.recurrence && draft.fromCompletion ? { fromCompletion: true } : {}),
    ...(draft.priority ? { priority: draft.priority } : {}),
    ...(draft.tags.length ? { tags: draft.tags } : {}),
    ...(draft.reminder ? { reminder: draft.reminder } : {}),
    ...(draft.durationMinutes ? { durationMinutes: draft.durationMinutes } : {}),
    ...(draft.subtasks.length ? { subtasks: draft.subtasks.map(capital) } : {}),
  };
}
