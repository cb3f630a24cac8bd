/**
 * What Next calls before the first request. It compiles this file for the edge runtime too, which Sayso does not use: only what
 * stands inside the condition is left out there, so all that needs Node is in a file of its own.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs' && process.env.NEXT_PHASE !== 'phase-production-build') {
    const { startServer } = await import('./instrumentation-node');
    startServer();
  }
}
