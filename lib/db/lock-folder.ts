import { mkdir, readFile, rmdir, stat, unlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

type Holder = { pid: number; host: string; startedAt: string | null };

/** When a process started, in clock ticks since boot (proc(5), field 22), so that a reused pid is not taken for it. */
async function startOf(pid: number): Promise<string | null> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  return line?.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

async function isAlive(holder: Holder): Promise<boolean> {
  if (holder.host !== hostname()) return true;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return holder.startedAt === null || (await startOf(holder.pid)) === holder.startedAt;
}

/**
 * Takes a folder for this process. PGlite does not lock its files and two processes would destroy them. A lock left by
 * a killed process is noticed at once, by its pid: a time-out, as lock libraries use, would delay every restart.
 * @returns the release. @throws Error that says who holds the folder.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, 'lock');
  const mine: Holder = { pid: process.pid, host: hostname(), startedAt: await startOf(process.pid) };
  for (let attempt = 0; attempt < 50; attempt++) {
    try {
      await writeFile(file, JSON.stringify(mine), { flag: 'wx' });
      return () => unlink(file).catch(() => {});
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = await readHolder(file);
    if (holder && (await isAlive(holder)))
      throw new Error(
        `The data folder ${folder} is in use by process ${holder.pid} on ${holder.host}. Stop that process, or set DATA_DIR to another folder.`,
      );
    await removeStale(file);
  }
  throw new Error(`The data folder ${folder} could not be locked. Remove ${file} if no other Sayso process is running.`);
}

async function readHolder(file: string): Promise<Holder | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return null;
  }
}

/** Only one process at a time may remove a stale lock, or the second would remove the first one's new lock. */
async function removeStale(file: string): Promise<void> {
  const guard = `${file}.removing`;
  try {
    await mkdir(guard);
  } catch {
    const age = await stat(guard).then((entry) => Date.now() - entry.mtimeMs, () => 0);
    if (age > 5_000) await rmdir(guard).catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 20));
    return;
  }
  const holder = await readHolder(file);
  const fresh = holder === null && (await stat(file).then((entry) => Date.now() - entry.mtimeMs < 1_000, () => true));
  if (!fresh && (holder === null || !(await isAlive(holder)))) await unlink(file).catch(() => {});
  await rmdir(guard).catch(() => {});
}
