import { z } from 'zod';
import { addTags } from '@/lib/tasks/add-tags';
import { completeTasks } from '@/lib/tasks/complete-tasks';
import { createTasks } from '@/lib/tasks/create-tasks';
import { deleteTasks } from '@/lib/tasks/delete-tasks';
import { purgeTasks } from '@/lib/tasks/purge-tasks';
import { redoChanges } from '@/lib/tasks/redo-changes';
import { removeTags } from '@/lib/tasks/remove-tags';
import { reopenTasks } from '@/lib/tasks/reopen-tasks';
import { restoreTasks } from '@/lib/tasks/restore-tasks';
import {
  dateSchema, newTaskSchema, tagSchema, targetsSchema, taskChangesSchema, TASKS_PER_CALL, TAGS_PER_TASK, timeSchema,
} from '@/lib/tasks/schemas';
import { snoozeTasks } from '@/lib/tasks/snooze-tasks';
import { stepsOf } from '@/lib/tasks/ledger-calls';
import { undoChanges } from '@/lib/tasks/undo-changes';
import { updateTasks } from '@/lib/tasks/update-tasks';
import { defineTool, type ToolDefinition } from '../define-tool';

const WHICH = 'Give either "tasks" (numbers or titles) or "filter".';

const tags = z.array(tagSchema).min(1).max(TAGS_PER_TASK);
const steps = z.object({ steps: z.number().int().min(1).max(20).default(1).describe('How many changes; 1 if absent') });
const undone = steps.extend({ calls: z.array(z.uuid()).min(1).max(20).optional().describe('Take back these calls instead: the "id" in their results') });

/** Offset of a snooze at most: ten years. */
const SNOOZE_MAX = 5_256_000;

/** TaskManagementSkill: everything that changes tasks. Those for templates stand beside it. */
export const taskManagement: ToolDefinition[] = [
  defineTool({
    name: 'create_tasks',
    effect: 'write',
    description:
      'Creates one or more tasks, each with what was said about it: due day and time, recurrence, priority, tags, subtasks. ' +
      'A recurrence without a day begins with its first occurrence.',
    input: z.object({ tasks: z.array(newTaskSchema).min(1).max(TASKS_PER_CALL) }),
    run: createTasks,
  }),
  defineTool({
    name: 'update_tasks',
    effect: 'write',
    description:
      `Changes fields of tasks: title, description, day, time, recurrence, priority, tags (all of them at once), reminder, parent. ${WHICH} ` +
      'Only what is given changes; null clears. dueTime alone keeps the day, dueDate alone keeps the time.',
    input: z.object({ ...targetsSchema.shape, changes: taskChangesSchema }),
    run: updateTasks,
  }),
  defineTool({
    name: 'complete_tasks',
    effect: 'write',
    description: `Marks tasks as done. ${WHICH} A recurring task makes its next occurrence, given in "next". Already completed ones are in "unchanged".`,
    input: targetsSchema,
    run: completeTasks,
  }),
  defineTool({
    name: 'reopen_tasks',
    effect: 'write',
    description: `Makes completed tasks pending again. ${WHICH}`,
    input: targetsSchema,
    run: reopenTasks,
  }),
  defineTool({
    name: 'delete_tasks',
    effect: 'write',
    description: `Moves tasks to the trash, with their subtasks; they can be restored for 30 days. ${WHICH}`,
    input: targetsSchema,
    run: deleteTasks,
  }),
  defineTool({
    name: 'restore_tasks',
    effect: 'write',
    description: `Takes tasks out of the trash. ${WHICH} A filter means the trash.`,
    input: targetsSchema,
    run: restoreTasks,
  }),
  defineTool({
    name: 'purge_tasks',
    effect: 'destructive',
    description: `Removes tasks for good, without undo; the user is always asked first. ${WHICH} A filter means the trash. Use delete_tasks unless the user says permanently, for good, or empty the trash.`,
    input: targetsSchema,
    run: purgeTasks,
  }),
  defineTool({
    name: 'add_tags',
    effect: 'write',
    description: `Puts tags on tasks, beside those they have; new tags are made. ${WHICH}`,
    input: z.object({ ...targetsSchema.shape, tags }),
    run: addTags,
  }),
  defineTool({
    name: 'remove_tags',
    effect: 'write',
    description: `Takes tags off tasks; the tasks stay. ${WHICH}`,
    input: z.object({ ...targetsSchema.shape, tags }),
    run: removeTags,
  }),
  defineTool({
    name: 'snooze_tasks',
    effect: 'write',
    description: `Puts tasks off: to dueDate and/or dueTime, or byMinutes (1440 a day) from when they are due, or from now if that is past; negative: earlier than they are due; or toNext, which skips one occurrence of a repeating task. ${WHICH}`,
    input: z.object({
      ...targetsSchema.shape,
      dueDate: dateSchema.optional(),
      dueTime: timeSchema.optional(),
      byMinutes: z.number().int().min(-SNOOZE_MAX).max(SNOOZE_MAX).optional(),
      toNext: z.literal(true).optional().describe('Leave out this occurrence: due when the next one of the series is'),
    }),
    run: snoozeTasks,
  }),
  defineTool({
    name: 'undo',
    effect: 'write',
    description: 'Takes back the newest changes that still stand, whoever made them; a bulk change is one step. For "undo", "put it back".',
    input: undone,
    run: (context, input) => undoChanges(context, stepsOf(input)),
  }),
  defineTool({
    name: 'redo',
    effect: 'write',
    description: 'Takes back the newest undo, so that what it undid stands again.',
    input: steps,
    run: redoChanges,
  }),
];
