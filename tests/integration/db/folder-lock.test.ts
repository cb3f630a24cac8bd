import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openEmbedded } from '@/lib/db/database';
import { lockFolder } from '@/lib/db/lock-folder';
import { createDataDir } from '../../support/databases';
import { spawnTied, type Tied, waitForOutput } from '../../support/spawn-tied';

let folder: string;
let drop: () => Promise<void>;
let started: Tied[];

beforeEach(async () => {
  ({ folder, drop } = await createDataDir());
  started = [];
});

afterEach(async () => {
  for (const { process: child } of started) child.kill('SIGKILL');
  await Promise.all(started.map(({ exited }) => exited));
  await drop();
});

function openInProcess(program = 'open-folder.ts'): Tied {
  const env = { ...process.env, DATA_DIR: folder, DATABASE_URL: '' };
  const tied = spawnTied([process.execPath, '--import', 'tsx', `tests/integration/db/${program}`], { env });
  started.push(tied);
  return tied;
}

/** Every file's content, so that "changes nothing" can be said of the folder as a whole. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.sort()) hash.update(file).update(await readFile(file));
  return hash.digest('hex');
}

it('a second process is refused by name of the first, and changes nothing', async () => {
  const holder = openInProcess();
  await waitForOutput(holder, /^open 1$/m);
  const before = await fingerprint();
  const second = openInProcess();
  const [, message] = await waitForOutput(second, /^refused (.*)$/m);
  expect(message).toBe(
    `The data folder ${folder} is in use by process ${holder.process.pid} on ${hostname()}. Stop that process, or set DATA_DIR to another folder.`,
  );
  expect(await second.exited).toBe(3);
  expect(await fingerprint()).toBe(before);
  await expect(openEmbedded(folder)).rejects.toThrow(`process ${holder.process.pid}`);
  expect(await fingerprint()).toBe(before);
});

it('the folder of a process that was killed is taken over at once, with every row', async () => {
  const holder = openInProcess();
  await waitForOutput(holder, /^open 1$/m);
  holder.process.kill('SIGKILL');
  await holder.exited;
  const next = openInProcess();
  await waitForOutput(next, /^open 2$/m);
});

it('closing the database lets a transaction end, and refuses what comes later', async () => {
  const asked = openInProcess('close-busy.ts');
  await waitForOutput(asked, /^after /m);
  expect(await asked.exited).toBe(0);
  expect(asked.output().trim().split('\n')).toEqual([
    'transaction done',
    expect.stringMatching(/^waiting .*Error/),
    'closing done',
    'during Error: The database is closed.',
    'after Error: The database is closed.',
  ]);
});

it('closing the database gives the folder back', async () => {
  const database = await openEmbedded(folder);
  await expect(openEmbedded(folder)).rejects.toThrow(`process ${process.pid}`);
  await database.close();
  await (await openEmbedded(folder)).close();
});

it('of several processes that find a dead lock, one gets the folder', async () => {
  const lock = join(folder, 'lock');
  await writeFile(lock, JSON.stringify({ pid: 2 ** 22 + 1, host: hostname(), startedAt: '1' }));
  const attempts = await Promise.allSettled(Array.from({ length: 10 }, () => lockFolder(folder)));
  expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

it('a lock whose process number now belongs to somebody else is dead', async () => {
  await writeFile(join(folder, 'lock'), JSON.stringify({ pid: process.pid, host: hostname(), startedAt: '1' }));
  const unlock = await lockFolder(folder);
  await unlock();
});

it('a lock taken on another machine is respected', async () => {
  await writeFile(join(folder, 'lock'), JSON.stringify({ pid: 1, host: 'elsewhere', startedAt: null }));
  await expect(lockFolder(folder)).rejects.toThrow('process 1 on elsewhere');
});

it('the folder is made when it is missing, with its parents', async () => {
  await (await openEmbedded(join(folder, 'c', 'd'))).close();
});
