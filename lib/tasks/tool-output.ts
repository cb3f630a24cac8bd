import type { Task } from './schemas';

export const OPERATIONS = ['create', 'update', 'complete', 'reopen', 'delete', 'restore', 'purge'] as const;
export type Operation = (typeof OPERATIONS)[number];

/** One task that a call changed; `before` and `after` hold the changed fields only (null: there was or is no task). */
export type Change = {
  taskId: string;
  number: number;
  title: string;
  operation: Operation;
  before: Partial<Task> | null;
  after: Partial<Task> | null;
};

export const TOOL_ERROR_CODES = [
  'ambiguous', 'not_found', 'invalid', 'conflict', 'limit', 'nothing_to_undo', 'skipped', 'rejected', 'expired', 'failed',
] as const;
export type ToolErrorCode = (typeof TOOL_ERROR_CODES)[number];

/** What every tool answers: read by the model, drawn by the page. `id` is the recorded ToolCall's. */
export type ToolSuccess = {
  ok: true;
  id?: string;
  message: string;
  tasks?: Task[];
  changes?: Change[];
  total?: number;
  unchanged?: Task[];
  next?: Task[];
  data?: unknown;
};
export type ToolFailure = {
  ok: false;
  id?: string;
  code: ToolErrorCode;
  message: string;
  ref?: string;
  candidates?: Task[];
};
export type ToolOutput = ToolSuccess | ToolFailure;
