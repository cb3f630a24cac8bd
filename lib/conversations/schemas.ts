import { z } from 'zod';
import { TURN_STATUSES } from '@/lib/turns/statuses';
import { TITLE_MAX } from './limits';

/** A conversation as every list shows it (CONTRACT: `/api/v1/conversations`). Instants are ISO 8601 with Z. */
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

export const turnSummarySchema = z.object({
  id: z.uuid(),
  status: z.enum(TURN_STATUSES),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
});
export type TurnSummary = z.infer<typeof turnSummarySchema>;

/** A conversation by itself: the list's object and its latest turn. */
export const conversationSchema = conversationItemSchema.extend({
  leafId: z.uuid().nullable(),
  turn: turnSummarySchema.nullable(),
});
export type Conversation = z.infer<typeof conversationSchema>;

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
