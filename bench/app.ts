import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { ChatClient, chatBody } from '@/tests/support/chat-client';
import { type Server, type ServerOptions, startServer } from '@/tests/support/server';
import { bundleTable } from './bundle';
import { timeAnswer } from './client';
import { median, ms, quantile, table } from './figures';

const SAID = ['add buy milk tomorrow at 5pm', "what's due this week?", 'mark milk as done', 'undo', 'delete milk'];
const ROUNDS = 40;

async function timeStart(options: ServerOptions): Promise<{ server: Server; ms: number }> {
  const begun = performance.now();
  const server = await startServer(options);
  const { ok } = await fetch(`${server.url}/api/health`);
  if (!ok) throw new Error(server.log());
  return { server, ms: performance.now() - begun };
}

/** Start on an empty folder, built-in answers from POST to the last byte, and what pages load. */
export async function benchApp(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sayso-bench-'));
  try {
    const { server: viaNpm, ms: npmStartMs } = await timeStart({ dataDir: join(folder, 'npm'), command: ['npm', 'start'] });
    await viaNpm.stop();
    const { server, ms: startMs } = await timeStart({ dataDir: join(folder, 'data') });
    const guest = await ChatClient.guest(server.url);
    const headers = { cookie: guest.cookie, origin: guest.url };
    const answers: number[] = [];
    for (let round = 0; round < ROUNDS + 3; round++) {
      const conversationId = v7();
      for (const text of SAID) {
        const body = chatBody(text, { conversationId, messageId: v7() });
        const { lastMs } = await timeAnswer(`${server.url}/api/chat`, body, headers);
        if (round >= 3) answers.push(lastMs);
      }
    }
    const sizes = await bundleTable(guest);
    await server.stop();
    const rows = [
      ['`npm start` of a built app on an empty folder, until /api/health answers', ms(npmStartMs), '≤ 3 s'],
      ['the same without npm: `node scripts/start.mjs`', ms(startMs), ''],
      [`a built-in answer, POST to last byte, median of ${answers.length}`, ms(median(answers)), '≤ 50 ms'],
      ['the same, p95', ms(quantile(answers, 0.95)), ''],
    ];
    return `${table(['What', 'Measured', 'Limit'], rows)}\n\n${sizes}`;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
