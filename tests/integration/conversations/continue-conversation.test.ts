import { v7 } from 'uuid';
import { beforeEach, expect, it } from 'vitest';
import { continueConversation } from '@/lib/conversations/continue-conversation';
import { openConversation } from '@/lib/conversations/open-conversation';
import { getDatabase } from '@/lib/db/database';
import { countStatements, createUser, onEachDatabase } from '../../support/databases';
import { addMessages, writeConversation, writeToolCall, writeTurn } from './fixtures';

onEachDatabase(() => {
  let user: string;
  beforeEach(async () => {
    user = await createUser();
  });

  /** A conversation that made three tasks: one is open, one done, one deleted. */
  async function furnished(title: string) {
    const { prisma } = await getDatabase();
    const { id, messageIds } = await writeConversation(user, [{ content: 'add three things' }, {}, { content: 'and\nthanks' }], { title });
    const turnId = await writeTurn(user, { conversationId: id, userMessageId: messageIds[0] ?? '' });
    const toolCallId = await writeToolCall(user, { turnId });
    const tasks = [
      { title: 'Book the campsite', dueDate: new Date('2026-11-27') },
      { title: 'Buy a tent', status: 'completed', completedAt: new Date() },
      { title: 'Print the map', deletedAt: new Date() },
    ];
    for (const [index, task] of tasks.entries()) {
      const taskId = v7();
      const due = task.dueDate ? { dueAt: new Date('2026-11-27T23:59:59.999Z'), timeZone: 'UTC' } : {};
      await prisma.task.create({ data: { userId: user, id: taskId, number: index + 1, ...due, ...task } });
      await prisma.taskChange.create({
        data: { userId: user, id: v7(), taskId, toolCallId, operation: 'create', versionBefore: 0, versionAfter: 1 },
      });
    }
    return id;
  }

  it('begins with what is open from there and what was said last', async () => {
    const id = await furnished('The trip');
    const next = await continueConversation(user, id);
    const opened = await openConversation(user, next);
    expect(opened?.conversation).toMatchObject({ title: 'The trip (continued)', messageCount: 2, tasksCreated: 0 });
    expect(opened?.messages.map(({ role }) => role)).toEqual(['user', 'assistant']);
    const [part] = opened?.messages[1]?.parts ?? [];
    expect(part?.type === 'text' && part.text).toBe(
      [
        'This goes on from “The trip”, which stays as it was.',
        '**Still open from there**\n\n- "Book the campsite" (1), due Friday 27 November 2026',
        '1 task from there is done.',
        '**Said last**\n\n- add three things\n- and thanks',
        'What would you like to do next?',
      ].join('\n\n'),
    );
    expect((await openConversation(user, id))?.messages).toHaveLength(3);
  });

  it('keeps a title within its length, and does not continue the word', async () => {
    const id = await furnished('x'.repeat(200));
    const next = await continueConversation(user, id);
    const again = await continueConversation(user, next);
    const titles = [await openConversation(user, next), await openConversation(user, again)].map((opened) => opened?.conversation.title);
    expect(titles).toEqual([`${'x'.repeat(188)} (continued)`, `${'x'.repeat(188)} (continued)`]);
  });

  it('costs the same for a long conversation, and nothing of anybody else', async () => {
    const id = await furnished('Long');
    const { count } = await countStatements(() => continueConversation(user, id));
    const { messages } = (await openConversation(user, id)) ?? {};
    await addMessages(user, id, Array.from({ length: 1_200 }, () => ({})), messages?.at(-1)?.id ?? null);
    const { count: long } = await countStatements(() => continueConversation(user, id));
    expect(long).toBeLessThanOrEqual(count);
    await expect(continueConversation(await createUser(), id)).rejects.toMatchObject({ status: 404 });
  });
});
