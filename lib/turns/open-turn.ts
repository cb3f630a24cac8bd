import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import { type OpenTask, openTasksOf } from '@/lib/assistant/instructions';
import { asUser } from '@/lib/db/as-user';
import { isUniqueViolation } from '@/lib/db/conflicts';
import { KEEP_PLAN } from '@/lib/db/name-statements';
import { Prisma } from '@/lib/generated/prisma/client';
import { branchTo, type HistoryRow } from './load-history';
import { LEASE_SECONDS } from './statuses';

/** A turn that this process answers, with what the answer needs of the user's preferences. */
export type OpenTurn = {
  userId: string;
  id: string;
  conversationId: string;
  userMessageId: string;
  attempt: number;
  answerId: string;
  /** When the message was taken. */
  askedAt: Date;
  /** The answer whose approval was decided and which this turn continues. */
  continuesId: string | null;
  leaseToken: string;
  model: string;
  timeZone: string;
  contextSize: number;
  weekStart: number;
  /** The user's open tasks as the turn was opened; null where they are still to be read. */
  openTasks: OpenTask[] | null;
  /** What the message follows, as the turn was opened; null where it is still to be read, as after a message that came meanwhile. */
  branch: HistoryRow[] | null;
  /** The conversation was made by this turn's message. */
  isNew: boolean;
  /** Where the message follows an answer that waits for approval: that answer. */
  waitingAnswerId: string | null;
  /** An approval waits on the branch that was on screen, whatever the message follows. */
  leavesWaiting: boolean;
};

/** What the statement that opens a turn answers. */
export type Opened = {
  turn_id: string;
  attempt: number;
  asked_at: Date;
  is_new: boolean;
  time_zone: string;
  context_size: number;
  week_start: number;
  open_tasks: OpenTask[] | null;
  branch: HistoryRow[] | null;
  waiting_answer_id: string | null;
  leaves_waiting: boolean;
};

type NewMessage = {
  userId: string;
  conversationId: string;
  messageId: string;
  text: string;
  title: string;
  /** The message it follows; null begins the conversation anew as a branch; undefined: the leaf. */
  parentId: string | null | undefined;
  /** An IANA zone, or null for the preferred one. */
  timeZone: string | null;
  model: string;
  /** Whether the model is shown the open tasks: then they are read on the way. */
  showsTasks?: boolean;
};

/**
 * Opens a turn for a new message by one statement: conversation (if new), message, turn. From here on nothing is lost. A
 * conversation that another user has is not begun anew under its id, unless this user has one of that id as well (by import);
 * and a message does not take the id that an answer is going to have.
 * @returns null when nothing was opened: the message is known, another turn runs, or the conversation is gone or not theirs; the
 * caller asks `explainRefusal` which. A race between two requests ends as null as well.
 */
export async function openTurn(message: NewMessage): Promise<OpenTurn | null> {
  const { userId, conversationId, messageId, text, title, parentId, timeZone, model, showsTasks } = message;
  const ids = { turn: v7(), answer: v7(), lease: randomUUID() };
  const rows = await asUser(userId, (db) =>
    refusedAsNull(
      () => db.$queryRaw<Opened[]>`${KEEP_PLAN}
        WITH place AS (
          INSERT INTO conversation (user_id, id, title)
          SELECT ${userId}::uuid, ${conversationId}::uuid, ${title}
          WHERE NOT EXISTS (SELECT 1 FROM message WHERE user_id = ${userId}::uuid AND id = ${messageId}::uuid)
            AND NOT EXISTS (SELECT 1 FROM turn WHERE user_id = ${userId}::uuid AND answer_id = ${messageId}::uuid)
            AND NOT EXISTS (SELECT 1 FROM turn WHERE user_id = ${userId}::uuid
                            AND conversation_id = ${conversationId}::uuid AND status = 'running')
            AND (${parentId ?? null}::uuid IS NULL OR ${conversationId}::uuid = (
                  SELECT conversation_id FROM message WHERE user_id = ${userId}::uuid AND id = ${parentId ?? null}::uuid))
            AND (NOT EXISTS (SELECT 1 FROM conversation WHERE id = ${conversationId}::uuid AND user_id <> ${userId}::uuid)
              OR EXISTS (SELECT 1 FROM conversation WHERE user_id = ${userId}::uuid AND id = ${conversationId}::uuid))
          ON CONFLICT (user_id, id) DO UPDATE SET archived_at = NULL WHERE conversation.deleted_at IS NULL
          RETURNING leaf_id, xmax = 0 AS is_new
        ), said AS (
          INSERT INTO message (user_id, id, conversation_id, parent_id, position, role, content)
          SELECT ${userId}::uuid, ${messageId}::uuid, ${conversationId}::uuid,
            CASE WHEN ${parentId === undefined} THEN leaf_id ELSE ${parentId ?? null}::uuid END, 0, 'user', ${text}
          FROM place RETURNING id, created_at, parent_id
        ), opened AS (
          INSERT INTO turn (user_id, id, conversation_id, user_message_id, attempt, answer_id, status, lease_token,
            lease_expires_at, model, time_zone)
          SELECT ${userId}::uuid, ${ids.turn}::uuid, ${conversationId}::uuid, said.id, 1, ${ids.answer}::uuid, 'running',
            ${ids.lease}::uuid, now() + make_interval(secs => ${LEASE_SECONDS}), ${model},
            coalesce(${timeZone}, p.time_zone, 'UTC')
          FROM said JOIN preferences p ON p.user_id = ${userId}::uuid RETURNING id, attempt, time_zone
        )
        SELECT opened.id AS turn_id, opened.attempt, said.created_at AS asked_at, place.is_new, opened.time_zone, p.context_size::int,
          p.week_start::int, (${waits(userId, Prisma.sql`said.parent_id`)}) AS waiting_answer_id,
          (${waits(userId, Prisma.sql`place.leaf_id`)}) IS NOT NULL AS leaves_waiting,
          (${showsTasks ? openTasksOf(userId) : Prisma.sql`NULL::jsonb`}) AS open_tasks,
          CASE WHEN said.parent_id IS NULL THEN '[]'
            ELSE nullif((${branchTo(userId, conversationId, Prisma.sql`said.parent_id`, Prisma.sql`p.context_size - 1`)}), '[]') END AS branch
        FROM opened CROSS JOIN place CROSS JOIN said JOIN preferences p ON p.user_id = ${userId}::uuid`,
    ),
  );
  return toOpenTurn(rows, { ...ids, userId, conversationId, userMessageId: messageId, continuesId: null, model });
}

/** Selects an answer if it waits for approval. */
const waits = (userId: string, answer: Prisma.Sql) => Prisma.sql`
  SELECT answer_id FROM turn WHERE user_id = ${userId}::uuid AND answer_id = ${answer} AND status = 'awaiting_approval'`;

type Known = Pick<OpenTurn, 'userId' | 'conversationId' | 'userMessageId' | 'continuesId' | 'model'> & {
  answer: string;
  lease: string;
};

/** The opened turn, with what was known before; null when none was. */
export function toOpenTurn(rows: Opened[] | null, known: Known): OpenTurn | null {
  const row = rows?.[0];
  if (!row) return null;
  const { answer, lease, ...turn } = known;
  return {
    ...turn,
    id: row.turn_id,
    attempt: row.attempt,
    answerId: answer,
    askedAt: row.asked_at,
    leaseToken: lease,
    timeZone: row.time_zone,
    contextSize: row.context_size,
    weekStart: row.week_start,
    openTasks: row.open_tasks,
    branch: row.branch,
    isNew: row.is_new,
    waitingAnswerId: row.waiting_answer_id,
    leavesWaiting: row.leaves_waiting,
  };
}

/** Two requests at one instant: the database's unique keys refuse the second, which then learns why like any other. */
export async function refusedAsNull<T>(statement: () => Promise<T>): Promise<T | null> {
  try {
    return await statement();
  } catch (error) {
    if (isUniqueViolation(error)) return null;
    throw error;
  }
}
