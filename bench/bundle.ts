import { gzipSync } from 'node:zlib';
import { table } from './figures';
import type { ChatClient } from '@/tests/support/chat-client';

/** Gzipped bytes of JavaScript that a page's first load fetches: every script its HTML names, once. */
export async function firstLoadBytes(person: ChatClient, path: string): Promise<number> {
  const page = await fetch(person.url + path, { headers: { cookie: person.cookie } });
  if (!page.ok) throw new Error(`${path} answered ${page.status}`);
  const html = await page.text();
  // `noModule` scripts are for browsers that this app does not serve.
  const tags = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"[^>]*>/gi)].filter(([tag]) => !/\bnomodule\b/i.test(tag));
  const preloads = [...html.matchAll(/<link\b[^>]*\brel="(?:modulepreload|preload)"[^>]*>/gi)]
    .map(([tag]) => tag)
    .filter((tag) => /\bas="script"|modulepreload/.test(tag))
    .flatMap((tag) => /\bhref="([^"]+)"/.exec(tag)?.[1] ?? []);
  const sources = new Set([...tags.flatMap((match) => match[1] ?? []), ...preloads]);
  const sizes = await Promise.all(
    [...sources].map(async (source) => {
      const script = await fetch(new URL(source.replaceAll('&amp;', '&'), person.url));
      return gzipSync(Buffer.from(await script.arrayBuffer()), { level: 9 }).byteLength;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Most that a page may load, in KB of 1,000 bytes gzipped. */
export const BUDGETS_KB = { '/': 260, '/sign-in': 165 } as const;

/** First-load JavaScript of the pages with a budget, as a table. */
export async function bundleTable(person: ChatClient): Promise<string> {
  const rows = await Promise.all(
    Object.entries(BUDGETS_KB).map(async ([path, budget]) => {
      const bytes = await firstLoadBytes(person, path);
      return [path, `${(bytes / 1_000).toFixed(0)} KB`, `${budget} KB`];
    }),
  );
  return table(['Page', 'First-load JavaScript, gzipped', 'Budget'], rows);
}
