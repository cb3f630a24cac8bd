import { createHash } from 'node:crypto';
import { asUser } from '@/lib/db/as-user';
import { KEEP_PLAN } from '@/lib/db/name-statements';

export type Changes = {
  /** Stands for the state seen; to be sent with the next question. */
  token: string;
  /** Whether anything differs from the state of the token that was sent; true without one. */
  changed: boolean;
  /** Conversations in which an answer is being made. */
  running: string[];
};

type Row = { sequence: string; updated: string | null; running: string[] };

/**
 * Whether tasks or conversations of a user changed since a token, in one cheap statement: the change sequence, the newest
 * message's moment, and the running turns. Any text may be given as the token.
 */
export async function readChanges(userId: string, since?: string | null): Promise<Changes> {
  const [row] = await asUser(userId, (db) => db.$queryRaw<Row[]>`${KEEP_PLAN}
    SELECT p.change_sequence::text AS sequence,
      (SELECT extract(epoch FROM c.updated_at)::text FROM conversation c
       WHERE c.user_id = ${userId}::uuid AND c.deleted_at IS NULL ORDER BY c.updated_at DESC LIMIT 1) AS updated,
      coalesce((SELECT json_agg(t.conversation_id ORDER BY t.conversation_id) FROM turn t
       WHERE t.user_id = ${userId}::uuid AND t.status = 'running'), '[]') AS running
    FROM preferences p WHERE p.user_id = ${userId}::uuid`);
  const { sequence, updated, running } = row ?? { sequence: '0', updated: null, running: [] };
  const digest = createHash('sha256').update(`${updated} ${running.join()}`).digest('base64url').slice(0, 16);
  const token = `${sequence}.${digest}`;
  return { token, changed: token !== since, running };
}
