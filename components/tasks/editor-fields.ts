import type { Priority, Reminder, Task, TaskChanges } from '@/lib/tasks/schemas';

/** What stands in the fields of the editor, as they hold it: empty for nothing. */
export type EditorFields = {
  title: string;
  description: string;
  dueDate: string;
  dueTime: string;
  recurrence: string;
  fromCompletion: boolean;
  priority: Priority;
  tags: string;
  /** Whole minutes. */
  duration: string;
  /** Minutes before the task is due, or `at` for a moment of its own. */
  reminder: string;
  /** That moment: YYYY-MM-DDTHH:MM. */
  moment: string;
  /** A title or number; null: untouched. */
  parent: string | null;
};

/** What every field of the editor is given. */
export type EditorProps = { fields: EditorFields; set: (change: Partial<EditorFields>) => void };

export function fieldsOf(task: Task): EditorFields {
  const { reminder } = task;
  return {
    title: task.title,
    description: task.description ?? '',
    dueDate: task.dueDate ?? '',
    dueTime: task.dueTime ?? '',
    recurrence: task.recurrence ?? '',
    fromCompletion: task.fromCompletion,
    priority: task.priority,
    tags: task.tags.join(', '),
    duration: task.durationMinutes === null ? '' : String(task.durationMinutes),
    reminder: reminder === null ? '' : 'minutesBefore' in reminder ? String(reminder.minutesBefore) : 'at',
    moment: reminder !== null && 'date' in reminder ? `${reminder.date}T${reminder.time}` : '',
    parent: null,
  };
}

function reminderOf({ reminder, moment }: EditorFields): Reminder | null {
  if (reminder === '') return null;
  if (reminder !== 'at') return { minutesBefore: Number(reminder) };
  const [date = '', time = ''] = moment.split('T');
  return date && time ? { date, time: time.slice(0, 5) } : null;
}

const tagsOf = (text: string) => text.split(',').map((tag) => tag.trim().replace(/^#/, '')).filter(Boolean);

/**
 * What differs from the task, as a change: an absent field stays, null clears.
 * @param others tasks that it could be a part of, so that a title which only one of them has is that one for sure.
 */
export function changesOf(task: Task, fields: EditorFields, others: readonly Task[]): TaskChanges {
  const was = fieldsOf(task);
  const tags = tagsOf(fields.tags);
  const parent = fields.parent?.trim() ?? null;
  const titled = others.filter(({ title }) => title.toLowerCase() === parent?.toLowerCase());
  const ref = titled.length === 1 && titled[0] ? titled[0].id : parent;
  const isReminded = fields.reminder !== was.reminder || (fields.reminder === 'at' && fields.moment !== was.moment);
  const repeats = fields.recurrence !== '';
  return {
    ...(fields.title.trim() !== task.title && { title: fields.title.trim() }),
    ...(fields.description.trim() !== was.description && { description: fields.description.trim() || null }),
    ...(fields.dueDate !== was.dueDate && { dueDate: fields.dueDate || null }),
    ...(fields.dueTime !== was.dueTime && fields.dueDate !== '' && { dueTime: fields.dueTime || null }),
    ...(fields.recurrence !== was.recurrence && { recurrence: fields.recurrence || null }),
    ...(repeats && fields.fromCompletion !== was.fromCompletion && { fromCompletion: fields.fromCompletion }),
    ...(fields.priority !== was.priority && { priority: fields.priority }),
    ...(tags.join() !== task.tags.join() && { tags }),
    ...(fields.duration !== was.duration && { durationMinutes: fields.duration === '' ? null : Number(fields.duration) }),
    ...(isReminded && { reminder: reminderOf(fields) }),
    ...(parent === '' && task.parentId !== null && { parent: null }),
    ...(ref && ref !== task.parentId && { parent: ref }),
  };
}
