import { z } from 'zod';
import type { Folded } from './fold-chunks';

/**
 * What `message.parts` holds: only what the plain text does not say. A tool part points at its recorded call, which
 * has the arguments and the result; an approval part at the call that waited for the user.
 */
export const storedPartSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({ type: z.literal('tool'), id: z.uuid() }),
  z.object({ type: z.literal('approval'), id: z.uuid() }),
]);
export const storedPartsSchema = z.array(storedPartSchema);
export type StoredPart = z.infer<typeof storedPartSchema>;

/** A folded answer as it is stored: `parts` null when the text says it all. */
export function toStored(folded: readonly Folded[]): { content: string; parts: StoredPart[] | null } {
  const texts = folded.flatMap((part) => (part.type === 'text' ? [part.text.trim()] : []));
  const parts = folded.flatMap((part): StoredPart[] => {
    if (part.type === 'text') return [{ type: 'text', text: part.text }];
    if (part.approvalId) return [{ type: 'approval', id: part.approvalId }];
    return part.output?.id ? [{ type: 'tool', id: part.output.id }] : [];
  });
  const content = texts.join('\n\n');
  const [only] = parts;
  const textSaysAll = parts.length === 0 || (parts.length === 1 && only?.type === 'text' && only.text === content);
  return { content, parts: textSaysAll ? null : parts };
}
