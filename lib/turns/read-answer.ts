import { asUser } from '@/lib/db/as-user';
import type { Folded } from './fold-chunks';
import { storedPartsSchema } from './message-parts';
import { inputOf, type RecordedCall, recordedCallJson, recordedOutput } from './recorded-output';

type Row = { content: string; parts: unknown; calls: RecordedCall[] | null };

/** A written answer as the chunks of its stream would fold; empty when nothing was said. One statement. */
export async function readAnswer(userId: string, answerId: string): Promise<Folded[]> {
  const [row] = await asUser(userId, (db) => db.$queryRaw<Row[]>`
    SELECT m.content, m.parts, (
      SELECT jsonb_agg(${recordedCallJson})
      FROM jsonb_array_elements(coalesce(m.parts, '[]')) AS part
      JOIN tool_call c ON c.user_id = m.user_id AND c.id = (part ->> 'id')::uuid
    ) AS calls
    FROM message m WHERE m.user_id = ${userId}::uuid AND m.id = ${answerId}::uuid`);
  if (!row) return [];
  if (row.parts === null) return [{ type: 'text', id: 'part-0', text: row.content, open: false }];
  const calls = new Map(row.calls?.map((call) => [call.id, call]));
  return storedPartsSchema.parse(row.parts).flatMap((part, index): Folded[] => {
    if (part.type === 'text') return [{ type: 'text', id: `part-${index}`, text: part.text, open: false }];
    const call = calls.get(part.id);
    if (!call) return [];
    const told = { type: 'tool' as const, callId: call.call_id ?? call.id, tool: call.tool, input: inputOf(call) };
    return part.type === 'approval'
      ? [{ ...told, output: null, approvalId: call.id }]
      : [{ ...told, output: recordedOutput(call), approvalId: null }];
  });
}
