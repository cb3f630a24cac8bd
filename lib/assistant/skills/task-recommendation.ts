import { z } from 'zod';
import type { RankedTask } from '@/lib/insights/urgency';
import { describeNext, describePlan } from '@/lib/insights/describe-advice';
import { planDay } from '@/lib/insights/plan-day';
import { recommendNext } from '@/lib/insights/recommend-next';
import { localParts } from '@/lib/language/calendar';
import { loadTasks } from '@/lib/tasks/load-tasks';
import { dateSchema, type Task } from '@/lib/tasks/schemas';
import { toTask } from '@/lib/tasks/task-row';
import { dayInWords } from '@/lib/tasks/words';
import { defineTool, type ToolContext, type ToolDefinition } from '../define-tool';

const recommendNextTool = defineTool({
  name: 'recommend_next',
  effect: 'read',
  description:
    'Recommends what to work on next, with the reason for each: overdue first, then due today, due within three days, ' +
    'high priority, due within a week, then the rest. Use it for "what should I do next?" and keep its order and reasons.',
  input: z.object({ limit: z.number().int().min(1).max(20).optional().describe('How many; 3 if absent') }),
  run: async (context, { limit }) => {
    const { recommendations, open } = await recommendNext(context.db, context.userId, context, limit);
    const tasks = await fullTasks(context, recommendations.map(({ task }) => task));
    const data = { open, recommendations: recommendations.map(({ task, ...rest }) => ({ ...named(task), ...rest })) };
    return { output: { ok: true, message: describeNext(recommendations, open), tasks, data } };
  },
});

const planDayTool = defineTool({
  name: 'plan_day',
  effect: 'read',
  description:
    'Lays the open tasks into a day: those with a time of that day keep it, overdue and due ones fill the gaps from 9 AM to ' +
    '6 PM by urgency and duration, then what is due soon or important. Changes nothing. Use it for "plan my day".',
  input: z.object({ date: dateSchema.optional().describe('YYYY-MM-DD; today if absent') }),
  run: async (context, { date }) => {
    const today = localParts(context.now, context.timeZone).date;
    if (date && date < today)
      return { output: { ok: false, code: 'invalid', message: `${dayInWords(date, null)} is past; a plan starts today at the earliest.` } };
    const plan = await planDay(context.db, context.userId, context, date ?? today);
    const { blocks, unplaced } = plan;
    const tasks = await fullTasks(context, [...blocks, ...unplaced].map(({ task }) => task));
    const data = {
      date: plan.date,
      blocks: blocks.map(({ task, ...rest }) => ({ ...named(task), ...rest })),
      unplaced: unplaced.map(({ task, ...rest }) => ({ ...named(task), ...rest })),
    };
    return { output: { ok: true, message: describePlan(plan), tasks, data } };
  },
});

const named = ({ id, number, title }: RankedTask) => ({ taskId: id, number, title });

/** The tasks as every surface shows them, in the order given. */
async function fullTasks({ db, userId }: ToolContext, ranked: RankedTask[]): Promise<Task[]> {
  const rows = new Map((await loadTasks(db, userId, ranked.map(({ id }) => id))).map((row) => [row.id, toTask(row)]));
  return ranked.flatMap(({ id }) => rows.get(id) ?? []);
}

/** TaskRecommendationSkill: what to do next, and a plan for a day. */
export const taskRecommendation: ToolDefinition[] = [recommendNextTool, planDayTool];
