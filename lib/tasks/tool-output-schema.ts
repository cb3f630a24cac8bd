import { z } from 'zod';
import { taskSchema } from './schemas';
import { OPERATIONS, TOOL_ERROR_CODES } from './tool-output';

/** One task that a call changed; `before` and `after` hold the changed fields only. */
export const changeSchema = z.object({
  taskId: z.uuid(),
  number: z.number().int(),
  title: z.string(),
  operation: z.enum(OPERATIONS),
  before: taskSchema.partial().nullable(),
  after: taskSchema.partial().nullable(),
});

/** ToolOutput as one object, because protocols want an object at the root: `ok` says which fields to expect. */
export const toolOutputSchema = z.object({
  ok: z.boolean().describe('Whether it was done; otherwise see code and message, and nothing was changed'),
  id: z.string().optional().describe('Id of the recorded call; undo it with POST /api/v1/activity/{id}/undo'),
  message: z.string().describe('What happened, for a person'),
  tasks: z.array(taskSchema).optional(),
  changes: z.array(changeSchema).optional(),
  total: z.number().int().optional().describe('How many match in all, when tasks holds fewer'),
  unchanged: z.array(taskSchema).optional().describe('Tasks that already were as asked'),
  next: z.array(taskSchema).optional().describe('Next occurrences of recurring tasks that were completed'),
  data: z.unknown().optional().describe('Statistics, tags, templates or a plan'),
  code: z.enum(TOOL_ERROR_CODES).optional(),
  ref: z.string().optional().describe('The name that could not be resolved'),
  candidates: z.array(taskSchema).optional().describe('Tasks that may be meant; ask which'),
});
