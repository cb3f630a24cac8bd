import { asUser } from '@/lib/db/as-user';
import { readHeads } from './read-for-export';

/** Messages read at a time. */
const BATCH = 200;
const SPEAKERS: Record<string, string> = { user: 'You', assistant: 'Sayso', system: 'Note' };

type Row = { role: string; content: string; created_at: Date; actions: string[] | null };

/**
 * All of a user's conversations, or one, as Markdown: of each the branch on screen, with what was done, piece by piece. The
 * trash is left out.
 */
export async function* exportMarkdown(userId: string, conversationId?: string): AsyncGenerator<string> {
  let conversations = 0;
  for await (const head of readHeads(userId, conversationId)) {
    if (conversations++ > 0) yield '\n---\n\n';
    yield `# ${head.title.replace(/([\\`*_[\]<>#])/g, '\\$1')}\n\n${day(head.createdAt)}\n`;
    for await (const row of readBranchFromStart(userId, head.id, head.leafId)) yield section(row);
  }
}

const day = (instant: string) => instant.slice(0, 10);

function section({ role, content, created_at, actions }: Row): string {
  const time = created_at.toISOString().slice(0, 16).replace('T', ' ');
  const done = actions?.map((action) => `- ${action.replace(/\s+/g, ' ')}\n`).join('');
  return `\n## ${SPEAKERS[role] ?? role} · ${time} UTC\n\n${content ? `${content}\n` : ''}${done ? `${content ? '\n' : ''}${done}` : ''}`;
}

/** The branch oldest first. Its ids are read at once (36 bytes each), the messages in batches. */
async function* readBranchFromStart(userId: string, conversationId: string, leafId: string | null): AsyncGenerator<Row> {
  if (!leafId) return;
  const ids = await asUser(userId, (db) => db.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE branch AS (
      SELECT m.id, m.parent_id, m.position FROM message m
      WHERE m.user_id = ${userId}::uuid AND m.id = ${leafId}::uuid AND m.conversation_id = ${conversationId}::uuid
      UNION ALL
      SELECT p.* FROM branch b CROSS JOIN LATERAL (
        SELECT m.id, m.parent_id, m.position FROM message m WHERE m.user_id = ${userId}::uuid AND m.id = b.parent_id LIMIT 1) p
    )
    SELECT id FROM branch ORDER BY position`);
  for (let start = 0; start < ids.length; start += BATCH) {
    const batch = ids.slice(start, start + BATCH).map(({ id }) => id);
    yield* await asUser(userId, (db) => db.$queryRaw<Row[]>`
      SELECT m.role, m.content, m.created_at, (
        SELECT json_agg(c.action_taken ORDER BY p.n) FROM jsonb_array_elements(m.parts) WITH ORDINALITY p (part, n)
        JOIN tool_call c ON c.user_id = ${userId}::uuid AND c.id = (p.part ->> 'id')::uuid
        WHERE p.part ->> 'type' = 'tool' AND c.action_taken IS NOT NULL
      ) AS actions
      FROM unnest(${batch}::uuid[]) AS wanted (id) JOIN message m ON m.user_id = ${userId}::uuid AND m.id = wanted.id
      ORDER BY m.position`);
  }
}
