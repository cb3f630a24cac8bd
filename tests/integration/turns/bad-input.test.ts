import { v4, v7 } from 'uuid';
import { afterEach, expect, it, vi } from 'vitest';
import { deleteConversation } from '@/lib/conversations/delete-conversation';
import { getDatabase } from '@/lib/db/database';
import { exportJson } from '@/lib/transfer/export-json';
import { importFile } from '@/lib/transfer/import-file';
import { chatBody, readAnswer } from '@/tests/support/chat-client';
import { onEachDatabase } from '@/tests/support/databases';
import { collect } from '../transfer/fixtures';
import { BAD_BODIES, withText } from './bad-bodies';
import { Chatter, writesNothing } from './chatter';

type ErrorBody = { error: { code: string; message: string; details?: { path: string }[] } };

/** An error as programs get it: a status that fits, a code, words for a person, no stack, and nothing written. */
async function refused(ask: () => Promise<Response>): Promise<[status: number, code: string]> {
  const response = await writesNothing(ask);
  const text = await response.text();
  const { error } = JSON.parse(text) as ErrorBody;
  expect(error.message).toMatch(/^[A-Za-z].*[.?!]?$/);
  expect(text).not.toMatch(/\bat .+\.[jt]s|prisma|postgres|SELECT|node_modules/i);
  return [response.status, error.code];
}

const ids = () => ({ conversationId: v7(), messageId: v7() });
onEachDatabase(() => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it.each(BAD_BODIES)('a new message: %s is refused, and nothing is written', async (_, body, code) => {
    const me = await Chatter.join();
    expect(await refused(() => me.chat({ body }))).toEqual([400, code]);
  });

  it('the check that nothing is written notices what is', async () => {
    const me = await Chatter.join();
    await expect(writesNothing(() => me.say('hello'))).rejects.toThrow('Something was written');
  });

  it('takes 10,000 characters of any kind, and what no database takes is left out of them', async () => {
    const me = await Chatter.join();
    const { prisma } = await getDatabase();
    const written = async (text: string) => {
      const { messageId } = await me.say(text);
      return (await prisma.message.findFirst({ where: { id: messageId } }))?.content;
    };
    expect(await written('😀'.repeat(10_000))).toBe('😀'.repeat(10_000));
    expect(await written('hello \0there \ud800!')).toBe('hello there \ufffd!');
  });

  it.each([
    ['no JSON', { raw: 'add milk', headers: { 'content-type': 'text/plain' } }, [415, 'unsupported_media_type']],
    ['a form', { raw: 'text=add+milk', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, [415, 'unsupported_media_type']],
    ['broken JSON', { raw: '{"id": "' }, [400, 'invalid_json']],
    ['nothing at all', { raw: '' }, [400, 'invalid_json']],
    ['no UTF-8', { raw: new Uint8Array([0x22, 0xff, 0x22]) }, [400, 'invalid_json']],
    ['5 MB', { body: withText('x'.repeat(5_000_000)) }, [413, 'body_too_large']],
    ['another site', { body: withText('add milk'), origin: 'https://evil.example' }, [403, 'bad_origin']],
    ['a page in a frame of nowhere', { body: withText('add milk'), origin: 'null' }, [403, 'bad_origin']],
    ['another site, without Origin', { body: withText('add milk'), origin: null, headers: { 'sec-fetch-site': 'cross-site' } }, [403, 'bad_origin']],
  ])('a request with %s is refused, and nothing is written', async (_, request, expected) => {
    const me = await Chatter.join();
    expect(await refused(() => me.chat(request))).toEqual(expected);
    const { conversationId } = await me.say('hello');
    if (expected[0] === 403) for (const action of ['approval', 'retry', 'stop'] as const)
      expect(await refused(() => me.on(conversationId, action, { ...request, body: {} }))).toEqual(expected);
    else for (const action of ['approval', 'retry'] as const)
      expect(await refused(() => me.on(conversationId, action, request))).toEqual(expected);
  });

  it('a session that ends in mid-conversation: 401, and what was said is kept', async () => {
    const me = await Chatter.join();
    const { conversationId, messageId } = await me.say('add milk');
    const { prisma } = await getDatabase();
    await prisma.session.updateMany({ where: { userId: me.id }, data: { expiresAt: new Date(Date.now() - 1) } });
    const answers = [
      () => me.chat({ body: chatBody('add eggs', { ...ids(), conversationId }) }),
      () => me.on(conversationId, 'retry', { body: { messageId, attemptId: v7() } }),
      () => me.on(conversationId, 'approval', { body: { approvalId: v7(), approved: true } }),
      () => me.on(conversationId, 'stop'),
      () => me.on(conversationId, 'stream'),
    ];
    for (const ask of answers) expect(await refused(ask)).toEqual([401, 'unauthorized']);
    expect(await prisma.task.count({ where: { userId: me.id } })).toBe(1);
  });

  it('too many turns a minute: 429 with the time to wait, and nothing of the message is kept', async () => {
    vi.stubEnv('RATE_LIMIT', '0.05');
    const [me, other] = [await Chatter.join(), await Chatter.join()];
    const { conversationId, messageId } = await me.say('hello');
    for (const text of ['hi', 'thanks']) await me.say(text, { conversationId });
    for (const ask of [
      () => me.chat({ body: chatBody('add milk', { ...ids(), conversationId }) }),
      () => me.on(conversationId, 'retry', { body: { messageId, attemptId: v7() } }),
      () => me.on(conversationId, 'approval', { body: { approvalId: v7(), approved: true } }),
    ]) {
      const response = await writesNothing(ask);
      expect(response.status).toBe(429);
      expect(Number(response.headers.get('retry-after'))).toSatisfy((seconds) => seconds >= 1 && seconds <= 60);
      expect(((await response.json()) as ErrorBody).error.code).toBe('rate_limited');
    }
    expect((await other.say('hello')).text).not.toBe('');
  });

  it('a conversation that is deleted, or of which somebody else has the id', async () => {
    const [me, other] = [await Chatter.join(), await Chatter.join()];
    const deleted = await me.say('hello');
    await deleteConversation(me.id, deleted.conversationId);
    expect(await refused(() => me.chat({ body: chatBody('add milk', { ...deleted, messageId: v7() }) }))).toEqual([404, 'not_found']);

    const theirs = await other.say('add a secret');
    const follow = () => me.chat({ body: chatBody('what is on my list?', { ...theirs, messageId: v7() }) });
    expect(await refused(follow)).toEqual([404, 'not_found']);
    expect(await refused(() => me.chat({ body: { ...chatBody('hello', { ...theirs, messageId: v7() }), parentId: null } }))).toEqual([404, 'not_found']);

    // What I brought along from another account of mine has the ids that it has there.
    const file = await collect(exportJson(other.id));
    await importFile(me.id, file);
    expect((await readAnswer(await follow())).text).not.toMatch(/secret/);
    const { prisma } = await getDatabase();
    const count = (userId: string) => prisma.message.count({ where: { userId, conversationId: theirs.conversationId } });
    expect([await count(me.id), await count(other.id)]).toEqual([4, 2]);
    expect((await other.say('hello', { conversationId: theirs.conversationId })).text).not.toBe('');
  });

  it('a parent that is not in the conversation', async () => {
    const [me, other] = [await Chatter.join(), await Chatter.join()];
    const [here, elsewhere, theirs] = [await me.say('hello'), await me.say('hi'), await other.say('hello')];
    const follow = (parentId: string, conversationId: string) => () => me.chat({ body: { ...chatBody('add milk', { ...ids(), conversationId }), parentId } });
    for (const parentId of [v4(), elsewhere.messageId, theirs.messageId]) {
      expect(await refused(follow(parentId, here.conversationId))).toEqual([404, 'not_found']);
      expect(await refused(follow(parentId, v7()))).toEqual([404, 'not_found']);
    }
  });

  it('what is asked of a conversation by an id that is none, unknown, deleted or of somebody else', async () => {
    const [me, other] = [await Chatter.join(), await Chatter.join()];
    const [theirs, deleted] = [await other.say('add milk'), await me.say('hello')];
    await deleteConversation(me.id, deleted.conversationId);
    const request = (messageId: string) => ({
      approval: { body: { approvalId: v7(), approved: true } },
      retry: { body: { messageId, attemptId: v7() } },
      stop: { body: {} },
      stream: {},
    });
    for (const action of ['approval', 'retry', 'stop', 'stream'] as const) {
      for (const id of ['1', 'undefined', `${theirs.conversationId} `, "' OR 1=1 --", '\0'])
        expect(await refused(() => me.on(id, action, request(theirs.messageId)[action]))).toEqual([400, 'invalid_id']);
      for (const { conversationId, messageId } of [{ conversationId: v7(), messageId: v7() }, theirs, deleted])
        expect(await refused(() => me.on(conversationId, action, request(messageId)[action]))).toEqual([404, 'not_found']);
    }
  });

  it('a retry of what is no message of mine, or in other words than it takes', async () => {
    const me = await Chatter.join();
    const [said, elsewhere] = [await me.say('add milk'), await me.say('hello')];
    const { prisma } = await getDatabase();
    const answer = await prisma.message.findFirstOrThrow({ where: { userId: me.id, parentId: said.messageId } });
    const retry = (body: unknown) => () => me.on(said.conversationId, 'retry', { body });
    for (const messageId of [v7(), elsewhere.messageId, answer.id])
      expect(await refused(retry({ messageId, attemptId: v7() }))).toEqual([404, 'not_found']);
    const good = { messageId: said.messageId, attemptId: v7() };
    for (const bad of [{}, { attemptId: 'again' }, { messageId: 7 }, { model: 'gpt-expensive' }, { userId: me.id }, { text: 'add eggs' }])
      expect(await refused(retry(Object.keys(bad).length === 0 ? bad : { ...good, ...bad }))).toEqual([400, 'invalid_input']);
    expect((await readAnswer(await retry(good)())).text).toContain('milk');
    expect(await prisma.task.count({ where: { userId: me.id } })).toBe(1);
  });

  it('stop and stream of a conversation in which nothing runs: 204', async () => {
    const me = await Chatter.join();
    const { conversationId } = await me.say('hello');
    for (const action of ['stop', 'stream'] as const) {
      const response = await writesNothing(() => me.on(conversationId, action));
      expect([response.status, await response.text()]).toEqual([204, '']);
    }
  });
});
