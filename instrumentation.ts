declare global {
  /** Work that `npm start` waits for after SIGTERM, before it closes connections and the database. */
  var saysoShutdown: Set<() => Promise<unknown>> | undefined;
}

/** Opens the database before the first request. A failure is said once and left to /api/health and the pages. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return;
  globalThis.saysoShutdown ??= new Set();
  const [{ log }, { endTurns, startTurns }] = await Promise.all([import('@/lib/log'), import('@/lib/turns/lifecycle')]);
  globalThis.saysoShutdown.add(endTurns);
  await startTurns().catch((error: unknown) => log.error({ err: error }, 'the database cannot be opened'));
}
