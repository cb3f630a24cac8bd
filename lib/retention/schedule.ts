import { log } from '@/lib/log';
import { cleanUp } from './clean-up';

/** How often a server cleans up, and how long after its start it does so first, in milliseconds. */
const EVERY = 3_600_000;
const FIRST = 60_000;

/** Cleans up every hour for as long as the process runs; platforms without lasting processes call `/api/cron/clean-up`. */
export function scheduleCleanUp(): void {
  const run = () => {
    cleanUp().then(
      (done) => Object.values(done).some((count) => count > 0) && log.info(done, 'cleaned up'),
      (error: unknown) => log.warn({ err: error }, 'the clean-up failed; it is tried again in an hour'),
    );
  };
  setTimeout(run, FIRST).unref();
  setInterval(run, EVERY).unref();
}
