import { z } from 'zod';

/** Limits of a task's fields, in characters or pieces. */
export const TITLE_MAX = 200;
export const DESCRIPTION_MAX = 1_000;
const TAG_MAX = 50;
export const TAGS_PER_TASK = 10;
/** How many tasks one call may name, create or select. */
export const TASKS_PER_CALL = 200;

export const PRIORITIES = ['none', 'low', 'medium', 'high'] as const;
export type Priority = (typeof PRIORITIES)[number];

const isRealDate = (value: string) => {
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
};

export const DATE = /^(19|2\d)\d\d-\d\d-\d\d$/;
export const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** A calendar day, `YYYY-MM-DD`, years 1900–2999; 30 February is refused. */
export const dateSchema = z
  .string()
  .regex(DATE, 'Use a date like 2026-11-30.')
  .refine(isRealDate, 'That day does not exist.');
/** A time of day, `HH:MM`, 24 hours. */
export const timeSchema = z.string().regex(TIME, 'Use a time like 17:00.');
export const prioritySchema = z.enum(PRIORITIES);
/** Whether a text shows: not only blanks, controls, and marks that join or turn others. No pattern, which not every client can read. */
const shows = (text: string) => /[^\s\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(text);
export const titleSchema = z.string().trim().min(1, 'A task needs a title.').refine(shows, 'A task needs a title.').max(TITLE_MAX, `A title has at most ${TITLE_MAX} characters.`);
const descriptionSchema = z.string().trim().max(DESCRIPTION_MAX, `A description has at most ${DESCRIPTION_MAX} characters.`);
export const tagSchema = z
  .string()
  .trim()
  .transform((tag) => tag.replaceAll('\0', '').replace(/^#/, ''))
  .pipe(z.string().min(1, 'A tag needs a name.').refine(shows, 'A tag needs a name.').max(TAG_MAX, `A tag has at most ${TAG_MAX} characters.`));
const tagsSchema = z.array(tagSchema).max(TAGS_PER_TASK, `A task has at most ${TAGS_PER_TASK} tags.`);
/** RFC 5545 rule without the `RRULE:` prefix; checked against the recurrence library by the operations. */
const recurrenceSchema = z.string().trim().min(1).max(500);
const reminderSchema = z.union([
  z.object({ minutesBefore: z.number().int().min(0).max(525_600) }),
  z.object({ date: dateSchema, time: timeSchema }),
]);
export type Reminder = z.infer<typeof reminderSchema>;

/** A task named by a person: its number ("12", "#12", "task 12"), its id, or its title, exact or close. */
export const taskRefSchema = z.string().trim().min(1).max(300).describe('Task number such as "12", or its title');

const details = {
  description: descriptionSchema.nullable(),
  dueDate: dateSchema.nullable().describe('YYYY-MM-DD, in the user\'s time zone'),
  dueTime: timeSchema.nullable().describe('HH:MM, 24 hours, in the user\'s time zone'),
  recurrence: recurrenceSchema.nullable().describe('RFC 5545 rule without the RRULE: prefix, e.g. FREQ=WEEKLY;BYDAY=MO'),
  fromCompletion: z.boolean().describe('Count the recurrence from the day of completion, not from the due date'),
  priority: prioritySchema,
  reminder: reminderSchema.nullable(),
  durationMinutes: z.number().int().min(1).max(10_080).nullable(),
};

/** One task to create. */
export const newTaskSchema = z.object({
  title: titleSchema,
  ...z.object(details).partial().shape,
  tags: tagsSchema.optional(),
  subtasks: z.array(titleSchema).max(50).optional().describe('Titles of subtasks'),
  parent: taskRefSchema.optional().describe('The task this one is a subtask of'),
});
export type NewTask = z.infer<typeof newTaskSchema>;

/** Fields to change; absent means unchanged, null clears. A `dueTime` alone keeps the day, a `dueDate` alone the time. */
export const taskChangesSchema = z
  .object({ title: titleSchema, ...details, tags: tagsSchema, parent: taskRefSchema.nullable() })
  .partial();
export type TaskChanges = z.infer<typeof taskChangesSchema>;

export const SORTS = ['due', 'priority', 'created', 'updated', 'title', 'number', 'manual', 'urgency', 'duration'] as const;

/** Which tasks; every field narrows. Days are inclusive and in the user's zone. */
export const taskFilterSchema = z.object({
  status: z.enum(['pending', 'completed', 'trash', 'all']).optional().describe('Default: pending and completed, without the trash'),
  q: z.string().trim().max(200).transform((words) => words.replaceAll('\0', '')).optional().describe('Words in title, description or tags'),
  priority: z.array(prioritySchema).max(4).optional(),
  tagsAny: z.array(tagSchema).max(20).optional(),
  tagsAll: z.array(tagSchema).max(20).optional(),
  tagsNone: z.array(tagSchema).max(20).optional(),
  untagged: z.boolean().optional(),
  dueFrom: dateSchema.optional(),
  dueTo: dateSchema.optional(),
  noDue: z.boolean().optional().describe('Only tasks without a due date'),
  overdue: z.boolean().optional().describe('Only pending tasks whose due date or time is past'),
  timeFrom: timeSchema.optional().describe('Due at or after this time of day'),
  timeTo: timeSchema.optional().describe('Due before this time of day'),
  recurring: z.boolean().optional(),
  createdFrom: dateSchema.optional(),
  createdTo: dateSchema.optional(),
  completedFrom: dateSchema.optional(),
  completedTo: dateSchema.optional(),
});
export type TaskFilter = z.infer<typeof taskFilterSchema>;

/** The tasks a change is for: named ones, or all that pass a filter. Exactly one of the two. */
export const targetsSchema = z.object({
  tasks: z.array(taskRefSchema).min(1).max(TASKS_PER_CALL).optional().describe('Task numbers or titles'),
  filter: taskFilterSchema.optional().describe('All tasks that match, instead of naming them'),
});
export type Targets = z.infer<typeof targetsSchema>;

/** A task as every surface shows it: page, assistant, MCP and `/api/v1/tasks`. Instants are ISO 8601 with Z. */
export const taskSchema = z.object({
  id: z.uuid(),
  number: z.number().int(),
  title: z.string(),
  description: z.string().nullable(),
  status: z.enum(['pending', 'completed']),
  priority: prioritySchema,
  dueDate: z.string().nullable(),
  dueTime: z.string().nullable(),
  dueAt: z.string().nullable(),
  timeZone: z.string().nullable(),
  recurrence: z.string().nullable(),
  fromCompletion: z.boolean(),
  durationMinutes: z.number().int().nullable(),
  reminder: reminderSchema.nullable(),
  tags: z.array(z.string()),
  parentId: z.uuid().nullable(),
  seriesId: z.uuid().nullable(),
  version: z.number().int(),
  createdAt: z.string(),
  updatedAt: z.string(),
  completedAt: z.string().nullable(),
  deletedAt: z.string().nullable(),
});
export type Task = z.infer<typeof taskSchema>;
