import type { Db } from '@/lib/db/as-user';
import type { Clock } from '@/lib/tasks/due';
import { arrangeDay, type DayPlan } from './arrange-day';
import { loadOpenTasks } from './load-open-tasks';

/** A plan for `date` (not before today in the clock's zone), laid out of the open tasks (see arrangeDay). */
export async function planDay(db: Db, userId: string, clock: Clock, date: string): Promise<DayPlan> {
  return arrangeDay(await loadOpenTasks(db, userId), date, clock);
}
