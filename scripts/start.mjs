/** `npm start`: builds when there is no current build, migrates PostgreSQL, serves, and stops cleanly. */
import { createServer } from 'node:http';
import { Server } from 'node:net';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { build, isBuilt, run } from './build.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Time for running answers to end after SIGTERM, as most platforms give it. */
const GRACE_MS = 10_000;

process.chdir(ROOT);
Object.assign(process.env, { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' });

// The language engine's patterns would be compiled twice, for their first use and for their second, which costs the first
// two answers several times what the machine code alone does.
setFlagsFromString('--no-regexp-tier-up');

// Loading Next takes most of a second, in which the sources can be looked at.
const loading = import('next');

async function prepare() {
  if (process.env.DATABASE_URL && !process.env.BETTER_AUTH_SECRET)
    throw new Error(
      'Set BETTER_AUTH_SECRET, at least 32 random characters (openssl rand -base64 32): with DATABASE_URL, every server process signs sessions with it.',
    );
  if (!(await isBuilt())) await build();
  if (process.env.DATABASE_URL) await run('--import', 'tsx', 'scripts/migrate.ts', 'up');
}

/** Next answers an address whose percent signs spell no text with a 500, which is nobody's fault but the asker's. */
function isReadable(/** @type {string} */ url) {
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '');
    return true;
  } catch {
    return false;
  }
}

async function serve() {
  const port = Number(process.env.PORT || 3000);
  const hostname = process.env.HOST || undefined;
  const { default: next } = await loading;
  const app = next({ dev: false, dir: ROOT, port, hostname });
  await app.prepare();
  const handle = app.getRequestHandler();
  const server = createServer((request, response) => {
    if (isReadable(request.url ?? '')) return void handle(request, response);
    response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' }).end('That address cannot be read.');
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, hostname, () => resolve(undefined));
  });
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    // HTTP's own close would also hang up on those who have connected and whose request is about to be read.
    const closed = new Promise((resolve) => Server.prototype.close.call(server, resolve));
    const idle = setInterval(() => server.closeIdleConnections(), 500);
    const deadline = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    // What instrumentation-node.ts registered: running answers are brought to an end first, since they hold connections.
    const end = () => Promise.all([...(globalThis.saysoShutdown ?? [])].map((work) => work())).catch(console.error);
    await end();
    await closed;
    clearTimeout(deadline);
    clearInterval(idle);
    // What the last requests began whose senders did not wait.
    await end();
    await (await Promise.resolve(globalThis.saysoDatabase).catch(() => undefined))?.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void stop());

  const address = server.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  console.log(`Sayso is ready on http://localhost:${actual}`);
  // The code of the first page and of the first answer loads while nobody waits for it: not before the database is open.
  const load = (path) => fetch(`http://localhost:${actual}${path}`).then((response) => response.text());
  const loadFirst = () => setTimeout(() => void Promise.allSettled(['/', '/api/chat'].map(load)), 1_000).unref();
  load('/api/health').then(loadFirst, () => {});
}

try {
  await prepare();
  await serve();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
