import type { NewDraft } from '@/lib/language/commands';

/** A draft as `create_tasks` takes it: only what was said, the title as it was typed. */
export function newTask(draft: NewDraft): Record<string, unknown> {
  return {
    title: draft.title,
    ...(draft.description ? { description: draft.description } : {}),
    ...(draft.due?.date ? { dueDate: draft.due.date } : {}),
    ...(draft.due?.time ? { dueTime: draft.due.time } : {}),
    ...(draft.recurrence ? { recurrence: draft.recurrence } : {}),
    ...(draft.recurrence && draft.fromCompletion ? { fromCompletion: true } : {}),
    ...(draft.priority ? { priority: draft.priority } : {}),
    ...(draft.tags.length ? { tags: draft.tags } : {}),
    ...(draft.reminder ? { reminder: draft.reminder } : {}),
    ...(draft.durationMinutes ? { durationMinutes: draft.durationMinutes } : {}),
    ...(draft.subtasks.length ? { subtasks: draft.subtasks } : {}),
  };
}
