import type { UIMessageChunk } from 'ai';
import { expect, it, vi } from 'vitest';
import { getDatabase } from '@/lib/db/database';
import { answer } from '@/lib/turns/answer';
import { openTurn } from '@/lib/turns/open-turn';
import { startChat } from '@/lib/turns/start-chat';
import { createUser, onEachDatabase } from '@/tests/support/databases';
import { words } from '@/tests/support/openai-replies';
import { hear, request, stored } from './hearing';
import { withModelServer } from './model-server';

const model = withModelServer();

onEachDatabase(() => {
  it('characters that no database takes, in what one model sends, cost nobody their turn', async () => {
    const [mine, theirs] = [request(await createUser(), 'add it'), request(await createUser(), 'talk')];
    const odd = { calls: [{ name: 'create_tasks', arguments: { tasks: [{ title: 'Mi\0lk \ud800' }] } }] };
    const slowly = { text: words(60), wordMs: 50 };
    model().answer(({ userText, toolOutputs }) => (userText === 'add it' && toolOutputs.length === 0 ? odd : slowly));
    const answers = await Promise.all([mine, theirs].map(async (said) => hear(await startChat(said))));
    expect(answers.map(({ text }) => text)).toEqual([words(60), words(60)]);
    // Written while they were made: a turn whose leases are not renewed ends after ten seconds.
    const { prisma } = await getDatabase();
    for (const { userId, conversationId } of [mine, theirs]) {
      const [turn] = await prisma.turn.findMany({ where: { userId, conversationId } });
      expect(turn?.status).toBe('completed');
      expect(turn?.leaseExpiresAt.getTime()).toBeGreaterThan((turn?.createdAt.getTime() ?? 0) + 10_500);
    }
    expect((await stored(mine.userId, mine.conversationId)).tasks).toMatchObject([{ title: 'Milk \ufffd' }]);
  });

  it('what a save may have written already is repeated as it was, since others may have read it', async () => {
    const userId = await createUser();
    const said = request(userId, 'talk');
    model().answer({ text: words(120), wordMs: 20 });
    const turn = await openTurn({ ...said, title: 'talk', model: 'gpt-5.1' });
    if (!turn) throw new Error('the turn was not opened');

    const { prisma } = await getDatabase();
    const rows = () => prisma.turnChunk.findMany({ where: { userId }, orderBy: { seq: 'asc' } });
    // The first save gets through, but its answer does not come back.
    const real = prisma.$queryRaw.bind(prisma);
    let lost = 0;
    const query = vi.spyOn(prisma, '$queryRaw').mockImplementation(((...args: Parameters<typeof real>) => {
      const result = real(...args);
      const isSave = JSON.stringify(args[0]).includes('INSERT INTO turn_chunk');
      if (!isSave || lost > 0) return result;
      lost++;
      return result.then(() => Promise.reject(new Error('The connection broke.')));
    }) as typeof prisma.$queryRaw);
    try {
      const live = answer(turn, async () => ({ userText: 'talk', recorded: [], historyLeafId: turn.userMessageId }));
      await vi.waitFor(async () => expect(await rows()).toHaveLength(1), { timeout: 5_000 });
      const [first] = await rows();
      await vi.waitFor(async () => expect((await rows()).length).toBeGreaterThan(2), { timeout: 5_000 });
      const [again, ...later] = await rows();
      expect(lost).toBe(1);
      expect(again).toEqual(first);
      const told = [again, ...later].flatMap((row) => row?.data as unknown as UIMessageChunk[]);
      const text = told.flatMap((chunk) => (chunk.type === 'text-delta' ? [chunk.delta] : [])).join('');
      expect(words(120).startsWith(text.trimEnd())).toBe(true);
      await live.settled;
      expect((await stored(userId, said.conversationId)).messages[1]?.content).toBe(words(120));
    } finally {
      query.mockRestore();
    }
  });
});
