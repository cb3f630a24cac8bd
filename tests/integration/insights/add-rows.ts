import { v7 } from 'uuid';
import { asUser } from '@/lib/db/as-user';
import { toInstant } from '@/lib/language/calendar';

/** Adds a task as it would be found later; instants as ISO 8601, `due` a day in `zone`. */
export async function addTask(
  userId: string,
  number: number,
  row: { created: string; completed?: string; due?: string; zone?: string; deleted?: string; tags?: string[]; priority?: number },
): Promise<string> {
  const id = v7();
  const { due, zone = 'UTC' } = row;
  await asUser(userId, async (db) => {
    await db.task.create({
      data: {
        userId, id, number, title: `Task ${number}`, priority: row.priority ?? 0,
        status: row.completed ? 'completed' : 'pending', completedAt: row.completed ?? null,
        createdAt: row.created, updatedAt: row.created, deletedAt: row.deleted ?? null,
        ...(due && {
          dueDate: `${due}T00:00:00Z`, timeZone: zone,
          dueAt: new Date(toInstant(due, null, zone).getTime() + 86_400_000 - 1),
        }),
      },
    });
    for (const name of row.tags ?? []) {
      const tag = (await db.tag.findFirst({ where: { userId, name } })) ?? (await db.tag.create({ data: { userId, id: v7(), name, color: 'gray' } }));
      await db.taskTag.create({ data: { userId, taskId: id, tagId: tag.id } });
    }
  });
  return id;
}

/** Adds a conversation whose answers have these skills and instants; each with a finished turn. */
export async function addAnswers(userId: string, answers: { at: string; skill: string | null; tokens?: number }[]): Promise<void> {
  await asUser(userId, async (db) => {
    const conversationId = v7();
    await db.conversation.create({ data: { userId, id: conversationId, title: 'Numbers', createdAt: '2026-01-01T00:00:00Z' } });
    for (const { at, skill, tokens } of answers) {
      const [question, answer] = [v7(), v7()];
      const createdAt = new Date(at);
      await db.message.create({ data: { userId, id: question, conversationId, position: 0, role: 'user', content: 'How many?', createdAt } });
      await db.message.create({
        data: { userId, id: answer, conversationId, position: 0, role: 'assistant', content: 'Two.', skillUsed: skill, parentId: question, createdAt },
      });
      await db.turn.create({
        data: {
          userId, id: v7(), conversationId, userMessageId: question, attempt: 1, answerId: answer, status: 'completed',
          leaseToken: v7(), leaseExpiresAt: createdAt, model: 'built-in', tokensIn: tokens ?? null, tokensOut: tokens ?? null,
          createdAt, endedAt: new Date(createdAt.getTime() + 40),
        },
      });
    }
  });
}
