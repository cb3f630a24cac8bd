import type { Db } from '@/lib/db/as-user';
import { Prisma } from '@/lib/generated/prisma/client';

type Move = { guestId: string; accountId: string };

/**
 * Locks what the guest owns, in the order of all locks, and the guest itself last: from here on nobody can add a row of
 * theirs, since each refers to the guest's row. @returns false when the guest is gone already.
 */
export async function lockGuest(db: Db, { guestId, accountId }: Move): Promise<boolean> {
  await db.$executeRaw`SET CONSTRAINTS ALL DEFERRED`;
  await db.$queryRaw`SELECT count(*)::int FROM (
    SELECT FROM conversation WHERE user_id = ${guestId}::uuid ORDER BY id FOR UPDATE) AS locked`;
  await db.$queryRaw`SELECT count(*)::int FROM (
    SELECT FROM turn WHERE user_id = ${guestId}::uuid ORDER BY id FOR UPDATE) AS locked`;
  await db.$queryRaw`SELECT count(*)::int FROM (
    SELECT FROM preferences WHERE user_id IN (${guestId}::uuid, ${accountId}::uuid) ORDER BY user_id FOR UPDATE) AS locked`;
  const guests = await db.$queryRaw<{ id: string }[]>`SELECT id FROM "user" WHERE id = ${guestId}::uuid FOR UPDATE`;
  return guests.length > 0;
}

const CLIENT_NAMED = ['conversation', 'message', 'turn', 'task', 'tag', 'template'] as const;

/** Ids may be a client's own, so guest and account can both have one; then the guest's row gets another. */
export async function giveClashingRowsNewIds(db: Db, { guestId, accountId }: Move): Promise<void> {
  await db.$executeRaw`
    WITH clash AS MATERIALIZED (
      SELECT g.id, gen_random_uuid() AS new_id FROM message g JOIN message a ON a.user_id = ${accountId}::uuid AND a.id = g.id
      WHERE g.user_id = ${guestId}::uuid
    ), answers AS (
      UPDATE turn SET answer_id = clash.new_id FROM clash WHERE user_id = ${guestId}::uuid AND answer_id = clash.id
    )
    UPDATE message SET id = clash.new_id FROM clash WHERE user_id = ${guestId}::uuid AND message.id = clash.id`;
  for (const name of CLIENT_NAMED) {
    const table = Prisma.raw(`"${name}"`);
    await db.$executeRaw`UPDATE ${table} SET id = gen_random_uuid() WHERE user_id = ${guestId}::uuid
      AND id IN (SELECT id FROM ${table} WHERE user_id = ${accountId}::uuid)`;
  }
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
