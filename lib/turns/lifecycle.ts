import { getDatabase } from '@/lib/db/database';
import { log } from '@/lib/log';
import { liveTurns, SHUTDOWN } from './live-turn';
import { recoverAllTurns } from './recover-turns';

/** How long running answers may come to their own end after SIGTERM, in milliseconds; 10 s are given in all. */
const GRACE_MS = 6_000;
/** How often turns of processes that died are looked for, in milliseconds: a lease of 10 s and this make 12 s. */
const SWEEP_MS = 2_000;

/**
 * Begins a server process's part in all turns: what a killed embedded server left is recovered at once, since nobody
 * else can be answering; what other processes leave, as soon as its lease runs out.
 */
export async function startTurns(): Promise<void> {
  const { kind } = await getDatabase();
  if (kind === 'postgres')
    setInterval(() => {
      recoverAllTurns().catch((error: unknown) => log.warn({ err: error }, 'looking for abandoned turns failed'));
    }, SWEEP_MS).unref();
  await recoverAllTurns({ evenAlive: kind === 'embedded' });
}

let deadline: number | undefined;

/**
 * Lets running answers end, those included that begin meanwhile, and writes those that take longer as interrupted. Asked
 * again, it grants no further time.
 */
export async function endTurns(): Promise<void> {
  deadline ??= Date.now() + GRACE_MS;
  while (liveTurns.size > 0) {
    const running = [...liveTurns.values()];
    const timer = setTimeout(() => {
      for (const live of running) live.stop.abort(SHUTDOWN);
    }, Math.max(0, deadline - Date.now()));
    await Promise.all(running.map((live) => live.ended));
    clearTimeout(timer);
  }
}
