import { localParts } from '@/lib/language/calendar';
import type { Priority, Reminder, Task } from './schemas';

/**
 * The fields of a task that a person can change, as plain JSON. The ledger keeps the changed ones of them, so that a
 * change can be taken back exactly. Dates are YYYY-MM-DD, times HH:MM, instants ISO 8601 with Z.
 */
export type TaskState = {
  title: string;
  description: string | null;
  status: 'pending' | 'completed';
  completedAt: string | null;
  priority: Priority;
  dueDate: string | null;
  dueTime: string | null;
  /** With a time: that instant. A day alone: its last millisecond in `timeZone`. */
  dueAt: string | null;
  /** The zone in which date, time and reminder were said. */
  timeZone: string | null;
  recurrence: string | null;
  fromCompletion: boolean;
  /** First day of the series; COUNT and INTERVAL are counted from it. */
  recurrenceStart: string | null;
  exceptions: string[];
  seriesId: string | null;
  durationMinutes: number | null;
  reminderMinutes: number | null;
  reminderAt: string | null;
  /** Names, ordered without regard to case. */
  tags: string[];
  parentId: string | null;
  sortOrder: number;
  deletedAt: string | null;
};

/** A task as it is stored. */
export type TaskRow = TaskState & { id: string; number: number; version: number; createdAt: string; updatedAt: string };

function reminderOf({ reminderMinutes, reminderAt, timeZone }: TaskState): Reminder | null {
  if (reminderMinutes !== null) return { minutesBefore: reminderMinutes };
  if (reminderAt === null) return null;
  const { date, time } = localParts(new Date(reminderAt), timeZone ?? 'UTC');
  return { date, time };
}

/** The task as every surface shows it. */
export function toTask(row: TaskRow): Task {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    description: row.description,
    status: row.status,
    priority: row.priority,
    dueDate: row.dueDate,
    dueTime: row.dueTime,
    dueAt: row.dueAt,
    timeZone: row.timeZone,
    recurrence: row.recurrence,
    fromCompletion: row.fromCompletion,
    durationMinutes: row.durationMinutes,
    reminder: reminderOf(row),
    tags: row.tags,
    parentId: row.parentId,
    seriesId: row.seriesId,
    version: row.version,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    completedAt: row.completedAt,
    deletedAt: row.deletedAt,
  };
}
