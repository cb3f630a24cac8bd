import type { Db } from '@/lib/db/as-user';
import type { Clock } from '@/lib/tasks/due';
import { chooseNext, type Recommendation } from './choose-next';
import { loadOpenTasks } from './load-open-tasks';

/** The most urgent open tasks with reasons (see chooseNext), and how many open tasks there are. */
export async function recommendNext(
  db: Db, userId: string, clock: Clock, limit?: number,
): Promise<{ recommendations: Recommendation[]; open: number }> {
  const tasks = await loadOpenTasks(db, userId);
  return { recommendations: chooseNext(tasks, clock, limit), open: tasks.length };
}
