import { z } from 'zod';
import { changeSchema, toolOutputSchema } from '@/lib/tasks/tool-output-schema';
import { convertOnce } from './convert-once';

const { ok, id, message, tasks, total, data, code, ref, candidates, unchanged, next } = toolOutputSchema.shape;

/** Fields of a task in a change are those of `tasks`; saying them again for every tool would be most of the list. */
const fields = z.record(z.string(), z.unknown()).nullable();

const readOutput = z.object({
  ok, id, message, tasks, total, data, ref, candidates,
  code: z.enum([...code.unwrap().options, 'approval_required', 'insufficient_scope', 'rate_limited']).optional(),
  retryAfter: z.number().optional().describe('Seconds'),
});

const writeOutput = readOutput.extend({
  changes: z.array(changeSchema.extend({ before: fields, after: fields })).optional(),
  unchanged,
  next,
  approvalToken: z.string().optional().describe('Nothing was done yet: the same call with this does what preview shows'),
  preview: z.looseObject({ message: z.string() }).optional().describe('What an approved call would answer'),
});

/** What a tool that only reads, and one that changes something, answers over MCP. */
export const outputSchemas = { read: convertOnce(readOutput), write: convertOnce(writeOutput) };
