import { z } from 'zod';
import { timeZoneSchema } from '@/lib/preferences/time-zone';
import { shiftDay } from '@/lib/tasks/due';
import type { FindOptions } from '@/lib/tasks/find-tasks';
import {
  dateSchema, newTaskSchema, prioritySchema, SORTS, tagSchema, taskChangesSchema, type TaskFilter,
} from '@/lib/tasks/schemas';
import { FIRST } from '@/lib/tasks/sort-sql';
import { cursorSchema, limitSchema } from './page-query';

/** A parameter that may be repeated. */
const several = <Item extends z.ZodType>(item: Item) =>
  z.union([item.transform((one) => [one]), z.array(item).max(20)]).optional();

const sorts = SORTS.flatMap((sort) => [sort, `-${sort}`] as const);

/** The query of `GET /api/v1/tasks`; every parameter narrows. */
export const taskQuerySchema = z.strictObject({
  status: z.enum(['pending', 'completed', 'trash', 'all']).optional().describe('Absent: all but the trash; all: the trash too'),
  q: z.string().trim().max(200).regex(/^[^\0]*$/, 'NUL is no character to look for.').optional().describe('Words in title, description or tags'),
  tag: several(tagSchema).describe('Ignoring case; repeated: tasks that carry all of them'),
  priority: several(prioritySchema).describe('Repeated: any of them'),
  dueBefore: dateSchema.optional().describe('Due on a day before this one'),
  dueAfter: dateSchema.optional().describe('Due on a day after this one'),
  sort: z
    .enum(sorts)
    .optional()
    .describe('due if absent. Newest first for created and updated, highest first for priority; a leading - turns it round'),
  cursor: cursorSchema,
  limit: limitSchema,
});

/** The query as the operation on tasks takes it. */
export function toFind(query: z.output<typeof taskQuerySchema>): { filter: TaskFilter; options: FindOptions } {
  const { status, q, tag, priority, dueBefore, dueAfter, sort, cursor, limit } = query;
  const name = SORTS.find((known) => sort === known || sort === `-${known}`);
  return {
    filter: {
      status, q, priority,
      tagsAll: tag,
      dueTo: dueBefore && shiftDay(dueBefore, -1),
      dueFrom: dueAfter && shiftDay(dueAfter, 1),
    },
    options: { limit, cursor, sort: name, order: name && sort?.startsWith('-') ? (FIRST[name] === 'asc' ? 'desc' : 'asc') : undefined },
  };
}

const timeZone = timeZoneSchema
  .optional()
  .describe('IANA zone in which dates and times are meant; the user\'s own if absent');

/** The body of `POST /api/v1/tasks`. */
export const taskBodySchema = z.strictObject({ ...newTaskSchema.shape, timeZone });
/** The body of `PATCH /api/v1/tasks/[id]`. */
export const taskChangesBodySchema = z.strictObject({ ...taskChangesSchema.shape, timeZone });
