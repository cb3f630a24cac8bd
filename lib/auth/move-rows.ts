import type { Db } from '@/lib/db/as-user';
import { Prisma } from '@/lib/generated/prisma/client';

type Move = { guestId: string; accountId: string };

const CLIENT_NAMED = ['conversation', 'message', 'turn', 'task', 'tag', 'template'] as const;

/** Ids may be a client's own, or an import's, so guest and account can both have one; then the guest's row gets another. */
export async function giveClashingRowsNewIds(db: Db, both: Move): Promise<void> {
  const { guestId, accountId } = both;
  await renameAnswers(db, both);
  await renameCalls(db, both);
  for (const name of CLIENT_NAMED) {
    const table = Prisma.raw(`"${name}"`);
    await db.$executeRaw`UPDATE ${table} SET id = gen_random_uuid() WHERE user_id = ${guestId}::uuid
      AND id IN (SELECT id FROM ${table} WHERE user_id = ${accountId}::uuid)`;
  }
}

/** A turn names its answer before that is written, and without a reference: one that is not there follows nothing. */
async function renameAnswers(db: Db, { guestId, accountId }: Move): Promise<void> {
  await db.$executeRaw`
    WITH clash AS MATERIALIZED (
      SELECT m.id, gen_random_uuid() AS new_id FROM message m WHERE m.user_id = ${guestId}::uuid AND (
        EXISTS (SELECT 1 FROM message a WHERE a.user_id = ${accountId}::uuid AND a.id = m.id)
        OR EXISTS (SELECT 1 FROM turn t WHERE t.user_id = ${accountId}::uuid AND t.answer_id = m.id))
    ), answers AS (
      UPDATE turn SET answer_id = clash.new_id FROM clash WHERE user_id = ${guestId}::uuid AND answer_id = clash.id
    )
    UPDATE message SET id = clash.new_id FROM clash WHERE user_id = ${guestId}::uuid AND message.id = clash.id`;
  await db.$executeRaw`UPDATE turn SET answer_id = gen_random_uuid() WHERE user_id = ${guestId}::uuid
    AND answer_id IN (SELECT answer_id FROM turn WHERE user_id = ${accountId}::uuid)`;
}

/** Messages name calls in their parts, without a reference. */
async function renameCalls(db: Db, { guestId, accountId }: Move): Promise<void> {
  await db.$executeRaw`
    WITH clash AS MATERIALIZED (
      SELECT g.id, gen_random_uuid() AS new_id FROM tool_call g JOIN tool_call a ON a.user_id = ${accountId}::uuid AND a.id = g.id
      WHERE g.user_id = ${guestId}::uuid
    ), told AS (
      UPDATE message m SET parts = (
        SELECT jsonb_agg(CASE WHEN c.id IS NULL THEN part ELSE jsonb_set(part, '{id}', to_jsonb(c.new_id)) END ORDER BY place)
        FROM jsonb_array_elements(m.parts) WITH ORDINALITY AS p (part, place) LEFT JOIN clash c ON c.id = (part ->> 'id')::uuid)
      WHERE m.user_id = ${guestId}::uuid AND EXISTS (
        SELECT 1 FROM jsonb_array_elements(m.parts) AS p (part) JOIN clash c ON c.id = (part ->> 'id')::uuid)
    )
    UPDATE tool_call SET id = clash.new_id FROM clash WHERE user_id = ${guestId}::uuid AND tool_call.id = clash.id`;
}

/** Conversations with messages, turns and chunks, which follow by their references; calls and changes. */
export async function moveConversations(db: Db, { guestId, accountId }: Move): Promise<void> {
  // Turns were stopped before; one that began since has said next to nothing.
  await db.$executeRaw`DELETE FROM turn_chunk USING turn WHERE turn.user_id = ${guestId}::uuid AND turn.status = 'running'
    AND turn_chunk.user_id = turn.user_id AND turn_chunk.turn_id = turn.id`;
  await db.$executeRaw`UPDATE turn SET status = 'stopped', ended_at = now(), stop_requested_at = coalesce(stop_requested_at, now())
    WHERE user_id = ${guestId}::uuid AND status = 'running'`;
  await db.$executeRaw`UPDATE conversation SET user_id = ${accountId}::uuid WHERE user_id = ${guestId}::uuid`;
  await db.$executeRaw`UPDATE tool_call SET user_id = ${accountId}::uuid WHERE user_id = ${guestId}::uuid`;
  await db.$executeRaw`UPDATE task_change SET user_id = ${accountId}::uuid WHERE user_id = ${guestId}::uuid`;
}

/**
 * Tasks, numbered on from the account's; a new account's keep their numbers. A call that waits for approval may name
 * tasks by their old numbers, so it is withdrawn when they change.
 */
export async function moveTasks(db: Db, { guestId, accountId }: Move): Promise<void> {
  const [account] = await db.$queryRaw<{ numbered: number }[]>`
    SELECT next_task_number - 1 AS numbered FROM preferences WHERE user_id = ${accountId}::uuid`;
  const numbered = account?.numbered ?? 0;
  if (numbered > 0)
    await db.$executeRaw`UPDATE tool_call SET state = 'expired', decided_at = now()
      WHERE user_id = ${guestId}::uuid AND state = 'requested'`;
  await db.$executeRaw`UPDATE task SET user_id = ${accountId}::uuid, number = number + ${numbered}::int
    WHERE user_id = ${guestId}::uuid`;
  await db.$executeRaw`UPDATE preferences SET change_sequence = preferences.change_sequence + 1,
      next_task_number = ${numbered}::int + guest.next_task_number,
      time_zone = coalesce(preferences.time_zone, guest.time_zone)
    FROM preferences AS guest WHERE preferences.user_id = ${accountId}::uuid AND guest.user_id = ${guestId}::uuid`;
}

/** Tags; where the account has one of that name, in whatever case, the guest's tasks get the account's. */
export async function moveTags(db: Db, { guestId, accountId }: Move): Promise<void> {
  await db.$executeRaw`UPDATE task_tag SET user_id = ${accountId}::uuid, tag_id = mine.id
    FROM tag JOIN tag AS mine ON mine.user_id = ${accountId}::uuid AND lower(mine.name) = lower(tag.name)
    WHERE tag.user_id = ${guestId}::uuid AND task_tag.user_id = tag.user_id AND task_tag.tag_id = tag.id`;
  await db.$executeRaw`DELETE FROM tag USING tag AS mine WHERE tag.user_id = ${guestId}::uuid
    AND mine.user_id = ${accountId}::uuid AND lower(mine.name) = lower(tag.name)`;
  await db.$executeRaw`UPDATE tag SET user_id = ${accountId}::uuid WHERE user_id = ${guestId}::uuid`;
}

/** The choices that a guest made become those of the account they have just made. */
export async function copyPreferences(db: Db, { guestId, accountId }: Move): Promise<void> {
  await db.$executeRaw`UPDATE preferences SET time_zone = guest.time_zone, locale = guest.locale,
      week_start = guest.week_start, theme = guest.theme, default_priority = guest.default_priority,
      context_size = guest.context_size, auto_delete_days = guest.auto_delete_days
    FROM preferences AS guest WHERE preferences.user_id = ${accountId}::uuid AND guest.user_id = ${guestId}::uuid`;
}
