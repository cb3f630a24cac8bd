import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { ChatClient, readAnswer, readChunks, type Sent, summarize } from '@/tests/support/chat-client';
import { createDatabase } from '@/tests/support/databases';
import { type OpenAIServer, startOpenAI } from '@/tests/support/openai-server';
import { type Server, startServer } from '@/tests/support/server';
import { eventually, latestTurn, type MessageItem, messagesOf, tasksOf } from './reading';

/** Two server processes on one PostgreSQL, and one person who may ask either. */
let model: OpenAIServer;
let database: Awaited<ReturnType<typeof createDatabase>>;
let one: Server;
let two: Server;
let guest: ChatClient;

const start = () =>
  startServer({ databaseUrl: database.url, env: model.env });

beforeAll(async () => {
  [model, database] = await Promise.all([startOpenAI(), createDatabase()]);
  one = await start();
  two = await start();
  guest = await ChatClient.guest(one.url);
  // The first request of a route loads its code; an answer must not be over by then.
  await elsewhere().request(`/api/chat/${v7()}/stream`);
});
afterAll(async () => {
  await Promise.all([one?.stop(), two?.stop()]);
  await Promise.all([model?.close(), database?.drop()]);
});
beforeEach(() => {
  model.journal.length = 0;
});

const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`).join(' ');
const addMilk = { calls: [{ name: 'create_tasks', arguments: { tasks: [{ title: 'Milk' }] } }] };
const fresh = (): Sent => ({ conversationId: v7(), messageId: v7() });
/** The same person at either process; a killed one comes back at another address. */
const here = () => guest.at(one.url);
const elsewhere = () => guest.at(two.url);
const said = ({ items }: { items: MessageItem[] }) => items.map(({ role, content }) => [role, content]);

it('tells another process’s answer from its beginning, live', async () => {
  model.answer({ text: words(60), wordMs: 40 });
  const sent = fresh();
  const first = here().send('talk', sent).then(readAnswer);
  await model.waitFor(({ wordsSent }) => wordsSent > 20);
  const answer = await readAnswer(await elsewhere().request(`/api/chat/${sent.conversationId}/stream`));
  expect(answer.text).toBe(words(60));
  expect(answer.chunks.filter(({ type }) => type === 'text-delta').length).toBeGreaterThan(2);
  expect((await first).text).toBe(words(60));
  expect((await elsewhere().request(`/api/chat/${sent.conversationId}/stream`)).status).toBe(204);
});

it('misses and doubles no word, however often listeners leave and come back, at either process', async () => {
  model.answer({ text: words(80), wordMs: 30 });
  const sent = fresh();
  const first = here().send('talk', sent).then(readAnswer);
  await model.waitFor(({ wordsSent }) => wordsSent > 0);
  for (let turn = 0; turn < 12; turn++) {
    const leave = new AbortController();
    const client = turn % 2 === 0 ? here() : elsewhere();
    const response = await client.request(`/api/chat/${sent.conversationId}/stream`, { signal: leave.signal });
    const chunks = [];
    for await (const chunk of readChunks(response)) {
      chunks.push(chunk);
      if (chunks.length > Math.random() * 20) break;
    }
    leave.abort();
    expect(words(80).startsWith(summarize(chunks).text.trimEnd())).toBe(true);
  }
  expect((await first).text).toBe(words(80));
  expect(said(await messagesOf(here(), sent))).toEqual([['user', 'talk'], ['assistant', words(80)]]);
});

it('takes one message once, sent to both processes during and after its answer', async () => {
  model.answer({ text: words(30), wordMs: 20 });
  const sent = fresh();
  const answers = await Promise.all([here().say('talk', sent), elsewhere().say('talk', sent)]);
  expect(answers.map(({ text }) => text)).toEqual([words(30), words(30)]);
  expect((await elsewhere().say('talk', sent)).text).toBe(words(30));
  expect(model.journal.filter(({ tools }) => tools.length > 0)).toHaveLength(1);
  expect((await messagesOf(here(), sent)).items).toHaveLength(2);
});

it('refuses a second message at the other process', async () => {
  model.answer({ text: words(30), wordMs: 20 });
  const sent = fresh();
  const first = here().say('talk', sent);
  await model.waitFor(({ wordsSent }) => wordsSent > 0);
  const second = await elsewhere().send('and more', { conversationId: sent.conversationId });
  expect(second.status).toBe(409);
  expect(await second.json()).toMatchObject({ error: { code: 'turn_running' } });
  await first;
});

it('stops from another process: the model is hung up on and what was said is kept', async () => {
  model.answer({ text: words(2_000), wordMs: 20 });
  const sent = fresh();
  const first = here().say('talk', sent);
  await model.waitFor(({ wordsSent }) => wordsSent > 10);
  expect((await elsewhere().post(`/api/chat/${sent.conversationId}/stop`, {})).status).toBe(200);
  const entry = await model.waitFor(({ tools, end }) => tools.length > 0 && end !== 'open');
  expect(entry.end).toBe('hung_up');
  const { text } = await first;
  expect(text).toMatch(/^word0 word1 word2/);
  expect(said(await messagesOf(elsewhere(), sent))[1]).toEqual(['assistant', text.trim()]);
  expect(await latestTurn(here(), sent)).toMatchObject({ status: 'stopped', error: null });
  expect((await elsewhere().post(`/api/chat/${sent.conversationId}/stop`, {})).status).toBe(204);
});

it('a process that was frozen past its lease wakes up and can write nothing and run no tool', async () => {
  model.answer(({ toolOutputs }) => (toolOutputs.length > 0 ? { text: 'Too late.' } : { ...addMilk, text: words(40), wordMs: 50 }));
  const sent = fresh();
  const before = await tasksOf(here());
  void here().say('add milk', sent).catch(() => {});
  await model.waitFor(({ wordsSent }) => wordsSent > 20);
  one.freeze();
  try {
    await eventually(async () => {
      await elsewhere().request(`/api/chat/${sent.conversationId}/stream`);
      expect(await latestTurn(elsewhere(), sent)).toMatchObject({ status: 'interrupted' });
    });
  } finally {
    one.thaw();
  }
  const kept = await messagesOf(elsewhere(), sent);
  expect(kept.items[1]?.content).toMatch(/^word0 word1/);
  await eventually(async () => expect((await here().request('/api/health')).status).toBe(200));
  await model.waitFor(({ userText, tools, end }) => userText === 'add milk' && tools.length > 0 && end !== 'open');
  expect(await tasksOf(here())).toEqual(before);
  expect(said(await messagesOf(here(), sent))).toEqual(said(kept));
});

it('a killed process loses nothing: another keeps the partial answer, and a retry repeats no effect', async () => {
  model.answer(({ toolOutputs }) => (toolOutputs.length > 0 ? { text: words(500), wordMs: 30 } : addMilk));
  const sent = fresh();
  const before = (await tasksOf(here())).length;
  void here().say('add milk', sent).catch(() => {});
  await model.waitFor(({ wordsSent }) => wordsSent > 30);
  await one.kill();
  await eventually(async () => expect(await latestTurn(elsewhere(), sent)).toMatchObject({ status: 'interrupted' }));
  expect(await tasksOf(elsewhere())).toHaveLength(before + 1);
  const [asked, partial] = (await messagesOf(elsewhere(), sent)).items;
  expect(asked).toMatchObject({ role: 'user', content: 'add milk' });
  expect(partial).toMatchObject({ turnStatus: 'interrupted', toolCalls: [{ tool: 'create_tasks', state: 'ok' }] });
  expect(partial?.content).toMatch(/^word0 word1/);
  model.answer(({ toolOutputs }) => (toolOutputs.length > 0 ? { text: 'There is milk.' } : addMilk));
  const retry = { messageId: sent.messageId, attemptId: v7() };
  const retried = await readAnswer(await elsewhere().post(`/api/chat/${sent.conversationId}/retry`, retry));
  expect(retried).toMatchObject({ text: 'There is milk.', tools: ['create_tasks'] });
  expect(await tasksOf(elsewhere())).toHaveLength(before + 1);
  one = await start();
});

it('a rolling restart loses nothing: what runs ends by itself or is kept as interrupted', async () => {
  model.answer(({ userText }) => (userText === 'short' ? { text: words(40), wordMs: 20 } : { text: words(2_000), wordMs: 20 }));
  const [short, long] = [fresh(), fresh()];
  const heard = Promise.allSettled([here().say('short', short), here().say('long', long)]);
  await model.waitFor(({ userText, wordsSent }) => userText === 'long' && wordsSent > 5);
  await model.waitFor(({ userText, wordsSent }) => userText === 'short' && wordsSent > 5);
  await one.stop();
  await heard;
  expect(said(await messagesOf(elsewhere(), short))[1]).toEqual(['assistant', words(40)]);
  expect(await latestTurn(elsewhere(), long)).toMatchObject({ status: 'interrupted' });
  expect((await messagesOf(elsewhere(), long)).items[1]?.content).toMatch(/^word0 word1/);
  one = await start();
});
