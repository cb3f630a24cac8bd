import type { ActivityChange } from '@/lib/activity/schemas';
import type { Priority, Task } from '@/lib/tasks/schemas';
import type { Change } from '@/lib/tasks/tool-output';

type Side = Record<string, unknown> | null;

/** Named here, so that the page does not load the schemas. */
const PRIORITIES: readonly Priority[] = ['none', 'low', 'medium', 'high'];

const text = (value: unknown) => (typeof value === 'string' ? value : null);

/** The fields of a ledger entry that are told to a person. */
function fieldsOf(side: Side): Partial<Task> | null {
  if (!side) return null;
  const fields: Partial<Task> = {};
  if (typeof side.title === 'string') fields.title = side.title;
  for (const field of ['description', 'dueDate', 'dueTime', 'recurrence', 'parentId'] as const)
    if (field in side) fields[field] = text(side[field]);
  const priority = PRIORITIES.find((known) => known === side.priority);
  if (priority) fields.priority = priority;
  if (Array.isArray(side.tags)) fields.tags = side.tags.filter((tag) => typeof tag === 'string');
  if (typeof side.durationMinutes === 'number') fields.durationMinutes = side.durationMinutes;
  return fields;
}

/** An entry as the cards know it. */
export const toChange = ({ taskId, number, title, operation, before, after }: ActivityChange): Change => ({
  taskId: taskId ?? '',
  number: number ?? 0,
  title: title ?? '',
  operation,
  before: fieldsOf(before),
  after: fieldsOf(after),
});
