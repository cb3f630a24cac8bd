import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openBrowser, openPage } from '@/tests/support/browser';
import { ChatClient } from '@/tests/support/chat-client';
import { importLong } from '@/tests/support/long-conversation';
import { count } from '@/tests/support/openai-replies';
import { startOpenAI } from '@/tests/support/openai-server';
import { scrollThrough } from '@/tests/support/scroll-through';
import { startServer } from '@/tests/support/server';
import { median, ms, ratio, table } from './figures';
import { countRenders, listenToCommits, watchFinished } from './page/renders';

const LONG = 5_000;
const SHORT = 20;
const TYPED_IN = 300;
const TASKS = 300;
const ROUNDS = 15;
/** A scroll that leaves what was in the middle of the pane near enough to be still in the document, in pixels. */
const STEP = 900;
const SENTENCE = 'and while that is being answered, this is being typed, letter by letter, without a pause; ';

/** The chat page in a browser: a conversation of thousands of messages, and typing while an answer streams. */
export async function benchPage(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sayso-bench-'));
  const model = await startOpenAI({ withoutTools: { text: 'A title' } });
  const server = await startServer({ dataDir: folder, env: model.env });
  const browser = await openBrowser();
  try {
    const guest = await ChatClient.guest(server.url);
    for (let n = 0; n < TASKS; n++) await guest.post('/api/v1/tasks', { title: `Task ${n}`, tags: ['home'], dueDate: '2030-01-01', priority: 'high' });
    const [long, short, middling] = [await importLong(guest, LONG), await importLong(guest, SHORT), await importLong(guest, TYPED_IN)];
    const { page, context } = await openPage(browser, { baseURL: server.url });
    await context.addCookies(
      guest.cookie.split('; ').map((pair) => {
        const [name = '', value = ''] = pair.split(/=(.*)/);
        return { name, value, url: server.url };
      }),
    );
    await listenToCommits(page);
    const paints = await firstPaints(page, [short, long]);
    await page.goto(`/chat/${long}`);
    await page.getByText('Task 1', { exact: true }).first().waitFor();
    const scrolled = await scrollThrough(page, STEP);
    await page.goto(`/chat/${middling}`);
    await scrollThrough(page, STEP);
    model.answer(count(600, { wordMs: 15 }));
    const typed = await typeWhileStreaming(page);
    const rows = [
      [`first paint, conversation of ${SHORT}, median of ${ROUNDS}`, ms(median(paints[0] ?? [])), ''],
      [`first paint, conversation of ${LONG}`, ms(median(paints[1] ?? [])), ''],
      ['the latter over the former', ratio(median(paints[1] ?? []) / median(paints[0] ?? [])), '≤ 1.2 ×'],
      [`elements in the document, at most, ${LONG} messages and ${TASKS} tasks, scrolled up and down`, String(scrolled.nodes), '< 3,000'],
      ['messages met, of all', `${scrolled.seen.length} of ${LONG}`, 'all'],
      ['farthest that a message moved by itself', `${scrolled.jump.toFixed(1)} px`, '0'],
      ['steps of 900 px at which no message was there yet', String(scrolled.blank), '0'],
      [`typing while an answer streams into ${TYPED_IN} messages: longest task`, ms(typed.longest), '≤ 50 ms'],
      ['tasks over 50 ms', String(typed.over), '0'],
      [`times that one of ${typed.finished} finished messages was drawn again`, String(typed.renders), '0'],
    ];
    return table(['What', 'Measured', 'Limit'], rows);
  } finally {
    await browser.close();
    await server.stop();
    await model.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** First contentful paints of conversations in ms, opened in turn, the first of each not counted. */
async function firstPaints(page: Page, ids: string[]): Promise<number[][]> {
  const paints: number[][] = ids.map(() => []);
  for (let round = 0; round <= ROUNDS; round++)
    for (const [index, id] of ids.entries()) {
      await page.goto(`/chat/${id}`);
      const painted = await page.evaluate(async () => {
        for (;;) {
          const [entry] = performance.getEntriesByName('first-contentful-paint');
          if (entry) return entry.startTime;
          await new Promise((resolve) => requestAnimationFrame(resolve));
        }
      });
      if (round > 0) paints[index]?.push(painted);
    }
  return paints;
}

/** Sends a message and types on while it is answered. */
async function typeWhileStreaming(page: Page) {
  const field = page.getByLabel('Message Sayso');
  await field.fill('count');
  await field.press('Enter');
  await page.getByText('word5').first().waitFor();
  const finished = await watchFinished(page);
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
  });
  await field.pressSequentially(SENTENCE, { delay: 30 });
  const renders = await countRenders(page);
  const tasks = await page.evaluate(() => Reflect.get(window, 'tasks') as number[]);
  if (!(await page.getByRole('button', { name: 'Stop' }).isVisible())) throw new Error('The answer ended before the typing.');
  // The count has to notice a message that is drawn again for a reason.
  await page.getByRole('button', { name: 'Good answer' }).last().click();
  if ((await countRenders(page)) === renders) throw new Error('A finished message that changed was not counted.');
  return { finished, renders, over: tasks.length, longest: Math.max(0, ...tasks) };
}
