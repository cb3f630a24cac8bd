import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDataDir, createDatabase } from '../support/databases';
import { type Server, startFreshServer, startServer } from '../support/server';

describe.each(['embedded', 'postgres'] as const)('a server on %s', (kind) => {
  let server: Server;

  beforeAll(async () => {
    server = await startFreshServer(kind);
  });
  afterAll(async () => {
    await server.kill();
  });

  it('is healthy, and says so to anybody', async () => {
    const response = await fetch(`${server.url}/api/health`);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toMatchObject({ status: 'ok', database: 'ok' });
  });

  it('sends its security headers with every page', async () => {
    const { headers } = await fetch(`${server.url}/sign-in`);
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('refuses an address that cannot be read, without an error of its own', async () => {
    for (const path of ['/share/%E0%A4%A', '/chat/%E0%A4%A', '/api/v1/tasks/%E0%A4%A']) expect((await fetch(server.url + path)).status).toBe(400);
  });

  it('stops on SIGTERM with exit code 0 and leaves no process', async () => {
    const { pid } = server;
    expect(await server.stop()).toBe(0);
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    server = await startFreshServer(kind);
  });
});

describe('a server whose database', () => {
  it('goes away says 503, in words that tell nothing about it, and recovers by itself', async () => {
    const { url, drop } = await createDatabase();
    const server = await startServer({ databaseUrl: url });
    try {
      expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
      await drop();
      const response = await fetch(`${server.url}/api/health`);
      expect(response.status).toBe(503);
      const text = await response.text();
      expect(JSON.parse(text)).toMatchObject({ status: 'unavailable', database: 'unreachable' });
      expect(text).not.toMatch(/test_|127\.0\.0\.1|postgres/);
    } finally {
      await server.kill();
    }
  });

  it('needs a secret that somebody set is refused at the start, with the reason', async () => {
    const starting = startServer({ databaseUrl: 'postgresql://nowhere/sayso', env: { BETTER_AUTH_SECRET: '' } });
    await expect(starting).rejects.toThrow(/ended \(1\): Set BETTER_AUTH_SECRET/);
  });
});

it('`npm start` passes SIGTERM on, ends with exit code 0 when the server has ended, and leaves no process', async () => {
  const { folder, drop } = await createDataDir();
  try {
    const server = await startServer({ dataDir: folder, command: ['npm', 'start'] });
    expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
    const { pid } = JSON.parse(await readFile(join(folder, 'lock'), 'utf8')) as { pid: number };
    expect(await server.stop()).toBe(0);
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  } finally {
    await drop();
  }
});

it('what a build makes for the edge runtime, which nothing here uses, has no code of ours that needs Node', async () => {
  const folder = '.next/server/edge/chunks';
  const chunks = (await readdir(folder)).filter((name) => name.endsWith('.js'));
  expect(chunks).not.toEqual([]);
  for (const name of chunks) expect(await readFile(join(folder, name), 'utf8'), name).not.toContain('node:');
});

it('a second server on the same folder is refused its database, and the first goes on', async () => {
  const first = await startFreshServer('embedded');
  try {
    const second = await startServer(first.options);
    try {
      const response = await fetch(`${second.url}/api/health`);
      expect(response.status).toBe(503);
      expect(second.log()).toContain(`in use by process ${first.pid}`);
    } finally {
      await second.kill();
    }
    expect((await fetch(`${first.url}/api/health`)).status).toBe(200);
  } finally {
    await first.kill();
  }
});
