import { Prisma } from '@/lib/generated/prisma/client';

/** SQL condition (with its AND) that a row of `task` carries a tag, ignoring case; nothing for null. */
export const carriesTag = (tag: string | null): Prisma.Sql =>
  tag === null
    ? Prisma.empty
    : Prisma.sql`AND EXISTS (
        SELECT FROM task_tag JOIN tag ON tag.user_id = task_tag.user_id AND tag.id = task_tag.tag_id
        WHERE task_tag.user_id = task.user_id AND task_tag.task_id = task.id AND lower(tag.name) = lower(${tag}::text))`;
