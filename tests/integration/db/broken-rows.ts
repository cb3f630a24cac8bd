import { v7 } from 'uuid';
import type { Row, World } from './rows';

/**
 * A row like the valid one of `table`, under an id of its own, with `row`'s changes. `instead` changes the valid row
 * itself, where a trigger would mend a new one.
 */
export type Break = { table: string; row: (mine: World, theirs: World) => Row; instead?: boolean };

const of = (table: string, row: Row | Break['row']): Break => ({
  table,
  row: typeof row === 'function' ? row : () => row,
});
const changing = (table: string, row: Row): Break => ({ ...of(table, row), instead: true });
export const long = (length: number) => 'x'.repeat(length);
export const past = '2020-01-01T00:00:00Z';
const share = (row: Row) => ({ ...row, token_hash: v7().padEnd(43, '-') });

const checks: Record<string, Break[]> = {
  preferences_week_start_check: [of('preferences', { week_start: 7 }), of('preferences', { week_start: -1 })],
  preferences_theme_check: [of('preferences', { theme: 'pink' })],
  preferences_default_priority_check: [of('preferences', { default_priority: 4 })],
  preferences_context_size_check: [of('preferences', { context_size: 30 })],
  preferences_auto_delete_days_check: [of('preferences', { auto_delete_days: 0 })],
  preferences_next_task_number_check: [of('preferences', { next_task_number: 0 })],
  conversation_title_check: [of('conversation', { title: '' }), of('conversation', { title: long(201) })],
  conversation_title_source_check: [of('conversation', { title_source: 'rumour' })],
  conversation_counters_check: ['next_position', 'message_count', 'tasks_created', 'tasks_completed'].map((counter) =>
    of('conversation', { [counter]: -1 }),
  ),
  conversation_updated_at_check: [of('conversation', { updated_at: past })],
  message_role_check: [of('message', { role: 'robot' })],
  message_content_check: [
    of('message', { content: '' }),
    of('message', { content: ' \n\t ' }),
    of('message', { content: long(10_001) }),
  ],
  message_position_check: [changing('message', { position: -1 })],
  message_skill_used_check: [of('message', { role: 'assistant', skill_used: 'TaskDreamingSkill' })],
  message_feedback_check: [of('message', { feedback: 0 }), of('message', { feedback: 2 })],
  message_feedback_comment_check: [of('message', { feedback_comment: long(1_001) })],
  turn_status_check: [of('turn', { status: 'asleep', attempt: 2 })],
  turn_attempt_check: [of('turn', { attempt: 0 })],
  turn_ended_at_check: [
    of('turn', { status: 'running', attempt: 2, ended_at: past }),
    of('turn', { status: 'completed', attempt: 2, ended_at: null }),
  ],
  turn_chunk_seq_check: [of('turn_chunk', { seq: -1 })],
  tool_call_source_check: [of('tool_call', { call_id: 'call-2', source: 'ghost' })],
  tool_call_state_check: [of('tool_call', { call_id: 'call-2', state: 'perhaps' })],
  tool_call_skill_check: [of('tool_call', { call_id: 'call-2', skill: 'TaskDreamingSkill' })],
  tool_call_turn_check: [of('tool_call', { call_id: null })],
  task_number_check: [of('task', { number: 0 })],
  task_title_check: [of('task', { number: 2, title: '' }), of('task', { number: 2, title: long(201) })],
  task_description_check: [of('task', { number: 2, description: long(1_001) })],
  task_status_check: [of('task', { number: 2, status: 'half' })],
  task_completed_at_check: [
    of('task', { number: 2, status: 'completed' }),
    of('task', { number: 2, status: 'pending', completed_at: past }),
  ],
  task_priority_check: [of('task', { number: 2, priority: 4 }), of('task', { number: 2, priority: -1 })],
  task_due_check: [
    of('task', { number: 2, due_time: '10:00' }),
    of('task', { number: 2, due_at: past, time_zone: 'UTC' }),
    of('task', { number: 2, due_date: '2030-01-01', time_zone: 'UTC' }),
    of('task', { number: 2, due_date: '2030-01-01', due_at: '2030-01-01T23:59:59.999Z' }),
  ],
  task_recurrence_check: [of('task', { number: 2, recurrence: 'FREQ=DAILY' })],
  task_duration_check: [of('task', { number: 2, duration_minutes: 0 }), of('task', { number: 2, duration_minutes: 10_081 })],
  task_reminder_check: [
    of('task', { number: 2, reminder_minutes: -1 }),
    of('task', { number: 2, reminder_minutes: 10, reminder_at: past }),
  ],
  task_version_check: [of('task', { number: 2, version: 0 })],
  task_parent_check: [changing('task', { parent_id: 'itself' })],
  task_change_operation_check: [of('task_change', { operation: 'paint' })],
  task_change_version_check: [
    of('task_change', { version_before: -1, version_after: 0 }),
    of('task_change', { version_before: 2, version_after: 2 }),
  ],
  tag_name_check: [of('tag', { name: '' }), of('tag', { name: long(51) })],
  template_name_check: [of('template', { name: '' }), of('template', { name: long(201) })],
  template_title_check: [of('template', { name: 'b', title: '' }), of('template', { name: 'b', title: long(201) })],
  template_description_check: [of('template', { name: 'b', description: long(1_001) })],
  template_priority_check: [of('template', { name: 'b', priority: 4 })],
  share_token_hash_check: [of('share', { token_hash: long(42) })],
  share_title_check: [of('share', () => share({ title: '' })), of('share', () => share({ title: long(201) }))],
  share_snapshot_check: [of('share', () => share({ snapshot: [] }))],
  share_expires_at_check: [of('share', () => share({ expires_at: past }))],
};

/** Each says the same thing twice. Primary keys are tried for every table below. */
const uniques: Record<string, Break[]> = {
  user_email_key: [of('user', (mine) => ({ email: `${mine.userId}@example.com` }))],
  session_token_key: [of('session', (mine) => ({ token: mine.rows.session?.token }))],
  oauthClient_clientId_key: [of('oauthClient', (mine) => ({ clientId: mine.rows.oauthClient?.clientId }))],
  oauthResource_identifier_key: [of('oauthResource', (mine) => ({ identifier: mine.rows.oauthResource?.identifier }))],
  oauthClientResource_clientId_resourceId_uidx: [of('oauthClientResource', {})],
  oauthRefreshToken_token_key: [of('oauthRefreshToken', {})],
  oauthAccessToken_token_key: [of('oauthAccessToken', {})],
  rateLimit_key_key: [of('rateLimit', { key: 'same' })],
  message_user_id_conversation_id_position_key: [changing('message', { position: 1 })],
  turn_user_id_user_message_id_attempt_key: [of('turn', (_) => ({ answer_id: v7() }))],
  turn_user_id_answer_id_key: [of('turn', { attempt: 2 })],
  turn_running_key: [of('turn', (_) => ({ attempt: 3, answer_id: v7(), status: 'running', ended_at: null }))],
  tool_call_user_id_turn_id_call_id_key: [of('tool_call', {})],
  task_user_id_number_key: [of('task', {})],
  tag_name_key: [of('tag', { name: 'HOME' })],
  template_name_key: [of('template', { name: 'packing' })],
  share_token_hash_key: [of('share', {})],
};

/** Each points at something that is somebody else's, or (where a reference has no owner) at nothing. */
const references: Record<string, Break[]> = {
  preferences_user_id_fkey: [of('preferences', () => ({ user_id: v7() }))],
  conversation_user_id_fkey: [of('conversation', () => ({ user_id: v7() }))],
  conversation_leaf_fkey: [of('conversation', (_, theirs) => ({ leaf_id: theirs.rows.message?.id }))],
  message_user_id_conversation_id_fkey: [
    { ...of('message', (_, theirs) => ({ conversation_id: theirs.rows.conversation?.id })), instead: true },
  ],
  message_parent_fkey: [of('message', (_, theirs) => ({ parent_id: theirs.rows.message?.id }))],
  turn_user_id_conversation_id_fkey: [
    of('turn', (_, theirs) => ({ attempt: 2, answer_id: v7(), conversation_id: theirs.rows.conversation?.id })),
  ],
  turn_user_id_user_message_id_fkey: [
    of('turn', (_, theirs) => ({ attempt: 2, answer_id: v7(), user_message_id: theirs.rows.message?.id })),
  ],
  turn_continues_fkey: [
    of('turn', (_, theirs) => ({ attempt: 2, answer_id: v7(), continues_id: theirs.rows.message?.id })),
  ],
  turn_chunk_user_id_turn_id_fkey: [of('turn_chunk', (_, theirs) => ({ turn_id: theirs.rows.turn?.id }))],
  tool_call_user_id_fkey: [of('tool_call', () => ({ user_id: v7(), turn_id: null }))],
  tool_call_turn_fkey: [of('tool_call', (_, theirs) => ({ turn_id: theirs.rows.turn?.id }))],
  task_user_id_fkey: [of('task', () => ({ user_id: v7() }))],
  task_parent_fkey: [of('task', (_, theirs) => ({ number: 2, parent_id: theirs.rows.task?.id }))],
  task_change_user_id_fkey: [of('task_change', () => ({ user_id: v7(), task_id: null, tool_call_id: null }))],
  task_change_task_fkey: [of('task_change', (_, theirs) => ({ task_id: theirs.rows.task?.id }))],
  task_change_user_id_tool_call_id_fkey: [of('task_change', (_, theirs) => ({ tool_call_id: theirs.rows.tool_call?.id }))],
  task_change_undone_by_fkey: [of('task_change', (_, theirs) => ({ undone_by: theirs.rows.tool_call?.id }))],
  tag_user_id_fkey: [of('tag', () => ({ user_id: v7() }))],
  task_tag_user_id_task_id_fkey: [of('task_tag', (_, theirs) => ({ task_id: theirs.rows.task?.id }))],
  task_tag_user_id_tag_id_fkey: [of('task_tag', (_, theirs) => ({ tag_id: theirs.rows.tag?.id }))],
  template_user_id_fkey: [of('template', () => ({ user_id: v7() }))],
  conversation_title_user_id_id_fkey: [of('conversation_title', (mine, theirs) => ({ user_id: mine.userId, id: theirs.rows.conversation?.id, title: 'Errands' }))],
  share_user_id_conversation_id_fkey: [of('share', (_, theirs) => share({ conversation_id: theirs.rows.conversation?.id }))],
  session_userId_fkey: [of('session', () => ({ token: v7(), userId: v7() }))],
  account_userId_fkey: [of('account', () => ({ userId: v7() }))],
  apikey_referenceId_fkey: [of('apikey', () => ({ referenceId: v7() }))],
  oauthClient_userId_fkey: [of('oauthClient', () => ({ clientId: v7(), userId: v7() }))],
  oauthClientResource_clientId_fkey: [of('oauthClientResource', { clientId: 'nobody' })],
  oauthClientResource_resourceId_fkey: [of('oauthClientResource', { resourceId: 'nothing' })],
  ...Object.fromEntries(
    ['oauthRefreshToken', 'oauthAccessToken', 'oauthConsent'].flatMap((table) => [
      [`${table}_clientId_fkey`, [of(table, () => ({ token: v7(), clientId: 'nobody' }))]],
      [`${table}_userId_fkey`, [of(table, () => ({ token: v7(), userId: v7() }))]],
      ...(table === 'oauthConsent' ? [] : [[`${table}_sessionId_fkey`, [of(table, () => ({ token: v7(), sessionId: v7() }))]]]),
    ]),
  ),
  oauthAccessToken_refreshId_fkey: [of('oauthAccessToken', () => ({ token: v7(), refreshId: v7() }))],
};

/** Each constraint by its name, with a row that breaks it. */
export const cases = Object.entries({ ...checks, ...uniques, ...references }).flatMap(([name, breaks]) =>
  breaks.map((broken, index) => [name, index + 1, broken] as const),
);
