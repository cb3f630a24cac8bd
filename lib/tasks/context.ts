import type { Db } from '@/lib/db/as-user';
import type { Task } from './schemas';
import type { TaskRow } from './task-row';
import type { Operation, ToolOutput } from './tool-output';

export const SOURCES = ['chat', 'mcp', 'page', 'import', 'system'] as const;
/** Where a call comes from. */
export type Source = (typeof SOURCES)[number];

/** What the operations on tasks need of a person's preferences. */
export type TaskPreferences = {
  defaultPriority: Task['priority'];
  /** The day on which a week starts, 0 Sunday … 6 Saturday. */
  weekStart: number;
};

/** For whom and when an operation runs. */
export type TaskContext = {
  /** Reads only: what an operation changes it returns as its Effect, and that is written together with the ledger. */
  db: Db;
  userId: string;
  now: Date;
  /** The person's zone: dates and times are meant in it. */
  timeZone: string;
  source: Source;
  /** What the person said, where the call comes from a conversation. */
  userText?: string;
  preferences: () => Promise<TaskPreferences>;
  /** The next free task numbers, in order. They are taken for good when the effect is written. */
  takeNumbers: (count: number) => Promise<number[]>;
};

/**
 * One task before and after: `before` null means created, `after` null purged. `asOf` (undo and redo alone): the version
 * whose content this one restores.
 */
export type Transition = { operation: Operation; before: TaskRow | null; after: TaskRow | null; asOf?: number };

/** What undo and redo do to the ledger itself. */
export type LedgerMove = {
  /** Changes that are now undone, by the call that is being made. */
  undone: string[];
  /** Changes that stand again. */
  redone: string[];
};

/**
 * What an operation would do and say. Nothing is written yet: the caller writes it in one transaction, or shows it as
 * a preview. `output.changes` is filled in from `transitions`.
 */
export type Effect = {
  output: ToolOutput;
  transitions?: Transition[];
  /** The existing tasks that the person chose, by name or filter; what follows from them (subtasks) is not among them. */
  targets?: TaskRow[];
  /** What it would do, after "This would": for a preview. */
  would?: string;
  ledger?: LedgerMove;
  /** It removes something that is no task, which no undo brings back. */
  final?: true;
  /** Further writes that belong to the same transaction (a saved template). */
  commit?: (db: Db) => Promise<void>;
};
