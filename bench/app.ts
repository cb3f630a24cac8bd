import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { ChatClient, chatBody } from '@/tests/support/chat-client';
import { startServer } from '@/tests/support/server';
import { bundleTable } from './bundle';
import { timeAnswer } from './client';
import { median, ms, quantile, table } from './figures';

const SAID = ['add buy milk tomorrow at 5pm', "what's due this week?", 'mark milk as done', 'undo', 'delete milk'];
const ROUNDS = 40;

/** Start on an empty folder, built-in answers from POST to the last byte, and what pages load. */
export async function benchApp(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sayso-bench-'));
  try {
    const begun = performance.now();
    const server = await startServer({ dataDir: join(folder, 'data') });
    await fetch(`${server.url}/api/health`);
    const startMs = performance.now() - begun;
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
      ['`npm start` of a built app on an empty folder, until /api/health answers', ms(startMs), '≤ 3 s'],
      [`a built-in answer, POST to last byte, median of ${answers.length}`, ms(median(answers)), '≤ 50 ms'],
      ['the same, p95', ms(quantile(answers, 0.95)), ''],
    ];
    return `${table(['What', 'Measured', 'Limit'], rows)}\n\n${sizes}`;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
