import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ChatClient, readChunks, type Sent } from '@/tests/support/chat-client';
import { createDatabase, createDataDir } from '@/tests/support/databases';
import { type OpenAIServer, startOpenAI } from '@/tests/support/openai-server';
import { type Server, type ServerOptions, startServer } from '@/tests/support/server';
import { eventually, latestTurn, messagesOf, tasksOf } from './reading';
import { report } from './report';

/** Kills in all; `npm run test:faults` makes 100 of them. */
const RUNS = Number(process.env.FAULT_RUNS || 6);

const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`).join(' ');

describe.each(['embedded', 'postgres'] as const)('%s', (kind) => {
  let model: OpenAIServer;
  let place: { options: ServerOptions; drop: () => Promise<void> };
  let server: Server;
  let guest: ChatClient;

  const start = () => startServer({ ...place.options, env: model.env });
  const here = () => guest.at(server.url);

  beforeAll(async () => {
    model = await startOpenAI();
    if (kind === 'embedded') {
      const { folder, drop } = await createDataDir();
      place = { options: { dataDir: folder }, drop };
    } else {
      const { url, drop } = await createDatabase();
      place = { options: { databaseUrl: url }, drop };
    }
    server = await start();
    guest = await ChatClient.guest(server.url);
  });
  afterAll(async () => {
    await server?.stop();
    await model?.close();
    await place?.drop();
  });

  it(`loses and doubles nothing when the server is killed at any moment, ${Math.ceil(RUNS / 2)} times`, async () => {
    const met = { lostBefore: 0, interrupted: 0, completed: 0, effects: 0 };
    for (let run = 0; run < Math.ceil(RUNS / 2); run++) {
      const title = `Task ${run}`;
      model.answer(({ toolOutputs }) =>
        toolOutputs.length > 0
          ? { text: words(25), wordMs: 15 }
          : { text: words(10), wordMs: 15, calls: [{ name: 'create_tasks', arguments: { tasks: [{ title }] } }] },
      );
      const sent = { conversationId: v7(), messageId: v7() };
      const moment = Math.random() * 900;
      const taken = await sendAndKill(sent, title, moment);
      server = await start();
      if (kind === 'postgres') await eventually(async () => expect((await latestTurnOrNone(sent))?.status).not.toBe('running'));
      const turn = await latestTurnOrNone(sent);
      if (!taken && !turn) {
        met.lostBefore++;
        continue;
      }
      // Where a server is alone, nobody else can be answering: it recovers at its start.
      expect(['interrupted', 'completed']).toContain(turn?.status);
      if (turn?.status === 'completed') met.completed++;
      else met.interrupted++;
      await expectOneEffectAtMost(sent, title, met);
    }
    report(kind, RUNS, met);
  }, 60_000 + RUNS * 30_000);

  /** Sends and kills after `moment` milliseconds. @returns whether the server had begun to answer. */
  async function sendAndKill(sent: Sent, text: string, moment: number): Promise<boolean> {
    let taken = false;
    const heard = (async () => {
      const response = await here().send(text, sent);
      taken = response.status === 200;
      for await (const _ of readChunks(response));
    })().catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, moment));
    await server.kill();
    await heard;
    return taken;
  }

  async function latestTurnOrNone(sent: Sent) {
    const response = await here().request(`/api/v1/conversations/${sent.conversationId}`);
    return response.status === 404 ? null : latestTurn(here(), sent);
  }

  async function expectOneEffectAtMost(sent: Sent, title: string, met: { effects: number }): Promise<void> {
    const { items } = await messagesOf(here(), sent);
    expect(items[0]).toMatchObject({ id: sent.messageId, role: 'user', content: title });
    const done = items.flatMap(({ toolCalls }) => toolCalls).filter(({ state }) => state === 'ok');
    const tasks = (await tasksOf(here())).filter((task) => task.endsWith(` ${title}`));
    expect(done.length).toBeLessThanOrEqual(1);
    expect(tasks).toHaveLength(done.length);
    met.effects += done.length;
    const conversation = await here().json<{ messageCount: number; tasksCreated: number }>(
      `/api/v1/conversations/${sent.conversationId}`,
    );
    expect(conversation).toMatchObject({ messageCount: items.length, tasksCreated: done.length });
    model.answer({ text: 'Still here.' });
    expect((await here().say('are you there?', { conversationId: sent.conversationId })).text).toBe('Still here.');
  }
});
