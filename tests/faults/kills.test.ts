import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatClient, Sent } from '@/tests/support/chat-client';
import { addTask, words } from '@/tests/support/openai-replies';
import type { JournalEntry } from '@/tests/support/openai-server';
import { eventually, messagesOf, said, tasksOf } from './reading';
import { type Met, report } from './report';
import { fresh, type Site, startSite } from '@/tests/support/site';

/** Kills in all, half of them on each database; `npm run test:faults` makes 100 of them. */
const RUNS = Math.ceil(Number(process.env.FAULT_RUNS || 8) / 2);

/** Where in an answer of two steps, with a tool between them, the server is killed. */
const MOMENTS = ['before the first token', 'in mid-answer', 'between effect and result', 'at any moment'] as const;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe.each(['embedded', 'postgres'] as const)('%s', (kind) => {
  let site: Site;
  const met: Met = { before: 0, interrupted: 0, completed: 0, effects: 0, usableMs: [] };

  beforeAll(async () => {
    site = await startSite(kind === 'embedded' ? 'embedded' : 'two processes');
    // Words first, then a task, then more words; every message names its own task.
    site.model.answer(({ userText, toolOutputs }) => {
      if (userText === 'are you there?') return { text: 'Still here.' };
      return toolOutputs.length > 0 ? { text: words(25), wordMs: 15 } : { ...addTask(userText), text: words(10), wordMs: 15, delayMs: 100 };
    });
  });
  afterAll(() => site?.close());

  it(`loses and doubles nothing when the server is killed at any moment, ${RUNS} times`, async () => {
    // On PostgreSQL the other process survives, and takes over while the next one is killed.
    const survived: Promise<void>[] = [];
    for (let run = 0; run < RUNS; run++) {
      const sent = fresh();
      const title = `Task ${run}`;
      const isTaken = sendTo(site.here(), sent, title);
      await reach(MOMENTS[run % MOMENTS.length] ?? 'at any moment', title);
      await site.kill(0);
      const killed = Date.now();
      if (kind === 'postgres') survived.push(isTaken.then((taken) => expectNothingLost(site.elsewhere(), sent, title, taken, killed)));
      await site.restart(0);
      if (kind === 'embedded') await expectNothingLost(site.here(), sent, title, await isTaken, Date.now());
    }
    await Promise.all(survived);
    expect(await site.recount()).toMatch(/\b0 differences/);
    report(kind, RUNS, met);
  }, 60_000 + RUNS * 30_000);

  /** Sends and listens until the server is gone. @returns whether it had taken the message. */
  async function sendTo(client: ChatClient, sent: Sent, text: string): Promise<boolean> {
    try {
      const response = await client.send(text, sent);
      await response.text().catch(() => {});
      return response.status === 200;
    } catch {
      return false;
    }
  }

  async function reach(moment: (typeof MOMENTS)[number], title: string): Promise<void> {
    if (moment === 'at any moment') return void (await pause(Math.random() * 2_000));
    const step = (results: number, isThere: (entry: JournalEntry) => boolean) =>
      site.model.waitFor((entry) => entry.userText === title && entry.tools.length > 0 && entry.toolOutputs.length === results && isThere(entry));
    const told = Math.floor(Math.random() * 35);
    if (moment === 'before the first token') await step(0, () => true);
    else if (moment === 'in mid-answer') await (told < 10 ? step(0, ({ wordsSent }) => wordsSent > told) : step(1, ({ wordsSent }) => wordsSent > told - 10));
    else {
      // The first step's last byte is the call. Its effect takes some milliseconds; then the model is told the result,
      // which is not saved for listeners before the next beat.
      await step(0, ({ end }) => end !== 'open');
      await Promise.race([pause(Math.random() * 150), step(1, () => true)]);
    }
  }

  async function expectNothingLost(client: ChatClient, sent: Sent, title: string, isTaken: boolean, since: number): Promise<void> {
    const again = { conversationId: sent.conversationId, messageId: v7() };
    const talk = async () => expect((await client.say('are you there?', again)).text).toBe('Still here.');
    // A server that is alone recovers at its start; where another survives it waits for the lease to run out.
    if (kind === 'embedded') await talk();
    else await eventually(talk, 12_000);
    met.usableMs.push(Date.now() - since);

    const { items } = await messagesOf(client, sent);
    const done = items.flatMap(({ toolCalls }) => toolCalls).filter(({ state }) => state === 'ok');
    expect((await tasksOf(client)).filter((task) => task.endsWith(` ${title}`))).toHaveLength(done.length);
    expect(await client.json(`/api/v1/conversations/${sent.conversationId}`)).toMatchObject({
      messageCount: items.length,
      tasksCreated: done.length,
    });
    expect(said({ items: items.slice(-2) })).toEqual([['user', 'are you there?'], ['assistant', 'Still here.']]);
    const [asked, answer] = items.slice(0, -2);
    if (!asked) {
      expect(isTaken).toBe(false);
      met.before++;
      return;
    }
    expect(asked).toMatchObject({ id: sent.messageId, role: 'user', content: title });
    expect(done.length).toBeLessThanOrEqual(1);
    met.effects += done.length;
    if (answer?.turnStatus === 'completed') met.completed++;
    else met.interrupted++;
    // Nothing of the answer, or its beginning: a kill neither invents nor repeats words.
    if (answer) expect(`${words(10)}\n\n${words(25)}`.startsWith(answer.content)).toBe(true);
    if (answer) expect(['completed', 'interrupted']).toContain(answer.turnStatus);
  }
});
