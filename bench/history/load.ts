import type { Client } from 'pg';
import { makePhrases, makeWords } from './words';

type Load = { messages: number; users: number };

/** The longest conversation, and how many messages the heavy user's other ones and everybody else's have. */
export const LONG = 5_000;
const HEAVY_LENGTH = 40;
const LENGTH = 20;
const PHRASES = 50_000;

/**
 * Fills a migrated, empty database: one user of a tenth of the messages (at most 100,000, in thousands of conversations, one of
 * them with 5,000), the others alike. Every question has a turn, every fourth answer a tool call that changed a task. Rows come in the order of
 * time, as they would; indexes are built afterwards and triggers do not fire, which takes a tenth of the time. All is on disk in the end.
 */
export async function loadHistory(client: Client, { messages, users }: Load): Promise<void> {
  const heavy = Math.min(messages / 10, 100_000);
  const each = Math.max(1, Math.round((messages - heavy) / (users - 1) / LENGTH));
  await client.query(`SET session_replication_role = replica; SET maintenance_work_mem = '1GB'; SET work_mem = '256MB'`);
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `SELECT c.relname AS name, pg_get_indexdef(i.indexrelid) AS definition FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
     WHERE i.indrelid IN ('message'::regclass, 'turn'::regclass, 'tool_call'::regclass, 'task_change'::regclass, 'conversation'::regclass, 'conversation_title'::regclass)
       AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = i.indexrelid)`,
  );
  for (const { name } of indexes) await client.query(`DROP INDEX "${name}"`);
  await client.query('CREATE TEMP TABLE phrase (n int PRIMARY KEY, text text)');
  await client.query('INSERT INTO phrase SELECT n - 1, text FROM unnest($1::text[]) WITH ORDINALITY AS p (text, n)', [
    makePhrases(makeWords(), PHRASES),
  ]);
  await client.query(
    `INSERT INTO "user" (id, name, email, "updatedAt") SELECT uuidv7(), 'Person ' || n, n || '@example.com', now() FROM generate_series(1, $1::int) n`,
    [users],
  );
  await client.query('INSERT INTO preferences (user_id) SELECT id FROM "user"');
  await client.query(
    `CREATE TEMP TABLE planned AS
     SELECT u.id AS user_id, uuidv7() AS id, s.length, now() - interval '30 days' - random() * interval '360 days' AS at
     FROM (SELECT id, name = 'Person 1' AS is_heavy FROM "user") u
     CROSS JOIN LATERAL (
       SELECT $1::int AS length WHERE is_heavy
       UNION ALL SELECT $2::int FROM generate_series(1, $3::int) WHERE is_heavy
       UNION ALL SELECT $4::int FROM generate_series(1, $5::int) WHERE NOT is_heavy
     ) s`,
    [LONG, HEAVY_LENGTH, Math.round((heavy - LONG) / HEAVY_LENGTH), LENGTH, each],
  );
  await client.query(
    `CREATE TEMP TABLE said AS
     SELECT user_id, conversation_id, position, at, id, lag(id) OVER chain AS parent_id, lead(id) OVER chain AS answer_id,
       CASE WHEN position % 8 = 1 THEN uuidv7(at - now()) END AS call_id
     FROM (
       SELECT p.user_id, p.id AS conversation_id, n AS position, p.at + n * interval '1 minute' AS at, uuidv7(p.at + n * interval '1 minute' - now()) AS id
       FROM planned p CROSS JOIN generate_series(0, p.length - 1) n
     ) m WINDOW chain AS (PARTITION BY conversation_id ORDER BY position)`,
  );
  const phrase = `floor(random() * ${PHRASES})::int`;
  await client.query(
    `INSERT INTO message (user_id, id, conversation_id, parent_id, position, role, content, parts, skill_used, created_at)
     SELECT user_id, id, conversation_id, parent_id, position, CASE position % 2 WHEN 0 THEN 'user' ELSE 'assistant' END, content,
       CASE WHEN call_id IS NOT NULL THEN jsonb_build_array(jsonb_build_object('type', 'tool', 'id', call_id),
         jsonb_build_object('type', 'text', 'text', content)) END,
       CASE WHEN call_id IS NOT NULL THEN 'TaskManagementSkill' END, at
     FROM (
       SELECT s.*, concat_ws(' ', a.text, b.text, c.text, d.text) AS content
       FROM (SELECT *, ${phrase} AS a, ${phrase} AS b, ${phrase} AS c, ${phrase} AS d FROM said) s
       JOIN phrase a ON a.n = s.a JOIN phrase b ON b.n = s.b JOIN phrase c ON c.n = s.c JOIN phrase d ON d.n = s.d
     ) m ORDER BY at`,
  );
  await client.query(
    `CREATE TEMP TABLE asked AS SELECT *, uuidv7(at - now()) AS turn_id, lead(call_id) OVER (PARTITION BY conversation_id ORDER BY position) AS made
     FROM said`,
  );
  await client.query(
    `INSERT INTO turn (user_id, id, conversation_id, user_message_id, attempt, answer_id, status, lease_token, lease_expires_at, model, created_at, ended_at)
     SELECT user_id, turn_id, conversation_id, id, 1, answer_id, 'completed', turn_id, at, 'built-in', at, at FROM asked WHERE position % 2 = 0 ORDER BY at`,
  );
  await client.query(
    `INSERT INTO tool_call (user_id, id, turn_id, call_id, source, state, tool, skill, arguments, result, action_taken, duration_ms, created_at)
     SELECT user_id, made, turn_id, 'call-1', 'chat', 'ok', 'create_tasks', 'TaskManagementSkill', '{"tasks": [{"title": "Buy milk"}]}',
       '{"ok": true, "message": "Created \\"Buy milk\\" (1)."}', 'Created "Buy milk" (1).', 3, at
     FROM asked WHERE position % 2 = 0 AND made IS NOT NULL ORDER BY at`,
  );
  await client.query(
    `INSERT INTO task_change (user_id, id, tool_call_id, operation, after, version_before, version_after, created_at)
     SELECT user_id, uuidv7(at - now()), made, 'create', '{"title": "Buy milk"}', 0, 1, at FROM asked WHERE position % 2 = 0 AND made IS NOT NULL ORDER BY at`,
  );
  await client.query(
    `INSERT INTO conversation (user_id, id, title, leaf_id, next_position, message_count, tasks_created, created_at, updated_at)
     SELECT p.user_id, p.id, t.text, l.id, p.length, p.length, (p.length + 6) / 8, p.at, l.at
     FROM (SELECT *, ${phrase} AS n FROM planned) p JOIN phrase t ON t.n = p.n
     JOIN said l ON l.conversation_id = p.id AND l.position = p.length - 1 ORDER BY l.at`,
  );
  await client.query('INSERT INTO conversation_title (user_id, id, title) SELECT user_id, id, title FROM conversation');
  for (const { definition } of indexes) await client.query(definition);
  await client.query('SET session_replication_role = DEFAULT');
  await client.query('DROP TABLE phrase, planned, said, asked');
  await client.query('VACUUM (ANALYZE)');
  await client.query('CHECKPOINT');
}
