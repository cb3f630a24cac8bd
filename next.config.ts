import type { NextConfig } from 'next';

/**
 * Scripts come from this origin alone; Next's own inline scripts carry the page's data and change with each page, so
 * 'unsafe-inline' stays for them (a nonce would make every page dynamic). Development needs eval for hot reload.
 */
const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const headers = [
  { key: 'Content-Security-Policy', value: contentSecurityPolicy },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(self)' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
];

export default {
  poweredByHeader: false,
  reactStrictMode: true,
  agentRules: false,
  // PGlite finds its WebAssembly beside its own files, so it must not be bundled.
  serverExternalPackages: [
    '@electric-sql/pglite',
    'pglite-prisma-adapter',
    '@prisma/client',
    '@prisma/adapter-pg',
    'pg',
    'pino',
  ],
  // `npm test` checks types; so a build needs no development packages and no second look at the tests.
  typescript: { ignoreBuildErrors: true },
  // A start answers before it has loaded every page; each is loaded by its first visitor, in less time than all take.
  experimental: { preloadEntriesOnStart: false },
  // The migrations are read at run time; nothing imports them.
  outputFileTracingIncludes: { '/**': ['./prisma/migrations/**/*'] },
  headers: async () => [
    { source: '/:path*', headers },
    // A shared copy is for those who were given its link.
    {
      source: '/share/:path*',
      headers: [
        { key: 'X-Robots-Tag', value: 'noindex, nofollow, noarchive' },
        { key: 'Referrer-Policy', value: 'no-referrer' },
      ],
    },
  ],
} satisfies NextConfig;
