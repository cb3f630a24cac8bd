import type { LanguageModelV4ToolResultOutput } from '@ai-sdk/provider';
import type { ToolErrorCode } from '@/lib/tasks/tool-output';

/** The fields of a task that answers speak of. Older results may have been shortened, so most are optional. */
export type TaskView = {
  number: number;
  title: string;
  status?: string;
  priority?: string;
  dueDate?: string | null;
  dueTime?: string | null;
  recurrence?: string | null;
  fromCompletion?: boolean;
  description?: string | null;
  durationMinutes?: number | null;
  reminder?: { minutesBefore?: number; date?: string; time?: string } | null;
  tags: string[];
  deletedAt?: string | null;
  parentId?: string | null;
};

export type ChangeView = {
  number: number;
  title: string;
  operation: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};

export type Failure = ToolErrorCode;

/** What a tool call came to: done, refused by a rule, or not allowed by the person. */
export type Outcome =
  | {
      kind: 'ok';
      /** The recorded call's. */
      id?: string;
      message: string;
      tasks: TaskView[];
      changes: ChangeView[];
      unchanged: TaskView[];
      next: TaskView[];
      total?: number;
      data?: unknown;
    }
  | { kind: 'failed'; code: Failure; message: string; ref?: string; candidates: TaskView[] }
  | { kind: 'denied'; reason?: string };

const CODES: readonly string[] = [
  'ambiguous', 'not_found', 'invalid', 'conflict', 'limit', 'nothing_to_undo', 'skipped', 'rejected', 'expired', 'failed',
];

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isFailure = (code: unknown): code is Failure => typeof code === 'string' && CODES.includes(code);
const text = (value: unknown): string | null | undefined => (typeof value === 'string' || value === null ? value : undefined);
const words = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** A task as a tool reports it, or undefined when it is none. */
export function toTask(value: unknown): TaskView | undefined {
  if (!isRecord(value) || typeof value.number !== 'number' || typeof value.title !== 'string') return undefined;
  const reminder = isRecord(value.reminder)
    ? {
        ...(typeof value.reminder.minutesBefore === 'number' ? { minutesBefore: value.reminder.minutesBefore } : {}),
        ...(typeof value.reminder.date === 'string' ? { date: value.reminder.date } : {}),
        ...(typeof value.reminder.time === 'string' ? { time: value.reminder.time } : {}),
      }
    : null;
  return {
    number: value.number,
    title: value.title,
    status: words(value.status),
    priority: words(value.priority),
    dueDate: text(value.dueDate),
    dueTime: text(value.dueTime),
    recurrence: text(value.recurrence),
    fromCompletion: value.fromCompletion === true,
    description: text(value.description),
    durationMinutes: typeof value.durationMinutes === 'number' ? value.durationMinutes : null,
    reminder,
    tags: Array.isArray(value.tags) ? value.tags.filter((tag): tag is string => typeof tag === 'string') : [],
    deletedAt: text(value.deletedAt),
    parentId: text(value.parentId),
  };
}

export const toTasks = (value: unknown): TaskView[] =>
  Array.isArray(value) ? value.map(toTask).filter((task): task is TaskView => task !== undefined) : [];

function toChanges(value: unknown): ChangeView[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).map((change) => ({
    number: typeof change.number === 'number' ? change.number : 0,
    title: typeof change.title === 'string' ? change.title : '',
    operation: typeof change.operation === 'string' ? change.operation : '',
    before: isRecord(change.before) ? change.before : null,
    after: isRecord(change.after) ? change.after : null,
  }));
}

function fromValue(value: unknown): Outcome {
  if (!isRecord(value)) return { kind: 'failed', code: 'failed', message: typeof value === 'string' ? value : 'That did not work.', candidates: [] };
  const message = typeof value.message === 'string' ? value.message : '';
  if (value.ok === true) {
    return {
      kind: 'ok',
      ...(typeof value.id === 'string' ? { id: value.id } : {}),
      message,
      tasks: toTasks(value.tasks),
      changes: toChanges(value.changes),
      unchanged: toTasks(value.unchanged),
      next: toTasks(value.next),
      ...(typeof value.total === 'number' ? { total: value.total } : {}),
      ...(value.data === undefined ? {} : { data: value.data }),
    };
  }
  return {
    kind: 'failed',
    code: isFailure(value.code) ? value.code : 'failed',
    message: message || 'That did not work.',
    ...(typeof value.ref === 'string' ? { ref: value.ref } : {}),
    candidates: toTasks(value.candidates),
  };
}

/** Reads a tool result of the prompt. Anything unexpected counts as a failure, so that nothing is claimed on its strength. */
export function toOutcome(output: LanguageModelV4ToolResultOutput): Outcome {
  switch (output.type) {
    case 'json':
    case 'error-json':
      return fromValue(output.value);
    case 'execution-denied':
      return { kind: 'denied', ...(output.reason ? { reason: output.reason } : {}) };
    case 'text':
    case 'error-text':
      try {
        return fromValue(JSON.parse(output.value));
      } catch {
        // What went wrong inside is no sentence for a person.
        const message = output.type === 'text' ? output.value : 'That did not work, and nothing was changed.';
        return { kind: 'failed', code: 'failed', message, candidates: [] };
      }
    default:
      return { kind: 'failed', code: 'failed', message: 'That did not work.', candidates: [] };
  }
}
