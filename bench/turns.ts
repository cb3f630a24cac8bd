import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from 'pg';
import { v7 } from 'uuid';
import { migratePostgres } from '@/lib/db/migrate';
import { ChatClient, chatBody } from '@/tests/support/chat-client';
import { words } from '@/tests/support/openai-replies';
import { type OpenAIServer, startOpenAI } from '@/tests/support/openai-server';
import { freePort, startPostgres } from '@/tests/support/postgres';
import { memoryOf, type Server, startServer } from '@/tests/support/server';
import { timeAnswer } from './client';
import { median, ms, ratio, table } from './figures';

const ROUNDS = 30;
const BURST = 50;
const HELD = 200;

/** A server whose memory can be asked for. */
type Measured = Pick<Server, 'url' | 'pid' | 'log'>;

/** The app, on either database, beside the model server called directly and beside a bare handler that keeps nothing. */
export async function benchTurns(): Promise<string> {
  const model = await startOpenAI({ withoutTools: { text: 'A title' } });
  const collecting = `--import ${pathToFileURL(resolve('bench/collect-garbage.mjs'))}`;
  const bare = await startBare(model, collecting);
  const postgres = await startPostgres();
  const env = { ...model.env, NODE_OPTIONS: collecting };
  const folder = await mkdtemp(join(tmpdir(), 'sayso-bench-'));
  try {
    await createBenchDatabase(postgres.url);
    const tables: string[] = [];
    for (const [name, place] of [
      ['PostgreSQL', { databaseUrl: postgres.url('bench') }],
      ['Embedded database', { dataDir: folder }],
    ] as const) {
      const server = await startServer({ ...place, env });
      tables.push(`### ${name}\n\n${await measure(server, bare, model)}`);
      await server.stop();
    }
    return tables.join('\n\n');
  } finally {
    bare.stop();
    await Promise.all([model.close(), postgres.stop()]);
    await rm(folder, { recursive: true, force: true });
  }
}

async function createBenchDatabase(url: (database: string) => string): Promise<void> {
  const admin = new Client({ connectionString: url('postgres') });
  await admin.connect();
  await admin.query('CREATE DATABASE bench');
  await admin.end();
  await migratePostgres(url('bench'));
}

async function measure(server: Server, bare: Measured, model: OpenAIServer): Promise<string> {
  const guest = await ChatClient.guest(server.url);
  const headers = { cookie: guest.cookie, origin: guest.url };
  const body = () => chatBody('hello', { conversationId: v7(), messageId: v7() });
  const app = () => timeAnswer(`${server.url}/api/chat`, body(), headers);
  const plain = () => timeAnswer(`${bare.url}/api/chat`, body());
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
  const bursts = { plain: [] as number[], app: [] as number[] };
  for (let round = 0; round < 5; round++) {
    const [p, a] = [await burst(plain), await burst(app)];
    if (round === 0) continue;
    bursts.plain.push(p);
    bursts.app.push(a);
  }
  const held = await hold(model, server, (text) => guest.say('hello').then((answer) => answer.text === text, () => false));
  const heldBare = await hold(model, bare, () => plain().then(() => true, () => false));
  const rows = [
    ['time to first token, model called directly', ms(median(single.direct)), ''],
    ['the same through a bare handler', ms(median(single.plain)), ''],
    ['the same through Sayso', ms(median(single.app)), ''],
    ['added over the direct call', ms(median(single.app) - median(single.direct)), '≤ 30 ms'],
    [`${BURST} at one instant, bare handler, median`, ms(median(bursts.plain)), ''],
    [`${BURST} at one instant, Sayso, median`, ms(median(bursts.app)), ''],
    ['Sayso over bare', ratio(median(bursts.app) / median(bursts.plain)), '≤ 1.5 ×'],
    [`${HELD} slow streams held at once: complete`, `${held.complete} of ${HELD}`, 'all'],
    ['memory in use per open stream', kb(held.inUse), '≤ 300 KB'],
    ['the same of the bare handler', kb(heldBare.inUse), ''],
    ['growth of the process per open stream, garbage included', kb(held.resident), ''],
  ];
  return table(['What', 'Measured', 'Limit'], rows);
}

const kb = (bytes: number) => `${Math.round(bytes / 1_000)} KB`;

/** Median time to the first token of answers asked for at one instant, titles and all that follows them over. */
async function burst(one: () => Promise<{ firstMs: number }>): Promise<number> {
  const answers = await Promise.all(Array.from({ length: BURST }, one));
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  return median(answers.map(({ firstMs }) => firstMs));
}

async function hold(model: OpenAIServer, server: Measured, ask: (text: string) => Promise<boolean>) {
  const text = words(60);
  const [before, residentBefore] = [await inUse(server), await memoryOf(server.pid)];
  model.answer({ text, wordMs: 500 });
  const answers = Array.from({ length: HELD }, () => ask(text));
  await new Promise((resolve) => setTimeout(resolve, 15_000));
  const resident = await memoryOf(server.pid);
  const during = await inUse(server);
  return {
    complete: (await Promise.all(answers)).filter(Boolean).length,
    inUse: (during - before) / HELD,
    resident: (resident - residentBefore) / HELD,
  };
}

/** What a server's memory holds after its garbage is collected, in bytes. */
async function inUse(server: Measured): Promise<number> {
  const said = () => [...server.log().matchAll(/in use: (\d+) bytes/g)].map(([, bytes]) => Number(bytes));
  const times = said().length;
  process.kill(server.pid, 'SIGUSR2');
  while (said().length === times) await new Promise((resolve) => setTimeout(resolve, 50));
  return said().at(-1) ?? Number.NaN;
}

/** Builds and serves the bare handler of `bench/bare`. */
async function startBare(model: OpenAIServer, collecting: string): Promise<Measured & { stop: () => void }> {
  const env = { ...process.env, ...model.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' };
  const next = 'node_modules/next/dist/bin/next';
  await new Promise<void>((resolve, reject) => {
    const build = spawn(process.execPath, [next, 'build', 'bench/bare'], { env, stdio: 'ignore' });
    build.once('exit', (code) => (code === 0 ? resolve() : reject(new Error('The bare handler does not build.'))));
  });
  const port = await freePort();
  const served = spawn(process.execPath, [next, 'start', 'bench/bare', '-p', String(port)], {
    env: { ...env, NODE_OPTIONS: collecting },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  served.stdout.on('data', (chunk) => (said += chunk));
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries++) {
    const up = await fetch(url).then(() => true, () => false);
    if (up) return { url, pid: served.pid ?? 0, log: () => said, stop: () => served.kill() };
    if (tries > 100) throw new Error('The bare handler does not start.');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
