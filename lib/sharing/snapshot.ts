import { z } from 'zod';
import type { ChatMessage } from '@/lib/turns/chat-message';
import { toolOutputSchema } from '@/lib/tasks/tool-output-schema';

const taskSchema = z.object({
  number: z.number().int(),
  title: z.string(),
  status: z.enum(['pending', 'completed']),
  priority: z.string(),
  dueDate: z.string().nullable(),
  dueTime: z.string().nullable(),
  tags: z.array(z.string()),
});

const partSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string() }),
  /** What a tool did, in words, and the tasks as they were then. */
  z.object({ type: z.literal('action'), tool: z.string(), ok: z.boolean(), message: z.string(), tasks: z.array(taskSchema) }),
]);

/** A conversation as it was when it was shared: texts and, if wished, what was done. It holds no id of anything. */
export const snapshotSchema = z.object({
  version: z.literal(1),
  title: z.string(),
  messages: z.array(z.object({ role: z.enum(['user', 'assistant']), createdAt: z.string(), parts: z.array(partSchema) })),
});
export type Snapshot = z.infer<typeof snapshotSchema>;
type Part = z.infer<typeof partSchema>;

/** Makes the snapshot of a branch. Requests for approval and notes of the server are left out. */
export function takeSnapshot(title: string, messages: ChatMessage[], withTools: boolean): Snapshot {
  return {
    version: 1,
    title,
    messages: messages.flatMap(({ role, parts, metadata }) => {
      if (role === 'system') return [];
      const shown = parts.flatMap((part) => toPart(part, withTools));
      return shown.length > 0 ? [{ role, createdAt: metadata?.createdAt ?? '', parts: shown }] : [];
    }),
  };
}

function toPart(part: ChatMessage['parts'][number], withTools: boolean): Part[] {
  if (part.type === 'text') return part.text.trim() === '' ? [] : [{ type: 'text', text: part.text }];
  if (!withTools || !part.type.startsWith('tool-') || !('output' in part)) return [];
  const output = toolOutputSchema.safeParse(part.output);
  if (!output.success) return [];
  const { ok, message, tasks = [] } = output.data;
  return [{ type: 'action', tool: part.type.slice('tool-'.length), ok, message, tasks: tasks.map((task) => taskSchema.parse(task)) }];
}

/** A message's parts as one text; what was done is not said again where its own words say it. */
export const textOf = ({ parts }: Snapshot['messages'][number]): string => {
  const words = parts.flatMap((part) => (part.type === 'text' ? [part.text] : []));
  const unsaid = parts.filter((part) => part.type === 'text' || !words.some((text) => text.includes(part.message)));
  return unsaid.map((part) => (part.type === 'text' ? part.text : part.message)).join('\n\n');
};
