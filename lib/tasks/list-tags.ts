import { z } from 'zod';
import type { Db } from '@/lib/db/as-user';
import type { Effect, TaskContext } from './context';
import { counted, joined } from './words';

/** A tag and how many tasks outside the trash carry it. */
export const tagItemSchema = z.object({
  id: z.uuid(), name: z.string(), color: z.string(), pending: z.number().int(), completed: z.number().int(),
});
type TagItem = z.infer<typeof tagItemSchema>;

/** The person's tags by name, those that no task carries included. One statement. */
export async function loadTags(db: Db, userId: string): Promise<TagItem[]> {
  return db.$queryRaw<TagItem[]>`
    SELECT g.id, g.name, g.color, count(t.id) FILTER (WHERE t.status = 'pending')::int AS pending,
      count(t.id) FILTER (WHERE t.status = 'completed')::int AS completed
    FROM tag g
    LEFT JOIN task_tag x ON x.user_id = g.user_id AND x.tag_id = g.id
    LEFT JOIN task t ON t.user_id = x.user_id AND t.id = x.task_id AND t.deleted_at IS NULL
    WHERE g.user_id = ${userId}::uuid
    GROUP BY g.id, g.name, g.color ORDER BY lower(g.name), g.name`;
}

/** Lists the person's tags with their numbers of open tasks. */
export async function listTags({ db, userId }: TaskContext): Promise<Effect> {
  const tags = await loadTags(db, userId);
  const names = joined(tags.map(({ name, pending }) => `#${name} (${pending})`));
  const message = tags.length === 0 ? 'There are no tags yet.' : `${counted(tags.length, 'tag')}, with their open tasks: ${names}.`;
  return { output: { ok: true, message, total: tags.length, data: { tags } } };
}
