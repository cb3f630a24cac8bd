import { beforeEach, expect, it } from 'vitest';
import { deleteConversation } from '@/lib/conversations/delete-conversation';
import { exportJson } from '@/lib/transfer/export-json';
import { exportMarkdown } from '@/lib/transfer/export-markdown';
import { countStatements, createUser, onEachDatabase } from '../../support/databases';
import { writeConversation, writeLongConversation } from '../conversations/fixtures';
import { collect, writeRich } from './fixtures';

onEachDatabase(() => {
  let user: string;
  beforeEach(async () => {
    user = await createUser();
  });

  it('leaves out the trash and other people', async () => {
    const kept = await writeConversation(user, [{ content: 'kept' }]);
    const deleted = await writeConversation(user, [{ content: 'deleted' }]);
    await deleteConversation(user, deleted.id);
    await writeConversation(await createUser(), [{ content: 'foreign' }]);
    const file = JSON.parse(await collect(exportJson(user)));
    expect(file).toMatchObject({ format: 'sayso.conversations', version: 1, conversations: [{ id: kept.id }] });
    expect(file.conversations).toHaveLength(1);
    expect(await collect(exportMarkdown(user))).not.toMatch(/deleted|foreign/);
  });

  it('writes Markdown of the branch on screen, with what was done', async () => {
    const id = await writeRich(user);
    expect(await collect(exportMarkdown(user, id))).toBe(
      '# Milk \\*and\\* more\n\n2026-03-01\n\n## You · 2026-03-01 10:00 UTC\n\nadd milk\n\n' +
        '## Sayso · 2026-03-01 10:00 UTC\n\nDone.\n\n- Created "Buy milk" (1).\n',
    );
  });

  it('reads 2,000 messages in batches, whole in both formats', async () => {
    const { id } = await writeLongConversation(user, 2_000);
    const { count, result } = await countStatements(async () => {
      const pieces: number[] = [];
      for await (const piece of exportJson(user, id)) pieces.push(piece.length);
      return pieces;
    });
    expect(count).toBeLessThan(20);
    expect(Math.max(...result)).toBeLessThan(2_000);
    expect((await collect(exportMarkdown(user, id))).match(/^Message \d+$/gm)).toHaveLength(2_000);
  });
});
