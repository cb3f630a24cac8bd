import { z } from 'zod';
import { asUser } from '@/lib/db/as-user';
import { Prisma } from '@/lib/generated/prisma/client';
import { CONVERSATION_COLUMNS, type ConversationRow, toConversationItem } from './conversation-row';
import { decodeCursor, encodeCursor, MICROSECONDS, microsecondsSchema } from './cursor';
import { type ConversationFilter, filterSql } from './filter';
import { clampLimit } from './limits';
import type { ConversationItem, Page } from './schemas';
import { almostHas, closest, GLANCE, has, newestSql, RECENT, SIMILAR_FROM, SIMILARITY } from './search-newest';
import { type SearchTerms, searchTerms } from './search-terms';
import { HIT_END, HIT_START, toSnippet } from './snippet';

type SearchOptions = ConversationFilter & { q: string; cursor?: string | null; limit?: number };

/** Messages looked at for a word that most messages have. */
const HITS_MAX = 1_000;
/** Rows of all users from which on the beginning of a word, which the index looks up for all of them at once, is sought in the newest messages alone. */
const ROWS_MANY = 300_000;
/** With fewer hits of the whole words, words that begin with the last one are looked for too. */
const HITS_FEW = 20;

const cursorSchema = z.tuple([z.number().int().min(0).max(10_000), microsecondsSchema, z.uuid()]);
type Cursor = z.infer<typeof cursorSchema>;
type Row = ConversationRow & { score: number; sorted_at: string; message_id: string | null; snippet: string | null };

/**
 * Conversations whose title or messages have the words, best first: words in the title, then in messages (more of them
 * first, then the newest), then titles that are spelled almost so, and where nothing has the words, messages with words
 * that are spelled almost so. By index, or among a bounded number of the newest messages.
 * @throws AppError 400 `invalid_cursor`.
 */
export async function searchConversations(userId: string, options: SearchOptions): Promise<Page<ConversationItem>> {
  const limit = clampLimit(options.limit);
  const cursor = options.cursor ? decodeCursor(options.cursor, cursorSchema) : null;
  const terms = searchTerms(options.q);
  if (terms.query === null) return { items: [], nextCursor: null };
  const statement = searchSql(userId, options, { ...terms, query: terms.query }, cursor, limit + 1);
  const rows = await asUser(userId, (db) => db.$queryRaw<Row[]>(statement));
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => ({
      ...toConversationItem(row),
      ...(row.message_id && row.snippet && { hit: { messageId: row.message_id, snippet: toSnippet(row.snippet) } }),
    })),
    nextCursor: rows.length > limit && last ? encodeCursor([last.score, last.sorted_at, last.id]) : null,
  };
}

function searchSql(
  userId: string,
  filter: ConversationFilter,
  terms: SearchTerms & { query: string },
  cursor: Cursor | null,
  count: number,
): Prisma.Sql {
  const query = Prisma.sql`to_tsquery('english', ${terms.query}::text)`;
  // Beginnings are looked up for all users at once (GIN's partial match), so a word that is whole goes first.
  const unfinished = Prisma.sql`to_tsquery('english', ${terms.unfinished ?? terms.query}::text)`;
  // The pattern spares most messages from being taken apart into words.
  const begun = Prisma.sql`m.content ILIKE ${terms.patterns.at(-1) ?? '%'} AND ${has(unfinished)}`;
  const titled = Prisma.join(terms.patterns.map((pattern) => Prisma.sql`t.title ILIKE ${pattern}`), ' AND ');
  const shown = filterSql(userId, filter);
  const after = cursor
    ? Prisma.sql`WHERE f.score < ${cursor[0]}::int OR (f.score = ${cursor[0]}::int AND (c.updated_at < ${cursor[1]}::timestamptz
        OR (c.updated_at = ${cursor[1]}::timestamptz AND c.id > ${cursor[2]}::uuid)))`
    : Prisma.empty;
  // LIMIT 1 makes each find a look-up by key: a join would read all of a user's conversations.
  // The threshold is this statement's own: it is set before the titles are read, and local to the implicit transaction.
  return Prisma.sql`
    WITH settings AS MATERIALIZED (
      SELECT set_config('pg_trgm.word_similarity_threshold', ${SIMILARITY}, true) AS done
    ), titles AS (
      SELECT t.id, max(t.score) AS score FROM (
        SELECT t.id, 3000 AS score FROM conversation_title t WHERE t.user_id = ${userId}::uuid AND ${titled}
        UNION ALL
        SELECT t.id, 1000 FROM conversation_title t
        WHERE (SELECT done FROM settings) IS NOT NULL AND ${terms.text.length >= SIMILAR_FROM}
          AND t.user_id = ${userId}::uuid AND ${terms.text}::text <% t.title
      ) t CROSS JOIN LATERAL (
        SELECT c.id FROM conversation c WHERE c.user_id = ${userId}::uuid AND c.id = t.id AND ${shown} LIMIT 1
      ) c GROUP BY t.id
    ), glance AS MATERIALIZED (
      SELECT count(*) >= ${GLANCE.common}::int AS common FROM (${newestSql(userId, shown, has(query), GLANCE)}) seen
    ), recent AS MATERIALIZED (
      SELECT * FROM (${newestSql(userId, shown, has(query), RECENT)}) seen WHERE (SELECT common FROM glance)
    ), enough AS MATERIALIZED (
      SELECT count(*) >= ${count}::int AND ${cursor === null} AS found FROM recent
    ), whole AS MATERIALIZED (
      SELECT m.conversation_id, m.id, m.position FROM message m
      WHERE NOT (SELECT found FROM enough) AND m.user_id = ${userId}::uuid AND message_words(m.content) @@ ${query}
      LIMIT ${HITS_MAX}::int
    ), few AS MATERIALIZED (
      SELECT (SELECT count(*) FROM recent) + (SELECT count(*) FROM whole) < ${terms.unfinished === null ? 0 : HITS_FEW}::int AS hits,
        (SELECT reltuples FROM pg_class WHERE oid = 'message'::regclass) < ${ROWS_MANY}::int AS rows
    ), hits AS MATERIALIZED (
      SELECT * FROM whole
      UNION (
        SELECT m.conversation_id, m.id, m.position FROM message m
        WHERE (SELECT hits AND rows FROM few) AND m.user_id = ${userId}::uuid AND message_words(m.content) @@ ${unfinished}
        LIMIT ${HITS_MAX}::int
      )
      UNION SELECT * FROM (${newestSql(userId, shown, begun, RECENT)}) begun WHERE (SELECT hits AND NOT rows FROM few)
      UNION SELECT * FROM recent
    ), almost AS MATERIALIZED (
      SELECT * FROM (${newestSql(userId, shown, almostHas(terms.words), RECENT)}) seen
      WHERE NOT EXISTS (SELECT 1 FROM hits) AND NOT EXISTS (SELECT 1 FROM titles WHERE score = 3000)
    ), common AS MATERIALIZED (
      SELECT (SELECT common FROM glance) OR count(*) >= ${HITS_MAX}::int AS word FROM hits
    ), messages AS (
      SELECT h.conversation_id AS id, (array_agg(h.id ORDER BY h.position DESC))[1] AS message_id,
        CASE WHEN (SELECT word FROM common) THEN 2000 ELSE 2000 + least(floor(log(2, count(*))), 3)::int END AS score
      FROM hits h GROUP BY h.conversation_id
      UNION ALL SELECT a.conversation_id, a.id, 500 FROM almost a
    ), found AS (
      SELECT coalesce(t.id, m.id) AS id, m.message_id, greatest(t.score, m.score) AS score
      FROM titles t FULL JOIN messages m ON m.id = t.id
    ), page AS (
      SELECT c.*, f.score, f.message_id
      FROM found f CROSS JOIN LATERAL (
        SELECT * FROM conversation c WHERE c.user_id = ${userId}::uuid AND c.id = f.id AND ${shown} LIMIT 1
      ) c
      ${after}
      ORDER BY f.score DESC, c.updated_at DESC, c.id LIMIT ${count}::int
    )
    SELECT ${CONVERSATION_COLUMNS}, c.score, c.message_id,
      to_char(c.updated_at AT TIME ZONE 'UTC', ${Prisma.raw(MICROSECONDS)}) AS sorted_at,
      ts_headline('english', m.content, CASE WHEN EXISTS (SELECT 1 FROM almost) THEN ${closest(terms.words)} ELSE ${unfinished} END, ${HEADLINE}::text) AS snippet
    FROM page c LEFT JOIN message m ON m.user_id = ${userId}::uuid AND m.id = c.message_id
    ORDER BY c.score DESC, c.updated_at DESC, c.id`;
}

const HEADLINE = `StartSel="${HIT_START}", StopSel="${HIT_END}", MaxFragments=1, MinWords=8, MaxWords=24, ShortWord=0`;
