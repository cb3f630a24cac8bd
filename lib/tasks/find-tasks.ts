import { z } from 'zod';
import { decodeCursor, encodeCursor, invalidCursor } from '@/lib/conversations/cursor';
import type { Db } from '@/lib/db/as-user';
import { Prisma } from '@/lib/generated/prisma/client';
import type { Clock } from './due';
import { filterSql } from './filter-sql';
import { fromStored, taskColumns, type StoredTask } from './load-tasks';
import { DATE, SORTS, type TaskFilter } from './schemas';
import { FIRST, sortKeys, type Order, type Sort, type SortKey } from './sort-sql';
import type { TaskRow } from './task-row';

const { sql } = Prisma;

export type FindOptions = { sort?: Sort; order?: Order; limit: number; cursor?: string };
/** A page of rows. `total` counts all that pass the filter; null on a continued page, where nobody asks again. */
export type Found = { rows: TaskRow[]; total: number | null; nextCursor: string | null };

const cursorSchema = z.object({
  sort: z.enum(SORTS), order: z.enum(['asc', 'desc']), now: z.iso.datetime().refine((now) => DATE.test(now.slice(0, 10))),
  after: z.array(z.string().max(500).regex(/^[^\0]*$/)).min(1).max(6),
});
type Cursor = z.infer<typeof cursorSchema>;

/** A forged cursor may hold what its column cannot be compared with. */
const isBadValue = (error: unknown) => error instanceof Error && /invalid input syntax|out of range/.test(error.message);

const below = (keys: SortKey[], { after, order }: Cursor) => {
  const sides = Prisma.join(keys.map(({ value }) => value));
  const bounds = Prisma.join(keys.map(({ type }, index) => sql`${after[index] ?? ''}::text::${type}`));
  return order === 'asc' ? sql`ROW(${sides}) > ROW(${bounds})` : sql`ROW(${sides}) < ROW(${bounds})`;
};

/**
 * The person's tasks that pass a filter, sorted, `limit` at a time, in one statement. A page is continued after the last
 * row's own values (keyset), so tasks that come or go meanwhile neither repeat nor hide others.
 * @throws AppError 400 `invalid_cursor`.
 */
export async function findTasks(db: Db, userId: string, filter: TaskFilter, clock: Clock, options: FindOptions): Promise<Found> {
  const cursor = options.cursor === undefined ? null : decodeCursor(options.cursor, cursorSchema);
  const sort = cursor?.sort ?? options.sort ?? 'due';
  const order = cursor?.order ?? options.order ?? FIRST[sort];
  const now = cursor ? new Date(cursor.now) : clock.now;
  const keys = sortKeys(sort, order, { ...clock, now });
  if (cursor && cursor.after.length !== keys.length) throw invalidCursor();
  const direction = order === 'asc' ? sql`ASC` : sql`DESC`;
  const inOrder = Prisma.join(keys.map(({ value }) => sql`${value} ${direction}`));
  const stored = await db.$queryRaw<(StoredTask & { total: number; after: string[] })[]>`
    WITH page AS (
      SELECT t.user_id, t.id, count(*) OVER ()::int AS total, row_number() OVER (ORDER BY ${inOrder}) AS place,
        ARRAY[${Prisma.join(keys.map(({ value }) => sql`(${value})::text`))}] AS after
      FROM task t
      WHERE t.user_id = ${userId}::uuid AND ${filterSql(filter, clock)} AND ${cursor ? below(keys, cursor) : sql`TRUE`}
      ORDER BY place LIMIT ${options.limit + 1}::int
    )
    SELECT ${taskColumns}, page.total, page.after
    FROM page JOIN task t ON t.user_id = page.user_id AND t.id = page.id ORDER BY page.place`.catch((error: unknown) => {
    throw cursor && isBadValue(error) ? invalidCursor() : error;
  });
  const shown = stored.slice(0, options.limit);
  const last = shown.at(-1);
  return {
    rows: shown.map(fromStored),
    total: cursor ? null : (stored[0]?.total ?? 0),
    nextCursor: stored.length > shown.length && last ? encodeCursor({ sort, order, now: now.toISOString(), after: last.after }) : null,
  };
}
