import { z } from 'zod';
import { SKILLS } from '@/lib/conversations/skills';
import { SOURCES } from '@/lib/tasks/context';
import { OPERATIONS } from '@/lib/tasks/tool-output';

/** One task that a call changed. `before` and `after` hold the changed fields; a purged task leaves nothing but the fact. */
export const activityChangeSchema = z.object({
  taskId: z.uuid().nullable(),
  number: z.number().int().nullable(),
  title: z.string().nullable(),
  operation: z.enum(OPERATIONS),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
});
export type ActivityChange = z.infer<typeof activityChangeSchema>;

/** One call of the ledger, as `/api/v1/activity` shows it. `undoneAt`: when all of its changes were taken back. */
export const activityItemSchema = z.object({
  id: z.uuid(),
  tool: z.string(),
  skill: z.enum(SKILLS).nullable(),
  source: z.enum(SOURCES),
  actionTaken: z.string().nullable(),
  /** Where it was said; null when it was not in a conversation, or that is gone. */
  conversationId: z.uuid().nullable(),
  createdAt: z.string(),
  undoneAt: z.string().nullable(),
  /** How many tasks the call changed; `changes` lists the first 20. */
  changeCount: z.number().int(),
  changes: z.array(activityChangeSchema),
});
export type ActivityItem = z.infer<typeof activityItemSchema>;

/** What a branch that was left has changed, in order, and the calls that did it, which can be taken back together. */
export type LeftEffects = { calls: string[]; changes: { operation: ActivityChange['operation']; title: string }[] };
