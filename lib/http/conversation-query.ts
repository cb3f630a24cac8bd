import { z } from 'zod';
import { instantSchema } from '@/lib/conversations/cursor';
import { SKILLS } from '@/lib/conversations/skills';
import { cursorSchema, limitSchema } from './page-query';

const flag = z.enum(['true', 'false', '1', '0']).transform((said) => said === 'true' || said === '1').optional();

/** The query of `GET /api/v1/conversations`; every parameter narrows. */
export const conversationQuerySchema = z.object({
  q: z.string().optional().describe('Words in titles and messages'),
  archived: flag.describe('Those in the archive'),
  trash: flag.describe('Those in the trash'),
  from: instantSchema.optional().describe('Last changed at or after'),
  to: instantSchema.optional().describe('Last changed before'),
  skill: z.enum(SKILLS).optional().describe('With an answer that used it'),
  changedTasks: flag.describe('Only those that created or completed tasks'),
  cursor: cursorSchema,
  limit: limitSchema,
});

/** The query of `GET /api/v1/conversations/[id]/messages`. */
export const messagesQuerySchema = z.object({
  before: z.string().optional().describe('nextCursor of the page before, for older messages'),
  limit: limitSchema,
});
