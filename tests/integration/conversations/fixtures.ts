import { v7 } from 'uuid';
import { getDatabase } from '@/lib/db/database';
import type { Prisma } from '@/lib/generated/prisma/client';
import type { TurnStatus } from '@/lib/turns/statuses';

type NewMessage = {
  id?: string;
  role?: 'user' | 'assistant';
  content?: string;
  parentId?: string | null;
  parts?: Prisma.InputJsonValue;
  skillUsed?: string;
  createdAt?: Date;
};

/** Writes a conversation whose messages follow one another unless they name a parent. @returns the ids. */
export async function writeConversation(
  userId: string,
  messages: NewMessage[],
  conversation: Partial<Prisma.ConversationUncheckedCreateInput> = {},
): Promise<{ id: string; messageIds: string[] }> {
  const { prisma } = await getDatabase();
  const id = conversation.id ?? v7();
  await prisma.conversation.create({ data: { title: 'A conversation', ...conversation, userId, id } });
  const messageIds = await addMessages(userId, id, messages, null);
  return { id, messageIds };
}

/** Adds messages below `parentId`, each below the one before. @returns their ids. */
export async function addMessages(userId: string, conversationId: string, messages: NewMessage[], parentId: string | null): Promise<string[]> {
  const { prisma } = await getDatabase();
  const ids: string[] = [];
  const data = messages.map((message, index) => {
    const id = message.id ?? v7();
    const parent = message.parentId !== undefined ? message.parentId : (ids.at(-1) ?? parentId);
    ids.push(id);
    const role = message.role ?? (index % 2 === 0 ? 'user' : 'assistant');
    return { content: `Message ${index}`, ...message, userId, id, conversationId, parentId: parent, role, position: 0 };
  });
  for (let start = 0; start < data.length; start += 500) await prisma.message.createMany({ data: data.slice(start, start + 500) });
  return ids;
}

/** Records a turn. @returns its id. */
export async function writeTurn(
  userId: string,
  turn: { conversationId: string; userMessageId: string; answerId?: string; attempt?: number; status?: TurnStatus; errorCode?: string },
): Promise<string> {
  const { prisma } = await getDatabase();
  const id = v7();
  const { status = 'completed', attempt = 1, answerId = v7(), ...rest } = turn;
  const lease = { leaseToken: v7(), leaseExpiresAt: new Date(Date.now() + 10_000) };
  const endedAt = status === 'running' ? null : new Date();
  await prisma.turn.create({ data: { ...rest, ...lease, userId, id, status, attempt, answerId, model: 'built-in', endedAt } });
  return id;
}

/** Records a tool call of a turn. @returns its id. */
export async function writeToolCall(
  userId: string,
  call: Partial<Prisma.ToolCallUncheckedCreateInput> & { turnId: string | null },
): Promise<string> {
  const { prisma } = await getDatabase();
  const id = call.id ?? v7();
  const defaults = { callId: `call-${id}`, source: 'chat', state: 'ok', tool: 'create_tasks', skill: 'TaskManagementSkill' };
  const result = { ok: true, message: 'Created "Buy milk" (1).' };
  await prisma.toolCall.create({ data: { arguments: { tasks: [{ title: 'Buy milk' }] }, result, ...defaults, ...call, userId, id } });
  return id;
}

/** Records that a tool call changed a task (one that is gone since). */
export async function writeChange(userId: string, toolCallId: string, change: Partial<Prisma.TaskChangeUncheckedCreateInput> = {}): Promise<void> {
  const { prisma } = await getDatabase();
  const data = { operation: 'create', versionBefore: 0, versionAfter: 1, ...change, userId, id: v7(), toolCallId };
  await prisma.taskChange.create({ data });
}

/** Writes a conversation of `length` short messages in one go, past the trigger that numbers them one by one. @returns ids. */
export async function writeLongConversation(userId: string, length: number): Promise<{ id: string; lastId: string }> {
  const { prisma } = await getDatabase();
  const id = v7();
  await prisma.conversation.create({ data: { title: 'A long conversation', userId, id } });
  await prisma.$transaction([
    prisma.$executeRaw`SELECT set_config('sayso.messages_placed', 'yes', true)`,
    prisma.$executeRaw`
      WITH ids AS MATERIALIZED (SELECT n, gen_random_uuid() AS id FROM generate_series(0, ${length - 1}::int) n)
      INSERT INTO message (user_id, id, conversation_id, parent_id, position, role, content)
      SELECT ${userId}::uuid, id, ${id}::uuid, lag(id) OVER (ORDER BY n), n, CASE n % 2 WHEN 0 THEN 'user' ELSE 'assistant' END, 'Message ' || n
      FROM ids`,
    prisma.$executeRaw`
      UPDATE conversation c SET next_position = ${length}::int, message_count = ${length}::int,
        leaf_id = (SELECT m.id FROM message m WHERE m.user_id = c.user_id AND m.conversation_id = c.id AND m.position = ${length - 1}::int)
      WHERE c.user_id = ${userId}::uuid AND c.id = ${id}::uuid`,
  ]);
  const last = await prisma.conversation.findUniqueOrThrow({ where: { userId_id: { userId, id } } });
  return { id, lastId: last.leafId ?? '' };
}
