import { afterEach, beforeEach, expect, it } from 'vitest';
import { v7 } from 'uuid';
import { LIMITS } from '@/lib/turns/limits';
import { retryTurn } from '@/lib/turns/retry-turn';
import { startChat } from '@/lib/turns/start-chat';
import { createUser, onEachDatabase } from '@/tests/support/databases';
import { refuse, type Reply, steps, words } from '@/tests/support/openai-replies';
import { type OpenAIServer, startOpenAI } from '@/tests/support/openai-server';
import { addMilk, hear, request, stored } from './hearing';
import { withModelServer } from './model-server';

/** What providers and tools say of themselves; nobody but the log may learn of it. */
const RAW = /PROVIDER SECRET|sk-test|launch_rocket|JSON|AI_\w+Error|Zod|[Ee]xpected|undefined/;
const listTasks = { calls: [{ name: 'list_tasks', arguments: {} }] };
const before = { ...LIMITS };
const model = withModelServer();
beforeEach(() => {
  model().journal.length = 0;
});
afterEach(() => {
  Object.assign(LIMITS, before);
});

const asked = () => model().journal.filter(({ tools }) => tools.length > 0);

/** Says something to a model that fails. @returns what came of it, and says again whether the conversation goes on. */
async function say(text: string, reply: Parameters<OpenAIServer['answer']>[0]) {
  const userId = await createUser();
  model().answer(reply);
  const said = request(userId, text);
  const heard = await hear(await startChat(said));
  expect(JSON.stringify(heard.chunks)).not.toMatch(RAW);
  const { turns, messages, tasks, chunks } = await stored(userId, said.conversationId);
  expect(messages[0]?.content).toBe(text);
  expect(chunks).toBe(0);
  const requests = asked();
  const goesOn = async () => {
    model().answer({ text: 'Better now.' });
    expect((await hear(await startChat(request(userId, 'again', said.conversationId)))).text).toBe('Better now.');
    // No call without its result, which a provider would refuse.
    const input = asked().at(-1)?.body.input ?? [];
    const idsOf = (type: string) => input.flatMap((item) => (item.type === type ? [item.call_id] : [])).sort();
    expect(idsOf('function_call')).toEqual(idsOf('function_call_output'));
  };
  return { userId, said, heard, turn: turns[0], answer: messages[1]?.content ?? '', tasks, requests, goesOn };
}

const broken: [string, Reply, string, RegExp][] = [
  ['401', refuse(401), 'model_unauthorized', /refused our key/],
  ['429', refuse(429, 0), 'model_rate_limited', /busy right now/],
  ['429 for forty seconds', refuse(429, 40), 'model_rate_limited:40', /asks for a wait of 40 seconds\. Try again after that/],
  ['429 for an hour', refuse(429, 3_600), 'model_rate_limited:3600', /asks for a wait of 60 minutes/],
  ['500', refuse(500, 0), 'model_unavailable', /could not be reached/],
  ['400', refuse(400), 'model_error', /could not finish/],
  ['a stream that breaks off', { text: words(10), breakAfter: 4, wordMs: 5 }, 'model_', /built-in assistant/],
  ['a stream that ends before its end', { text: words(10), unfinished: true }, 'model_error', /could not finish/],
  ['a stream that a content filter cut off', { text: words(10), cutOff: 'content_filter' }, 'model_error', /could not finish/],
  ['nothing at all', { text: '' }, 'model_error', /could not finish/],
  ['a stream that says it failed', { text: words(10), error: { code: 'server_error', message: 'PROVIDER SECRET' } }, 'model_', /built-in assistant/],
];

onEachDatabase(() => {
  it.each(['call_0', ''])('carries out every call of a server that gives each the id "%s"', async (id) => {
    const add = (title: string) => ({ id, name: 'create_tasks', arguments: { tasks: [{ title }] } });
    const { tasks, heard, turn } = await say('add milk, eggs and bread', ({ tools, toolOutputs }) => {
      if (tools.length === 0 || toolOutputs.length > 2) return { text: 'Done.' };
      return toolOutputs.length === 0 ? { calls: [add('Milk'), add('Eggs')] } : { calls: [add('Bread')] };
    });
    expect(tasks.map(({ title }) => title)).toEqual(['Milk', 'Eggs', 'Bread']);
    expect([heard.text, turn?.status]).toEqual(['Done.', 'completed']);
  });

  it('keeps the words of a server that does not say where they begin', async () => {
    const { heard, answer, turn } = await say('hello', { text: 'Hello there.', bare: true });
    expect([heard.text, answer, turn?.status]).toEqual(['Hello there.', 'Hello there.', 'completed']);
  });

  it('takes the key and the words to no other address', async () => {
    const elsewhere = await startOpenAI();
    const { heard, turn } = await say('hello', { status: 307, location: `${elsewhere.url}/responses` });
    expect(heard.error).toMatch(/could not be reached/);
    expect(turn?.errorCode).toBe('model_unavailable');
    expect(elsewhere.journal).toEqual([]);
    await elsewhere.close();
  });

  it.each(broken)('fails clearly when the model answers %s, without its words', async (_, reply, code, words) => {
    const { heard, turn, goesOn } = await say('hello', reply);
    expect(heard.error).toMatch(words);
    expect(turn?.status).toBe('failed');
    expect(turn?.errorCode).toContain(code);
    await goesOn();
  });

  it('asks a busy model again when it says so, and no sooner', async () => {
    let refused = 0;
    const { heard, requests } = await say('hello', () => (refused++ === 0 ? refuse(429, 1) : { text: 'Hello.' }));
    expect(heard).toMatchObject({ text: 'Hello.', error: null });
    const [first, second] = requests;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(1_000);
  });

  it('waits for nobody who asks for an hour, and asks a broken one three times at most', async () => {
    expect((await say('hello', refuse(429, 3_600))).requests).toHaveLength(1);
    model().journal.length = 0;
    expect((await say('hello', refuse(500, 0))).requests).toHaveLength(3);
  });

  it('asks nobody again after an effect; the person does, and it happens once', async () => {
    const { userId, said, heard, turn, tasks, requests } = await say('add milk', steps({ ...addMilk, usage: { input: 5, output: 7 } }, refuse(500, 0)));
    expect(heard.error).toMatch(/could not be reached/);
    expect(heard.tools).toEqual(['create_tasks']);
    // The answer that asked for the tool is paid for, whatever came after it.
    expect(turn).toMatchObject({ status: 'failed', errorCode: 'model_unavailable', tokensOut: 7 });
    expect(requests).toHaveLength(2);
    expect(tasks.map(({ title }) => title)).toEqual(['Milk']);
    model().answer(steps(addMilk, { text: 'There is milk.' }));
    const retry = { userId, conversationId: said.conversationId, messageId: said.messageId, attemptId: v7() };
    expect(await hear(await retryTurn(retry))).toMatchObject({ text: 'There is milk.', tools: ['create_tasks'] });
    expect((await stored(userId, said.conversationId)).tasks).toHaveLength(1);
  });

  it.each<Reply>([{ unfinished: true }, { cutOff: 'content_filter' }])('runs no tool for an answer that did not come to its end (%j); asked again, it runs once', async (end) => {
    const { userId, said, heard, turn, tasks } = await say('add milk', { ...addMilk, ...end });
    expect([heard.tools, turn?.status, tasks]).toEqual([[], 'failed', []]);
    model().answer(steps(addMilk, { text: 'There is milk.' }));
    const retry = { userId, conversationId: said.conversationId, messageId: said.messageId, attemptId: v7() };
    expect(await hear(await retryTurn(retry))).toMatchObject({ text: 'There is milk.', tools: ['create_tasks'] });
    expect((await stored(userId, said.conversationId)).tasks).toHaveLength(1);
  });

  it('gives a model its thoughts and words back together with the results', async () => {
    const { heard, requests } = await say('add milk', steps({ ...addMilk, text: 'Adding it.', thoughts: 'ENCRYPTED' }, { text: 'Done.' }));
    expect(heard).toMatchObject({ text: 'Adding it.\n\nDone.', error: null });
    const input = requests.at(-1)?.body.input ?? [];
    expect(input.slice(-4)).toMatchObject([
      { type: 'reasoning', encrypted_content: 'ENCRYPTED' },
      { role: 'assistant', content: 'Adding it.' },
      { type: 'function_call', name: 'create_tasks' },
      { type: 'function_call_output' },
    ]);
  });

  it.each([
    ['says nothing at all', { delayMs: 60_000 }, /^$/],
    ['falls silent in the middle', { text: words(10), stallAfter: 3 }, /^word0 word1 word2$/],
  ])('gives up on a model that %s', async (_, reply, said) => {
    LIMITS.stallMs = 2_500;
    const { heard, turn, answer, goesOn } = await say('hello', reply);
    expect(heard.error).toMatch(/stopped answering/);
    expect(turn).toMatchObject({ status: 'failed', errorCode: 'model_timeout' });
    expect(answer).toMatch(said);
    expect((await model().waitFor(({ end }) => end !== 'open')).end).toBe('hung_up');
    await goesOn();
  });

  it('cuts an answer that takes too long in all', async () => {
    LIMITS.totalMs = 2_500;
    const { heard, turn, answer, goesOn } = await say('hello', { text: words(500), wordMs: 20 });
    expect(heard.error).toMatch(/stopped answering/);
    expect(turn).toMatchObject({ status: 'failed', errorCode: 'model_timeout' });
    expect(answer).toMatch(/^word0 word1/);
    await goesOn();
  });

  it('survives malformed arguments, wrong arguments and unknown tools', async () => {
    let step = 0;
    const calls = [
      { name: 'create_tasks', arguments: '{"tasks": [' },
      { name: 'create_tasks', arguments: { tasks: 'milk' } },
      { name: 'launch_rocket', arguments: {} },
    ];
    const { heard, turn, tasks, requests, goesOn } = await say('do odd things', () => {
      const call = calls[step++];
      return call ? { calls: [call] } : { text: 'I could not do that.' };
    });
    expect(heard).toMatchObject({ text: 'I could not do that.', error: null });
    expect(turn?.status).toBe('completed');
    expect(requests.at(-1)?.toolOutputs).toHaveLength(3);
    expect(tasks).toEqual([]);
    await goesOn();
  });

  it('carries out nothing that follows a call which cannot be read', async () => {
    const { tasks, requests } = await say('odd things, then milk', steps(
      { calls: [{ name: 'create_tasks', arguments: '{"tasks": [' }, ...(addMilk.calls ?? [])] }, { text: 'One was odd.' }));
    expect(requests.at(-1)?.toolOutputs[1]).toContain('skipped');
    expect(tasks).toEqual([]);
  });

  it('cuts an endless loop of tools', async () => {
    const { heard, turn, requests, goesOn } = await say('loop', listTasks);
    expect(heard.tools).toHaveLength(LIMITS.steps);
    expect(requests).toHaveLength(LIMITS.steps);
    expect(heard.error).toMatch(/more steps/);
    expect(turn).toMatchObject({ status: 'failed', errorCode: 'step_limit' });
    await goesOn();
  });

  it('cuts a loop that costs too much, and lets no step cost more than its part', async () => {
    const { turn, requests } = await say('loop', { ...listTasks, usage: { input: 10, output: LIMITS.turnTokens / 2 } });
    expect(requests).toHaveLength(2);
    for (const { body } of requests) expect(body).toMatchObject({ max_output_tokens: LIMITS.outputTokens });
    expect(turn).toMatchObject({ status: 'failed', errorCode: 'step_limit', tokensOut: LIMITS.turnTokens });
  });

  it('says so where the model had to end for want of tokens', async () => {
    const { heard, turn, answer, goesOn } = await say('talk', { text: words(20), cutOff: 'max_output_tokens' });
    expect(heard.error).toMatch(/too long/);
    expect(turn).toMatchObject({ status: 'failed', errorCode: 'answer_too_long', tokensOut: 20 });
    expect(answer).toBe(words(20));
    await goesOn();
  });

  it('cuts an answer of a megabyte', async () => {
    const { heard, answer, goesOn } = await say('talk a lot', { text: `${'x'.repeat(999)} `.repeat(1_000), wordMs: 2 });
    expect(heard.error).toMatch(/too long/);
    expect(answer.length).toBeGreaterThan(LIMITS.answerCharacters / 2);
    expect(answer.length).toBeLessThan(LIMITS.answerCharacters + 20_000);
    expect((await model().waitFor(({ end }) => end !== 'open')).end).toBe('hung_up');
    await goesOn();
  });
});
