import type { UIMessageChunk } from 'ai';
import { asUser, type Db } from '@/lib/db/as-user';
import { endChunks, missingChunks, startChunk, type TurnHead } from './answer-chunks';
import { foldChunks } from './fold-chunks';
import { liveTurns } from './live-turn';
import { readAnswer } from './read-answer';
import { recoverTurns } from './recover-turns';
import type { TurnStatus } from './statuses';

/** How often another process's answer is read from the database, in milliseconds; it is written every 500. */
const POLL_MS = 250;

type Poll = {
  status: TurnStatus;
  error_code: string | null;
  conversation_id: string;
  expired: boolean;
  head: Omit<TurnHead, 'askedAt'>;
  asked_at: Date;
  ended_at: Date | null;
  seq: number | null;
  data: UIMessageChunk[] | null;
};

/** Id of the turn that runs in a conversation, or null. One whose process died is recovered on the way. */
export async function findRunningTurn(userId: string, conversationId: string): Promise<string | null> {
  const find = () =>
    asUser(userId, (db) => db.$queryRaw<{ id: string; expired: boolean }[]>`
      SELECT id, lease_expires_at <= now() AS expired FROM turn
      WHERE user_id = ${userId}::uuid AND conversation_id = ${conversationId}::uuid AND status = 'running'`);
  const [running] = await find();
  if (running?.expired) {
    await recoverTurns(userId, conversationId);
    return (await find())[0]?.id ?? null;
  }
  return running?.id ?? null;
}

/**
 * A turn's answer from its beginning, live to its end, wherever it is made: in this process from memory, else from the
 * database. An answer that has ended is told whole.
 */
export function followTurn(userId: string, turnId: string): ReadableStream<UIMessageChunk[]> {
  return liveTurns.get(turnId)?.follow() ?? readFollowing(userId, turnId);
}

function readFollowing(userId: string, turnId: string): ReadableStream<UIMessageChunk[]> {
  const told: UIMessageChunk[] = [];
  let last = -1;
  let left = false;
  return new ReadableStream<UIMessageChunk[]>({
    async pull(controller) {
      while (!left) {
        const rows = await asUser(userId, (db) => poll(db, userId, turnId, last));
        const [turn] = rows;
        if (!turn) return controller.close();
        const head = { ...turn.head, askedAt: turn.asked_at.toISOString() };
        if (turn.status !== 'running') {
          const start = told.length === 0 ? [startChunk(head)] : [];
          const whole = await readAnswer(userId, head.answerId);
          const rest = missingChunks(foldChunks(told), whole);
          const end = endChunks(head, { status: turn.status, errorCode: turn.error_code, endedAt: turn.ended_at });
          controller.enqueue([...start, ...rest, ...end]);
          return controller.close();
        }
        const fresh = rows.flatMap((row) => row.data ?? []);
        last = rows.at(-1)?.seq ?? last;
        told.push(...fresh);
        if (fresh.length > 0) controller.enqueue(fresh);
        if (turn.expired) await recoverTurns(userId, turn.conversation_id);
        if (fresh.length > 0) return;
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      }
    },
    cancel() {
      left = true;
    },
  });
}

function poll(db: Db, userId: string, turnId: string, after: number): Promise<Poll[]> {
  return db.$queryRaw<Poll[]>`
    SELECT t.status, t.error_code, t.conversation_id, t.lease_expires_at <= now() AS expired, c.seq, c.data, m.created_at AS asked_at, t.ended_at,
      jsonb_build_object('id', t.id, 'answerId', t.answer_id, 'attempt', t.attempt, 'model', t.model,
        'parentId', coalesce(t.continues_id, t.user_message_id)) AS head
    FROM turn t JOIN message m ON m.user_id = t.user_id AND m.id = t.user_message_id
    LEFT JOIN turn_chunk c ON c.user_id = t.user_id AND c.turn_id = t.id AND c.seq > ${after}
    WHERE t.user_id = ${userId}::uuid AND t.id = ${turnId}::uuid ORDER BY c.seq`;
}
