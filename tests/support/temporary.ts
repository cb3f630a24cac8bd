import { mkdtemp, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Copies of databases go to memory where there is plenty: on a slow disk they take twenty times as long. */
async function parent(): Promise<string> {
  const memory = '/dev/shm';
  const space = await statfs(memory).then(({ bavail, bsize }) => bavail * bsize, () => 0);
  return space > 2 * 1024 ** 3 ? memory : tmpdir();
}

/** Makes a temporary folder; whoever asks removes it. */
export async function makeTemporary(name: string): Promise<string> {
  return mkdtemp(join(await parent(), `sayso-${name}-`));
}
