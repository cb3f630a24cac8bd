import { v7 } from 'uuid';
import { beforeEach, expect, it } from 'vitest';
import { archiveConversation } from '@/lib/conversations/archive-conversation';
import { changeConversation } from '@/lib/conversations/change-conversation';
import { changeSeveral } from '@/lib/conversations/change-several';
import { deleteConversation } from '@/lib/conversations/delete-conversation';
import { getConversation } from '@/lib/conversations/get-conversation';
import { markRead } from '@/lib/conversations/mark-read';
import { pinConversation } from '@/lib/conversations/pin-conversation';
import { renameConversation } from '@/lib/conversations/rename-conversation';
import { restoreConversation } from '@/lib/conversations/restore-conversation';
import { setFeedback } from '@/lib/conversations/set-feedback';
import { setLeaf } from '@/lib/conversations/set-leaf';
import { getDatabase } from '@/lib/db/database';
import { readChanges } from '@/lib/live/read-changes';
import { countStatements, createUser, onEachDatabase } from '../../support/databases';
import { addMessages, writeConversation, writeTurn } from './fixtures';

onEachDatabase(() => {
  let user: string;
  let id: string;
  let messageIds: string[];
  beforeEach(async () => {
    user = await createUser();
    ({ id, messageIds } = await writeConversation(user, [{}, {}]));
  });

  it('renames, pins, archives, in one statement each, and does not move updatedAt', async () => {
    const { updatedAt } = await getConversation(user, id);
    const { count } = await countStatements(() => renameConversation(user, id, '  New\n title '));
    expect(count).toBe(1);
    await pinConversation(user, id, true);
    await archiveConversation(user, id, true);
    const changed = await getConversation(user, id);
    expect(changed).toMatchObject({ title: 'New title', updatedAt, pinnedAt: expect.any(String), archivedAt: expect.any(String) });
    await pinConversation(user, id, true);
    expect((await getConversation(user, id)).pinnedAt).toBe(changed.pinnedAt);
    await pinConversation(user, id, false);
    await archiveConversation(user, id, false);
    expect(await getConversation(user, id)).toMatchObject({ pinnedAt: null, archivedAt: null });
    const { prisma } = await getDatabase();
    expect(await prisma.conversation.findFirst({ where: { userId: user, id } })).toMatchObject({ titleSource: 'user' });
  });

  it('changes several fields at once or none', async () => {
    const [first = ''] = messageIds;
    const changed = await changeConversation(user, id, { title: 'All', pinned: true, archived: false, leafId: first });
    expect(changed).toMatchObject({ title: 'All', pinnedAt: expect.any(String), leafId: messageIds[1] });
    await expect(changeConversation(user, id, { title: 'Half', leafId: v7() })).rejects.toMatchObject({ status: 404 });
    expect((await getConversation(user, id)).title).toBe('All');
  });

  it.each(['', '   ', 'x'.repeat(201)])('refuses the title %j', async (title) => {
    await expect(renameConversation(user, id, title)).rejects.toMatchObject({ code: 'invalid_input', status: 400 });
  });

  it('deletes into the trash, stops a running answer, and restores', async () => {
    await writeTurn(user, { conversationId: id, userMessageId: messageIds[0] ?? '', status: 'running' });
    expect(await deleteConversation(user, id)).toMatchObject({ id, deletedAt: expect.any(String) });
    const { prisma } = await getDatabase();
    expect((await prisma.turn.findFirst({ where: { userId: user } }))?.stopRequestedAt).toBeInstanceOf(Date);
    await expect(getConversation(user, id)).rejects.toMatchObject({ code: 'not_found', status: 404 });
    await expect(deleteConversation(user, id)).rejects.toMatchObject({ status: 404 });
    expect(await restoreConversation(user, id)).toMatchObject({ id, deletedAt: null });
    expect(await restoreConversation(user, id)).toMatchObject({ id, deletedAt: null });
    expect(await prisma.message.count({ where: { userId: user } })).toBe(2);
  });

  it('takes feedback on answers only, and takes it back', async () => {
    const [question = '', answer = ''] = messageIds;
    const { prisma } = await getDatabase();
    const read = () => prisma.message.findFirst({ where: { userId: user, id: answer } });
    await setFeedback(user, answer, -1, ' wrong\0 day ');
    expect(await read()).toMatchObject({ feedback: -1, feedbackComment: 'wrong day' });
    await setFeedback(user, answer, null, 'x');
    expect(await read()).toMatchObject({ feedback: null, feedbackComment: null });
    await expect(setFeedback(user, question, 1)).rejects.toMatchObject({ status: 404 });
    await expect(setFeedback(user, answer, 1, 'x'.repeat(1_001))).rejects.toMatchObject({ status: 400 });
    await expect(setFeedback(await createUser(), answer, 1)).rejects.toMatchObject({ status: 404 });
  });

  const operations: [string, (user: string, id: string) => Promise<unknown>][] = [
    ['get', getConversation],
    ['rename', (user, id) => renameConversation(user, id, 'Mine now')],
    ['pin', (user, id) => pinConversation(user, id, true)],
    ['archive', (user, id) => archiveConversation(user, id, true)],
    ['mark read', markRead],
    ['change', (user, id) => changeConversation(user, id, { title: 'Mine now', pinned: true })],
    ['switch', (user, id) => setLeaf(user, id, messageIds[0] ?? '')],
    ['delete', deleteConversation],
    ['restore', restoreConversation],
  ];
  it.each(operations)('%s: unknown, foreign and malformed ids change nothing', async (name, operation) => {
    const stranger = await createUser();
    const { prisma } = await getDatabase();
    const before = await prisma.conversation.findFirst({ where: { userId: user, id } });
    for (const [who, which] of [[stranger, id], [user, v7()]] as const)
      await expect(operation(who, which)).rejects.toMatchObject({ code: 'not_found', status: 404 });
    await expect(operation(user, 'x')).rejects.toMatchObject({ code: 'invalid_id', status: 400 });
    expect(await prisma.conversation.findFirst({ where: { userId: user, id } })).toEqual(before);
    if (name === 'restore') return;
    await deleteConversation(user, id);
    await expect(operation(user, id)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('deletes, restores and archives several at once, passing over what is not the user\'s', async () => {
    const other = await writeConversation(user, [{}]);
    const foreign = await writeConversation(await createUser(), [{}]);
    const ids = [id, other.id, foreign.id, v7()];
    await writeTurn(user, { conversationId: id, userMessageId: messageIds[0] ?? '', status: 'running' });
    const { count, result } = await countStatements(() => changeSeveral(user, ids, 'delete'));
    expect(count).toBe(1);
    expect(result).toEqual([id, other.id].sort());
    const { prisma } = await getDatabase();
    expect((await prisma.turn.findFirst({ where: { userId: user } }))?.stopRequestedAt).toBeInstanceOf(Date);
    expect(await changeSeveral(user, ids, 'archive')).toEqual([]);
    expect(await changeSeveral(user, ids, 'restore')).toHaveLength(2);
    expect(await changeSeveral(user, [other.id], 'archive')).toEqual([other.id]);
    expect(await getConversation(user, other.id)).toMatchObject({ archivedAt: expect.any(String) });
    expect(await prisma.conversation.findFirst({ where: { id: foreign.id } })).toMatchObject({ deletedAt: null, archivedAt: null });
    await expect(changeSeveral(user, ['x'], 'delete')).rejects.toMatchObject({ code: 'invalid_id' });
    await expect(changeSeveral(user, Array.from({ length: 501 }, () => v7()), 'delete')).rejects.toMatchObject({ code: 'too_many' });
  });

  it('tells other tabs of every change, by one statement', async () => {
    let { token } = await readChanges(user);
    const isTold = async () => {
      const answer = await readChanges(user, token);
      token = answer.token;
      return answer.changed;
    };
    expect((await countStatements(isTold)).count).toBe(1);
    expect(await isTold()).toBe(false);
    for (const change of [
      () => renameConversation(user, id, 'x'), () => pinConversation(user, id, true), () => archiveConversation(user, id, true),
      () => markRead(user, id), () => setLeaf(user, id, messageIds[0] ?? ''), () => deleteConversation(user, id), () => restoreConversation(user, id),
      () => addMessages(user, id, [{ createdAt: new Date(Date.now() + 60_000) }], null),
      () => writeTurn(user, { conversationId: id, userMessageId: messageIds[0] ?? '', status: 'running' }),
    ]) {
      await change();
      expect(await isTold()).toBe(true);
      expect(await isTold()).toBe(false);
    }
    expect((await readChanges(user, 'anything')).running).toEqual([id]);
    const stranger = await createUser();
    const theirs = await readChanges(stranger);
    await renameConversation(user, id, 'y');
    expect(await readChanges(stranger, theirs.token)).toEqual({ ...theirs, changed: false });
  });

  it('two tabs renaming, deleting and restoring at once end in one defined state, without a deadlock', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 30 }, (_, index) => {
        if (index % 3 === 0) return renameConversation(user, id, `Title ${index}`);
        return index % 3 === 1 ? deleteConversation(user, id) : restoreConversation(user, id);
      }),
    );
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'not_found' });
    expect(await restoreConversation(user, id)).toMatchObject({ id, messageCount: 2, deletedAt: null });
  });
});
