import { toInstant } from '@/lib/language/calendar';
import type { RankedTask } from '@/lib/insights/urgency';

/** A task for ranking; `due` is `2026-11-23` or `2026-11-23 17:00` in `zone`. */
export function makeTask(
  number: number,
  { due, zone = 'UTC', ...rest }: Partial<RankedTask> & { due?: string; zone?: string } = {},
): RankedTask {
  const [dueDate = null, dueTime = null] = due?.split(' ') ?? [];
  const dueAt =
    dueDate === null
      ? null
      : dueTime === null
        ? new Date(toInstant(dueDate, null, zone).getTime() + 86_400_000 - 1)
        : toInstant(dueDate, dueTime, zone);
  return {
    id: `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`,
    number,
    title: `Task ${number}`,
    priority: 'none',
    dueDate,
    dueTime,
    dueAt: dueAt?.toISOString() ?? null,
    durationMinutes: null,
    createdAt: '2026-10-01T12:00:00.000Z',
    ...rest,
  };
}
