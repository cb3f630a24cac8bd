import fc from 'fast-check';
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { runTool } from '@/lib/assistant/run-tool';
import { continueConversation } from '@/lib/conversations/continue-conversation';
import { deleteConversation } from '@/lib/conversations/delete-conversation';
import { recountMessages } from '@/lib/conversations/recount-messages';
import { restoreConversation } from '@/lib/conversations/restore-conversation';
import { setLeaf } from '@/lib/conversations/set-leaf';
import { getDatabase } from '@/lib/db/database';
import { eraseConversations } from '@/lib/retention/erase-conversations';
import { recountConversations } from '@/lib/tasks/recount-conversations';
import { exportJson } from '@/lib/transfer/export-json';
import { importFile } from '@/lib/transfer/import-file';
import { openTurn } from '@/lib/turns/open-turn';
import { recoverTurns } from '@/lib/turns/recover-turns';
import { chatBody, readAnswer } from '@/tests/support/chat-client';
import { onEachDatabase } from '@/tests/support/databases';
import { Chatter } from '../turns/chatter';
import { collect } from '../transfer/fixtures';

const RUNS = 4;

const SENTENCES = ['add milk and add eggs', 'complete milk', 'complete 1', 'undo', 'redo', 'delete eggs', 'add rent every month', 'complete rent', 'what is left?'];

/** Things that happen to a person's conversations. `chat` chooses one of three, `message` one of its messages. */
const step = fc.record({
  chat: fc.nat({ max: 2 }),
  message: fc.nat(),
  text: fc.constantFrom(...SENTENCES),
  does: fc.oneof(
    { weight: 6, arbitrary: fc.constant('say' as const) },
    { weight: 3, arbitrary: fc.constantFrom('edit' as const, 'retry' as const, 'switch' as const) },
    { weight: 2, arbitrary: fc.constantFrom('crash' as const, 'undo by hand' as const) },
    { weight: 2, arbitrary: fc.constantFrom('delete' as const, 'restore' as const, 'erase' as const, 'import' as const, 'continue' as const) },
  ),
});

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

onEachDatabase(() => {
  it('whatever happens to conversations, their counters are what a recount finds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14 }), async (steps) => {
        const me = await Chatter.join();
        const chats = [v7(), v7(), v7()];
        let saved = '';
        for (const each of steps) {
          if (each.does !== 'import') saved = (await collect(exportJson(me.id))) || saved;
          await happen(me, chats, each, saved);
          expect(await recountMessages(me.id)).toEqual([]);
          expect(await recountConversations(me.id)).toEqual([]);
        }
        await noneBelowZero(me.id);
      }),
      { numRuns: RUNS },
    );
  }, 180_000);

  async function noneBelowZero(userId: string) {
    const { prisma } = await getDatabase();
    const rows = await prisma.conversation.findMany({ where: { userId } });
    for (const { tasksCreated, tasksCompleted, messageCount } of rows) expect(Math.min(tasksCreated, tasksCompleted, messageCount)).toBeGreaterThanOrEqual(0);
  }

  async function happen(me: Chatter, chats: string[], { does, chat, message, text }: Step, saved: string): Promise<void> {
    const { prisma } = await getDatabase();
    const conversationId = chats[chat] ?? '';
    const conversation = await prisma.conversation.findFirst({ where: { userId: me.id, id: conversationId } });
    const said = await prisma.message.findMany({ where: { userId: me.id, conversationId }, orderBy: { position: 'asc' } });
    const chosen = said[message % Math.max(1, said.length)];
    const isOpen = conversation !== null && conversation.deletedAt === null;
    if (does === 'say' && (conversation === null || isOpen)) await me.say(text, { conversationId });
    if (does === 'edit' && isOpen && chosen)
      await readAnswer(await me.chat({ body: { ...chatBody(text, { conversationId, messageId: v7() }), parentId: chosen.role === 'user' ? chosen.parentId : chosen.id } }));
    if (does === 'retry' && isOpen && chosen?.role === 'user') await readAnswer(await me.on(conversationId, 'retry', { body: { messageId: chosen.id, attemptId: v7() } }));
    if (does === 'switch' && isOpen && chosen) await setLeaf(me.id, conversationId, chosen.id);
    if (does === 'crash' && isOpen) await crash(me.id, conversationId);
    if (does === 'undo by hand') await runTool({ userId: me.id, source: 'page', now: new Date(), timeZone: 'UTC' }, 'undo', {});
    if (does === 'delete' && isOpen) await deleteConversation(me.id, conversationId);
    if (does === 'restore' && conversation) await restoreConversation(me.id, conversationId);
    if (does === 'erase' && conversation) {
      await prisma.conversation.update({ where: { userId_id: { userId: me.id, id: conversationId } }, data: { deletedAt: new Date(Date.now() - 31 * 86_400_000) } });
      await eraseConversations();
    }
    if (does === 'import' && saved) expect(await importFile(me.id, saved)).toMatchObject({ failedCount: 0 });
    if (does === 'continue' && isOpen && conversation.leafId) chats[chat] = await continueConversation(me.id, conversationId);
  }

  /** A process that dies after it has made a task and before it has said so; another one finds the turn. */
  async function crash(userId: string, conversationId: string): Promise<void> {
    const { prisma } = await getDatabase();
    const message = { userId, conversationId, messageId: v7(), text: 'add bread', title: 'x', parentId: undefined, timeZone: 'UTC', model: 'built-in' };
    const turn = await openTurn(message);
    if (!turn) throw new Error('The turn was not opened.');
    const actor = { userId, source: 'chat' as const, now: new Date(), timeZone: 'UTC', userText: 'add bread', callId: 'call-1' };
    const output = await runTool({ ...actor, turn: { id: turn.id, leaseToken: turn.leaseToken, conversationId } }, 'create_tasks', { tasks: [{ title: 'Bread' }] });
    expect(output).toMatchObject({ ok: true });
    await prisma.turn.updateMany({ where: { userId, id: turn.id }, data: { leaseExpiresAt: new Date(Date.now() - 1_000) } });
    expect(await recoverTurns(userId, conversationId)).toBe(true);
  }
});
