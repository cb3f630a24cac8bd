import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const globalSetup = ['tests/support/global-setup.ts'];

/**
 * Files of the unit and integration tests share their worker's process, and with it the modules that are loaded; a file of the
 * others has one of its own. The database is one per process, installed by each file's tests for themselves.
 */
export default defineConfig({
  resolve: { alias: { '@': path('.').replace(/\/$/, '') } },
  test: {
    pool: 'forks',
    maxWorkers: 2,
    // Patience with a busy machine; what is there is found at once.
    expect: { poll: { timeout: 20_000 } },
    setupFiles: ['tests/support/worker-setup.ts'],
    // What the code under test logs would bury what the tests say.
    env: { LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent' },
    projects: [
      { extends: true, test: { name: 'unit', isolate: false, include: ['tests/unit/**/*.test.{ts,tsx}'], testTimeout: 60_000 } },
      {
        extends: true,
        resolve: { alias: { 'next/headers': path('tests/support/fake-next.ts'), 'next/server': path('tests/support/fake-next.ts') } },
        test: {
          name: 'integration',
          isolate: false,
          env: { BETTER_AUTH_SECRET: 'a secret for tests only, of no use to anybody else', RATE_LIMIT: 'off' },
          include: ['tests/{integration,security}/**/*.test.{ts,tsx}'],
          globalSetup,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup,
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          globalSetup,
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
