import type { TaskContext } from './context';
import { daysFrom, dueFields, shiftMoment } from './due';
import { newRow } from './new-task';
import { nextInSeries, type Next } from './recurrence';
import type { TaskRow, TaskState } from './task-row';
import { counted, dueInWords, named, sentence } from './words';

type Follower = { id: string; number: number; title: string };

/** The next tasks of their series, each followed by its subtasks in `created`, and what to say about each series. */
type Continued = { heads: TaskRow[]; created: TaskRow[]; notes: string[] };

/**
 * Works out the next task for each recurring one that is being completed: none at the end of a series, and none where
 * the series went on already (a task that was reopened). `subtasks` are those of `rows`; the next task gets them anew.
 */
export async function continueSeries(context: TaskContext, rows: TaskRow[], subtasks: TaskRow[]): Promise<Continued> {
  const recurring = rows.filter(({ recurrence }) => recurrence !== null);
  const followers = await findFollowers(context, recurring);
  const continued: Continued = { heads: [], created: [], notes: [] };
  for (const row of recurring) {
    const follower = followers.get(row.id);
    const next = follower ? null : nextInSeries(row, context.now);
    if (follower) continued.notes.push(sentence('The next one is already there:', named(follower)));
    else if (next === null) continued.notes.push(sentence(named(row), 'was the last of its series'));
    else await addNext(context, row, next, subtasks.filter(({ parentId }) => parentId === row.id), continued);
  }
  return continued;
}

async function addNext(context: TaskContext, row: TaskRow, next: Next, subtasks: TaskRow[], continued: Continued): Promise<void> {
  const [number = 0, ...others] = await context.takeNumbers(1 + subtasks.length);
  const head = newRow(number, context.now, nextState(row, next));
  const below = subtasks.map(({ title, description, priority, tags, durationMinutes }, index) =>
    newRow(others[index] ?? 0, context.now, { title, description, priority, tags, durationMinutes, parentId: head.id }));
  const missed = next.skipped === 0 ? '' : ` (${counted(next.skipped, 'missed occurrence')} skipped)`;
  continued.heads.push(head);
  continued.created.push(head, ...below);
  continued.notes.push(sentence(`The next one is ${named(head)}, due ${dueInWords(head)}${missed}`));
}

/** What the next task of a series takes over from the one that is completed. */
function nextState(row: TaskRow, next: Next): Partial<TaskState> & { title: string } {
  const zone = row.timeZone ?? 'UTC';
  const days = row.dueDate === null ? 0 : daysFrom(row.dueDate, next.date);
  return {
    title: row.title, description: row.description, priority: row.priority, tags: row.tags, durationMinutes: row.durationMinutes,
    ...dueFields(next.date, next.time, zone),
    recurrence: next.rule, fromCompletion: row.fromCompletion, recurrenceStart: next.start, exceptions: row.exceptions,
    seriesId: row.seriesId ?? row.id, parentId: row.parentId, reminderMinutes: row.reminderMinutes,
    reminderAt: row.reminderAt === null ? null : shiftMoment(row.reminderAt, days, zone),
  };
}

/** The newest later task of each one's series outside the trash. One statement; none without recurring tasks. */
async function findFollowers({ db, userId }: TaskContext, rows: TaskRow[]): Promise<Map<string, Follower>> {
  if (rows.length === 0) return new Map();
  const ids = rows.map(({ id }) => id);
  const found = await db.$queryRaw<(Follower & { after: string })[]>`
    SELECT DISTINCT ON (t.id) t.id AS after, f.id, f.number, f.title FROM task t
    JOIN task f ON f.user_id = t.user_id AND f.series_id = t.series_id AND f.number > t.number AND f.deleted_at IS NULL
    WHERE t.user_id = ${userId}::uuid AND t.id = ANY(${ids}::uuid[])
    ORDER BY t.id, f.number DESC`;
  return new Map(found.map(({ after, ...follower }) => [after, follower]));
}
