import { z } from 'zod';
import { FEEDBACK_COMMENT_MAX, fits, MESSAGE_MAX, saysSomething, TITLE_MAX } from '@/lib/conversations/limits';
import { TOOL_CALL_STATES } from '@/lib/conversations/schemas';
import { SKILLS } from '@/lib/conversations/skills';
import { TURN_STATUSES } from '@/lib/turns/statuses';

/**
 * The JSON that conversations are exported as: `{"format", "version", "exportedAt", "conversations": […]}`. A reader
 * refuses versions that it does not know. Messages come oldest first, parents before children; a user's message carries
 * the turns that answered it, and each turn the tool calls it made. Tasks are not part of it.
 */
export const FORMAT = 'sayso.conversations';
export const VERSION = 1;

/** Longest answer that is taken, in characters, and most messages of a conversation. */
const ANSWER_MAX = 200_000;
const MESSAGES_MAX = 200_000;

/** At most `max` characters, counted as where they were written. */
const text = (max: number) => z.string().refine((value) => fits(value, max), `At most ${max.toLocaleString('en')} characters.`);

/** Moments to come would hold a conversation at the top of the list for good. */
const instantSchema = z.iso.datetime({ offset: true }).transform((text) => {
  const date = new Date(text);
  return (date.getTime() > Date.now() ? new Date() : date).toISOString();
});

const count = z.number().int().min(0).max(2_000_000_000).nullable();

export const exportedToolCallSchema = z.object({
  id: z.uuid(),
  callId: z.string().min(1).max(200),
  tool: z.string().regex(/^[a-z_]{1,64}$/),
  skill: z.enum(SKILLS).nullable(),
  state: z.enum(TOOL_CALL_STATES),
  arguments: z.unknown(),
  result: z.unknown(),
  actionTaken: z.string().max(10_000).nullable(),
  durationMs: count,
  createdAt: instantSchema,
  decidedAt: instantSchema.nullable(),
});

export const exportedTurnSchema = z.object({
  id: z.uuid(),
  attempt: z.number().int().min(1).max(1_000_000),
  continuesId: z.uuid().nullable(),
  answerId: z.uuid(),
  status: z.enum(TURN_STATUSES),
  model: z.string().max(200),
  timeZone: z.string().max(100),
  tokensIn: count,
  tokensOut: count,
  firstTokenMs: count,
  errorCode: z.string().max(100).nullable(),
  createdAt: instantSchema,
  endedAt: instantSchema.nullable(),
  toolCalls: z.array(exportedToolCallSchema).max(1_000),
});

const partSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: text(ANSWER_MAX) }),
  z.object({ type: z.literal('tool'), id: z.uuid() }),
  z.object({ type: z.literal('approval'), id: z.uuid() }),
]);

export const exportedMessageSchema = z
  .object({
    id: z.uuid(),
    parentId: z.uuid().nullable(),
    role: z.enum(['user', 'assistant', 'system']),
    content: text(ANSWER_MAX),
    parts: z.array(partSchema).max(2_000).nullable(),
    skillUsed: z.enum(SKILLS).nullable(),
    feedback: z.union([z.literal(-1), z.literal(1)]).nullable(),
    feedbackComment: text(FEEDBACK_COMMENT_MAX).nullable(),
    createdAt: instantSchema,
    turns: z.array(exportedTurnSchema).max(1_000),
  })
  .refine(({ role, content }) => role !== 'user' || (saysSomething(content) && fits(content, MESSAGE_MAX)), {
    error: `A message of a user has 1–${MESSAGE_MAX.toLocaleString('en')} characters.`,
  });

export const exportedConversationSchema = z.object({
  id: z.uuid(),
  title: text(TITLE_MAX).trim().min(1),
  titleSource: z.enum(['message', 'model', 'user']),
  pinnedAt: instantSchema.nullable(),
  archivedAt: instantSchema.nullable(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  leafId: z.uuid().nullable(),
  messages: z.array(exportedMessageSchema).max(MESSAGES_MAX),
});

export const exportedFileSchema = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  exportedAt: z.string(),
  conversations: z.array(z.unknown()),
});

export type ExportedMessage = z.input<typeof exportedMessageSchema>;
export type ExportedConversation = z.input<typeof exportedConversationSchema>;
