import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { ChatClient, chatBody } from '@/tests/support/chat-client';
import { type OpenAIServer, startOpenAI } from '@/tests/support/openai-server';
import { memoryOf, startServer } from '@/tests/support/server';
import { timeAnswer } from './client';
import { median, ms, ratio, table } from './figures';

const ROUNDS = 30;
const BURST = 50;
const HELD = 200;

const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`).join(' ');

/** The app beside the model server called directly, and beside a bare handler that keeps nothing. */
export async function benchTurns(): Promise<string> {
  const model = await startOpenAI({ withoutTools: { text: 'A title' } });
  const folder = await mkdtemp(join(tmpdir(), 'sayso-bench-'));
  const bare = await startBare(model);
  const server = await startServer({ dataDir: folder, env: model.env });
  try {
    const guest = await ChatClient.guest(server.url);
    const headers = { cookie: guest.cookie, origin: guest.url };
    const app = () =>
      timeAnswer(`${server.url}/api/chat`, chatBody('hello', { conversationId: v7(), messageId: v7() }), headers);
    const plain = () => timeAnswer(`${bare.url}/api/chat`, chatBody('hello', { conversationId: v7(), messageId: v7() }));
    const direct = () =>
      timeAnswer(
        `${model.url}/responses`,
        { model: 'gpt-5.1', stream: true, input: [{ role: 'user', content: 'hello' }], tools: [{ type: 'function', name: 'x' }] },
        { authorization: 'Bearer x' },
      );
    model.answer({ text: words(20), wordMs: 10, delayMs: 20 });
    const single = { app: [] as number[], plain: [] as number[], direct: [] as number[] };
    for (let round = 0; round < ROUNDS + 3; round++) {
      // In turn, so that the machine's moods reach all three alike.
      const [d, p, a] = [await direct(), await plain(), await app()];
      if (round < 3) continue;
      single.direct.push(d.firstMs);
      single.plain.push(p.firstMs);
      single.app.push(a.firstMs);
    }
    const burst = async (one: () => Promise<{ firstMs: number }>) =>
      median((await Promise.all(Array.from({ length: BURST }, one))).map(({ firstMs }) => firstMs));
    await burst(plain);
    await burst(app);
    const bursts = { plain: [] as number[], app: [] as number[] };
    for (let round = 0; round < 3; round++) {
      bursts.plain.push(await burst(plain));
      bursts.app.push(await burst(app));
    }
    const held = await hold(model, server.pid, guest);
    const added = median(single.app) - median(single.direct);
    const rows = [
      ['time to first token, model called directly', ms(median(single.direct)), ''],
      ['the same through a bare handler', ms(median(single.plain)), ''],
      ['the same through Sayso', ms(median(single.app)), ''],
      ['added over the direct call', ms(added), '≤ 30 ms'],
      [`${BURST} at one instant, bare handler, median`, ms(median(bursts.plain)), ''],
      [`${BURST} at one instant, Sayso, median`, ms(median(bursts.app)), ''],
      ['Sayso over bare', ratio(median(bursts.app) / median(bursts.plain)), '≤ 1.5 ×'],
      [`${HELD} slow streams held at once: complete`, `${held.complete} of ${HELD}`, 'all'],
      ['memory per open stream', `${Math.round(held.bytes / 1_000)} KB`, '≤ 300 KB'],
    ];
    return table(['What', 'Measured', 'Limit'], rows);
  } finally {
    bare.stop();
    await server.stop();
    await model.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function hold(model: OpenAIServer, pid: number, guest: ChatClient) {
  const text = words(150);
  model.answer({ text, wordMs: 100 });
  const before = await memoryOf(pid);
  const answers = Array.from({ length: HELD }, () => guest.say('hello').then((answer) => answer.text === text, () => false));
  await new Promise((resolve) => setTimeout(resolve, 10_000));
  const during = await memoryOf(pid);
  return { complete: (await Promise.all(answers)).filter(Boolean).length, bytes: (during - before) / HELD };
}

/** Builds and serves the bare handler of `bench/bare`. */
async function startBare(model: OpenAIServer): Promise<{ url: string; stop: () => void }> {
  const env = { ...process.env, ...model.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' };
  const next = 'node_modules/next/dist/bin/next';
  await new Promise<void>((resolve, reject) => {
    const build = spawn(process.execPath, [next, 'build', 'bench/bare'], { env, stdio: 'ignore' });
    build.once('exit', (code) => (code === 0 ? resolve() : reject(new Error('The bare handler does not build.'))));
  });
  const port = await freePort();
  const served = spawn(process.execPath, [next, 'start', 'bench/bare', '-p', String(port)], { env, stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries++) {
    const up = await fetch(url).then(() => true, () => false);
    if (up) return { url, stop: () => served.kill() };
    if (tries > 100) throw new Error('The bare handler does not start.');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
