import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { getDatabase } from '@/lib/db/database';
import { exportJson } from '@/lib/transfer/export-json';
import { importFile } from '@/lib/transfer/import-file';
import { recoverAllTurns } from '@/lib/turns/recover-turns';
import { chatBody } from '@/tests/support/chat-client';
import { createUser, onEachDatabase } from '@/tests/support/databases';
import { outcome } from '../auth/visitor';
import { writeConversation, writeTurn } from '../conversations/fixtures';
import { collect } from '../transfer/fixtures';
import { Chatter, writesNothing } from './chatter';

onEachDatabase(() => {
  /** A turn whose process died after "hello". */
  async function abandoned(userId: string, answerId = v7()): Promise<string> {
    const { prisma } = await getDatabase();
    const { id: conversationId, messageIds } = await writeConversation(userId, [{ content: 'say hello' }]);
    const turnId = await writeTurn(userId, { conversationId, userMessageId: messageIds[0] ?? '', answerId, status: 'running' });
    const data = [{ type: 'text-start', id: 'a' }, { type: 'text-delta', id: 'a', delta: 'hello' }];
    await prisma.turnChunk.create({ data: { userId, turnId, seq: 0, data } });
    await prisma.turn.updateMany({ where: { id: turnId }, data: { leaseExpiresAt: new Date(Date.now() - 1_000) } });
    return turnId;
  }

  it('a turn that cannot be written keeps nobody else\'s from being recovered', async () => {
    const { prisma } = await getDatabase();
    const users = [await createUser(), await createUser(), await createUser()];
    const answerId = v7();
    await writeConversation(users[0] ?? '', [{ id: answerId, role: 'assistant', content: 'That id is taken.' }]);
    const ids = [await abandoned(users[0] ?? '', answerId)];
    for (const user of users.slice(1)) ids.push(await abandoned(user));
    await recoverAllTurns();
    const turns = await prisma.turn.findMany({ where: { id: { in: ids } } });
    expect(Object.fromEntries(turns.map(({ id, status }) => [ids.indexOf(id), status]))).toEqual({ 0: 'running', 1: 'interrupted', 2: 'interrupted' });
  });

  it('a message cannot take the id of an answer that is being made', async () => {
    const me = await Chatter.join();
    const answerId = v7();
    await abandoned(me.id, answerId);
    const taking = { body: chatBody('mine', { conversationId: v7(), messageId: answerId }) };
    expect((await outcome(await writesNothing(() => me.chat(taking))))[0]).toBe(404);
  });

  it('an imported message cannot take the id of an answer that is being made', async () => {
    const user = await createUser();
    const { id, messageIds } = await writeConversation(user, [{ content: 'hello' }, { role: 'assistant', content: 'That id is free there.' }]);
    const file = await collect(exportJson(user, id));
    const other = await createUser();
    await abandoned(other, messageIds[1]);
    expect(await importFile(other, file)).toMatchObject({ imported: 0, failedCount: 1 });
    await recoverAllTurns();
    const { prisma } = await getDatabase();
    expect(await prisma.turn.findMany({ where: { userId: other } })).toMatchObject([{ status: 'interrupted' }]);
  });
});
