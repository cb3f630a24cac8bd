import { asUser } from '@/lib/db/as-user';

/** Lets what waits for approval in a conversation expire, because the person went on. @returns how many calls did. */
export async function withdrawApprovals(userId: string, conversationId: string): Promise<number> {
  return asUser(userId, (db) => db.$executeRaw`
    UPDATE tool_call c SET state = 'expired', decided_at = now() FROM turn t
    WHERE c.user_id = ${userId}::uuid AND c.state = 'requested' AND t.user_id = c.user_id AND t.id = c.turn_id
      AND t.conversation_id = ${conversationId}::uuid`);
}
