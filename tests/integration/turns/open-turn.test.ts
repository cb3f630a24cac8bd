import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { getDatabase } from '@/lib/db/database';
import { foldChunks } from '@/lib/turns/fold-chunks';
import { finishTurn } from '@/lib/turns/finish-turn';
import { loadBranch } from '@/lib/turns/load-history';
import { openAttempt } from '@/lib/turns/open-attempt';
import { explainRefusal } from '@/lib/turns/open-or-find';
import { openTurn, type OpenTurn } from '@/lib/turns/open-turn';
import { recoverTurns } from '@/lib/turns/recover-turns';
import { countStatements, createUser, explain, onEachDatabase } from '@/tests/support/databases';
import { writeLongConversation } from '../conversations/fixtures';

const message = (userId: string, conversationId = v7(), text = 'add milk') => ({
  userId,
  conversationId,
  messageId: v7(),
  text,
  title: text,
  parentId: undefined,
  timeZone: null,
  model: 'built-in',
});

const COMPLETED = { status: 'completed', errorCode: null, tokensIn: null, tokensOut: null, firstTokenMs: null } as const;
const said = (text: string) => foldChunks([{ type: 'text-start', id: '1' }, { type: 'text-delta', id: '1', delta: text }]);

function opened(turn: OpenTurn | null): OpenTurn {
  if (!turn) throw new Error('the turn was not opened');
  return turn;
}

onEachDatabase(() => {
  it('opens conversation, message and turn by one statement', async () => {
    const userId = await createUser();
    const request = message(userId);
    const { count, result } = await countStatements(() => openTurn(request));
    expect(count).toBe(1);
    expect(result).toMatchObject({ attempt: 1, isNew: true, timeZone: 'UTC', contextSize: 50, waitingAnswerId: null });
    const { prisma } = await getDatabase();
    const where = { userId, id: request.conversationId };
    expect(await prisma.conversation.findFirst({ where })).toMatchObject({
      leafId: request.messageId,
      messageCount: 1,
      nextPosition: 1,
    });
  });

  it('is given what the message follows, also where that came while the opening waited for it', async () => {
    const userId = await createUser();
    const first = opened(await openTurn(message(userId)));
    expect(first.branch).toEqual([]);
    await finishTurn(first, said('Hello'), COMPLETED);
    const { conversationId } = first;
    const second = opened(await openTurn(message(userId, conversationId)));
    expect(second.branch?.map(({ content }) => content)).toEqual(['add milk', 'Hello']);
    await finishTurn(second, said('Again'), COMPLETED);

    const { prisma } = await getDatabase();
    const opening = await prisma.$transaction(async (db) => {
      await db.message.create({ data: { userId, id: v7(), conversationId, parentId: second.answerId, position: 0, role: 'user', content: 'meanwhile' } });
      const waiting = openTurn(message(userId, conversationId));
      await new Promise((resolve) => setTimeout(resolve, 200));
      return { waiting };
    });
    const third = opened(await opening.waiting);
    // Null is read afterwards, by a statement that sees it.
    const branch = third.branch ?? (await loadBranch(userId, conversationId, third.userMessageId, 50)).slice(0, -1);
    expect(branch.map(({ content }) => content)).toEqual(['add milk', 'Hello', 'add milk', 'Again', 'meanwhile']);
  });

  it('finds what a message follows, and the calls of each answer, by their keys alone', async () => {
    const userId = await createUser();
    const { prisma } = await getDatabase();
    const { id: conversationId } = await writeLongConversation(userId, 1_000);
    const call = { userId, tool: 'list_tasks', source: 'page', state: 'ok', arguments: {}, result: { ok: true, message: 'None.' } };
    await prisma.toolCall.createMany({ data: Array.from({ length: 300 }, () => ({ ...call, id: v7() })) });
    await prisma.$executeRaw`ANALYZE message, tool_call`;
    const plans = await explain(() => openTurn(message(userId, conversationId)));
    expect(plans).toHaveLength(1);
    expect(plans[0]).toMatch(/message_pkey/);
    expect(plans[0]).toMatch(/tool_call_pkey/);
    expect(plans[0]).not.toMatch(/message_user_id_conversation_id_position_key|tool_call_user_id|Seq Scan on (message|tool_call)/);
  });

  it('writes the answer as the next message and removes the chunks', async () => {
    const userId = await createUser();
    const turn = opened(await openTurn(message(userId)));
    const { prisma } = await getDatabase();
    await prisma.turnChunk.create({ data: { userId, turnId: turn.id, seq: 0, data: [] } });
    const { count, result } = await countStatements(() => finishTurn(turn, said('Hello'), COMPLETED));
    expect(count).toBe(1);
    expect(await prisma.message.findFirst({ where: { userId, id: turn.userMessageId } })).toMatchObject({ createdAt: turn.askedAt });
    expect(await prisma.message.findFirst({ where: { userId, id: turn.answerId } })).toMatchObject({
      createdAt: result,
      parentId: turn.userMessageId,
      position: 1,
      role: 'assistant',
      content: 'Hello',
      parts: null,
    });
    expect(await prisma.turnChunk.count({ where: { userId } })).toBe(0);
    expect(await prisma.turn.findFirst({ where: { userId } })).toMatchObject({ status: 'completed' });
  });

  it('follows the leaf with the next message, and any message of the conversation where one is named', async () => {
    const userId = await createUser();
    const first = opened(await openTurn(message(userId)));
    await finishTurn(first, said('One'), COMPLETED);
    const second = message(userId, first.conversationId);
    await finishTurn(opened(await openTurn(second)), said('Two'), COMPLETED);
    const edit = { ...message(userId, first.conversationId), parentId: first.answerId };
    await finishTurn(opened(await openTurn(edit)), said('Two again'), COMPLETED);
    const root = { ...message(userId, first.conversationId), parentId: null };
    opened(await openTurn(root));
    const { prisma } = await getDatabase();
    const rows = await prisma.message.findMany({ where: { userId }, orderBy: { position: 'asc' } });
    const parentOf = new Map(rows.map((row) => [row.id, row.parentId]));
    expect(parentOf.get(second.messageId)).toBe(first.answerId);
    expect(parentOf.get(edit.messageId)).toBe(first.answerId);
    expect(parentOf.get(root.messageId)).toBeNull();
    expect(rows.map((row) => row.position)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('refuses a parent of another conversation, and a deleted conversation', async () => {
    const userId = await createUser();
    const first = opened(await openTurn(message(userId)));
    const other = opened(await openTurn(message(userId)));
    await finishTurn(first, said('One'), COMPLETED);
    const stray = { ...message(userId, first.conversationId), parentId: other.userMessageId };
    expect(await openTurn(stray)).toBeNull();
    expect(await explainRefusal(stray)).toEqual({ reason: 'missing' });
    const { prisma } = await getDatabase();
    await prisma.conversation.updateMany({ where: { userId, id: first.conversationId }, data: { deletedAt: new Date() } });
    expect(await openTurn(message(userId, first.conversationId))).toBeNull();
  });

  it('refuses the id of another user\'s conversation, and keeps two users with the same message id apart', async () => {
    const [one, two] = [await createUser(), await createUser()];
    const request = message(one);
    opened(await openTurn(request));
    expect(await openTurn({ ...request, userId: two })).toBeNull();
    const { prisma } = await getDatabase();
    expect(await prisma.message.count({ where: { userId: two } })).toBe(0);
    opened(await openTurn({ ...request, userId: two, conversationId: v7() }));
    expect(await prisma.message.count({ where: { id: request.messageId } })).toBe(2);
  });

  it('takes the same message once, however often and however parallel it is sent', async () => {
    const userId = await createUser();
    const request = message(userId);
    const turns = await Promise.all(Array.from({ length: 8 }, () => openTurn(request)));
    const winners = turns.filter((turn) => turn !== null);
    expect(winners).toHaveLength(1);
    expect(await openTurn(request)).toBeNull();
    expect(await explainRefusal(request)).toEqual({ reason: 'known', turnId: winners[0]?.id });
  });

  it('runs one turn of a conversation at a time', async () => {
    const userId = await createUser();
    const conversationId = v7();
    const requests = Array.from({ length: 8 }, () => message(userId, conversationId));
    const turns = await Promise.all(requests.map(openTurn));
    const winner = turns.find((turn) => turn !== null);
    expect(turns.filter((turn) => turn !== null)).toHaveLength(1);
    const loser = requests[turns.findIndex((turn) => turn === null)];
    expect(await explainRefusal({ userId, conversationId, messageId: loser?.messageId })).toEqual({ reason: 'running', turnId: winner?.id });
    const { prisma } = await getDatabase();
    expect(await prisma.message.count({ where: { userId } })).toBe(1);
  });

  it('makes a further attempt once per attempt id', async () => {
    const userId = await createUser();
    const first = opened(await openTurn(message(userId)));
    await finishTurn(first, said('One'), COMPLETED);
    const attempt = { ...first, turnId: v7(), continuesId: null, timeZone: null };
    const second = opened(await openAttempt(attempt));
    expect(second.attempt).toBe(2);
    await finishTurn(second, said('Two'), COMPLETED);
    expect(await openAttempt(attempt)).toBeNull();
    expect(await explainRefusal({ ...first, attemptId: attempt.turnId })).toEqual({ reason: 'known', turnId: attempt.turnId });
  });

  it('writes nothing under a lease that ran out or was taken', async () => {
    const userId = await createUser();
    const turn = opened(await openTurn(message(userId)));
    const { prisma } = await getDatabase();
    await prisma.turn.updateMany({ where: { userId }, data: { leaseExpiresAt: new Date(Date.now() - 1_000) } });
    expect(await finishTurn(turn, said('Too late'), COMPLETED)).toBeNull();
    expect(await recoverTurns(userId, turn.conversationId)).toBe(true);
    expect(await finishTurn(turn, said('Too late'), { ...COMPLETED, status: 'stopped' })).toBeNull();
    expect(await prisma.turn.findFirst({ where: { userId } })).toMatchObject({ status: 'interrupted' });
    expect(await prisma.message.count({ where: { userId } })).toBe(1);
  });

  it('recovers what a killed server had said and done', async () => {
    const userId = await createUser();
    const turn = opened(await openTurn(message(userId)));
    const { prisma } = await getDatabase();
    const text = [{ type: 'text-start', id: 'a' }, { type: 'text-delta', id: 'a', delta: 'I am adding' }];
    await prisma.turnChunk.create({ data: { userId, turnId: turn.id, seq: 0, data: text } });
    const call = { userId, id: v7(), turnId: turn.id, callId: 'c1', source: 'chat', state: 'ok', tool: 'create_tasks' };
    const result = { ok: true, id: call.id, message: 'Added "Milk" (1).' };
    await prisma.toolCall.create({ data: { ...call, arguments: { tasks: [{ title: 'Milk' }] }, result } });
    expect(await recoverTurns(userId, turn.conversationId)).toBe(false);
    await prisma.turn.updateMany({ where: { userId }, data: { leaseExpiresAt: new Date(Date.now() - 1_000) } });
    expect(await recoverTurns(userId, turn.conversationId)).toBe(true);
    expect(await prisma.message.findFirst({ where: { userId, id: turn.answerId } })).toMatchObject({
      content: 'I am adding',
      parts: [
        { type: 'text', text: 'I am adding' },
        { type: 'tool', id: call.id },
      ],
    });
    expect(await prisma.turnChunk.count({ where: { userId } })).toBe(0);
  });
});
