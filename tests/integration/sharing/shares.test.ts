import { v7 } from 'uuid';
import { beforeEach, expect, it } from 'vitest';
import { POST as share } from '@/app/api/v1/conversations/[id]/shares/route';
import { DELETE as revoke } from '@/app/api/v1/shares/[id]/route';
import { deleteConversation } from '@/lib/conversations/delete-conversation';
import { openConversation } from '@/lib/conversations/open-conversation';
import { restoreConversation } from '@/lib/conversations/restore-conversation';
import { getDatabase } from '@/lib/db/database';
import { continueShare } from '@/lib/sharing/continue-share';
import { listShares } from '@/lib/sharing/list-shares';
import { readShare } from '@/lib/sharing/read-share';
import { revokeShare } from '@/lib/sharing/revoke-share';
import { shareConversation } from '@/lib/sharing/share-conversation';
import { outcome, Visitor } from '../auth/visitor';
import { countStatements, createUser, onEachDatabase } from '../../support/databases';
import { addMessages, writeConversation, writeToolCall, writeTurn } from '../conversations/fixtures';

onEachDatabase((kind) => {
  let user: string;
  let id: string;
  let question: string;
  beforeEach(async () => {
    user = await createUser();
    const written = await writeConversation(user, [{ content: 'add milk' }], { title: 'Milk' });
    id = written.id;
    question = written.messageIds[0] ?? '';
    const turnId = await writeTurn(user, { conversationId: id, userMessageId: question });
    const done = await writeToolCall(user, { turnId });
    const waiting = await writeToolCall(user, { turnId, state: 'requested', result: { ok: true, message: 'Deletes 3 tasks.' } });
    const parts = [{ type: 'tool', id: done }, { type: 'approval', id: waiting }, { type: 'text', text: 'Done.' }];
    await addMessages(user, id, [{ role: 'assistant', content: 'Done.', parts }], question);
  });

  it('freezes the branch on screen: later messages, titles and changes do not show', async () => {
    const { token, expiresAt } = await shareConversation(user, id, { withTools: false });
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(expiresAt).toBeNull();
    const { count, result } = await countStatements(() => readShare(token));
    expect(count).toBe(1);
    await addMessages(user, id, [{ content: 'a secret said later' }], question);
    expect(await readShare(token)).toEqual(result);
    expect(result?.snapshot).toEqual({
      version: 1,
      title: 'Milk',
      messages: [
        { role: 'user', createdAt: expect.stringMatching(/Z$/), parts: [{ type: 'text', text: 'add milk' }] },
        { role: 'assistant', createdAt: expect.stringMatching(/Z$/), parts: [{ type: 'text', text: 'Done.' }] },
      ],
    });
  });

  it('shows what was done only where that is wished, and never ids or open requests', async () => {
    const { token } = await shareConversation(user, id, { withTools: true });
    const text = JSON.stringify(await readShare(token));
    expect((await readShare(token))?.snapshot.messages[1]?.parts).toEqual([
      { type: 'action', tool: 'create_tasks', ok: true, message: 'Created "Buy milk" (1).', tasks: [] },
      { type: 'text', text: 'Done.' },
    ]);
    expect(text).not.toMatch(/Deletes 3|[0-9a-f]{8}-[0-9a-f]{4}-/);
  });

  it('opens nothing once expired, revoked or deleted, nor with a wrong token', async () => {
    const { token, id: shareId, expiresAt } = await shareConversation(user, id, { withTools: false, expiresInDays: 7 });
    expect(new Date(expiresAt ?? 0).getTime()).toBeGreaterThan(Date.now() + 6 * 86_400_000);
    expect(await readShare(token)).not.toBeNull();
    for (const wrong of ['', 'x', `${token}x`, token.slice(1), token.toUpperCase(), "' OR true --"]) expect(await readShare(wrong)).toBeNull();
    await deleteConversation(user, id);
    expect(await readShare(token)).toBeNull();
    await restoreConversation(user, id);
    expect(await readShare(token)).not.toBeNull();
    await expect(revokeShare(await createUser(), shareId)).rejects.toMatchObject({ status: 404 });
    await revokeShare(user, shareId);
    await revokeShare(user, shareId);
    expect(await readShare(token)).toBeNull();
    const other = await shareConversation(user, id, { withTools: false, expiresInDays: 1 });
    const { prisma } = await getDatabase();
    const past = { createdAt: new Date(Date.now() - 20_000), expiresAt: new Date(Date.now() - 10_000) };
    await prisma.share.update({ where: { userId_id: { userId: user, id: other.id } }, data: past });
    expect(await readShare(other.token)).toBeNull();
    expect((await listShares(user, id)).map((item) => [item.id, item.revokedAt !== null])).toEqual([[shareId, true], [other.id, false]]);
    expect(await listShares(await createUser())).toEqual([]);
  });

  it('keeps only a hash of the token', async () => {
    const { token } = await shareConversation(user, id, { withTools: false });
    const { prisma } = await getDatabase();
    const rows = await prisma.share.findMany({ where: { userId: user } });
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('lets the reader go on in a conversation of their own, with nothing of the sender', async () => {
    const { token } = await shareConversation(user, id, { withTools: true });
    const reader = await createUser();
    const copy = await continueShare(reader, token);
    const opened = await openConversation(reader, copy);
    expect(opened?.conversation.title).toBe('Milk');
    expect(opened?.messages.map(({ role, parts }) => [role, parts])).toEqual([
      ['user', [{ type: 'text', text: 'add milk' }]],
      ['assistant', [{ type: 'text', text: 'Created "Buy milk" (1).\n\nDone.' }]],
    ]);
    expect(opened?.messages.map((message) => message.id)).not.toContain(question);
    const { prisma } = await getDatabase();
    expect(await prisma.toolCall.count({ where: { userId: reader } })).toBe(0);
    await expect(continueShare(reader, 'x')).rejects.toMatchObject({ status: 404 });
  });

  it('lets the reader go on from the longest message, whose characters are not cut in two', async () => {
    const content = `x${'😀'.repeat(9_999)}`;
    const long = await writeConversation(user, [{ content }]);
    const { prisma } = await getDatabase();
    await prisma.conversation.update({ where: { userId_id: { userId: user, id: long.id } }, data: { leafId: long.messageIds[0] } });
    const { token } = await shareConversation(user, long.id, { withTools: false });
    const reader = await createUser();
    const opened = await openConversation(reader, await continueShare(reader, token));
    expect(opened?.messages[0]?.parts).toEqual([{ type: 'text', text: content }]);
  });

  it('shares over HTTP only what is one\'s own', async () => {
    const [owner, stranger] = [new Visitor(), new Visitor()];
    const ownerId = await owner.signUp(`sharer-${v7()}@${kind}.example`);
    await stranger.continueAsGuest();
    const own = await writeConversation(ownerId, [{ content: 'hello' }]);
    const at = (conversation: string) => ({ params: Promise.resolve({ id: conversation }) });
    const request = (visitor: Visitor, body: unknown) => visitor.request('/x', { body });
    expect(await outcome(await share(request(stranger, {}), at(own.id)))).toEqual([404, 'not_found']);
    expect(await outcome(await share(request(new Visitor(), {}), at(own.id)))).toEqual([401, 'unauthorized']);
    expect(await outcome(await share(request(owner, { expiresInDays: 0 }), at(own.id)))).toEqual([400, 'invalid_input']);
    const made = await share(request(owner, { expiresInDays: 30 }), at(own.id));
    const { id: shareId, path } = (await made.json()) as { id: string; path: string };
    expect([made.status, path]).toEqual([201, expect.stringMatching(/^\/share\/[\w-]{43}$/)]);
    const token = path.split('/')[2] ?? '';
    expect(await readShare(token)).not.toBeNull();
    expect(await outcome(await revoke(stranger.request('/x', { method: 'DELETE' }), at(shareId)))).toEqual([404, 'not_found']);
    expect((await revoke(owner.request('/x', { method: 'DELETE' }), at(shareId))).status).toBe(204);
    expect(await readShare(token)).toBeNull();
  });
});
