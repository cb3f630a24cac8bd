import { v7 } from 'uuid';
import { beforeEach, expect, it } from 'vitest';
import { archiveConversation } from '@/lib/conversations/archive-conversation';
import { deleteConversation } from '@/lib/conversations/delete-conversation';
import { listConversations } from '@/lib/conversations/list-conversations';
import { pinConversation } from '@/lib/conversations/pin-conversation';
import { countStatements, createUser, onEachDatabase } from '../../support/databases';
import { addMessages, writeConversation } from './fixtures';

onEachDatabase(() => {
  let user: string;
  beforeEach(async () => {
    user = await createUser();
  });

  /** Conversations last changed a minute apart, the newest first. */
  async function write(count: number): Promise<string[]> {
    const ids: string[] = [];
    for (let index = 0; index < count; index++) {
      const at = new Date(Date.now() - (index + 1) * 60_000);
      ids.push((await writeConversation(user, [], { title: `Number ${index}`, createdAt: at, updatedAt: at })).id);
    }
    return ids;
  }

  async function readAll(options: Parameters<typeof listConversations>[1], between?: () => Promise<unknown>): Promise<string[]> {
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await listConversations(user, { ...options, cursor });
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
      if (cursor) await between?.();
    } while (cursor);
    return ids;
  }

  /** Pins after all others: two in one millisecond would stand in the order of their ids. */
  async function pinLast(id = ''): Promise<void> {
    const before = Date.now();
    while (Date.now() === before) await Promise.resolve();
    await pinConversation(user, id, true);
  }

  it('lists newest first, pinned ones above, in one statement', async () => {
    const ids = await write(5);
    await pinLast(ids[4]);
    await pinLast(ids[2]);
    const { count, result } = await countStatements(() => listConversations(user));
    expect(count).toBe(1);
    expect(result.items.map(({ id }) => id)).toEqual([ids[2], ids[4], ids[0], ids[1], ids[3]]);
    expect(result.nextCursor).toBeNull();
    expect(result.items[2]).toEqual({
      id: ids[0], title: 'Number 0', createdAt: expect.stringMatching(/Z$/), updatedAt: expect.stringMatching(/Z$/), messageCount: 0,
      tasksCreated: 0, tasksCompleted: 0, pinnedAt: null, archivedAt: null, deletedAt: null, unread: false,
    });
  });

  it('misses and doubles none while new ones arrive, at any page size, across the pinned group', async () => {
    const ids = await write(13);
    const pinned = [ids[12], ids[7], ids[3]].map((id) => id ?? '');
    for (const id of [...pinned].reverse()) await pinLast(id);
    const expected = [...pinned, ...ids.filter((id) => !pinned.includes(id))];
    for (const limit of [1, 2, 3, 4, 5, 12, 13, 14]) {
      const arriving = () => writeConversation(user, [{ content: 'new' }]);
      const seen = await readAll({ limit }, arriving);
      expect(seen.filter((id) => ids.includes(id))).toEqual(expected);
      expect(new Set(seen).size).toBe(seen.length);
    }
  });

  it('keeps the order of conversations that changed in the same millisecond', async () => {
    const at = new Date();
    const ids = [];
    for (let index = 0; index < 7; index++) ids.push((await writeConversation(user, [], { createdAt: at, updatedAt: at })).id);
    expect((await readAll({ limit: 2 })).sort()).toEqual([...ids].sort());
  });

  it('shows archive and trash only as their own views, and only the own ones', async () => {
    const ids = await write(6);
    await archiveConversation(user, ids[1] ?? '', true);
    await archiveConversation(user, ids[3] ?? '', true);
    await deleteConversation(user, ids[0] ?? '');
    await deleteConversation(user, ids[1] ?? '');
    expect(await readAll({ limit: 1 })).toEqual([ids[2], ids[4], ids[5]]);
    expect(await readAll({ limit: 1, archived: true })).toEqual([ids[3]]);
    expect(await readAll({ limit: 1, trash: true })).toEqual([ids[1], ids[0]]);
    const stranger = await createUser();
    for (const view of [{}, { archived: true }, { trash: true }, { q: 'number' }])
      expect(await listConversations(stranger, view)).toEqual({ items: [], nextCursor: null });
  });

  it('filters by date, skill and task changes', async () => {
    const ids = await write(3);
    await addMessages(user, ids[1] ?? '', [{ role: 'assistant', skillUsed: 'TaskSearchSkill', createdAt: new Date(Date.now() - 200_000) }], null);
    expect(await readAll({ skill: 'TaskSearchSkill' })).toEqual([ids[1]]);
    expect(await readAll({ changedTasks: true })).toEqual([]);
    const instant = new Date(Date.now() - 150_000).toISOString();
    expect(await readAll({ from: instant })).toEqual([ids[0], ids[1]]);
    expect(await readAll({ to: instant })).toEqual([ids[2]]);
  });

  it('clamps the limit, and refuses a cursor that no list gave out', async () => {
    await write(3);
    for (const [limit, size] of [[0, 1], [2, 2], [1e9, 3], [undefined, 3]] as const)
      expect((await listConversations(user, { limit })).items).toHaveLength(size);
    const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const at = '2026-11-22T10:00:00.000000Z';
    for (const cursor of ['x', '%00', forged(null), forged(['u', at]), forged(['z', at, v7()]), forged(['u', '2026-13-45T10:00:00.000000Z', v7()]), forged(['u', at, "' OR 1=1"])]) {
      await expect(listConversations(user, { cursor })).rejects.toMatchObject({ code: 'invalid_cursor', status: 400 });
      await expect(listConversations(user, { cursor, q: 'number' })).rejects.toMatchObject({ code: 'invalid_cursor', status: 400 });
    }
  });

  it('marks as unread what was said after the last look', async () => {
    const [id = ''] = await write(1);
    const { markRead } = await import('@/lib/conversations/mark-read');
    await markRead(user, id);
    expect((await listConversations(user)).items[0]?.unread).toBe(false);
    await addMessages(user, id, [{ role: 'assistant', createdAt: new Date(Date.now() + 1_000) }], null);
    expect((await listConversations(user)).items[0]?.unread).toBe(true);
    await markRead(user, id);
    expect((await listConversations(user)).items[0]?.unread).toBe(false);
  });
});
