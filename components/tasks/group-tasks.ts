import { addDays, daysBetween, dueClock, sayFullDay, wallClock } from '@/components/time/format';
import type { Task } from '@/lib/tasks/schemas';

export type TaskView = 'today' | 'upcoming' | 'all' | 'completed';
export type TaskGroup = {
  key: string;
  label: string;
  overdue?: boolean;
  /** The label is the day of its tasks. */
  oneDay?: boolean;
  tasks: Task[];
};

const RANK: Record<Task['priority'], number> = { high: 0, medium: 1, none: 1, low: 2 };

/** When a task is to be done: of a subtask without a date, when its parent is. */
function dueOf(task: Task, parent: Task | undefined, zone: string) {
  return dueClock(task, zone) ?? (parent?.status === 'pending' && parent.deletedAt === null ? dueClock(parent, zone) : null);
}

/** Whether a task belongs to a view of the panel, at a moment in a zone. */
export function isInView(view: TaskView, task: Task, parent: Task | undefined, now: number, zone: string): boolean {
  if (task.deletedAt !== null) return false;
  if (view === 'completed') return task.status === 'completed';
  if (task.status !== 'pending') return false;
  if (view === 'all') return true;
  const today = wallClock(now, zone).date;
  const due = dueOf(task, parent, zone);
  if (!due) return false;
  return view === 'today' ? due.date <= today : due.date > today;
}

/** The tasks of a view in the groups that it is read in; within a group by time, then importance, then number. */
export function groupTasks(view: TaskView, tasks: readonly Task[], now: number, zone: string): TaskGroup[] {
  const present = wallClock(now, zone);
  const groups = new Map<string, TaskGroup & { order: number }>();
  const put = (key: string, order: number, label: string, task: Task, rest: Pick<TaskGroup, 'overdue' | 'oneDay'> = {}) => {
    const group = groups.get(key) ?? { key, order, label, ...rest, tasks: [] };
    group.tasks.push(task);
    groups.set(key, group);
  };
  const byId = new Map(tasks.map((task) => [task.id, task]));
  for (const task of tasks) {
    if (view === 'completed') {
      const day = wallClock(Date.parse(task.completedAt ?? task.updatedAt), zone).date;
      const ago = daysBetween(day, present.date);
      if (ago <= 1) put(day, ago, ago <= 0 ? 'Today' : 'Yesterday', task);
      else if (ago < 7) put('week', 2, 'Previous 7 days', task);
      else put('before', 3, 'Before', task);
      continue;
    }
    const due = dueOf(task, byId.get(task.parentId ?? ''), zone);
    if (!due) {
      put('none', 100, 'No date', task);
      continue;
    }
    const away = daysBetween(present.date, due.date);
    if (away < 0 || (away === 0 && due.time !== null && due.time < present.time)) put('overdue', -1, 'Overdue', task, { overdue: true });
    else if (away === 0) put('today', 0, 'Today', task, { oneDay: true });
    else if (away === 1) put('tomorrow', 1, 'Tomorrow', task, { oneDay: true });
    else if (away < 7) put(due.date, away, sayFullDay(addDays(present.date, away)).split(' ')[0] ?? '', task, { oneDay: true });
    else put('later', 50, 'Later', task);
  }
  return [...groups.values()]
    .sort((a, b) => a.order - b.order)
    .map(({ order: _, ...group }) => ({ ...group, tasks: behindParents(group.tasks.sort(view === 'completed' ? newestFirst : dueFirst)) }));
}

/** What is in the trash, the newest deletion first; a subtask that went with its task stands behind it. */
export function trashOf(tasks: readonly Task[]): Task[] {
  const at = ({ deletedAt }: Task) => deletedAt ?? '';
  const trash = tasks.filter(({ deletedAt }) => deletedAt !== null);
  return behindParents(trash.sort((a, b) => at(b).localeCompare(at(a)) || a.number - b.number));
}

/** Subtasks right behind their parent, where it is in the same group. */
function behindParents(tasks: Task[]): Task[] {
  const here = new Set(tasks.map(({ id }) => id));
  const parents: Task[] = [];
  const parts = new Map<string, Task[]>();
  for (const task of tasks) {
    if (!task.parentId || !here.has(task.parentId)) parents.push(task);
    else if (!parts.get(task.parentId)?.push(task)) parts.set(task.parentId, [task]);
  }
  return parents.flatMap((task) => [task, ...(parts.get(task.id) ?? [])]);
}

const newestFirst = (a: Task, b: Task) => (b.completedAt ?? b.updatedAt).localeCompare(a.completedAt ?? a.updatedAt);

const dueFirst = (a: Task, b: Task) =>
  (a.dueDate ?? '9').localeCompare(b.dueDate ?? '9') ||
  (a.dueTime ?? '24').localeCompare(b.dueTime ?? '24') ||
  RANK[a.priority] - RANK[b.priority] ||
  a.number - b.number;
