import fc from 'fast-check';
import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Answer, readAnswer, readChunks, type Sent, summarize } from '@/tests/support/chat-client';
import { addTask, words } from '@/tests/support/openai-replies';
import { eventually, latestTurn, messagesOf, said, tasksOf } from './reading';
import { fresh, SITES, type Site, startSite } from '@/tests/support/site';

/** Runs of a property; the long form makes more of them. */
const RUNS = Number(process.env.FAULT_RUNS || 0) >= 50 ? 40 : 3;

describe.each(SITES)('%s', (kind) => {
  let site: Site;

  beforeAll(async () => {
    site = await startSite(kind);
  });
  afterAll(() => site?.close());
  beforeEach(() => {
    site.model.journal.length = 0;
  });

  /** How often the model was asked for an answer, titles not counted. */
  const asked = () => site.model.journal.filter(({ tools }) => tools.length > 0).length;
  const streamOf = ({ conversationId }: Sent) => `/api/chat/${conversationId}/stream`;
  const retry = async (sent: Sent, attemptId = v7(), model?: 'built-in'): Promise<Answer> =>
    readAnswer(await site.elsewhere().post(`/api/chat/${sent.conversationId}/retry`, { messageId: sent.messageId, attemptId, model }));

  /** Reads an answer and leaves after `count` words, as a closed tab does. @returns what was read. */
  async function leaveAfter(count: number, ask: (signal: AbortSignal) => Promise<Response>): Promise<string> {
    const leave = new AbortController();
    const chunks = [];
    for await (const chunk of readChunks(await ask(leave.signal))) {
      chunks.push(chunk);
      if (chunks.filter(({ type }) => type === 'text-delta').length >= count) break;
    }
    leave.abort();
    return summarize(chunks).text;
  }

  it('40 tabs that are closed after ten words: 40 whole answers are kept', async () => {
    site.model.answer({ text: words(120), wordMs: 20 });
    const tabs = Array.from({ length: 40 }, fresh);
    await Promise.all(
      tabs.map(async (sent, index) => {
        const client = index % 2 === 0 ? site.here() : site.elsewhere();
        const heard = await leaveAfter(10, (signal) => client.send('talk', sent, signal));
        expect(words(120).startsWith(heard.trimEnd())).toBe(true);
        expect(heard.length).toBeLessThan(words(120).length);
      }),
    );
    for (const sent of tabs) {
      await eventually(async () => expect(await latestTurn(site.here(), sent)).toMatchObject({ status: 'completed' }));
      expect(said(await messagesOf(site.elsewhere(), sent))).toEqual([['user', 'talk'], ['assistant', words(120)]]);
    }
    expect(asked()).toBe(40);
  });

  it('takes one message once, from two tabs at once, during and after its answer', async () => {
    site.model.answer({ text: words(30), wordMs: 20 });
    const sent = fresh();
    const tabs = [site.here().say('talk', sent), site.elsewhere().say('talk', sent)];
    await site.model.waitFor(({ wordsSent }) => wordsSent > 3);
    const during = site.elsewhere().say('talk', sent);
    for (const answer of await Promise.all([...tabs, during])) expect(answer.text).toBe(words(30));
    for (const client of [site.here(), site.elsewhere()]) expect((await client.say('talk', sent)).text).toBe(words(30));
    expect(asked()).toBe(1);
    expect((await messagesOf(site.here(), sent)).items).toHaveLength(2);
  });

  it('refuses a second message while one is answered, and keeps nothing of it', async () => {
    site.model.answer({ text: words(30), wordMs: 20 });
    const sent = fresh();
    const first = site.here().say('talk', sent);
    await site.model.waitFor(({ wordsSent }) => wordsSent > 0);
    const second = await site.elsewhere().send('and more', { conversationId: sent.conversationId });
    expect(second.status).toBe(409);
    expect(await second.json()).toMatchObject({ error: { code: 'turn_running' } });
    await first;
    expect(said(await messagesOf(site.here(), sent))).toEqual([['user', 'talk'], ['assistant', words(30)]]);
  });

  it('stops from elsewhere: the model is hung up on within a second, and what was said is kept', async () => {
    site.model.answer({ text: words(2_000), wordMs: 20 });
    const sent = fresh();
    const first = site.here().say('talk', sent);
    await site.model.waitFor(({ wordsSent }) => wordsSent > 10);
    const pressed = Date.now();
    expect((await site.elsewhere().post(`/api/chat/${sent.conversationId}/stop`, {})).status).toBe(200);
    const entry = await site.model.waitFor(({ tools, end }) => tools.length > 0 && end !== 'open');
    expect([entry.end, (entry.endedAt ?? 0) - pressed < 1_000]).toEqual(['hung_up', true]);
    const { text } = await first;
    expect(text).toMatch(/^word0 word1 word2/);
    expect(said(await messagesOf(site.elsewhere(), sent))[1]).toEqual(['assistant', text.trim()]);
    expect(await latestTurn(site.here(), sent)).toMatchObject({ status: 'stopped', error: null });
    expect((await site.elsewhere().post(`/api/chat/${sent.conversationId}/stop`, {})).status).toBe(204);
  });

  it('tells a running answer from its beginning, then live, here and elsewhere; 204 when nothing runs', async () => {
    site.model.answer({ text: words(60), wordMs: 40 });
    const sent = fresh();
    const first = site.here().say('talk', sent);
    await site.model.waitFor(({ wordsSent }) => wordsSent > 20);
    const joined = await Promise.all([site.here(), site.elsewhere()].map(async (client) => readAnswer(await client.request(streamOf(sent)))));
    for (const { text, chunks } of joined) {
      expect(text).toBe(words(60));
      expect(chunks.filter(({ type }) => type === 'text-delta').length).toBeGreaterThan(2);
    }
    expect((await first).text).toBe(words(60));
    for (const client of [site.here(), site.elsewhere()]) expect((await client.request(streamOf(sent))).status).toBe(204);
  });

  it('misses and doubles no word, however listeners leave and come back', async () => {
    const visits = fc.array(fc.record({ words: fc.nat(25), isHere: fc.boolean() }), { minLength: 1, maxLength: 8 });
    const answer = `${words(40)}\n\n- ${words(20)}  \n  🙂 ${words(10)}`;
    site.model.answer(({ toolOutputs }) => (toolOutputs.length > 0 ? { text: answer, wordMs: 12 } : { text: 'Let me look.', calls: [{ name: 'list_tasks', arguments: {} }] }));
    await fc.assert(
      fc.asyncProperty(fc.array(visits, { minLength: 2, maxLength: 4 }), async (listeners) => {
        const sent = fresh();
        const first = site.here().say('talk', sent);
        await eventually(async () => expect((await site.here().request(`/api/v1/conversations/${sent.conversationId}`)).status).toBe(200));
        const whole = `Let me look.\n\n${answer}`;
        await Promise.all(
          listeners.map(async (listener) => {
            for (const visit of listener) {
              const client = visit.isHere ? site.here() : site.elsewhere();
              const heard = await leaveAfter(visit.words, (signal) => client.request(streamOf(sent), { signal }));
              expect(whole.startsWith(heard.trimEnd())).toBe(true);
            }
          }),
        );
        const { text, tools } = await first;
        expect([text, tools]).toEqual([whole, ['list_tasks']]);
        expect((await site.elsewhere().say('talk', sent)).text).toBe(whole);
      }),
      { numRuns: RUNS },
    );
  });

  it.each(['failed', 'stopped', 'interrupted'] as const)('retries what was %s: nothing is done again, and the same attempt is one', async (end) => {
    const title = `Milk ${end}`;
    site.model.answer(({ toolOutputs }) =>
      toolOutputs.length === 0 ? addTask(title) : end === 'failed' ? { text: words(9), breakAfter: 3, wordMs: 10 } : { text: words(900), wordMs: 20 },
    );
    const sent = fresh();
    const first = site.processes[0] && site.here().at(site.processes[0].url).say(`add ${title}`, sent).catch(() => null);
    await site.model.waitFor(({ toolOutputs, wordsSent }) => toolOutputs.length > 0 && wordsSent > 2);
    if (end === 'stopped') await site.elsewhere().post(`/api/chat/${sent.conversationId}/stop`, {});
    if (end === 'interrupted') {
      await site.kill(0);
      await site.restart(0);
    }
    await first;
    await eventually(async () => expect((await latestTurn(site.here(), sent)).status).toBe(end));
    const before = asked();

    // Another model would do it again; the built-in assistant goes on with what is recorded.
    const builtIn = await retry(sent, v7(), 'built-in');
    expect(builtIn.tools).toEqual(['create_tasks']);
    expect(asked()).toBe(before);
    const attemptId = v7();
    site.model.answer(({ toolOutputs }) => (toolOutputs.length > 0 ? { text: 'There is milk.', wordMs: 20 } : addTask(title)));
    const again = await Promise.all([retry(sent, attemptId), retry(sent, attemptId)]);
    again.push(await retry(sent, attemptId));
    for (const answer of again) expect(answer).toMatchObject({ text: 'There is milk.', tools: ['create_tasks'] });
    expect(asked()).toBe(before + 1);
    expect((await tasksOf(site.here())).filter((task) => task.endsWith(title))).toHaveLength(1);
    const branch = await messagesOf(site.elsewhere(), sent);
    expect(branch.items.map(({ content, turnStatus }) => [content, turnStatus])).toEqual([[`add ${title}`, 'completed'], ['There is milk.', 'completed']]);
    const { messageCount, tasksCreated } = await site.here().json<{ messageCount: number; tasksCreated: number }>(`/api/v1/conversations/${sent.conversationId}`);
    expect([messageCount, tasksCreated]).toEqual([4, 1]);
  });
});
