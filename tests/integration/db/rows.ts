import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { getDatabase } from '@/lib/db/database';
import { createUser } from '../../support/databases';

export type Row = Record<string, unknown>;

const quoted = (names: string[]) => names.map((name) => `"${name}"`).join(', ');

/** Inserts one row past Prisma, so that what refuses it is the database. Columns that are not named get their default. */
export async function insert(table: string, row: Row): Promise<void> {
  const { prisma } = await getDatabase();
  const columns = quoted(Object.keys(row));
  await prisma.$executeRawUnsafe(
    `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM jsonb_populate_record(NULL::"${table}", $1::jsonb)`,
    JSON.stringify(row),
  );
}

/** Changes columns of a person's row, with the same directness. */
export async function update(table: string, key: { user_id: string; id: string }, changes: Row): Promise<void> {
  const { prisma } = await getDatabase();
  const columns = quoted(Object.keys(changes));
  await prisma.$executeRawUnsafe(
    `UPDATE "${table}" SET (${columns}) = (SELECT ${columns} FROM jsonb_populate_record(NULL::"${table}", $1::jsonb))
     WHERE user_id = $2::uuid AND id = $3::uuid`,
    JSON.stringify(changes),
    key.user_id,
    key.id,
  );
}

/** The single value of a query, for comparing. */
export async function value<T>(sql: string, ...parameters: unknown[]): Promise<T | undefined> {
  const { prisma } = await getDatabase();
  const rows = await prisma.$queryRawUnsafe<{ value: T }[]>(sql, ...parameters);
  return rows[0]?.value;
}

const soon = '2030-01-01T00:00:00Z';
const past = '2020-01-01T00:00:00Z';

/** The rows that `createWorld` makes, by table; each is valid, and a broken one differs from it in one thing. */
export type World = { userId: string; rows: Record<string, Row> };

/** One person with one row in every table that can belong to a person, all of them valid. */
export async function createWorld(): Promise<World> {
  const userId = await createUser();
  const own = () => ({ user_id: userId, id: v7() });
  const conversation = { ...own(), title: 'Errands' };
  const message = { ...own(), conversation_id: conversation.id, role: 'user', content: 'Add milk' };
  const turn = {
    ...own(),
    conversation_id: conversation.id,
    user_message_id: message.id,
    attempt: 1,
    answer_id: v7(),
    status: 'completed',
    lease_token: v7(),
    lease_expires_at: past,
    model: 'built-in',
    ended_at: past,
  };
  const call = {
    ...own(),
    turn_id: turn.id,
    call_id: 'call-1',
    source: 'chat',
    state: 'ok',
    tool: 'create_tasks',
    arguments: {},
  };
  const task = { ...own(), number: 1, title: 'Milk' };
  const tag = { ...own(), name: 'Home', color: 'blue' };
  const client = { id: v7(), clientId: v7(), scopes: [], clientCredentialsScopes: [], redirectUris: [] };
  const resource = { id: v7(), identifier: v7(), name: 'MCP' };
  const grant = { clientId: client.clientId, userId, scopes: [], resources: [], createdAt: past };
  const session = { id: v7(), token: v7(), userId, expiresAt: soon, updatedAt: past };
  const refresh = { id: v7(), token: v7(), sessionId: session.id, expiresAt: soon, ...grant };
  const rows: Record<string, Row> = {
    conversation,
    message,
    turn,
    turn_chunk: { user_id: userId, turn_id: turn.id, seq: 0, data: {} },
    tool_call: call,
    task,
    task_change: {
      ...own(),
      task_id: task.id,
      tool_call_id: call.id,
      operation: 'create',
      version_before: 0,
      version_after: 1,
    },
    tag,
    task_tag: { user_id: userId, task_id: task.id, tag_id: tag.id },
    template: { ...own(), name: 'Packing', title: 'Pack' },
    share: {
      ...own(),
      conversation_id: conversation.id,
      token_hash: createHash('sha256').update(v7()).digest('base64url'),
      title: 'Errands',
      snapshot: {},
      with_tools: false,
    },
    session,
    account: { id: v7(), accountId: userId, providerId: 'credential', userId, updatedAt: past },
    apikey: { id: v7(), referenceId: userId, key: v7(), createdAt: past, updatedAt: past },
    oauthClient: client,
    oauthResource: resource,
    oauthClientResource: { id: v7(), clientId: client.clientId, resourceId: resource.identifier },
    oauthRefreshToken: refresh,
    oauthAccessToken: { id: v7(), token: v7(), sessionId: session.id, refreshId: refresh.id, expiresAt: soon, ...grant },
    oauthConsent: { id: v7(), updatedAt: past, ...grant },
  };
  for (const [table, row] of Object.entries(rows)) await insert(table, row);
  return { userId, rows };
}
