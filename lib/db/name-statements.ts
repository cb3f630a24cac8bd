import type { Pool, PoolClient } from 'pg';
import { Prisma } from '@/lib/generated/prisma/client';

const MARK = '/* plan kept */';

/**
 * Begins a statement that is asked all the time and whose plan is the same for everybody: a few rows by key, or the first of an
 * index. A plan that is kept is made for an average person; what joins, sorts or counts all that somebody has must be
 * planned for them (the statistics of a person with 20,000 tasks among many with 40 took 17 s by a kept plan, 0.1 s by their own).
 */
export const KEEP_PLAN = Prisma.raw(`${MARK} `);

/**
 * Names for the statements that begin with `KEEP_PLAN`, so that a connection prepares each once and PostgreSQL neither parses
 * nor plans it again. A name belongs to a session, and behind a pooler in transaction mode each statement may meet another one:
 * until `pool` is seen to reach the server itself nothing is named, which an empty name says.
 */
export function nameStatements(pool: Pool): (query: { sql: string }) => string {
  let direct = false;
  pool.once('connect', () => {
    isDirect(pool).then((answer) => { direct = answer; }, () => {});
  });
  const names = new Map<string, string>();
  return ({ sql }) => {
    if (!direct || !sql.startsWith(MARK)) return '';
    const name = names.get(sql) ?? `s${names.size + 1}`;
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
