import { readFile } from 'node:fs/promises';
import { createDataDir, createDatabase } from './databases';
import { spawnTied, waitForOutput } from './spawn-tied';

export type Server = {
  url: string;
  pid: number;
  /** Stops it as a platform would, and waits. @returns the exit code. */
  stop: () => Promise<number | NodeJS.Signals>;
  /** kill -9, and waits. */
  kill: () => Promise<void>;
  /** SIGSTOP and SIGCONT, for a process that freezes and wakes up. */
  freeze: () => void;
  thaw: () => void;
  /** What it has written to its log. */
  log: () => string;
};

export type ServerOptions = {
  /** PostgreSQL; without it the server is embedded, in `dataDir`. */
  databaseUrl?: string;
  dataDir?: string;
  env?: Record<string, string>;
  /** What to start instead of the program that `npm start` runs. */
  command?: string[];
};

/** What a developer's shell may hold and a test must not depend on. */
const OURS = /^(DATABASE_URL|DIRECT_URL|DATA_DIR|PORT|APP_URL|BETTER_AUTH_|OPENAI_|RATE_LIMIT|NODE_ENV|VITEST|VERCEL)/;

/**
 * Serves the built app by `npm start`'s own program, as a process of its own on a free port, ready when this returns.
 * Limits on requests are off unless `env` says otherwise. It does not outlive the test's process.
 * @throws Error with its log when it does not start.
 */
export async function startServer({ databaseUrl, dataDir, env = {}, command = [process.execPath, 'scripts/start.mjs'] }: ServerOptions = {}): Promise<Server> {
  const inherited = Object.entries(process.env).filter(([name]) => !OURS.test(name));
  const server = spawnTied(command, {
    env: {
      ...Object.fromEntries(inherited),
      NODE_ENV: 'production',
      PORT: '0',
      HOST: '127.0.0.1',
      RATE_LIMIT: 'off',
      LOG_LEVEL: 'warn',
      BETTER_AUTH_SECRET: 'a-secret-of-the-tests-that-is-long-enough',
      ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
      ...(dataDir ? { DATA_DIR: dataDir } : {}),
      ...env,
    },
  });
  const [, port] = await waitForOutput(server, /ready on http:\/\/localhost:(\d+)/);
  const { process: child, exited, output } = server;
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    stop: () => {
      child.kill('SIGTERM');
      return exited;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    log: output,
  };
}

/** Starts a server on a fresh database of its own; stopping it removes the database. */
export async function startFreshServer(
  kind: 'embedded' | 'postgres',
  env: Record<string, string> = {},
): Promise<Server & { options: ServerOptions }> {
  const embedded = kind === 'embedded' ? await createDataDir() : null;
  const postgres = kind === 'postgres' ? await createDatabase() : null;
  const drop = async () => {
    await embedded?.drop();
    await postgres?.drop();
  };
  const options = { dataDir: embedded?.folder, databaseUrl: postgres?.url, env };
  try {
    const server = await startServer(options);
    const stop = async () => {
      const code = await server.stop();
      await drop();
      return code;
    };
    const kill = async () => {
      await server.kill();
      await drop();
    };
    return { ...server, stop, kill, options };
  } catch (error) {
    await drop();
    throw error;
  }
}

/** The resident memory of a process, in bytes (Linux). */
export async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024;
}
