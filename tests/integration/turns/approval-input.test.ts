import { v7 } from 'uuid';
import { beforeEach, expect, it } from 'vitest';
import { openConversation } from '@/lib/conversations/open-conversation';
import { getDatabase } from '@/lib/db/database';
import { readAnswer } from '@/tests/support/chat-client';
import { onEachDatabase } from '@/tests/support/databases';
import { outcome } from '../auth/visitor';
import { askedFor, Chatter, writesNothing } from './chatter';

/** Somebody with two completed tasks and an open one, who is asked whether the completed ones shall go. */
async function asked() {
  const me = await Chatter.join();
  const { conversationId } = await me.say('add milk, add eggs and add bread');
  await me.say('complete milk and eggs', { conversationId });
  const question = await me.say('delete all completed', { conversationId });
  return { me, conversationId, question, approval: askedFor(question) };
}

const decide = (approvalId: string, approved: unknown = true, extra: Record<string, unknown> = {}) => ({ body: { approvalId, approved, ...extra } });

/** Titles that are not in the trash. */
async function titles({ id }: Chatter): Promise<string[]> {
  const { prisma } = await getDatabase();
  const tasks = await prisma.task.findMany({ where: { userId: id, deletedAt: null }, orderBy: { number: 'asc' } });
  return tasks.map(({ title }) => title);
}

const stateOf = async (id: string) => (await (await getDatabase()).prisma.toolCall.findFirst({ where: { id } }))?.state;

onEachDatabase(() => {
  let me: Chatter;
  let conversationId: string;
  let approvalId: string;
  let question: Awaited<ReturnType<typeof asked>>['question'];

  beforeEach(async () => {
    const waiting = await asked();
    ({ me, conversationId, question } = waiting);
    approvalId = waiting.approval.id;
  });

  it('nothing happens before the decision; the card comes with the answer and says what would', async () => {
    expect(askedFor(question)).toMatchObject({ tool: 'delete_tasks', state: 'requested', message: question.text, preview: { ok: true } });
    expect(question.text).toBe('This would delete 2 tasks: "milk" (1) and "eggs" (2).');
    expect(await titles(me)).toEqual(['milk', 'eggs', 'bread']);
  });

  it('approved: what was shown is done, and the question stays as it was asked', async () => {
    const answer = await readAnswer(await me.on(conversationId, 'approval', decide(approvalId)));
    expect(answer).toMatchObject({ text: 'Deleted 2 tasks: "milk" (1) and "eggs" (2).', error: null });
    expect(await titles(me)).toEqual(['bread']);
    const opened = await openConversation(me.id, conversationId);
    const cards = opened?.messages.flatMap(({ parts }) => parts.flatMap((part) => (part.type === 'data-approval' ? [part.data] : [])));
    expect(cards).toMatchObject([{ id: approvalId, state: 'approved', message: question.text }]);
  });

  it('rejected: nothing is done', async () => {
    const answer = await readAnswer(await me.on(conversationId, 'approval', decide(approvalId, false, { reason: 'not yet' })));
    expect(answer.text).toMatch(/that was not done/);
    expect(await titles(me)).toEqual(['milk', 'eggs', 'bread']);
    expect(await stateOf(approvalId)).toBe('rejected');
  });

  it.each([
    ['yes', ['bread'], 'ok'],
    ['Yes, please!', ['bread'], 'ok'],
    ['no', ['milk', 'eggs', 'bread'], 'rejected'],
    ['what is left?', ['milk', 'eggs', 'bread'], 'expired'],
  ])('decided in words: %s', async (text, left, state) => {
    const { text: answer } = await me.say(text, { conversationId });
    expect(answer).not.toBe('');
    expect(await titles(me)).toEqual(left);
    expect(await stateOf(approvalId)).toBe(state);
  });

  it('rejected in the middle of several commands: what was done before stands, and what is left undone is said', async () => {
    await me.say('add salt, delete all completed and add pepper', { conversationId });
    const answer = await me.say('no', { conversationId });
    expect(answer.text).toBe('Added "salt" (4).\n\nYou said no, so that was not done.\n\nNot done: "add pepper".');
    expect(await titles(me)).toEqual(['milk', 'eggs', 'bread', 'salt']);
  });

  it('decided once: whoever comes later, by click or by word, changes nothing', async () => {
    await readAnswer(await me.on(conversationId, 'approval', decide(approvalId, false)));
    for (const approved of [true, false])
      expect(await outcome(await writesNothing(() => me.on(conversationId, 'approval', decide(approvalId, approved))))).toEqual([409, 'approval_decided']);
    expect((await me.say('yes', { conversationId })).tools).toEqual([]);
    expect(await titles(me)).toEqual(['milk', 'eggs', 'bread']);
  });

  it('of several decisions at one instant one counts', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => me.on(conversationId, 'approval', decide(approvalId))));
    const heard = await Promise.all(answers.map((response) => (response.status === 200 ? readAnswer(response) : outcome(response))));
    expect(heard.filter((each) => !Array.isArray(each))).toHaveLength(1);
    for (const each of heard) if (Array.isArray(each)) expect(each[0]).toBe(409);
    const { prisma } = await getDatabase();
    expect(await prisma.taskChange.count({ where: { userId: me.id, toolCallId: approvalId } })).toBe(2);
    expect(await prisma.turn.count({ where: { userId: me.id, status: 'running' } })).toBe(0);
  });

  it('a task that has changed meanwhile: nothing is done, and it is said', async () => {
    await me.say('reopen milk');
    const answer = await readAnswer(await me.on(conversationId, 'approval', decide(approvalId)));
    expect(answer.text).toBe('"milk" (1) has changed since you were asked, so nothing was done. Ask again to see what it would do now.');
    expect((await openConversation(me.id, conversationId))?.messages.flatMap(({ parts }) => parts.flatMap((part) => (part.type === 'data-approval' ? [part.data.preview] : [])))).toMatchObject([{ ok: false, message: answer.text }]);
    expect(await titles(me)).toEqual(['milk', 'eggs', 'bread']);
    expect(await stateOf(approvalId)).toBe('expired');
    expect(await outcome(await writesNothing(() => me.on(conversationId, 'approval', decide(approvalId))))).toEqual([409, 'approval_decided']);
  });

  it('forged: an id that waits for nobody, a call that never waited, another conversation, another user', async () => {
    const other = await Chatter.join();
    const elsewhere = await me.say('hello');
    const theirs = await other.say('hello');
    const { prisma } = await getDatabase();
    const done = await prisma.toolCall.findFirstOrThrow({ where: { userId: me.id, tool: 'create_tasks' } });
    const refusals: [Chatter, string, string, [number, string]][] = [
      [me, conversationId, v7(), [404, 'not_found']],
      [me, conversationId, done.id, [409, 'approval_decided']],
      [me, elsewhere.conversationId, approvalId, [404, 'not_found']],
      [other, conversationId, approvalId, [404, 'not_found']],
      [other, theirs.conversationId, approvalId, [404, 'not_found']],
    ];
    for (const [who, where, id, expected] of refusals)
      expect(await outcome(await writesNothing(() => who.on(where, 'approval', decide(id))))).toEqual(expected);
    expect(await titles(me)).toEqual(['milk', 'eggs', 'bread']);
    expect(await stateOf(approvalId)).toBe('requested');
  });

  it('nothing that a client sends besides the decision counts', async () => {
    const bad: [unknown, Record<string, unknown>][] = [
      ['true', {}], [1, {}], [null, {}],
      [true, { input: { filter: {} } }], [true, { tasks: ['3'] }], [true, { tool: 'purge_tasks' }], [true, { userId: v7() }], [true, { reason: 'x'.repeat(1_001) }],
    ];
    for (const [approved, extra] of bad)
      expect(await outcome(await writesNothing(() => me.on(conversationId, 'approval', decide(approvalId, approved, extra))))).toEqual([400, 'invalid_input']);
    expect(await outcome(await writesNothing(() => me.on(conversationId, 'approval', decide('all'))))).toEqual([400, 'invalid_input']);
    expect(await stateOf(approvalId)).toBe('requested');
  });
});
