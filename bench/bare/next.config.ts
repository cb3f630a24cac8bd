import { fileURLToPath } from 'node:url';
import type { NextConfig } from 'next';

const root = fileURLToPath(new URL('../..', import.meta.url));

export default {
  turbopack: { root },
  outputFileTracingRoot: root,
  serverExternalPackages: ['@electric-sql/pglite', 'pglite-prisma-adapter', '@prisma/client', '@prisma/adapter-pg', 'pg', 'pino'],
  typescript: { ignoreBuildErrors: true },
} satisfies NextConfig;
