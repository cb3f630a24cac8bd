import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { getDatabase } from '@/lib/db/database';
import { createUser, onEachDatabase } from '../../support/databases';
import { type Break, cases, long, past } from './broken-rows';
import { createWorld, insert, type Row, update, type World } from './rows';

onEachDatabase(() => {
  let mine: World;
  let theirs: World;

  beforeAll(async () => {
    [mine, theirs] = [await createWorld(), await createWorld()];
    // What the cases compare themselves with, where one row of the kind is not enough.
    await insert('message', { ...mine.rows.message, id: v7(), content: 'Second' });
    await insert('turn', { ...mine.rows.turn, id: v7(), attempt: 4, answer_id: v7(), status: 'running', ended_at: null });
    await insert('rateLimit', { id: v7(), key: 'same', count: 1, lastRequest: 1 });
    const spare = await createUser();
    const { prisma } = await getDatabase();
    await prisma.preferences.delete({ where: { userId: spare } });
    Object.assign(mine.rows, {
      preferences: { user_id: spare },
      user: { id: v7(), name: 'Twin', updatedAt: past },
      rateLimit: { id: v7(), count: 1, lastRequest: 1 },
    });
  });

  async function attempt({ table, row, instead }: Break): Promise<void> {
    const valid = mine.rows[table] ?? {};
    const changes = row(mine, theirs);
    const own = { user_id: mine.userId, id: String(valid.id) };
    if (instead) return update(table, own, changes.parent_id === 'itself' ? { parent_id: own.id } : changes);
    const withoutToken = table === 'oauthConsent' ? { ...changes, token: undefined } : changes;
    const id = 'id' in valid ? { id: v7() } : {};
    await insert(table, JSON.parse(JSON.stringify({ ...valid, ...id, ...withoutToken })) as Row);
  }

  it.each(cases)('%s refuses what breaks it (%d)', async (name, _, broken) => {
    await expect(attempt(broken)).rejects.toThrow(new RegExp(`\\b${name}\\b`));
  });

  it('primary keys refuse the same row twice', async () => {
    const tables = Object.keys(mine.rows).filter((name) => !['preferences', 'user', 'rateLimit'].includes(name));
    for (const table of tables)
      await expect(insert(table, mine.rows[table] ?? {}), table).rejects.toThrow(/duplicate key value|23505/);
  });

  it('no constraint of the database is without a case', async () => {
    const { prisma } = await getDatabase();
    const rows = await prisma.$queryRaw<{ name: string }[]>`
      SELECT conname::text AS name FROM pg_constraint
      WHERE connamespace = 'public'::regnamespace AND contype IN ('c', 'f')
      UNION SELECT indexrelid::regclass::text FROM pg_index JOIN pg_class ON pg_class.oid = indrelid
      WHERE relnamespace = 'public'::regnamespace AND indisunique AND NOT indisprimary`;
    const names = rows.map(({ name }) => name.replaceAll('"', '')).sort();
    expect(names).toEqual([...new Set(cases.map(([name]) => name))].sort());
  });

  describe('what looks alike and is allowed', () => {
    it('a second turn of a conversation that has ended, the same tag name for another person, NULL feedback', async () => {
      await insert('turn', { ...mine.rows.turn, id: v7(), attempt: 9, answer_id: v7() });
      await insert('tag', { ...theirs.rows.tag, id: v7(), name: 'Work' });
      await insert('tag', { ...mine.rows.tag, id: v7(), name: 'Work' });
      await insert('message', { ...mine.rows.message, id: v7(), feedback: null, content: long(10_000) });
      await insert('message', { ...mine.rows.message, id: v7(), role: 'assistant', content: long(20_000) });
    });

    it('a task whose due date is past', async () => {
      const due = { due_date: '2001-02-03', due_at: '2001-02-03T23:59:59.999Z', time_zone: 'UTC' };
      await insert('task', { ...mine.rows.task, id: v7(), number: 77, ...due });
    });
  });
});
