import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { currentUser } from '@/lib/auth/current-user';
import { getDatabase } from '@/lib/db/database';
import { exportJson } from '@/lib/transfer/export-json';
import { importFile } from '@/lib/transfer/import-file';
import { onEachDatabase } from '../../support/databases';
import { collect } from '../transfer/fixtures';
import { belongingsOf, furnish, OWNED, ownedTables } from './belongings';
import { newAccount, newGuest } from './people';
import { Visitor } from './visitor';

/** Rows without what a change of owner changes by intention. */
const stripped = (rows: Record<string, unknown>[]) => rows.map(({ userId: _, number: __, ...row }) => row);

onEachDatabase((kind) => {
  const email = (name: string) => `${name}@${kind}.example`;

  it('is tried with every table that there is', async () => {
    expect([...OWNED].sort()).toEqual(await ownedTables());
  });

  it('keeps every row of every table, and the task numbers, when a guest signs up', async () => {
    const { visitor, id, things } = await newGuest();
    const { prisma } = await getDatabase();
    await prisma.preferences.update({ where: { userId: id }, data: { timeZone: 'Europe/Berlin', theme: 'dark', contextSize: 20 } });
    const before = await belongingsOf(id);
    for (const table of OWNED) expect(before[table].length, table).toBeGreaterThan(0);

    const accountId = await visitor.signUp(email('new'));
    expect(accountId).not.toBe(id);
    expect(await currentUser(visitor.headers)).toMatchObject({ id: accountId, isGuest: false });
    const after = await belongingsOf(accountId);
    for (const table of OWNED) expect(stripped(after[table]), table).toEqual(stripped(before[table]));
    expect(after.task.map(({ number }) => number)).toEqual([things.first, things.first + 2]);
    expect(await prisma.preferences.findUnique({ where: { userId: accountId } })).toMatchObject({
      timeZone: 'Europe/Berlin', theme: 'dark', contextSize: 20, nextTaskNumber: 4,
    });
    expect(await prisma.user.count({ where: { id } })).toBe(0);
    expect(await prisma.preferences.count({ where: { userId: id } })).toBe(0);
  });

  it('joins a guest with an existing account: numbers go on, tags meet, both have everything', async () => {
    const { visitor, id, things } = await newGuest();
    const other = await newAccount(email('old'));
    const [guests, own] = [await belongingsOf(id), await belongingsOf(other.id)];

    expect(await visitor.signIn(email('old'))).toBe(other.id);
    const after = await belongingsOf(other.id);
    for (const table of ['conversation', 'message', 'turn', 'turnChunk', 'toolCall', 'taskChange', 'task', 'share'] as const)
      expect(after[table], table).toHaveLength(guests[table].length + own[table].length);
    expect(after.task.map(({ number }) => number)).toEqual([1, 3, 4, 6]);
    expect(after.tag.map(({ name }) => name)).toEqual(expect.arrayContaining(['home', 'Work', 'food']));
    expect(after.tag).toHaveLength(3);
    const home = after.tag.find(({ name }) => name === 'home');
    expect(after.taskTag).toContainEqual({ userId: other.id, taskId: things.task, tagId: home?.id });
    expect(after.taskTag).toHaveLength(4);
    expect(after.template.map(({ name }) => name)).toEqual(['Trip', 'Trip (2)']);
    const { prisma } = await getDatabase();
    expect(await prisma.preferences.findUnique({ where: { userId: other.id } })).toMatchObject({ nextTaskNumber: 7 });
    expect(await prisma.conversation.findMany({ where: { userId: other.id }, select: { messageCount: true, tasksCreated: true } }))
      .toEqual([{ messageCount: 3, tasksCreated: 2 }, { messageCount: 3, tasksCreated: 2 }]);
  });

  it('withdraws the approval that names tasks by numbers that are others now, not the own one', async () => {
    const { visitor, things } = await newGuest();
    const other = await newAccount(email('approvals'));
    await visitor.signIn(email('approvals'));
    const { toolCall } = await belongingsOf(other.id);
    expect(toolCall.find(({ id }) => id === things.waiting)).toMatchObject({ state: 'expired' });
    expect(toolCall.find(({ id }) => id === other.things.waiting)).toMatchObject({ state: 'requested' });
  });

  it('gives new ids where guest and account chose the same', async () => {
    const other = await newAccount(email('clash'));
    const visitor = new Visitor();
    const id = await visitor.continueAsGuest();
    const { conversationId, questionId } = other.things;
    const things = await furnish(id, [], { conversationId, questionId });

    await visitor.signIn(email('clash'));
    const after = await belongingsOf(other.id);
    expect(after.conversation).toHaveLength(2);
    expect(after.message).toHaveLength(6);
    const answer = after.message.find((message) => message.id === things.answerId);
    const question = after.message.find((message) => message.id === answer?.parentId);
    expect(question).toMatchObject({ role: 'user', content: 'Add milk', conversationId: answer?.conversationId });
    expect(question?.id).not.toBe(questionId);
    expect(after.turn.find((turn) => turn.id === things.turnId)).toMatchObject({ userMessageId: question?.id });
    expect(after.message.find((message) => message.id === questionId)).toMatchObject({ conversationId });
  });

  it('joins a guest who imported the account\'s own conversations, with the calls that their answers tell of', async () => {
    const other = await newAccount(email('import'));
    const visitor = new Visitor();
    const guestId = await visitor.continueAsGuest();
    const { prisma } = await getDatabase();
    const { answerId, turnId } = other.things;
    const call = await prisma.toolCall.findFirstOrThrow({ where: { userId: other.id, turnId } });
    const parts = [{ type: 'text', text: 'Done: ' }, { type: 'tool', id: call.id }, { type: 'text', text: 'that is all.' }];
    await prisma.message.update({ where: { userId_id: { userId: other.id, id: answerId } }, data: { parts } });
    const file = await collect(exportJson(other.id));
    expect(await importFile(guestId, file)).toMatchObject({ imported: 1, failed: [] });

    await visitor.signIn(email('import'));
    const after = await belongingsOf(other.id);
    const calls = after.toolCall.filter(({ callId }) => callId === call.callId).map(({ id }) => id);
    expect(calls).toHaveLength(2);
    const told = after.message.flatMap(({ parts: stored }) => (stored ? [stored] : []));
    expect(told).toEqual(expect.arrayContaining(calls.map((id) => [parts[0], { type: 'tool', id }, parts[2]])));
    expect(new Set(after.turn.map((turn) => turn.answerId)).size).toBe(4);
  });

  it('fills templates up to fifty', async () => {
    const { visitor, id } = await newGuest();
    const other = await newAccount(email('templates'));
    const { prisma } = await getDatabase();
    const many = (userId: string, count: number, prefix: string) =>
      prisma.template.createMany({
        data: Array.from({ length: count }, (_, index) => ({ userId, id: v7(), name: `${prefix} ${index}`, title: 'x' })),
      });
    await many(other.id, 45, 'own');
    await many(id, 10, 'guest');
    await visitor.signIn(email('templates'));
    const { template } = await belongingsOf(other.id);
    expect(template).toHaveLength(50);
    expect(template.filter(({ name }) => String(name).startsWith('own'))).toHaveLength(45);
  });

  it('moves nothing when somebody without a guest session signs in', async () => {
    const { id } = await newGuest();
    await newAccount(email('alone'));
    await new Visitor().signIn(email('alone'));
    expect((await belongingsOf(id)).task).toHaveLength(2);
  });
});
