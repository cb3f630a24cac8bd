import { request } from 'node:http';
import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chatBody, readAnswer, readChunks } from '@/tests/support/chat-client';
import { addTask, words } from '@/tests/support/openai-replies';
import { eventually, latestTurn, messagesOf, said, tasksOf } from './reading';
import { fresh, type Site, startSite } from '@/tests/support/site';

let site: Site;
/** The person at the process that something happens to, and at the one that survives. */
const victim = () => site.here().at(site.processes[0]?.url ?? '');
const survivor = () => site.here().at(site.processes[1]?.url ?? '');

describe.each(['embedded', 'behind a proxy'] as const)('%s', (kind) => {
  beforeAll(async () => {
    site = await startSite(kind);
  });
  afterAll(() => site?.close());
  beforeEach(() => {
    site.model.journal.length = 0;
  });

  it('a process that is told to end lets short answers end, and keeps long ones as interrupted', async () => {
    site.model.answer(({ userText }) => ({ text: words(userText === 'short' ? 40 : 2_000), wordMs: 20 }));
    const [short, long] = [fresh(), fresh()];
    const heard = Promise.allSettled([victim().say('short', short), victim().say('long', long)]);
    for (const text of ['short', 'long']) await site.model.waitFor(({ userText, wordsSent }) => userText === text && wordsSent > 5);
    expect(await site.processes[0]?.stop()).toBe(0);
    await heard;
    await site.restart(0);
    expect(said(await messagesOf(victim(), short))[1]).toEqual(['assistant', words(40)]);
    expect(await latestTurn(victim(), long)).toMatchObject({ status: 'interrupted' });
    expect((await messagesOf(victim(), long)).items[1]?.content).toMatch(/^word0/);
  });

  it('a message that arrives while the process is told to end is answered, even when its sender leaves', async () => {
    site.model.answer({ text: words(60), wordMs: 20 });
    const sent = fresh();
    const { url, cookie } = victim();
    const body = Buffer.from(JSON.stringify(chatBody('last minute', sent)));
    const headers = { cookie, origin: url, 'content-type': 'application/json', 'content-length': body.length };
    const post = request(`${url}/api/chat`, { method: 'POST', headers, agent: false });
    post.on('error', () => {});
    post.write(body.subarray(0, 10));
    // Its headers have arrived once a request that was sent after them is answered.
    await victim().request('/api/health');
    const ended = site.processes[0]?.stop();
    await eventually(() => fetch(`${url}/api/health`).then(() => Promise.reject(new Error('It still listens.')), () => {}));
    post.end(body.subarray(10));
    await site.model.waitFor(({ userText, wordsSent }) => userText === 'last minute' && wordsSent > 3);
    post.destroy();
    expect(await ended).toBe(0);
    await site.restart(0);
    expect(await latestTurn(victim(), sent)).toMatchObject({ status: 'completed' });
    expect(said(await messagesOf(victim(), sent))).toEqual([['user', 'last minute'], ['assistant', words(60)]]);
  });

  if (kind === 'behind a proxy') whereAnotherSurvives();
});

function whereAnotherSurvives(): void {
  it('a process that was frozen past its lease wakes up and can write nothing and run no tool', async () => {
    site.model.answer(({ toolOutputs }) => (toolOutputs.length > 0 ? { text: 'Too late.' } : { ...addTask('Milk'), text: words(40), wordMs: 50 }));
    const sent = fresh();
    void victim().say('add milk', sent).catch(() => {});
    await site.model.waitFor(({ wordsSent }) => wordsSent > 20);
    site.processes[0]?.freeze();
    try {
      await eventually(async () => expect(await latestTurn(survivor(), sent)).toMatchObject({ status: 'interrupted' }));
    } finally {
      site.processes[0]?.thaw();
    }
    const kept = await messagesOf(survivor(), sent);
    const titled = await survivor().json(`/api/v1/conversations/${sent.conversationId}`);
    expect(kept.items[1]?.content).toMatch(/^word0/);
    await eventually(async () => expect((await victim().request('/api/health')).status).toBe(200));
    await site.model.waitFor(({ userText, tools, end }) => userText === 'add milk' && tools.length > 0 && end !== 'open');
    // Whatever it does after waking up is done before it ends, which it is asked to.
    await site.processes[0]?.stop();
    await site.restart(0);
    expect(await tasksOf(survivor())).toEqual([]);
    expect(said(await messagesOf(survivor(), sent))).toEqual(said(kept));
    expect(await survivor().json(`/api/v1/conversations/${sent.conversationId}`)).toEqual(titled);
    expect(site.model.journal.filter(({ tools }) => tools.length === 0)).toEqual([]);
  });

  it('a killed process loses nothing: within 12 s another keeps the partial answer and takes the next message', async () => {
    site.model.answer(({ toolOutputs, userText }) =>
      userText === 'and now?' ? { text: 'Still here.' } : toolOutputs.length > 0 ? { text: words(500), wordMs: 30 } : addTask('Bread'),
    );
    const sent = fresh();
    const heard = victim().send('add bread', sent).then(readAnswer);
    await site.model.waitFor(({ wordsSent }) => wordsSent > 30);
    await site.kill(0);
    const next = { conversationId: sent.conversationId, messageId: v7() };
    await eventually(async () => expect((await site.elsewhere().say('and now?', next)).text).toBe('Still here.'), 12_000);
    expect((await heard).text).toMatch(/^word0/);
    const [asked, partial, ...rest] = (await messagesOf(site.elsewhere(), sent)).items;
    expect(asked).toMatchObject({ role: 'user', content: 'add bread' });
    expect(partial).toMatchObject({ turnStatus: 'interrupted', toolCalls: [{ tool: 'create_tasks', state: 'ok' }] });
    expect(partial?.content).toMatch(/^word0/);
    expect(rest.map(({ content }) => content)).toEqual(['and now?', 'Still here.']);
    expect((await tasksOf(site.elsewhere())).filter((task) => task.endsWith('Bread'))).toHaveLength(1);
    await site.restart(0);
  });

  it('a rolling restart behind a proxy loses nothing: every message is taken, every answer whole', async () => {
    site.model.answer({ text: words(40), wordMs: 20 });
    let rolling = true;
    const people = Array.from({ length: 6 }, async () => {
      const { conversationId } = fresh();
      const texts: string[] = [];
      while (rolling) {
        const text = `message ${texts.length}`;
        const sent = { conversationId, messageId: v7() };
        // A connection may be made in the moment in which nobody listens any more; the same message may be sent again.
        const response = await site.here().send(text, sent).catch(() => site.here().send(text, sent));
        expect(response.status).toBe(200);
        const chunks = [];
        for await (const chunk of readChunks(response)) chunks.push(chunk);
        expect(chunks.at(-1)).toMatchObject({ type: 'finish', messageMetadata: { turn: { status: 'completed' } } });
        texts.push(text, words(40));
      }
      return { conversationId, texts };
    });
    const all = Promise.all(people);
    // One that fails is heard at the end, after the restarts.
    all.catch(() => {});
    for (const index of [0, 1]) {
      expect(await site.processes[index]?.stop()).toBe(0);
      await site.restart(index);
    }
    rolling = false;
    for (const { conversationId, texts } of await all) {
      expect(texts.length).toBeGreaterThan(2);
      const { messageCount } = await site.here().json<{ messageCount: number }>(`/api/v1/conversations/${conversationId}`);
      expect(messageCount).toBe(texts.length);
      const { items } = await messagesOf(site.here(), { conversationId, messageId: '' });
      expect(items.map(({ content }) => content)).toEqual(texts.slice(-100));
    }
  });
}
