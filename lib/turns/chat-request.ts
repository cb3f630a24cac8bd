import { z } from 'zod';
import { fits, MESSAGE_MAX, saysSomething } from '@/lib/conversations/limits';
import { cleanText } from '@/lib/db/storable';
import { badRequest } from '@/lib/errors';
import { parseInput } from '@/lib/http/read-json';
import { timeZoneSchema } from '@/lib/preferences/time-zone';

/** The body of `POST /api/chat`. Strict: history, results or a user's id from a client are refused, not ignored. */
const chatBodySchema = z.strictObject({
  id: z.uuid('Use a UUID as the conversation id.'),
  message: z.strictObject({
    id: z.uuid('Use a UUID as the message id.'),
    role: z.literal('user', 'A client sends messages of the user only.'),
    parts: z
      .array(z.strictObject({ type: z.literal('text', 'Only text can be sent.'), text: z.string() }))
      .min(1, 'Say something first.')
      .max(100),
    metadata: z.unknown().optional(),
  }),
  parentId: z.uuid().nullable().optional(),
  timeZone: timeZoneSchema.optional(),
});

/**
 * Checks a new message and reads its text.
 * @throws AppError 400 invalid_input, message_empty, message_too_long.
 */
export function readChatBody(body: unknown) {
  const { id, message, parentId, timeZone } = parseInput(chatBodySchema, body);
  const text = cleanText(message.parts.map((part) => part.text).join('\n'));
  if (!saysSomething(text)) throw badRequest('message_empty', 'The message is empty. Say something first.');
  if (!fits(text, MESSAGE_MAX))
    throw badRequest('message_too_long', `A message has at most ${MESSAGE_MAX.toLocaleString('en')} characters.`, {
      max: MESSAGE_MAX,
    });
  return { conversationId: id, messageId: message.id, text, parentId, timeZone: timeZone ?? null };
}

export const approvalBodySchema = z.strictObject({
  approvalId: z.uuid(),
  approved: z.boolean(),
  reason: z.string().max(1_000).optional(),
});

export const retryBodySchema = z.strictObject({
  messageId: z.uuid(),
  attemptId: z.uuid(),
  model: z.literal('built-in').optional(),
});
