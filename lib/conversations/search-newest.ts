import { Prisma } from '@/lib/generated/prisma/client';
import { patternOf } from './search-terms';

/**
 * A glance at the newest messages of the newest conversations, without the index, tells a word that most conversations have. Then the
 * newest conversations come first, and when they fill the page the index, which would list every message that has the word, is not asked.
 */
export const GLANCE = { conversations: 30, messages: 3, common: 8 };
export const RECENT = { conversations: 60, messages: 8 };
/** Shorter texts resemble too much. */
export const SIMILAR_FROM = 4;
/** From which share of common trigrams a title or a word is taken for a misspelling of the words (0–1). */
export const SIMILARITY = '0.45';
/** Characters of a message in which misspelled words are sought. */
const SIMILAR_WITHIN = 1_000;

/** A message has the words of a text search. */
export const has = (query: Prisma.Sql): Prisma.Sql => Prisma.sql`message_words(m.content) @@ ${query}`;

/** A message has each of the words, or one that resembles it. */
export const almostHas = (words: string[]): Prisma.Sql =>
  words.some((word) => word.length >= SIMILAR_FROM)
    ? Prisma.join(
        words.map((word) =>
          word.length < SIMILAR_FROM
            ? Prisma.sql`m.content ILIKE ${patternOf(word)}`
            : Prisma.sql`word_similarity(${word}::text, left(m.content, ${SIMILAR_WITHIN}::int)) >= ${SIMILARITY}::real`,
        ),
        ' AND ',
      )
    : Prisma.sql`false`;

/** Asks for the words of a message that come closest to those that were typed. */
export const closest = (words: string[]): Prisma.Sql => Prisma.sql`(
        SELECT websearch_to_tsquery('english', string_agg(near.word, ' or ')) FROM unnest(${words}::text[]) typed CROSS JOIN LATERAL (
          SELECT word FROM regexp_split_to_table(left(m.content, ${SIMILAR_WITHIN}::int), '[^[:alnum:]]+') word
          ORDER BY similarity(word, typed) DESC LIMIT 1
        ) near)`;

/** Of each of the newest conversations the newest message that meets a condition, of so many as are looked at. */
export const newestSql = (userId: string, shown: Prisma.Sql, condition: Prisma.Sql, { conversations, messages }: typeof RECENT): Prisma.Sql => Prisma.sql`
      SELECT n.conversation_id, n.id, n.position
      FROM (
        SELECT c.id, c.next_position FROM conversation c
        WHERE c.user_id = ${userId}::uuid AND ${shown} ORDER BY c.updated_at DESC, c.id LIMIT ${conversations}::int
      ) r CROSS JOIN LATERAL (
        SELECT m.conversation_id, m.id, m.position FROM message m
        WHERE m.user_id = ${userId}::uuid AND m.conversation_id = r.id AND m.position >= r.next_position - ${messages}::int
          AND ${condition}
        ORDER BY m.position DESC LIMIT 1
      ) n`;
