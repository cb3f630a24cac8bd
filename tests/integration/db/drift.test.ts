import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { expect, it } from 'vitest';
import { createPGlite } from '@/lib/db/embedded-folder';
import { migrateEmbedded } from '@/lib/db/migrate';
import { createDatabase } from '../../support/databases';
import { diffFromSchema } from '../../support/schema-engine';

/** What the migrations make and the Prisma schema cannot say. Anything else that the engine would change is drift. */
const KNOWN = [
  // ON DELETE SET NULL of one column of a composite reference, and a deferred one.
  'ALTER TABLE "conversation" DROP CONSTRAINT "conversation_leaf_fkey";',
  'ALTER TABLE "task_change" DROP CONSTRAINT "task_change_task_fkey";',
  'ALTER TABLE "task_change" DROP CONSTRAINT "task_change_undone_by_fkey";',
  'ALTER TABLE "tool_call" DROP CONSTRAINT "tool_call_turn_fkey";',
  // Optional references whose user_id is required: Prisma wants a relation to be optional in all of its columns.
  'ALTER TABLE "message" DROP CONSTRAINT "message_parent_fkey";',
  'ALTER TABLE "task" DROP CONSTRAINT "task_parent_fkey";',
  'ALTER TABLE "turn" DROP CONSTRAINT "turn_continues_fkey";',
  // GIN with an operator class for one of two columns. (Partial and expression indexes the engine does not look at.)
  'DROP INDEX "conversation_title_idx";',
];

const statements = (script: string) => script.split('\n').filter((line) => line && !line.startsWith('--')).sort();

it('what the migrations build is what the Prisma schema says: PostgreSQL', async () => {
  const { url, drop } = await createDatabase();
  try {
    expect(statements(await diffFromSchema(new PrismaPg({ connectionString: url })))).toEqual([...KNOWN].sort());
  } finally {
    await drop();
  }
});

it('what the migrations build is what the Prisma schema says: embedded', async () => {
  const engine = await createPGlite();
  try {
    await migrateEmbedded(engine);
    expect(statements(await diffFromSchema(new PrismaPGlite(engine)))).toEqual([...KNOWN].sort());
  } finally {
    await engine.close();
  }
});

it('drift is noticed', async () => {
  const engine = await createPGlite();
  try {
    await migrateEmbedded(engine);
    await engine.exec('ALTER TABLE task ALTER COLUMN title TYPE varchar(200); DROP INDEX task_tag_user_id_tag_id_idx');
    const found = statements(await diffFromSchema(new PrismaPGlite(engine))).join('\n');
    expect(found).toContain('"title" SET DATA TYPE TEXT');
    expect(found).toContain('CREATE INDEX "task_tag_user_id_tag_id_idx"');
  } finally {
    await engine.close();
  }
});
