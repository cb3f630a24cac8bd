import { expect, it } from 'vitest';
import { getDatabase } from '@/lib/db/database';
import { onEachDatabase } from '../../support/databases';

/** The indexes of a person's rows, besides the primary keys: those that a query or a cascade was shown to need. */
const INDEXES = {
  conversation: [
    'conversation_archived_idx',
    'conversation_id_idx',
    'conversation_list_idx',
    'conversation_pinned_idx',
    'conversation_purge_idx',
    'conversation_trash_idx',
    'conversation_user_id_leaf_id_idx',
  ],
  conversation_title: ['conversation_title_idx'],
  message: [
    'message_skill_idx',
    'message_user_id_conversation_id_position_key',
    'message_user_id_parent_id_idx',
    'message_words_idx',
  ],
  preferences: ['preferences_auto_delete_idx'],
  share: ['share_token_hash_key', 'share_user_id_conversation_id_idx'],
  tag: ['tag_name_key'],
  task: ['task_due_idx', 'task_parent_idx', 'task_purge_idx', 'task_user_id_number_key'],
  task_change: [
    'task_change_undone_by_idx',
    'task_change_user_id_created_at_idx',
    'task_change_user_id_task_id_idx',
    'task_change_user_id_tool_call_id_idx',
  ],
  task_tag: ['task_tag_user_id_tag_id_idx'],
  template: ['template_name_key'],
  tool_call: ['tool_call_user_id_created_at_idx', 'tool_call_user_id_turn_id_call_id_key'],
  turn: [
    'turn_continues_idx',
    'turn_lease_idx',
    'turn_running_key',
    'turn_user_id_answer_id_key',
    'turn_user_id_user_message_id_attempt_key',
  ],
  turn_chunk: [],
};

onEachDatabase(() => {
  it.each(Object.entries(INDEXES))('%s has its indexes and no more', async (table, expected) => {
    const { prisma } = await getDatabase();
    const rows = await prisma.$queryRaw<{ name: string }[]>`
      SELECT indexname::text AS name FROM pg_indexes
      WHERE schemaname = 'public' AND tablename = ${table} AND indexname NOT LIKE '%_pkey'`;
    expect(rows.map(({ name }) => name).sort()).toEqual(expected);
  });

  it('every foreign key between owned rows has an index that its cascade can use', async () => {
    const { prisma } = await getDatabase();
    const rows = await prisma.$queryRaw<{ name: string }[]>`
      SELECT conname::text AS name FROM pg_constraint c
      WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND NOT EXISTS (
        SELECT 1 FROM pg_index i WHERE i.indrelid = c.conrelid
          AND (i.indpred IS NULL OR pg_get_expr(i.indpred, i.indrelid) LIKE '%IS NOT NULL%')
          AND (SELECT array_agg(key ORDER BY key) FROM unnest((string_to_array(i.indkey::text, ' ')::int2[])[1:cardinality(c.conkey)]) AS key)
            = (SELECT array_agg(key ORDER BY key) FROM unnest(c.conkey) AS key))`;
    expect(rows.map(({ name }) => name).sort()).toEqual([
      // Deleting a conversation for good scans the user's turns; an index would be paid for on each turn.
      'turn_user_id_conversation_id_fkey',
    ]);
  });
});
