import { defineConfig } from 'prisma/config';

// `prisma generate` needs no schema engine, yet looks for its binary, which cannot be downloaded everywhere.
if (process.argv.includes('generate')) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DIRECT_URL ?? process.env.DATABASE_URL ?? 'postgresql://localhost/sayso' },
});
