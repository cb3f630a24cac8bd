/** `npm run dev`: Next's development server; PostgreSQL, where one is set, is migrated first. */
import { createRequire } from 'node:module';
import { run } from './build.mjs';

const require = createRequire(import.meta.url);

process.env.NEXT_TELEMETRY_DISABLED = '1';
try {
  if (process.env.DATABASE_URL) await run('--import', 'tsx', 'scripts/migrate.ts', 'up');
  process.argv.splice(2, 0, 'dev');
  require('next/dist/bin/next');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
