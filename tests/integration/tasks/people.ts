import { v7 } from 'uuid';
import type { Actor } from '@/lib/assistant/actor';
import { runTool } from '@/lib/assistant/run-tool';
import { asUser } from '@/lib/db/as-user';
import { loadNamed } from '@/lib/tasks/load-tasks';
import type { TaskRow } from '@/lib/tasks/task-row';
import type { ToolFailure, ToolSuccess } from '@/lib/tasks/tool-output';
import { createUser } from '../../support/databases';

/** Monday 23 November 2026, 10:00 in UTC. */
export const NOW = '2026-11-23T10:00:00.000Z';

/** A person acting by hand at a fixed moment in a fixed zone. */
export async function newActor(given: Partial<Actor> = {}): Promise<Actor> {
  return { userId: await createUser(), source: 'page', now: new Date(NOW), timeZone: 'UTC', ...given };
}

/** Runs a tool that has to succeed. */
export async function succeed(actor: Actor, tool: string, input: unknown): Promise<ToolSuccess> {
  const output = await runTool(actor, tool, input);
  if (!output.ok) throw new Error(`${tool}: ${output.code}: ${output.message}`);
  return output;
}

/** Runs a tool that has to fail. */
export async function fail(actor: Actor, tool: string, input: unknown): Promise<ToolFailure> {
  const output = await runTool(actor, tool, input);
  if (output.ok) throw new Error(`${tool} did not fail: ${output.message}`);
  return output;
}

/** Creates one task and gives it back. */
export async function create(actor: Actor, task: Record<string, unknown> & { title: string }) {
  const [made] = (await succeed(actor, 'create_tasks', { tasks: [task] })).tasks ?? [];
  if (!made) throw new Error('No task was made.');
  return made;
}

/** The stored row of a task by its number. */
export async function rowOf({ userId }: Actor, number: number): Promise<TaskRow> {
  const [row] = await asUser(userId, (db) => loadNamed(db, userId, [number], []));
  if (!row) throw new Error(`There is no task ${number}.`);
  return row;
}

/** A conversation with a running turn; gives the actor that acts under it. */
export async function inChat(actor: Actor, userText = '', conversationId = v7()): Promise<Actor & { turn: NonNullable<Actor['turn']> }> {
  const { userId } = actor;
  const [messageId, turnId, leaseToken] = [v7(), v7(), v7()];
  await asUser(userId, async (db) => {
    await db.turn.updateMany({ where: { userId, conversationId, status: 'running' }, data: { status: 'completed', endedAt: new Date() } });
    await db.conversation.upsert({
      where: { userId_id: { userId, id: conversationId } }, update: {}, create: { userId, id: conversationId, title: 'A chat' },
    });
    await db.message.create({ data: { userId, id: messageId, conversationId, position: 0, role: 'user', content: userText || 'Hello' } });
    await db.turn.create({
      data: {
        userId, id: turnId, conversationId, userMessageId: messageId, attempt: 1, answerId: v7(), status: 'running', leaseToken,
        leaseExpiresAt: new Date(Date.now() + 60_000), model: 'built-in', timeZone: actor.timeZone,
      },
    });
  }, { transaction: true });
  return { ...actor, source: 'chat', userText, turn: { id: turnId, leaseToken, conversationId } };
}

/** Numbers and titles of all tasks outside the trash, and what else of them a person can see. */
export async function visibleTasks({ userId }: Actor): Promise<Omit<TaskRow, 'version' | 'updatedAt'>[]> {
  const numbers = await asUser(userId, (db) => db.task.findMany({ where: { userId, deletedAt: null }, select: { number: true } }));
  const rows = await asUser(userId, (db) => loadNamed(db, userId, numbers.map(({ number }) => number), []));
  return rows.filter(({ deletedAt }) => deletedAt === null).map(({ version: _version, updatedAt: _updatedAt, ...seen }) => seen);
}
