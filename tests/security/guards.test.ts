import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { belongingsOf, furnish } from '../integration/auth/belongings';
import { actAs } from '@/tests/support/fake-next';
import { outcome, SITE, Visitor } from '../integration/auth/visitor';
import { onEachDatabase } from '../support/databases';
import { callables, type Entry, fill, findEntries, findInlineActions, METHODS } from './guards/entries';
import { FOREIGN_ACTIONS, FOREIGN_ANSWERS, FOREIGN_ROUTES } from './guards/foreign';

/** What a stranger may see: the ways in, and what says nothing about anybody. */
const OPEN = new Set([
  'app/(auth)/sign-in/page.tsx',
  'app/(auth)/sign-up/page.tsx',
  'app/(auth)/actions.ts',
  'app/.well-known/[...path]/route.ts',
  'app/api/auth/[...all]/route.ts',
  'app/api/auth/oauth2/register/route.ts',
  'app/api/auth/oauth2/revoke/route.ts',
  'app/api/auth/oauth2/token/route.ts',
  'app/api/health/route.ts',
  'app/api/v1/openapi.json/route.ts',
  // The link is the key.
  'app/share/[token]/page.tsx',
]);

const entries = await findEntries();
const guarded = (kind: Entry['kind']) => entries.filter((entry) => entry.kind === kind && !OPEN.has(entry.file));
const SOME_ID = '00000000-0000-4000-8000-000000000000';

type Answer = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

/** The handlers of a route, each called as Next calls it. */
async function handlersOf({ file, url }: Entry, id: string) {
  const { path, params } = fill(url, id);
  const exported = await callables(file);
  return exported
    .filter(([name]) => METHODS.includes(name))
    .map(([method, handle]) => ({
      method,
      path,
      ask: async (visitor: Visitor, body: unknown, headers: Record<string, string> = {}) => {
        const sent = ['GET', 'HEAD'].includes(method) ? { method, headers } : { method, headers, body: body ?? {} };
        const answer: Answer = async (request, context) => {
          const response = await handle(request, context);
          if (!(response instanceof Response)) throw new Error(`${file} ${method} answered no Response`);
          return response;
        };
        return answer(visitor.request(path, sent), { params: Promise.resolve(params) });
      },
    }));
}

const resultSchema = z.union([
  z.object({ ok: z.literal(false), error: z.object({ code: z.string() }) }).transform(({ error }) => error.code),
  z.object({ ok: z.literal(true), data: z.object({ ok: z.literal(false), code: z.string() }) }).transform(({ data }) => data.code),
]);

/** Why an action did nothing: as an error of its own, or of the tool that it ran. Null when it did something. */
const refusalOf = (result: unknown) => resultSchema.safeParse(result).data ?? null;

it('finds the pages, handlers and actions, and knows no entry that is gone', () => {
  for (const kind of ['page', 'route', 'action'] as const) expect(guarded(kind).length, kind).toBeGreaterThan(0);
  const files = entries.map(({ file }) => file);
  expect([...OPEN].filter((file) => !files.includes(file))).toEqual([]);
});

it('has no server action inside a function, where nothing could check it', async () => {
  expect(await findInlineActions()).toEqual([]);
});

onEachDatabase(() => {
  describe('a stranger', () => {
    it.each(guarded('route').map((entry) => [entry.url, entry] as const))('gets 401 from %s', async (_, entry) => {
      const handlers = await handlersOf(entry, SOME_ID);
      expect(handlers.length).toBeGreaterThan(0);
      const forged: Record<string, string>[] = [
        {},
        { cookie: 'sayso.session_token=abc.c2lnbmF0dXJl' },
        { authorization: 'Bearer sayso_wrong' },
        { authorization: 'Bearer a.b.c' },
      ];
      for (const { ask, method } of handlers)
        for (const headers of forged) expect((await ask(new Visitor(), {}, headers)).status, method).toBe(401);
    });

    it.each(guarded('page').map((entry) => [entry.url, entry] as const))('is sent from %s to sign in', async (_, entry) => {
      actAs(new Visitor());
      const { params } = fill(entry.url, SOME_ID);
      const page = (await callables(entry.file)).find(([name]) => name === 'default')?.[1];
      const props = { params: Promise.resolve(params), searchParams: Promise.resolve({}) };
      const drawn = (async () => page?.(props))();
      await expect(drawn).rejects.toMatchObject({ digest: expect.stringMatching(/^NEXT_REDIRECT;[^;]*;\/sign-in(\?|;)/) });
    });

    it.each(guarded('action').map((entry) => [entry.file, entry] as const))('can do nothing by %s', async (_, entry) => {
      const visitor = new Visitor();
      visitor.headers.set('origin', SITE);
      actAs(visitor);
      const actions = await callables(entry.file);
      expect(actions.length).toBeGreaterThan(0);
      for (const [name, act] of actions)
        expect(await act({}), name).toMatchObject({ ok: false, error: { code: 'unauthorized' } });
    });
  });

  describe('another user', () => {
    async function twoUsers() {
      const [owner, other] = [new Visitor(), new Visitor()];
      const ownerId = await owner.continueAsGuest();
      await other.continueAsGuest();
      other.headers.set('origin', SITE);
      actAs(other);
      return { other, ownerId, things: await furnish(ownerId, ['home']) };
    }

    const withIds = guarded('route').filter(({ url }) => url.includes('['));
    it.each(withIds.map((entry) => [entry.url, entry] as const))('gets 404 from %s, and changes nothing', async (url, entry) => {
      const asked = FOREIGN_ROUTES[url];
      if (!asked) throw new Error(`Say in guards/foreign.ts how another user would ask ${url}.`);
      const { other, ownerId, things } = await twoUsers();
      const before = await belongingsOf(ownerId);
      const { id, body } = asked(things);
      for (const { ask, method } of await handlersOf(entry, id))
        expect(await outcome(await ask(other, body)), method).toEqual([404, 'not_found']);
      expect(await belongingsOf(ownerId)).toEqual(before);
    });

    it.each(guarded('action').map((entry) => [entry.file, entry] as const))('finds nothing by %s', async (_, entry) => {
      const { ownerId, things } = await twoUsers();
      const before = await belongingsOf(ownerId);
      for (const [name, act] of await callables(entry.file)) {
        const input = FOREIGN_ACTIONS[name];
        if (input === undefined) throw new Error(`Say in guards/foreign.ts how another user would call ${name}.`);
        if (!input) continue;
        const result = await act(input(things));
        if (name in FOREIGN_ANSWERS) expect(result, name).toEqual({ ok: true, data: FOREIGN_ANSWERS[name] });
        else expect(refusalOf(result), name).toBe('not_found');
      }
      expect(await belongingsOf(ownerId)).toEqual(before);
    });
  });
});
