import { expect, it } from 'vitest';
import { currentUser } from '@/lib/auth/current-user';
import { getDatabase } from '@/lib/db/database';
import { countStatements, onEachDatabase } from '../../support/databases';
import { outcome, SITE, Visitor } from './visitor';

onEachDatabase((kind) => {
  const email = (name: string) => `${name}@${kind}.example`;

  it('signs up and is signed in at once, with a UUID and preferences', async () => {
    const ada = new Visitor();
    const id = await ada.signUp(email('ada'));
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(await currentUser(ada.headers)).toMatchObject({ id, email: email('ada'), name: 'Ada', isGuest: false, scopes: 'all' });
    const { prisma } = await getDatabase();
    expect(await prisma.preferences.count({ where: { userId: id } })).toBe(1);
  });

  it('looks a session up with one statement', async () => {
    const visitor = new Visitor();
    const id = await visitor.continueAsGuest();
    const { count, result } = await countStatements(() => currentUser(visitor.headers));
    expect(result?.id).toBe(id);
    expect(count).toBe(1);
  });

  it('asks the database nothing for a stranger or a forged cookie', async () => {
    const forged = new Headers({ cookie: 'sayso.session_token=abc.c2lnbmF0dXJl' });
    const { count, result } = await countStatements(async () => [await currentUser(new Headers()), await currentUser(forged)]);
    expect(result).toEqual([null, null]);
    expect(count).toBe(0);
  });

  it('signs in with the right password only, whatever the case of the address', async () => {
    const id = await new Visitor().signUp(email('grace'));
    const visitor = new Visitor();
    const wrong = await visitor.auth('/sign-in/email', { body: { email: email('grace'), password: 'wrong horse' } });
    expect(await outcome(wrong)).toEqual([401, 'invalid_email_or_password']);
    expect(await currentUser(visitor.headers)).toBeNull();
    const unknown = await visitor.auth('/sign-in/email', { body: { email: email('nobody'), password: 'wrong horse' } });
    expect(await outcome(unknown)).toEqual([401, 'invalid_email_or_password']);
    expect(await visitor.signIn(email('GRACE'))).toBe(id);
  });

  it.each([
    ['a short password', { password: 'short' }, 400, 'password_too_short'],
    ['a long password', { password: 'x'.repeat(200) }, 400, 'password_too_long'],
    ['an address that is none', { email: 'nobody' }, 400, 'invalid_input'],
    ['a name that is too long', { name: 'x'.repeat(201) }, 400, 'invalid_name'],
    ['a NUL in the name', { name: 'A\0da' }, 400, 'invalid_name'],
  ])('refuses to sign up with %s', async (_, fields, status, code) => {
    const body = { name: 'Eve', email: email('eve'), password: 'correct horse', ...fields };
    const response = await new Visitor().auth('/sign-up/email', { body });
    expect(await outcome(response)).toEqual([status, code]);
  });

  it('refuses a second account for an address', async () => {
    await new Visitor().signUp(email('twice'));
    const again = await new Visitor().auth('/sign-up/email', {
      body: { name: 'B', email: email('TWICE'), password: 'correct horse' },
    });
    expect(await outcome(again)).toEqual([422, 'user_already_exists_use_another_email']);
  });

  it('makes a guest with one request, and no second one for a guest', async () => {
    const guest = new Visitor();
    const id = await guest.continueAsGuest();
    expect(await currentUser(guest.headers)).toMatchObject({ id, isGuest: true });
    expect((await guest.auth('/sign-in/anonymous', { body: {} })).status).toBe(400);
    expect((await currentUser(guest.headers))?.id).toBe(id);
  });

  it('signs out: the session is gone, also for a copy of its cookie', async () => {
    const visitor = new Visitor();
    await visitor.continueAsGuest();
    const copy = new Headers(visitor.headers);
    expect((await visitor.auth('/sign-out', { method: 'POST' })).status).toBe(200);
    expect(await currentUser(visitor.headers)).toBeNull();
    expect(await currentUser(copy)).toBeNull();
  });

  it('ends an expired session', async () => {
    const visitor = new Visitor();
    const userId = await visitor.continueAsGuest();
    const { prisma } = await getDatabase();
    await prisma.session.updateMany({ where: { userId }, data: { expiresAt: new Date(Date.now() - 1) } });
    expect(await currentUser(visitor.headers)).toBeNull();
  });

  it.each(['continueAsGuest', 'signIn', 'signUp'] as const)('lets somebody in whose browser has the cookie of a session that has ended: %s', async (enter) => {
    const [owner, visitor] = [new Visitor(), new Visitor()];
    const address = email(`ended-${enter.toLowerCase()}`);
    if (enter !== 'signUp') await owner.signUp(address);
    const before = await visitor.continueAsGuest();
    const { prisma } = await getDatabase();
    await prisma.session.deleteMany({ where: { userId: before } });
    const id = await visitor[enter](address);
    expect((await currentUser(visitor.headers))?.id).toBe(id);
    expect(id).not.toBe(before);
  });

  it('marks cookies Secure over https only, and always HttpOnly and SameSite=Lax', async () => {
    const cookieOver = async (headers: Record<string, string>, origin: string) => {
      const response = await new Visitor().auth('/sign-in/anonymous', { body: {}, headers, origin });
      return response.headers.getSetCookie().find((cookie) => cookie.startsWith('sayso.session_token='));
    };
    const https = { host: 'sayso.example', 'x-forwarded-proto': 'https' };
    expect(await cookieOver(https, 'https://sayso.example')).toMatch(/HttpOnly; SameSite=Lax; Secure$/);
    expect(await cookieOver({}, SITE)).toMatch(/HttpOnly; SameSite=Lax$/);
  });

  it.each(['http://127.0.0.1:4567', 'http://localhost:4567', 'http://[::1]:4567'])('works at %s', async (site) => {
    const visitor = new Visitor();
    visitor.headers.set('host', new URL(site).host);
    const response = await visitor.auth('/sign-in/anonymous', { body: {}, origin: site });
    expect(response.status).toBe(200);
    const signUp = await visitor.auth('/sign-out', { method: 'POST', origin: site });
    expect(signUp.status).toBe(200);
  });

  it('refuses what another site sends', async () => {
    const visitor = new Visitor();
    await visitor.continueAsGuest();
    for (const origin of ['https://evil.example', 'null', 'http://localhost:3001'])
      expect(await outcome(await visitor.auth('/sign-out', { method: 'POST', origin }))).toEqual([403, 'bad_origin']);
    expect(await currentUser(visitor.headers)).not.toBeNull();
  });

  it('lets a program without an Origin sign out with its cookie', async () => {
    const visitor = new Visitor();
    await visitor.continueAsGuest();
    expect((await visitor.auth('/sign-out', { method: 'POST', origin: null })).status).toBe(200);
    expect(await currentUser(visitor.headers)).toBeNull();
  });

  it.each([
    ['text', { raw: 'hello', headers: { 'content-type': 'text/plain' } }, 415, 'unsupported_media_type'],
    ['a form', { raw: 'email=a', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415, 'unsupported_media_type'],
    ['broken JSON', { raw: '{"email":' }, 400, 'invalid_json'],
    ['5 MB', { raw: `"${'x'.repeat(5_000_000)}"` }, 413, 'body_too_large'],
    ['a list', { body: [] }, 400, 'invalid_input'],
  ])('answers %s with a fitting status', async (_, sent, status, code) => {
    expect(await outcome(await new Visitor().auth('/sign-in/email', sent))).toEqual([status, code]);
  });

  it('counts a body that does not say its length', async () => {
    const chunk = new TextEncoder().encode('x'.repeat(100_000));
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(chunk) });
    expect(await outcome(await new Visitor().auth('/sign-in/email', { raw: endless }))).toEqual([413, 'body_too_large']);
  });

  it('says in our form what is not there', async () => {
    expect(await outcome(await new Visitor().auth('/nothing-here'))).toEqual([404, 'not_found']);
  });
});
