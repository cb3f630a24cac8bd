/** `npm test`: types, lint, a build and every test; the last line counts them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const Report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});

let child: ChildProcess | undefined;
let stopped = false;

/** Runs a program to its end and tells whether it succeeded. */
function succeeds(args: string[]): Promise<boolean> {
  if (stopped) return Promise.resolve(false);
  const running = spawn(process.execPath, args, { stdio: 'inherit' });
  child = running;
  return new Promise((resolve) => {
    running.once('error', () => resolve(false));
    running.once('exit', (code) => resolve(code === 0));
  });
}

async function check(name: string, args: string[]): Promise<boolean> {
  const passed = await succeeds(args);
  console.log(`${passed ? '✓' : '✗'} ${name}`);
  return passed;
}

/** Counts what vitest reports; a file that does not even load, or an error outside of any test, is one failure. */
async function runTests(folder: string): Promise<{ passed: number; failed: number }> {
  const file = join(folder, 'report.json');
  const succeeded = await succeeds([
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...process.argv.slice(2),
  ]);
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return { passed: 0, failed: 1 };
  const report = Report.parse(JSON.parse(text));
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  const failed = report.numFailedTests + unloaded.length;
  return { passed: report.numPassedTests, failed: failed === 0 && !succeeded ? 1 : failed };
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    stopped = true;
    child?.kill(signal);
  });

const folder = await mkdtemp(join(tmpdir(), 'sayso-report-'));
try {
  const checks = [
    await check('types', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.']),
    await check('lint', ['node_modules/@biomejs/biome/bin/biome', 'lint', '--error-on-warnings']),
    await check('build', ['scripts/build.mjs', '--if-needed']),
  ];
  const tests = await runTests(folder);
  const passed = checks.filter(Boolean).length + tests.passed;
  const failed = checks.filter((result) => !result).length + tests.failed;
  if (stopped) console.log('Stopped before the end.');
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || stopped ? 1 : 0;
} finally {
  await rm(folder, { recursive: true, force: true });
}
