import { expect, it } from 'vitest';
import { z } from 'zod';
import { createApiKey } from '@/lib/auth/create-api-key';
import { identify } from '@/lib/auth/identify';
import { getDatabase } from '@/lib/db/database';
import { AppError } from '@/lib/errors';
import { readJson } from '@/lib/http/read-json';
import { withUser } from '@/lib/http/with-user';
import { countStatements, onEachDatabase } from '../../support/databases';
import { outcome, Visitor } from './visitor';

const DAY = 86_400_000;

const whoAmI = withUser(async (_, { user }) => Response.json({ id: user.id, scopes: user.scopes }));
const bodySchema = z.object({ text: z.string().max(10) });
const echo = withUser(async (request) => Response.json(await readJson(request, bodySchema)));

onEachDatabase(() => {
  async function guest() {
    const visitor = new Visitor();
    return { visitor, id: await visitor.continueAsGuest() };
  }

  const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

  it('answers 401 to a stranger and to a session that has expired mid-way', async () => {
    expect(await outcome(await new Visitor().send(whoAmI, '/x'))).toEqual([401, 'unauthorized']);
    const { visitor, id } = await guest();
    expect((await visitor.send(whoAmI, '/x')).status).toBe(200);
    const { prisma } = await getDatabase();
    await prisma.session.updateMany({ where: { userId: id }, data: { expiresAt: new Date(Date.now() - 1) } });
    expect(await outcome(await visitor.send(echo, '/x', { body: { text: 'hi' } }))).toEqual([401, 'unauthorized']);
  });

  it('says 401, not 500, when the user vanishes under a request', async () => {
    const { visitor, id } = await guest();
    const { prisma } = await getDatabase();
    const late = withUser(async () => {
      await prisma.user.delete({ where: { id } });
      await prisma.tag.create({ data: { userId: id, id, name: 'late', color: 'green' } });
      return new Response();
    });
    expect(await outcome(await visitor.send(late, '/x', { body: {} }))).toEqual([401, 'unauthorized']);
  });

  it('refuses changes that another site sends, and lets it read nothing by its origin alone', async () => {
    const { visitor } = await guest();
    for (const origin of ['https://evil.example', 'null', 'http://localhost:3001', 'https://localhost:3000.evil.example'])
      expect(await outcome(await visitor.send(echo, '/x', { body: { text: 'hi' }, origin }))).toEqual([403, 'bad_origin']);
    const crossSite = { body: { text: 'hi' }, origin: null, headers: { 'sec-fetch-site': 'cross-site' } };
    expect(await outcome(await visitor.send(echo, '/x', crossSite))).toEqual([403, 'bad_origin']);
    expect((await visitor.send(echo, '/x', { body: { text: 'hi' } })).status).toBe(200);
    expect((await visitor.send(echo, '/x', { body: { text: 'hi' }, origin: null })).status).toBe(200);
  });

  it.each([
    ['no JSON type', { raw: '{"text":"hi"}', headers: { 'content-type': 'text/plain' } }, [415, 'unsupported_media_type']],
    ['broken JSON', { raw: '{"text":' }, [400, 'invalid_json']],
    ['no UTF-8', { raw: new Uint8Array([0x22, 0xff, 0x22]) }, [400, 'invalid_json']],
    ['wrong input', { body: { text: 1 } }, [400, 'invalid_input']],
    ['5 MB', { body: { text: 'x'.repeat(5_000_000) } }, [413, 'body_too_large']],
    ['5 MB said beforehand', { body: {}, headers: { 'content-length': '5000000' } }, [413, 'body_too_large']],
  ])('answers %s with a fitting status', async (_, sent, expected) => {
    const { visitor } = await guest();
    expect(await outcome(await visitor.send(echo, '/x', sent))).toEqual(expected);
  });

  it('tells the way to wait, and nothing of what it did not expect', async () => {
    const { visitor } = await guest();
    const busy = withUser(async () => {
      throw new AppError('rate_limited', 429, 'Slow down.', { retryAfter: 7 });
    });
    const limited = await visitor.send(busy, '/x');
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '7']);
    const broken = withUser(async () => {
      throw new Error('secret detail');
    });
    const failed = await visitor.send(broken, '/x');
    expect(failed.status).toBe(500);
    const text = await failed.text();
    expect(JSON.parse(text)).toEqual({ error: { code: 'internal_error', message: expect.any(String) } });
    expect(text).not.toMatch(/secret detail|at .*\.ts/);
  });

  it('lets a key read or write as its scopes say, with one statement', async () => {
    const { id } = await guest();
    const reader = await createApiKey(id, { name: 'reader', scopes: ['read'] });
    const writer = await createApiKey(id, { name: 'writer', scopes: ['read', 'write'] });
    const program = new Visitor();
    expect(await (await program.send(whoAmI, '/x', bearer(reader.key))).json()).toEqual({ id, scopes: ['read'] });
    const write = (key: string) => program.send(echo, '/x', { body: { text: 'hi' }, origin: null, ...bearer(key) });
    expect(await outcome(await write(reader.key))).toEqual([403, 'insufficient_scope']);
    expect((await write(writer.key)).status).toBe(200);
    expect((await countStatements(() => identify(new Headers(bearer(writer.key).headers)))).count).toBe(1);
  });

  it('has no daily limit for keys', async () => {
    const { id } = await guest();
    const { key } = await createApiKey(id, { name: 'busy', scopes: ['read'] });
    const statuses = await Promise.all(Array.from({ length: 30 }, async () => (await new Visitor().send(whoAmI, '/x', bearer(key))).status));
    expect(new Set(statuses)).toEqual(new Set([200]));
  });

  it('refuses keys that are wrong, expired, disabled or deleted, whatever cookie comes with them', async () => {
    const { visitor, id } = await guest();
    const { prisma } = await getDatabase();
    const { key, id: keyId } = await createApiKey(id, { name: 'k', scopes: ['read'] });
    const refused = async (token: string) =>
      expect(await outcome(await visitor.send(whoAmI, '/x', bearer(token)))).toEqual([401, 'unauthorized']);
    for (const token of ['sayso_wrong', `${key}x`, 'nonsense', 'a.b.c']) await refused(token);
    await prisma.apikey.update({ where: { id: keyId }, data: { expiresAt: new Date(Date.now() - 1) } });
    await refused(key);
    await prisma.apikey.update({ where: { id: keyId }, data: { expiresAt: null, enabled: false } });
    await refused(key);
    await prisma.apikey.delete({ where: { id: keyId } });
    await refused(key);
    expect((await visitor.send(whoAmI, '/x')).status).toBe(200);
  });

  it('keeps only a hash of a key', async () => {
    const { id } = await guest();
    const { key } = await createApiKey(id, { name: 'k', scopes: ['read'] });
    const { prisma } = await getDatabase();
    const rows = await prisma.apikey.findMany({ where: { referenceId: id } });
    expect(JSON.stringify(rows)).not.toContain(key);
  });

  it('accepts a short-lived JWT until its session ends', async () => {
    const { visitor, id } = await guest();
    const { token } = (await (await visitor.auth('/token')).json()) as { token: string };
    const program = new Visitor();
    expect(await (await program.send(whoAmI, '/x', bearer(token))).json()).toEqual({ id, scopes: 'all' });
    const [head, , signature] = token.split('.');
    const claims = Buffer.from(JSON.stringify({ sub: id, sessionId: id, iss: 'sayso', aud: 'sayso' })).toString('base64url');
    expect((await program.send(whoAmI, '/x', bearer(`${head}.${claims}.${signature}`))).status).toBe(401);
    await visitor.auth('/sign-out', { method: 'POST' });
    expect((await program.send(whoAmI, '/x', bearer(token))).status).toBe(401);
  });

  it('prolongs a session once a day, and hands out its cookie again', async () => {
    const { visitor, id } = await guest();
    const { prisma } = await getDatabase();
    const fresh = await visitor.send(whoAmI, '/x');
    expect(fresh.headers.getSetCookie()).toEqual([]);
    await prisma.session.updateMany({ where: { userId: id }, data: { expiresAt: new Date(Date.now() + 30 * DAY) } });
    const renewed = await visitor.send(whoAmI, '/x');
    expect(renewed.headers.getSetCookie()).toEqual([expect.stringMatching(/^sayso\.session_token=.*SameSite=Lax$/)]);
    const [session] = await prisma.session.findMany({ where: { userId: id } });
    expect(session?.expiresAt.getTime()).toBeGreaterThan(Date.now() + 89 * DAY);
    expect((await visitor.send(whoAmI, '/x')).headers.getSetCookie()).toEqual([]);
  });

  it('prolongs a session over https with a cookie that is for https only', async () => {
    const { visitor, id } = await guest();
    const { prisma } = await getDatabase();
    await prisma.session.updateMany({ where: { userId: id }, data: { expiresAt: new Date(Date.now() + 30 * DAY) } });
    const https = { host: 'sayso.example', 'x-forwarded-proto': 'https' };
    const renewed = await visitor.send(whoAmI, '/x', { headers: https });
    expect(renewed.headers.getSetCookie()).toEqual([expect.stringMatching(/^sayso\.session_token=.*; Secure$/)]);
  });
});
