import { z } from 'zod';
import { TURN_STATUSES } from '@/lib/turns/statuses';
import { TITLE_MAX } from './limits';

/** A conversation as every list shows it, `/api/v1/conversations` too. Instants are ISO 8601 with Z. */
export const conversationItemSchema = z.object({
  id: z.uuid(),
  title: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  messageCount: z.number().int(),
  tasksCreated: z.number().int(),
  tasksCompleted: z.number().int(),
  pinnedAt: z.string().nullable(),
  archivedAt: z.string().nullable(),
  deletedAt: z.string().nullable(),
  /** A message came after the conversation was last looked at. */
  unread: z.boolean(),
  /** Only in search: the message that matches, its words marked with `**`; null when only the title matches. */
  hit: z.object({ messageId: z.uuid(), snippet: z.string() }).optional(),
});
export type ConversationItem = z.infer<typeof conversationItemSchema>;

const turnSummarySchema = z.object({
  id: z.uuid(),
  status: z.enum(TURN_STATUSES),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
});

/** A conversation by itself: the list's object and its latest turn. */
export const conversationSchema = conversationItemSchema.extend({
  leafId: z.uuid().nullable(),
  turn: turnSummarySchema.nullable(),
});
export type Conversation = z.infer<typeof conversationSchema>;

export const TOOL_CALL_STATES = ['requested', 'approved', 'rejected', 'expired', 'skipped', 'ok', 'error'] as const;
export type ToolCallState = (typeof TOOL_CALL_STATES)[number];

/** A recorded tool call. `undoneAt`: when all that it changed was taken back. */
export const toolCallSchema = z.object({
  id: z.uuid(),
  tool: z.string(),
  skill: z.string().nullable(),
  state: z.enum(TOOL_CALL_STATES),
  arguments: z.unknown(),
  result: z.unknown(),
  actionTaken: z.string().nullable(),
  durationMs: z.number().int().nullable(),
  undoneAt: z.string().nullable(),
});
export type ToolCallItem = z.infer<typeof toolCallSchema>;

/** A message as `/api/v1/conversations/[id]/messages` shows it. */
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
export type MessageItem = z.infer<typeof messageSchema>;

/** A title that a person typed. */
export const conversationTitleSchema = z
  .string()
  .transform((title) => title.replace(/[\p{Cc}\s]+/gu, ' ').trim())
  .pipe(z.string().min(1, 'A title needs at least one character.').max(TITLE_MAX, `A title has at most ${TITLE_MAX} characters.`));

/** What PATCH takes; every field is optional, at least one must be there. */
export const conversationChangesSchema = z
  .strictObject({
    title: conversationTitleSchema,
    pinned: z.boolean(),
    archived: z.boolean(),
    leafId: z.uuid({ error: 'leafId is the id of a message.' }),
  })
  .partial()
  .refine((changes) => Object.values(changes).some((value) => value !== undefined), 'Say what to change.');
export type ConversationChanges = z.infer<typeof conversationChangesSchema>;

/** A page of a list; `nextCursor` is null at the end. */
export type Page<Item> = { items: Item[]; nextCursor: string | null };
