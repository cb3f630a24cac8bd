import { Client } from 'pg';
import { v7, validate } from 'uuid';
import { listActivity } from '@/lib/activity/list-activity';
import { listConversations } from '@/lib/conversations/list-conversations';
import { listMessages } from '@/lib/conversations/list-messages';
import { openAtMessage } from '@/lib/conversations/open-at-message';
import { openConversation } from '@/lib/conversations/open-conversation';
import { getDatabase, openPostgres } from '@/lib/db/database';
import { KEEP_PLAN } from '@/lib/db/name-statements';
import { migratePostgres } from '@/lib/db/migrate';
import { openTurn } from '@/lib/turns/open-turn';
import { startPostgres } from '@/tests/support/postgres';
import { median, ms, quantile, ratio, table } from './figures';
import { type Compared, Comparison } from './history/compare';
import { LONG, loadHistory } from './history/load';
import { COMMON, makeWords, RARE } from './history/words';

const USERS = 5_000;
const ROUNDS = 300;

/** Kept on disk as by a server that must not lose anything, with memory as a small server has it. */
const SETTINGS = { shared_buffers: '2GB', fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on', max_wal_size: '8GB' };

/** What no plan may do to a person's tables. */
const SCAN = /Seq Scan on (message|conversation|turn|tool_call|task_change|preferences)/;

const shared = globalThis as typeof globalThis & { saysoDatabase?: unknown };

/** Conversations in a PostgreSQL of so many messages: the app's operations beside the `pg` driver. */
export async function benchHistory(messages: number): Promise<string> {
  const server = await startPostgres({ settings: SETTINGS, onDisk: true });
  const url = server.url('postgres');
  await migratePostgres(url);
  const raw = new Client({ connectionString: url });
  await raw.connect();
  const database = await openPostgres(url);
  shared.saysoDatabase = Promise.resolve(database);
  try {
    const begun = performance.now();
    await loadHistory(raw, { messages, users: USERS });
    console.log(`${messages} messages loaded in ${Math.round((performance.now() - begun) / 1000)} s`);
    return await measureHistory(raw, new Comparison(raw), messages);
  } finally {
    await raw.end();
    await database.close();
    await server.stop();
  }
}

/** The measurements alone, on a database that `loadHistory` has filled and that is the process's own. */
async function measureHistory(raw: Client, comparison: Comparison, messages: number): Promise<string> {
  const heavy = await one<{ id: string }>(raw, `SELECT id FROM "user" WHERE name = 'Person 1'`);
  const { rows: conversations } = await raw.query<{ user_id: string; id: string }>(
    `(SELECT user_id, id FROM conversation WHERE user_id = $1 ORDER BY random() LIMIT 1000) UNION ALL
     (SELECT user_id, id FROM conversation TABLESAMPLE SYSTEM (5) ORDER BY random() LIMIT 1000)`,
    [heavy.id],
  );
  const long = await one<{ id: string; middle: string }>(
    raw,
    `SELECT c.id, m.id AS middle FROM conversation c JOIN message m ON m.user_id = c.user_id AND m.conversation_id = c.id AND m.position = 10
     WHERE c.user_id = $1 AND c.message_count = $2`,
    [heavy.id, LONG],
  );
  const any = () => conversations[Math.floor(Math.random() * conversations.length)] ?? { user_id: '', id: '' };
  const [common, rare] = [COMMON, RARE].map((rank) => makeWords()[rank] ?? '');
  const page = (limit: number) => () => {
    const { user_id, id } = any();
    return listMessages(user_id, id, { limit });
  };
  const results: Compared[] = [];
  const limits: string[] = [];
  const measure: Measure = async (limit, ...parameters) => {
    results.push(await comparison.run(...parameters));
    limits.push(limit);
  };
  await measure('5 ms', 'newest 10 messages', ROUNDS, page(10));
  await measure('10 ms', 'newest 20 messages', ROUNDS, page(20));
  await measure('20 ms', 'newest 50 messages', ROUNDS, page(50));
  await measure('10 ms', 'list of 20 conversations', ROUNDS, () => listConversations(Math.random() < 0.5 ? heavy.id : any().user_id));
  await measure('40 ms', 'search, a common word', ROUNDS, () => listConversations(heavy.id, { q: common }));
  await measure('40 ms', 'search, a rare word', ROUNDS, () => listConversations(heavy.id, { q: rare }));
  await measure('', 'opening a conversation of 20', ROUNDS, () => {
    const { user_id, id } = conversations.at(-1) ?? any();
    return openConversation(user_id, id);
  });
  await measure('', `opening one of ${LONG}`, ROUNDS, () => openConversation(heavy.id, long.id));
  await measure('', 'opening it at message 10', 50, () => openAtMessage(heavy.id, long.id, long.middle));
  await measure('', 'activity, newest 20', ROUNDS, () => listActivity(heavy.id));
  await measureInserts(raw, measure, any);
  const scans = results.filter(({ plans }) => plans.some((plan) => SCAN.test(plan))).map(({ name, plans }) => `${name}:\n\n${plans.join('\n\n')}`);
  const rows = results.map(({ name, app, raw: driver }, index) => [
    name, ms(app.median), ms(app.p95), limits[index] ? `≤ ${limits[index]}` : '', ms(driver.median), ms(driver.p95), ratio(app.median / driver.median),
  ]);
  return [
    `${messages.toLocaleString('en')} messages of ${USERS.toLocaleString('en')} users, one of whom has ${Math.min(messages / 10, 100_000).toLocaleString('en')}.`,
    table(['What', 'Sayso, median', 'p95', 'Limit', 'its statements by `pg`, prepared, median', 'p95', 'Sayso over `pg`'], rows),
    `A commit of a row of one column, by \`pg\`, on this disk: ${await commitFloor(raw)}.`,
    table(['Storage', 'Bytes a message', 'Limit'], await storage(raw)),
    scans.length > 0 ? `Plans that scan a table:\n\n${scans.join('\n\n')}` : 'No plan scans a table.',
  ].join('\n\n');
}

type Measure = (limit: string, ...parameters: Parameters<Comparison['run']>) => Promise<void>;

async function measureInserts(raw: Client, measure: Measure, any: () => { user_id: string; id: string }): Promise<void> {
  const { prisma } = await getDatabase();
  const text = 'x'.repeat(200);
  let target = any();
  /** The same statement for another message of the same conversation. */
  const values = (sent: unknown[]) => {
    const fresh = new Map<unknown, string>();
    return sent.map((value) => {
      if (typeof value !== 'string' || !validate(value) || value === target.user_id || value === target.id) return value;
      if (!fresh.has(value)) fresh.set(value, v7());
      return fresh.get(value);
    });
  };
  await measure('2 ms', 'insert of a message', ROUNDS, () => {
    target = any();
    return prisma.$executeRaw`${KEEP_PLAN}INSERT INTO message (user_id, id, conversation_id, parent_id, position, role, content)
      SELECT user_id, ${v7()}::uuid, id, leaf_id, 0, 'user', ${text} FROM conversation WHERE user_id = ${target.user_id}::uuid AND id = ${target.id}::uuid`;
  }, { values });
  const tidy = () => raw.query(`UPDATE turn SET status = 'completed', ended_at = now() WHERE user_id = $1 AND status = 'running'`, [target.user_id]);
  await measure('', 'the statement that opens a turn: message, turn, what the model is told', ROUNDS, async () => {
    target = any();
    const opened = await openTurn({ userId: target.user_id, conversationId: target.id, messageId: v7(), text, title: 'x', parentId: undefined, timeZone: 'UTC', model: 'built-in' });
    if (!opened) throw new Error('No turn was opened.');
  }, { values, tidy });
}

/** What no insert can be faster than. */
async function commitFloor(raw: Client): Promise<string> {
  await raw.query('CREATE TABLE commit_floor (n int)');
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const begun = performance.now();
    await raw.query({ name: 'commit-floor', text: 'INSERT INTO commit_floor VALUES (1)' });
    times.push(performance.now() - begun);
  }
  return `median ${ms(median(times))}, p95 ${ms(quantile(times, 0.95))}`;
}

async function storage(raw: Client): Promise<string[][]> {
  const { total, search, bytes } = await one<{ total: number; search: number; bytes: number }>(
    raw,
    `SELECT pg_total_relation_size('message')::float / n AS total, pg_relation_size('message_words_idx')::float / n AS search, bytes FROM
     (SELECT count(*) AS n, avg(octet_length(content))::int AS bytes FROM message) m`,
  );
  return [
    [`a message of ${bytes} characters on average, its indexes included`, (total - search).toFixed(0), '≤ 600'],
    ['search index', search.toFixed(0), ''],
  ];
}

async function one<Row extends object>(raw: Client, text: string, values: unknown[] = []): Promise<Row> {
  const { rows } = await raw.query<Row>(text, values);
  const [row] = rows;
  if (!row) throw new Error(`Nothing found: ${text}`);
  return row;
}
