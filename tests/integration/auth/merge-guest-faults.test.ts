import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { currentUser } from '@/lib/auth/current-user';
import { getDatabase } from '@/lib/db/database';
import { onEachDatabase } from '../../support/databases';
import { belongingsOf } from './belongings';
import { newAccount, newGuest } from './people';
import { outcome } from './visitor';

onEachDatabase((kind) => {
  const email = (name: string) => `${name}@${kind}.example`;

  it('stops a running answer first and keeps what it said', async () => {
    const { visitor, id, things } = await newGuest();
    const { prisma } = await getDatabase();
    const turnId = v7();
    const question = { userId: id, id: v7(), conversationId: things.conversationId, position: 0, role: 'user', content: 'And?' };
    await prisma.message.create({ data: question });
    await prisma.turn.create({
      data: {
        userId: id, id: turnId, conversationId: things.conversationId, userMessageId: question.id, attempt: 1, answerId: v7(),
        status: 'running', leaseToken: v7(), leaseExpiresAt: new Date(Date.now() + 60_000), model: 'built-in',
      },
    });
    const chunks = [{ type: 'text-start', id: '1' }, { type: 'text-delta', id: '1', delta: 'Half an answ' }];
    await prisma.turnChunk.create({ data: { userId: id, turnId, seq: 0, data: chunks } });

    const accountId = await visitor.signUp(email('running'));
    const after = await belongingsOf(accountId);
    const turn = after.turn.find((row) => row.id === turnId);
    expect(turn).toMatchObject({ status: 'stopped' });
    expect(after.message.find((row) => row.id === turn?.answerId)).toMatchObject({ content: 'Half an answ', parentId: question.id });
    expect(after.turnChunk.some((row) => row.turnId === turnId)).toBe(false);
  });

  it.each(['sign-up', 'sign-in'] as const)('leaves the guest as they were when the move of a %s fails', async (way) => {
    const { visitor, id } = await newGuest();
    const address = email(`broken-${way}`);
    const other = way === 'sign-in' ? await newAccount(email(`broken-${way}`)) : null;
    const before = await belongingsOf(id);
    const { prisma } = await getDatabase();
    await prisma.$executeRaw`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''refused''; END'`;
    await prisma.$executeRaw`CREATE TRIGGER refuse BEFORE DELETE ON "user" FOR EACH ROW WHEN (old."isAnonymous") EXECUTE FUNCTION refuse()`;
    try {
      const body = { name: 'Ada', email: address, password: 'correct horse' };
      expect(await outcome(await visitor.auth(`/${way}/email`, { body }))).toEqual([500, 'guest_not_merged']);
    } finally {
      await prisma.$executeRaw`DROP FUNCTION refuse() CASCADE`;
    }
    expect(await currentUser(visitor.headers)).toMatchObject({ id, isGuest: true });
    expect(await belongingsOf(id)).toEqual(before);
    expect(await prisma.user.count({ where: { email: address } })).toBe(other ? 1 : 0);
    if (other) expect(await prisma.session.count({ where: { userId: other.id } })).toBe(1);

    const again = way === 'sign-up' ? await visitor.signUp(address) : await visitor.signIn(address);
    expect((await belongingsOf(again)).task).toHaveLength(before.task.length + (other ? 2 : 0));
  });

  it('loses nothing that the guest sends meanwhile: it is moved, or refused', async () => {
    const { visitor, id } = await newGuest();
    const { prisma } = await getDatabase();
    const signedUp = visitor.signUp(email('meanwhile'));
    const sent = await Promise.all(
      Array.from({ length: 40 }, async (_, index) => {
        const data = { userId: id, id: v7(), title: `Sent ${index}` };
        return prisma.conversation.create({ data }).then(() => data.id, () => null);
      }),
    );
    const accountId = await signedUp;
    const { conversation } = await belongingsOf(accountId);
    const kept = sent.filter((conversationId) => conversationId !== null);
    expect(conversation.map((row) => row.id)).toEqual(expect.arrayContaining(kept));
    expect(conversation).toHaveLength(kept.length + 1);
  });
});
