import { type StoredPart, storedPartSchema } from '@/lib/turns/message-parts';

/** The stored parts in order; a message without any is its text. Kinds that this version does not know are left out. */
export function storedParts(message: { content: string; parts: unknown }): StoredPart[] {
  if (!Array.isArray(message.parts)) return [{ type: 'text', text: message.content }];
  return message.parts.flatMap((part: unknown) => {
    const known = storedPartSchema.safeParse(part);
    return known.success ? [known.data] : [];
  });
}

/** Ids of the recorded tool calls that a message refers to, in order. */
export const toolCallIds = (message: { content: string; parts: unknown }): string[] =>
  storedParts(message).flatMap((part) => (part.type === 'text' ? [] : [part.id]));
