import { z } from 'zod';
import { activityItemSchema } from '@/lib/activity/schemas';
import { conversationItemSchema, conversationSchema } from '@/lib/conversations/schemas';
import { templateSchema } from '@/lib/tasks/list-templates';
import { taskSchema } from '@/lib/tasks/schemas';
import { toolOutputSchema } from '@/lib/tasks/tool-output-schema';
import { TURN_STATUSES } from '@/lib/turns/statuses';

export const errorSchema = z.object({
  error: z.object({ code: z.string(), message: z.string().describe('For a person'), details: z.unknown().optional() }),
});

/** A tag and how many tasks outside the trash carry it. */
export const tagItemSchema = z.object({
  id: z.uuid(), name: z.string(), color: z.string(), pending: z.number().int(), completed: z.number().int(),
});

/** A recorded call. `undoneAt`: when all that it changed was taken back. */
export const toolCallSchema = z.object({
  id: z.uuid(),
  tool: z.string(),
  skill: z.string().nullable(),
  state: z.enum(['requested', 'approved', 'rejected', 'expired', 'skipped', 'ok', 'error']),
  arguments: z.unknown(),
  result: z.unknown(),
  actionTaken: z.string().nullable(),
  durationMs: z.number().int().nullable(),
  undoneAt: z.string().nullable(),
});

export const messageSchema = z.object({
  id: z.uuid(),
  parentId: z.uuid().nullable(),
  position: z.number().int(),
  role: z.enum(['user', 'assistant', 'system']),
  content: z.string(),
  parts: z.array(z.looseObject({ type: z.string() })).describe('Parts of a UIMessage of the AI SDK'),
  skillUsed: z.string().nullable(),
  toolCalls: z.array(toolCallSchema),
  turnStatus: z.enum(TURN_STATUSES).nullable(),
  createdAt: z.string(),
});

export const shareSchema = z.object({
  id: z.uuid(),
  conversationId: z.uuid(),
  title: z.string(),
  withTools: z.boolean(),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
});
export const shareMadeSchema = shareSchema
  .omit({ conversationId: true, revokedAt: true })
  .extend({ path: z.string().describe('The link, told only this once') });

export const importReportSchema = z.object({
  imported: z.number().int().describe('Conversations to which messages were added'),
  messages: z.number().int(),
  unchanged: z.number().int().describe('Conversations that were there already'),
  failedCount: z.number().int(),
  failed: z.array(z.object({ title: z.string(), reason: z.string() })).describe('The first of those that were refused'),
});

/** What the document names once and refers to. */
export const namedSchemas = {
  Error: errorSchema,
  Task: taskSchema,
  Tag: tagItemSchema,
  Template: templateSchema,
  ToolOutput: toolOutputSchema,
  Activity: activityItemSchema,
  ToolCall: toolCallSchema,
  ConversationItem: conversationItemSchema,
  Conversation: conversationSchema,
  Message: messageSchema,
  Share: shareSchema,
} as const;

/** A page of a list; `nextCursor` is null at the end. */
export const page = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });
