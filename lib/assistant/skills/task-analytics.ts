import { z } from 'zod';
import { describeStats, describeUsage } from '@/lib/insights/describe-stats';
import { getSkillUsage, MAX_USAGE_DAYS } from '@/lib/insights/get-skill-usage';
import { getTaskStats } from '@/lib/insights/get-task-stats';
import { dateSchema, tagSchema } from '@/lib/tasks/schemas';
import { defineTool, type ToolDefinition } from '../define-tool';

const getTaskStatsTool = defineTool({
  name: 'get_task_stats',
  effect: 'read',
  description:
    'Counts the user\'s tasks: totals, completion rate, overdue, created and completed per day and ISO week, per tag, and ' +
    'the streak of days with a completion. Use it for every question about how many or how much, and quote its numbers. ' +
    'from and to (inclusive) narrow what was created and completed; without them it is this week and the four before.',
  input: z.object({
    from: dateSchema.optional().describe('First day, YYYY-MM-DD'),
    to: dateSchema.optional().describe('Last day, YYYY-MM-DD'),
    tag: tagSchema.optional().describe('Count only tasks with this tag'),
  }),
  run: async ({ db, userId, now, timeZone }, { from, to, tag }) => {
    if (from && to && from > to)
      return { output: { ok: false, code: 'invalid', message: `The range ends (${to}) before it begins (${from}).` } };
    const stats = await getTaskStats(db, userId, { now, timeZone }, { from, to, tag });
    const asked = from !== undefined || to !== undefined;
    return { output: { ok: true, message: describeStats(stats, { asked, tag }), data: stats } };
  },
});

const getSkillUsageTool = defineTool({
  name: 'get_skill_usage',
  effect: 'read',
  description:
    'Counts how often each of the assistant\'s skills answered, per day, with tokens and the average time. Use it for ' +
    'questions about the use of the assistant itself, not about tasks.',
  input: z.object({
    days: z.number().int().min(1).max(MAX_USAGE_DAYS).optional().describe('The last so many days, today included; 30 if absent'),
  }),
  run: async ({ db, userId, now, timeZone }, { days }) => {
    const usage = await getSkillUsage(db, userId, { now, timeZone }, days);
    return { output: { ok: true, message: describeUsage(usage), data: usage } };
  },
});

/** TaskAnalyticsSkill: numbers about the user's tasks and about the assistant. */
export const taskAnalytics: ToolDefinition[] = [getTaskStatsTool, getSkillUsageTool];
