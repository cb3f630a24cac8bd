import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const STAMP = join(ROOT, '.next/sources.sha256');
const FOLDERS = ['app', 'components', 'lib', 'prisma', 'public'];
// Without tsconfig.json, which a build rewrites.
const FILES = /^(package-lock\.json|next\.config\.ts|postcss\.config\..+|instrumentation.*\.ts|proxy\.ts)$/;

/** Runs a Node program, given with its arguments, to its end. @throws {Error} when it fails. */
export function run(/** @type {string[]} */ ...args) {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1' },
  });
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM']);
  // A terminal sends its interrupt to the child too; whoever stops only this process means both.
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      for (const name of signals) process.removeAllListeners(name);
      if (signal) process.exit(128 + (signal === 'SIGINT' ? 2 : 15));
      if (code === 0) resolve(undefined);
      else reject(new Error(`node ${args.join(' ')} ended with exit code ${code}.`));
    });
  });
}

/** One hash of everything a build is made of. Times would tell less: a fresh clone has them all equal. */
function hashSources() {
  const names = readdirSync(ROOT).filter((name) => FILES.test(name));
  for (const folder of FOLDERS.filter((name) => existsSync(join(ROOT, name)))) {
    const entries = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true });
    for (const entry of entries) if (entry.isFile()) names.push(join(entry.parentPath, entry.name).slice(ROOT.length));
  }
  const sources = names.filter((path) => !path.startsWith(join('lib', 'generated'))).sort();
  const hash = createHash('sha256');
  for (const name of sources) hash.update(name).update('\0').update(readFileSync(join(ROOT, name))).update('\0');
  return hash.digest('hex');
}

/** Whether `.next` holds a production build of the sources as they are now. */
export async function isBuilt() {
  if (!existsSync(join(ROOT, '.next/BUILD_ID'))) return false;
  return (await readFile(STAMP, 'utf8').catch(() => '')) === hashSources();
}

/** Makes Prisma's client where the installation did not, or the schema has changed since. */
async function generateClient() {
  const [schema, client] = await Promise.all(
    ['prisma/schema.prisma', 'lib/generated/prisma/client.ts'].map((path) =>
      stat(join(ROOT, path)).then(({ mtimeMs }) => mtimeMs, () => 0),
    ),
  );
  if (client < schema) await run('node_modules/prisma/build/index.js', 'generate');
}

/** Builds for production. Opens no database but the empty one that it makes. */
export async function build() {
  await generateClient();
  const hash = hashSources();
  await run('node_modules/next/dist/bin/next', 'build');
  // Platforms without lasting files have no use for it.
  if (!process.env.VERCEL) await run('--import', 'tsx', 'scripts/make-embedded-template.ts');
  await writeFile(STAMP, hash);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const needed = !process.argv.includes('--if-needed') || !(await isBuilt());
  if (needed)
    await build().catch((error) => {
      console.error(error.message);
      process.exitCode = 1;
    });
}
