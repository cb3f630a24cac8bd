'use client';

import clsx from 'clsx';
import { useClock } from '@/components/time/clock';
import { sayDue, wallClock } from '@/components/time/format';
import { sayMinutes, sayReminder } from '@/components/time/minutes';
import { sayRecurrence } from '@/components/time/recurrence-label';
import { BellIcon, CalendarIcon, ClockIcon, FlagFullIcon, FlagIcon, RepeatIcon } from '@/components/ui/sprite';
import type { Task } from '@/lib/tasks/schemas';

const tones = { overdue: 'text-danger', today: 'text-today', later: 'text-muted' };

/**
 * What is known of a task besides its title, as small quiet words: due, repeats, how long it takes, reminder, priority,
 * tags. Nothing when there is nothing. `hideDay`: the day stands above the task already.
 */
export function TaskChips({ task, hideDay = false }: { task: Task; hideDay?: boolean }) {
  const { now, zone } = useClock();
  const said = sayDue(task, now, zone);
  const due = said && hideDay ? (said.time ? { ...said, text: said.time } : null) : said;
  const done = task.status === 'completed';
  const reminder = done ? null : task.reminder;
  if (!due && !task.recurrence && !task.durationMinutes && !reminder && task.priority === 'none' && task.tags.length === 0) return null;
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-0.5 text-meta text-muted">
      {due && (
        <time
          dateTime={task.dueAt ?? task.dueDate ?? undefined}
          title={due.full}
          className={clsx('inline-flex items-center gap-1', done ? 'text-muted' : tones[due.tone])}
        >
          <CalendarIcon size={13} />
          {!done && due.tone === 'overdue' && <span className="sr-only">Overdue: </span>}
          {due.text}
        </time>
      )}
      {task.recurrence && (
        <span className="inline-flex items-center gap-1">
          <RepeatIcon size={12} />
          {sayRecurrence(task.recurrence, task.fromCompletion)}
        </span>
      )}
      {task.durationMinutes !== null && (
        <span className="inline-flex items-center gap-1">
          <ClockIcon size={12} />
          <span className="sr-only">Takes </span>
          {sayMinutes(task.durationMinutes)}
        </span>
      )}
      {reminder && (
        <span className="inline-flex items-center gap-1" title="Noted on the task; not sent to you yet">
          <BellIcon size={12} />
          <span className="sr-only">Reminder noted: </span>
          {sayReminder(reminder, wallClock(now, zone).date)}
        </span>
      )}
      {task.priority !== 'none' && (
        <span className={clsx('inline-flex items-center gap-1', task.priority === 'high' && !done && 'font-medium text-text')}>
          {task.priority === 'high' ? <FlagFullIcon size={12} /> : <FlagIcon size={12} />}
          {task.priority}
          <span className="sr-only"> priority</span>
        </span>
      )}
      {task.tags.map((tag) => (
        <span key={tag} className="max-w-40 truncate">
          #{tag}
        </span>
      ))}
    </span>
  );
}
