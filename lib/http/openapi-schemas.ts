import { z } from 'zod';
import { activityItemSchema } from '@/lib/activity/schemas';
import { conversationItemSchema, conversationSchema, messageSchema, toolCallSchema } from '@/lib/conversations/schemas';
import { shareSchema } from '@/lib/sharing/list-shares';
import { tagItemSchema } from '@/lib/tasks/list-tags';
import { templateSchema } from '@/lib/tasks/list-templates';
import { taskSchema } from '@/lib/tasks/schemas';
import { toolOutputSchema } from '@/lib/tasks/tool-output-schema';

export const errorSchema = z.object({
  error: z.object({ code: z.string(), message: z.string().describe('For a person'), details: z.unknown().optional() }),
});

export const shareMadeSchema = shareSchema
  .omit({ conversationId: true, revokedAt: true })
  .extend({ path: z.string().describe('The link, told only this once') });

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
