import { z } from 'zod';
import { asUser } from '@/lib/db/as-user';
import { KEEP_PLAN } from '@/lib/db/name-statements';
import { Prisma } from '@/lib/generated/prisma/client';
import { CONVERSATION_COLUMNS, type ConversationRow, toConversationItem } from './conversation-row';
import { decodeCursor, encodeCursor, MICROSECONDS, microsecondsSchema } from './cursor';
import { type ConversationFilter, filterSql } from './filter';
import { clampLimit } from './limits';
import type { ConversationItem, Page } from './schemas';
import { searchConversations } from './search-conversations';

type ListOptions = ConversationFilter & {
  /** The `nextCursor` of the page before. */
  cursor?: string | null;
  /** 1–100, clamped; 20 when absent. */
  limit?: number;
  /** Words to find in titles and messages; blank is as good as absent. */
  q?: string | null;
};

/** A page starts in the pinned group (`p`) or below it (`u`), after an instant and an id. */
const cursorSchema = z.tuple([z.enum(['p', 'u']), microsecondsSchema, z.uuid()]);
type Cursor = z.infer<typeof cursorSchema>;

/**
 * A user's conversations, newest first and pinned ones (last pinned first) above them; those in the archive or the trash
 * only in their own views, which have no pinned group. With `q`: what matches, best first.
 * @throws AppError 400 `invalid_cursor`.
 */
export async function listConversations(userId: string, options: ListOptions = {}): Promise<Page<ConversationItem>> {
  if (options.q?.trim()) return searchConversations(userId, { ...options, q: options.q });
  const limit = clampLimit(options.limit);
  const cursor = options.cursor ? decodeCursor(options.cursor, cursorSchema) : null;
  const rows = await asUser(userId, (db) => db.$queryRaw<Row[]>`${KEEP_PLAN}${listSql(userId, options, cursor, limit + 1)}`);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const nextCursor = rows.length > limit && last ? encodeCursor([last.place, last.sorted_at, last.id]) : null;
  return { items: page.map(toConversationItem), nextCursor };
}

type Row = ConversationRow & { place: Cursor[0]; sorted_at: string };

function listSql(userId: string, filter: ConversationFilter, cursor: Cursor | null, count: number): Prisma.Sql {
  if (filter.trash) return groupSql('u', Prisma.sql`deleted_at`, userId, filter, cursor, count);
  if (filter.archived) return groupSql('u', Prisma.sql`updated_at`, userId, filter, cursor, count);
  const unpinned = groupSql('u', Prisma.sql`updated_at`, userId, { ...filter, pinned: false }, cursor?.[0] === 'u' ? cursor : null, count);
  if (cursor?.[0] === 'u') return unpinned;
  const pinned = groupSql('p', Prisma.sql`pinned_at`, userId, { ...filter, pinned: true }, cursor, count);
  return Prisma.sql`SELECT * FROM ((${pinned}) UNION ALL (${unpinned})) c ORDER BY place, sorted_at DESC, id LIMIT ${count}::int`;
}

/** One group in the order of its index: the moment `column`, newest first, then the id. */
function groupSql(
  place: Cursor[0],
  column: Prisma.Sql,
  userId: string,
  filter: ConversationFilter,
  cursor: Cursor | null,
  count: number,
): Prisma.Sql {
  const after = cursor
    ? Prisma.sql`AND c.${column} <= ${cursor[1]}::timestamptz AND (c.${column} < ${cursor[1]}::timestamptz OR c.id > ${cursor[2]}::uuid)`
    : Prisma.empty;
  return Prisma.sql`
    SELECT ${CONVERSATION_COLUMNS}, ${place}::text AS place,
      to_char(c.${column} AT TIME ZONE 'UTC', ${Prisma.raw(MICROSECONDS)}) AS sorted_at
    FROM conversation c
    WHERE c.user_id = ${userId}::uuid AND ${filterSql(userId, filter)} ${after}
    ORDER BY c.${column} DESC, c.id LIMIT ${count}::int`;
}
