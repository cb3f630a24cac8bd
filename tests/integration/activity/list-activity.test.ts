import { v7 } from 'uuid';
import { beforeEach, expect, it } from 'vitest';
import { listActivity } from '@/lib/activity/list-activity';
import { getDatabase } from '@/lib/db/database';
import { countStatements, createUser, onEachDatabase } from '../../support/databases';
import { writeChange, writeConversation, writeToolCall, writeTurn } from '../conversations/fixtures';

onEachDatabase(() => {
  let user: string;
  beforeEach(async () => {
    user = await createUser();
  });

  const ids = async (owner: string) => (await listActivity(owner)).items.map(({ id }) => id);

  it('lists every call that changed a task, newest first, wherever it came from', async () => {
    const { id: conversationId, messageIds } = await writeConversation(user, [{}]);
    const turnId = await writeTurn(user, { conversationId, userMessageId: messageIds[0] ?? '' });
    const { prisma } = await getDatabase();
    const task = { userId: user, id: v7(), number: 1, title: 'Buy milk' };
    await prisma.task.create({ data: task });
    const said = await writeToolCall(user, { turnId, actionTaken: 'Created "Buy milk" (1).', createdAt: new Date('2026-01-01') });
    await writeChange(user, said, { taskId: task.id, after: { title: 'Buy milk' } });
    await writeToolCall(user, { turnId, tool: 'list_tasks', createdAt: new Date('2026-01-02') });
    const byHand = await writeToolCall(user, { turnId: null, callId: null, source: 'page', tool: 'complete_tasks', createdAt: new Date('2026-01-03') });
    await writeChange(user, byHand, { taskId: task.id, operation: 'complete', before: { status: 'pending' }, after: { status: 'completed' } });
    const { count, result } = await countStatements(() => listActivity(user));
    expect(count).toBe(1);
    const change = { taskId: task.id, number: 1, title: 'Buy milk' };
    expect(result).toEqual({
      nextCursor: null,
      items: [
        { id: byHand, tool: 'complete_tasks', skill: 'TaskManagementSkill', source: 'page', actionTaken: null, conversationId: null,
          createdAt: '2026-01-03T00:00:00.000Z', undoneAt: null, changeCount: 1,
          changes: [{ ...change, operation: 'complete', before: { status: 'pending' }, after: { status: 'completed' } }] },
        { id: said, tool: 'create_tasks', skill: 'TaskManagementSkill', source: 'chat', actionTaken: 'Created "Buy milk" (1).', conversationId,
          createdAt: '2026-01-01T00:00:00.000Z', undoneAt: null, changeCount: 1,
          changes: [{ ...change, operation: 'create', before: null, after: { title: 'Buy milk' } }] },
      ],
    });
    await prisma.conversation.delete({ where: { userId_id: { userId: user, id: conversationId } } });
    expect((await listActivity(user)).items.map((item) => [item.id, item.conversationId])).toEqual([[byHand, null], [said, null]]);
    expect(await ids(await createUser())).toEqual([]);
  });

  it('says when a call was undone, and lists at most 20 of its changes', async () => {
    const call = await writeToolCall(user, { turnId: null, source: 'page' });
    const undo = await writeToolCall(user, { turnId: null, source: 'page', tool: 'undo', createdAt: new Date('2026-05-05') });
    for (let index = 0; index < 25; index++) await writeChange(user, call, { undoneBy: undo });
    const { items } = await listActivity(user);
    expect(items).toMatchObject([{ id: call, changeCount: 25, undoneAt: '2026-05-05T00:00:00.000Z' }]);
    expect(items[0]?.changes).toHaveLength(20);
  });

  it('pages without gaps or doubles while new calls are made, also at one instant', async () => {
    const at = new Date();
    const written: string[] = [];
    for (let index = 0; index < 11; index++) {
      const call = await writeToolCall(user, { turnId: null, source: 'page', createdAt: at });
      await writeChange(user, call);
      written.push(call);
    }
    for (const limit of [1, 3, 5, 11]) {
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page = await listActivity(user, { cursor, limit });
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
        await writeChange(user, await writeToolCall(user, { turnId: null, source: 'page' }));
      } while (cursor);
      expect(seen.filter((id) => written.includes(id))).toEqual([...written].reverse());
      expect(new Set(seen).size).toBe(seen.length);
    }
    await expect(listActivity(user, { cursor: 'x' })).rejects.toMatchObject({ code: 'invalid_cursor' });
  });
});
