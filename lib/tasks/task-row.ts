import type { Priority } from './schemas';

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
  timeZone: string | null;
  recurrence: string | null;
  fromCompletion: boolean;
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
