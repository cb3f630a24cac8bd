import type { Pool, PoolClient } from 'pg';

/** Statements named at most: each connection keeps a plan of each in the server's memory. */
const NAMED = 300;

/**
 * Names for statements, so that a connection prepares each once and PostgreSQL neither parses nor plans it again. A name
 * belongs to a session, and behind a pooler in transaction mode each statement may meet another one: until `pool` is seen to
 * reach the server itself nothing is named, which an empty name says.
 */
export function nameStatements(pool: Pool): (query: { sql: string }) => string {
  let direct = false;
  pool.once('connect', () => {
    isDirect(pool).then((answer) => { direct = answer; }, () => {});
  });
  const names = new Map<string, string>();
  return ({ sql }) => {
    if (!direct) return '';
    const known = names.get(sql);
    if (known || names.size === NAMED) return known ?? '';
    const name = `s${names.size + 1}`;
    names.set(sql, name);
    return name;
  };
}

/** Whether the process that greeted a connection is the one that answers its statements: a pooler greets in a name of its own. */
async function isDirect(pool: Pool): Promise<boolean> {
  const client: PoolClient & { processID?: number | null } = await pool.connect();
  try {
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    return rows[0]?.pid === client.processID;
  } finally {
    client.release();
  }
}
