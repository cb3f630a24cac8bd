import { v7 } from 'uuid';
import { beforeEach, expect, it } from 'vitest';
import { changeSeveral } from '@/lib/conversations/change-several';
import { deleteConversation } from '@/lib/conversations/delete-conversation';
import { listConversations } from '@/lib/conversations/list-conversations';
import { emptyConversationTrash, purgeConversations } from '@/lib/conversations/purge-conversations';
import { restoreConversation } from '@/lib/conversations/restore-conversation';
import { getDatabase } from '@/lib/db/database';
import { readChanges } from '@/lib/live/read-changes';
import { createUser, onEachDatabase } from '../../support/databases';
import { belongingsOf, furnish } from '../auth/belongings';
import { writeConversation, writeTurn } from './fixtures';

onEachDatabase(() => {
  let user: string;
  beforeEach(async () => {
    user = await createUser();
  });

  it('erases what is in the trash with all that was said in it, tells the tabs, and leaves tasks and the ledger', async () => {
    const { conversationId, questionId } = await furnish(user, ['home']);
    await writeTurn(user, { conversationId, userMessageId: questionId, attempt: 3, status: 'running' });
    const before = await belongingsOf(user);
    await deleteConversation(user, conversationId);
    const { token } = await readChanges(user);
    expect(await purgeConversations(user, [conversationId.toUpperCase()])).toEqual([conversationId]);
    const after = await belongingsOf(user);
    for (const table of ['conversation', 'message', 'turn', 'turnChunk', 'share'] as const) expect(after[table], table).toEqual([]);
    for (const table of ['task', 'taskChange', 'taskTag', 'tag', 'template'] as const) expect(after[table], table).toEqual(before[table]);
    expect(after.toolCall.map(({ id, turnId }) => [id, turnId])).toEqual(before.toolCall.map(({ id }) => [id, null]));
    expect(await readChanges(user, token)).toMatchObject({ changed: true, running: [] });
    await expect(restoreConversation(user, conversationId)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is found by no search any more', async () => {
    const { id } = await writeConversation(user, [{ content: 'the marmalade recipe' }]);
    const found = async () => (await listConversations(user, { q: 'marmalade' })).items.map((item) => item.id);
    expect(await found()).toEqual([id]);
    await deleteConversation(user, id);
    await purgeConversations(user, [id]);
    expect(await found()).toEqual([]);
    const { prisma } = await getDatabase();
    expect(await prisma.message.count({ where: { userId: user } })).toBe(0);
  });

  it('passes over what is not in the trash, not there, or somebody else\'s, and refuses where nothing is left', async () => {
    const [live, deleted, other] = await Promise.all([writeConversation(user, [{}]), writeConversation(user, [{}]), createUser()]);
    const foreign = await writeConversation(other, [{}], { deletedAt: new Date() });
    await deleteConversation(user, deleted.id);
    expect(await purgeConversations(user, [live.id, deleted.id, foreign.id, v7()])).toEqual([deleted.id]);
    await expect(purgeConversations(user, [live.id, foreign.id])).rejects.toMatchObject({ code: 'not_found', status: 404 });
    await expect(purgeConversations(user, ['x'])).rejects.toMatchObject({ code: 'invalid_id', status: 400 });
    const { prisma } = await getDatabase();
    expect((await prisma.conversation.findMany({ where: { userId: { in: [user, other] } } })).map(({ id }) => id).sort()).toEqual([live.id, foreign.id].sort());
  });

  it('empties the whole trash, in batches, of one person alone', async () => {
    const { prisma } = await getDatabase();
    const other = await createUser();
    const kept = await writeConversation(user, [{}]);
    const write = (userId: string, count: number) =>
      prisma.conversation.createMany({ data: Array.from({ length: count }, () => ({ userId, id: v7(), title: 'Old', deletedAt: new Date() })) });
    await write(user, 120);
    await write(other, 2);
    expect(await emptyConversationTrash(user)).toBe(120);
    expect(await emptyConversationTrash(user)).toBe(0);
    expect((await prisma.conversation.findMany({ where: { userId: user } })).map(({ id }) => id)).toEqual([kept.id]);
    expect(await prisma.conversation.count({ where: { userId: other } })).toBe(2);
  });

  it('a restore and an erasure at once: one of them wins', async () => {
    for (let round = 0; round < 5; round++) {
      const { id } = await writeConversation(user, [{}], { deletedAt: new Date() });
      const [restored, erased] = await Promise.all([changeSeveral(user, [id], 'restore'), purgeConversations(user, [id]).catch(() => [])]);
      expect([...restored, ...erased]).toEqual([id]);
      const { prisma } = await getDatabase();
      expect(await prisma.conversation.count({ where: { userId: user, id } })).toBe(restored.length);
    }
  });
});
