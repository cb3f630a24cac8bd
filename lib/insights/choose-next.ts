import type { Clock } from '@/lib/tasks/due';
import { reasonInWords } from './words';
import { rankByUrgency, type RankedTask, type UrgencyGroup } from './urgency';

export type Recommendation<T extends RankedTask = RankedTask> = { task: T; group: UrgencyGroup; reason: string };

/** How many tasks are recommended when nobody says. */
const RECOMMENDATIONS = 3;

/** The most urgent of pending tasks in the documented order (URGENCY_GROUPS), each with its reason in words. Pure. */
export function chooseNext<T extends RankedTask>(tasks: T[], clock: Clock, limit = RECOMMENDATIONS): Recommendation<T>[] {
  return rankByUrgency(tasks, clock)
    .slice(0, limit)
    .map(({ task, group }) => ({ task, group, reason: reasonInWords(task, group, clock) }));
}
