import { missingSetup } from '@/lib/auth/missing-setup';
import { log } from '@/lib/log';
import { scheduleCleanUp } from '@/lib/retention/schedule';
import { endTurns, startTurns } from '@/lib/turns/lifecycle';

declare global {
  /** Work that `npm start` waits for after SIGTERM, before it closes connections and the database. */
  var saysoShutdown: Set<() => Promise<unknown>> | undefined;
  /** Done when the turns are recovered that a killed process left; whoever asks for something waits for it. */
  var saysoStarting: Promise<void> | undefined;
}

/**
 * Begins to open the database: the first request loads its code meanwhile, and then waits. A failure is said once and left to
 * /api/health and the pages.
 */
export function startServer(): void {
  globalThis.saysoShutdown ??= new Set();
  globalThis.saysoShutdown.add(endTurns);
  // A platform that ends processes between requests calls /api/cron/clean-up instead.
  if (!process.env.VERCEL) scheduleCleanUp();
  globalThis.saysoStarting = startTurns().then(
    () => {
      // What signs people in takes a moment to load: neither the start nor the first visitor should wait for it.
      if (!missingSetup()) setTimeout(() => void prepareAccounts(), 500).unref();
    },
    (error: unknown) => log.error({ err: error }, 'the database cannot be opened'),
  );
}

async function prepareAccounts(): Promise<void> {
  try {
    const { getAuth } = await import('@/lib/auth/auth');
    await getAuth();
  } catch (error) {
    log.error({ err: error }, 'accounts cannot be opened');
  }
}
