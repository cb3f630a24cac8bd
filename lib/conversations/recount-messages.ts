import { asUser } from '@/lib/db/as-user';

/** A conversation whose message count or next position is not what its messages amount to. */
type MiscountedMessages = {
  conversationId: string;
  messageCount: number;
  shouldBeCount: number;
  nextPosition: number;
  shouldBePosition: number;
};

/** Counts a user's messages anew and returns the conversations that differ. Changes nothing. */
export function recountMessages(userId: string): Promise<MiscountedMessages[]> {
  return asUser(userId, (db) => db.$queryRaw<MiscountedMessages[]>`
    SELECT c.id AS "conversationId", c.message_count AS "messageCount", coalesce(n.count, 0)::int AS "shouldBeCount",
      c.next_position AS "nextPosition", coalesce(n.position, 0)::int AS "shouldBePosition"
    FROM conversation c
    LEFT JOIN (
      SELECT conversation_id, count(*) AS count, max(position) + 1 AS position FROM message
      WHERE user_id = ${userId}::uuid GROUP BY conversation_id
    ) n ON n.conversation_id = c.id
    WHERE c.user_id = ${userId}::uuid
      AND (c.message_count, c.next_position) IS DISTINCT FROM (coalesce(n.count, 0)::int, coalesce(n.position, 0)::int)
    ORDER BY c.id`);
}
