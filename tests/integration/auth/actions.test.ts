import { expect, it } from 'vitest';
import { type EntryState, signIn, signUp, continueAsGuest } from '@/app/(auth)/actions';
import { deleteAccount, signOut } from '@/app/(workspace)/actions/account';
import { changePreferences } from '@/app/(workspace)/actions/preferences';
import { currentUser } from '@/lib/auth/current-user';
import { getDatabase } from '@/lib/db/database';
import { onEachDatabase } from '../../support/databases';
import { belongingsOf, furnish, OWNED } from './belongings';
import { actAs } from '@/tests/support/fake-next';
import { SITE, Visitor } from './visitor';

const START: EntryState = { refusal: null, email: '', goTo: null };

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

/** A browser on one of our pages whose scripts run. */
function browser(): Visitor {
  const visitor = new Visitor();
  visitor.headers.set('origin', SITE);
  visitor.headers.set('next-action', 'some id');
  actAs(visitor);
  return visitor;
}

onEachDatabase((kind) => {
  const email = (name: string) => `${name}@${kind}.example`;

  it('signs up by the form, and goes on to the page that was asked for', async () => {
    const visitor = browser();
    const state = await signUp(START, form({ email: ` ${email('form')} `, password: 'correct horse', next: '/chat/1?x=2' }));
    expect(state).toEqual({ refusal: null, email: ` ${email('form')} `, goTo: '/chat/1?x=2' });
    expect(await currentUser(visitor.headers)).toMatchObject({ email: email('form'), name: 'form', isGuest: false });
  });

  it('redirects when the page has no scripts', async () => {
    const visitor = browser();
    visitor.headers.delete('next-action');
    const entered = continueAsGuest(START, form({ next: '/chat/1' }));
    await expect(entered).rejects.toMatchObject({ digest: expect.stringContaining(';/chat/1;') });
    expect(await currentUser(visitor.headers)).toMatchObject({ isGuest: true });
  });

  it.each([
    ['signIn', signIn, { password: 'wrong horse' }, null, 'invalid_email_or_password'],
    ['signUp', signUp, {}, 'email', 'user_already_exists_use_another_email'],
    ['signUp', signUp, { email: 'nobody' }, 'email', 'invalid_email'],
    ['signUp', signUp, { email: 'new@example.com', password: 'short' }, 'password', 'password_too_short'],
  ] as const)('says in words what is wrong, beside its field: %s', async (_, action, fields, field, code) => {
    const visitor = browser();
    await new Visitor().signUp(email('known')).catch(() => {});
    const state = await action(START, form({ email: email('known'), password: 'correct horse', next: '/', ...fields }));
    expect(state).toMatchObject({ goTo: null, refusal: { field, code, message: expect.stringMatching(/^[A-Z].*\.$/) } });
    expect(await currentUser(visitor.headers)).toBeNull();
  });

  it('lets no other site send the form', async () => {
    const visitor = browser();
    visitor.headers.set('origin', 'https://evil.example');
    const state = await signUp(START, form({ email: email('csrf'), password: 'correct horse', next: '/' }));
    expect(state.refusal?.code).toBe('bad_origin');
  });

  it('answers actions with 401, 403 and 400 as values', async () => {
    const visitor = browser();
    expect(await changePreferences({ theme: 'dark' })).toMatchObject({ ok: false, error: { code: 'unauthorized' } });
    await visitor.continueAsGuest();
    visitor.headers.set('origin', 'https://evil.example');
    expect(await changePreferences({ theme: 'dark' })).toMatchObject({ ok: false, error: { code: 'bad_origin' } });
    visitor.headers.set('origin', SITE);
    const wrong: object = { timeZone: 'Mars/Phobos' };
    expect(await changePreferences(wrong)).toMatchObject({
      ok: false,
      error: { code: 'invalid_input', details: [{ path: 'timeZone' }] },
    });
  });

  it('changes what is given of the preferences', async () => {
    const visitor = browser();
    await visitor.continueAsGuest();
    await changePreferences({ timeZone: 'Europe/Berlin', contextSize: 20, autoDeleteDays: 30 });
    expect(await changePreferences({ theme: 'dark' })).toEqual({
      ok: true,
      data: { timeZone: 'Europe/Berlin', theme: 'dark', contextSize: 20, autoDeleteDays: 30 },
    });
    expect(visitor.headers.get('cookie')).toContain('sayso_theme=dark');
  });

  it('signs out', async () => {
    const visitor = browser();
    const userId = await visitor.continueAsGuest();
    expect(await signOut({})).toEqual({ ok: true, data: { goTo: '/sign-in' } });
    expect(await currentUser(visitor.headers)).toBeNull();
    const { prisma } = await getDatabase();
    expect(await prisma.session.count({ where: { userId } })).toBe(0);
  });

  it('erases an account at once: rows of every table, sessions, keys, verifications', async () => {
    const visitor = browser();
    const id = await visitor.signUp(email('erased'));
    await furnish(id, ['home']);
    await visitor.auth('/api-key/create', { body: { name: 'script' } });
    const { prisma } = await getDatabase();
    const verification = { identifier: `reset:${email('erased')}`, value: id, expiresAt: new Date() };
    await prisma.verification.create({ data: { id, ...verification } });
    expect(await prisma.apikey.count({ where: { referenceId: id } })).toBe(2);

    expect(await deleteAccount({ confirm: 'delete', password: 'wrong horse' })).toMatchObject({ error: { code: 'wrong_password' } });
    expect(await deleteAccount({ confirm: 'delete' })).toMatchObject({ error: { code: 'wrong_password' } });
    expect((await currentUser(visitor.headers))?.id).toBe(id);
    expect(await deleteAccount({ confirm: 'delete', password: 'correct horse' })).toMatchObject({ ok: true });

    expect(await currentUser(visitor.headers)).toBeNull();
    const left = await belongingsOf(id);
    for (const table of OWNED) expect(left[table], table).toEqual([]);
    const counts = [
      await prisma.user.count({ where: { id } }),
      await prisma.session.count({ where: { userId: id } }),
      await prisma.account.count({ where: { userId: id } }),
      await prisma.preferences.count({ where: { userId: id } }),
      await prisma.apikey.count({ where: { referenceId: id } }),
      await prisma.verification.count({ where: { value: id } }),
    ];
    expect(counts).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('erases a guest without a password, and nobody else', async () => {
    const other = new Visitor();
    const otherId = await other.continueAsGuest();
    await furnish(otherId, ['home']);
    const visitor = browser();
    const id = await visitor.continueAsGuest();
    await furnish(id, ['home']);
    expect(await deleteAccount({ confirm: 'delete' })).toMatchObject({ ok: true });
    expect((await belongingsOf(id)).task).toEqual([]);
    expect((await belongingsOf(otherId)).task).toHaveLength(2);
  });
});
