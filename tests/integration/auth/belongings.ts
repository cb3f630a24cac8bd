import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import { getDatabase } from '@/lib/db/database';

/** Every table whose rows belong to a person, by the name of its Prisma model. */
export const OWNED = [
  'conversation', 'message', 'turn', 'turnChunk', 'toolCall', 'taskChange', 'task', 'tag', 'taskTag', 'template',
  'share', 'conversationTitle',
] as const;

/** Tables with a `user_id`, as the database knows them, but for the preferences, which a person has one row of. */
export async function ownedTables(): Promise<string[]> {
  const { prisma } = await getDatabase();
  const rows = await prisma.$queryRaw<{ name: string }[]>`
    SELECT table_name::text AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'user_id' AND table_name <> 'preferences'`;
  return rows.map(({ name }) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())).sort();
}

/** What a person has, table by table. */
export async function belongingsOf(userId: string): Promise<Record<(typeof OWNED)[number], Record<string, unknown>[]>> {
  const { prisma } = await getDatabase();
  const where = { where: { userId } };
  return {
    conversation: await prisma.conversation.findMany({ ...where, orderBy: { id: 'asc' } }),
    message: await prisma.message.findMany({ ...where, orderBy: { id: 'asc' } }),
    turn: await prisma.turn.findMany({ ...where, orderBy: { id: 'asc' } }),
    turnChunk: await prisma.turnChunk.findMany({ ...where, orderBy: { seq: 'asc' } }),
    toolCall: await prisma.toolCall.findMany({ ...where, orderBy: { id: 'asc' } }),
    taskChange: await prisma.taskChange.findMany({ ...where, orderBy: { id: 'asc' } }),
    task: await prisma.task.findMany({ ...where, orderBy: { number: 'asc' } }),
    tag: await prisma.tag.findMany({ ...where, orderBy: { name: 'asc' } }),
    taskTag: await prisma.taskTag.findMany({ ...where, orderBy: { taskId: 'asc' } }),
    share: await prisma.share.findMany({ ...where, orderBy: { id: 'asc' } }),
    conversationTitle: await prisma.conversationTitle.findMany({ ...where, orderBy: { id: 'asc' } }),
    template: await prisma.template.findMany({ ...where, orderBy: { name: 'asc' } }),
  };
}

type Ids = { conversationId?: string; questionId?: string };

/**
 * Gives a person a row in every table, each with all of its references: a conversation with a branch, an answer that was
 * continued, a task with a subtask and tags, a change that was undone.
 */
export async function furnish(userId: string, tagNames: string[], ids: Ids = {}) {
  const { prisma } = await getDatabase();
  const { conversationId = randomUUID(), questionId = randomUUID() } = ids;
  const answerId = v7();
  const turnId = v7();
  await prisma.conversation.create({ data: { userId, id: conversationId, title: 'Groceries', tasksCreated: 2 } });
  const message = { userId, conversationId, position: 0 };
  await prisma.message.create({ data: { ...message, id: questionId, role: 'user', content: 'Add milk' } });
  await prisma.message.create({ data: { ...message, id: answerId, parentId: questionId, role: 'assistant', content: 'Done.' } });
  await prisma.message.create({ data: { ...message, id: randomUUID(), parentId: questionId, role: 'assistant', content: 'Again.' } });
  const turn = { userId, conversationId, userMessageId: questionId, leaseExpiresAt: new Date(), model: 'built-in' };
  const ended = { status: 'completed', endedAt: new Date() };
  await prisma.turn.create({ data: { ...turn, ...ended, id: turnId, attempt: 1, answerId, leaseToken: v7() } });
  const continued = { id: v7(), attempt: 2, answerId: v7(), continuesId: answerId, leaseToken: v7() };
  await prisma.turn.create({ data: { ...turn, ...ended, ...continued } });
  await prisma.turnChunk.create({ data: { userId, turnId, seq: 0, data: [] } });

  const call = { userId, source: 'chat', tool: 'create_tasks', arguments: {}, skill: 'TaskManagementSkill' };
  const [madeBy, undoneBy, waiting] = [v7(), v7(), v7()];
  await prisma.toolCall.create({ data: { ...call, id: madeBy, turnId, callId: 'a', state: 'ok' } });
  await prisma.toolCall.create({ data: { ...call, id: undoneBy, state: 'ok', tool: 'undo' } });
  await prisma.toolCall.create({ data: { ...call, id: waiting, turnId, callId: 'b', state: 'requested', arguments: { tasks: ['1'] } } });

  const tokenHash = randomUUID().replaceAll('-', '').padEnd(43, '_');
  const share = v7();
  await prisma.share.create({
    data: { userId, id: share, conversationId, tokenHash, title: 'Groceries', snapshot: {}, withTools: false },
  });

  const first = await takeNumbers(userId, 3);
  const [task, subtask] = [v7(), v7()];
  await prisma.task.create({ data: { userId, id: task, number: first, title: 'Milk' } });
  await prisma.task.create({ data: { userId, id: subtask, number: first + 2, title: 'Oats', parentId: task } });
  const change = { userId, toolCallId: madeBy, operation: 'create', versionBefore: 0, versionAfter: 1 };
  await prisma.taskChange.create({ data: { ...change, id: v7(), taskId: task } });
  await prisma.taskChange.create({ data: { ...change, id: v7(), taskId: subtask, undoneBy } });
  for (const name of tagNames) {
    const tagId = v7();
    await prisma.tag.create({ data: { userId, id: tagId, name, color: 'green' } });
    await prisma.taskTag.create({ data: { userId, taskId: task, tagId } });
  }
  await prisma.template.create({ data: { userId, id: v7(), name: 'Trip', title: 'Pack' } });
  const apiKey = randomUUID();
  const made = new Date();
  await prisma.apikey.create({ data: { id: apiKey, referenceId: userId, name: 'Script', key: randomUUID(), createdAt: made, updatedAt: made } });
  return { conversationId, questionId, answerId, turnId, madeBy, waiting, task, subtask, first, share, apiKey };
}

async function takeNumbers(userId: string, count: number): Promise<number> {
  const { prisma } = await getDatabase();
  const { nextTaskNumber } = await prisma.preferences.update({
    where: { userId },
    data: { nextTaskNumber: { increment: count } },
  });
  return nextTaskNumber - count;
}
