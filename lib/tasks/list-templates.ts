import { z } from 'zod';
import type { Db } from '@/lib/db/as-user';
import { PRIORITIES, prioritySchema } from './schemas';

/** How many templates a person may have, and how long a name may be. */
export const TEMPLATES_MAX = 50;
export const TEMPLATE_NAME_MAX = 200;

export const templateNameSchema = z
  .string()
  .trim()
  .min(1, 'A template needs a name.')
  .max(TEMPLATE_NAME_MAX, `A template's name has at most ${TEMPLATE_NAME_MAX} characters.`);

/** A template as every surface shows it. `dueOffsetDays`: due so many days after the day it is used. */
export const templateSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  title: z.string(),
  description: z.string().nullable(),
  priority: prioritySchema,
  tags: z.array(z.string()),
  checklist: z.array(z.string()).describe('Titles of the subtasks that it makes'),
  dueOffsetDays: z.number().int().nullable().describe('Due so many days after the day it is used'),
  dueTime: z.string().nullable().describe('HH:MM'),
  createdAt: z.string(),
});
export type Template = z.infer<typeof templateSchema>;

/** All templates of a person, by name. */
export async function listTemplates(db: Db, userId: string): Promise<Template[]> {
  const rows = await db.template.findMany({ where: { userId } });
  return rows
    .map(({ userId: _owner, priority, dueTime, createdAt, ...row }) => ({
      ...row,
      priority: PRIORITIES[priority] ?? 'none',
      dueTime: dueTime?.toISOString().slice(11, 16) ?? null,
      createdAt: createdAt.toISOString(),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en') || a.id.localeCompare(b.id));
}
