'use client';

import clsx from 'clsx';
import { CalendarDays, Flag, Repeat } from 'lucide-react';
import { useClock } from '@/components/time/clock';
import { sayDue } from '@/components/time/format';
import { sayRecurrence } from '@/components/time/recurrence-label';
import type { Task } from '@/lib/tasks/schemas';

const tones = { overdue: 'text-danger', today: 'text-today', later: 'text-muted' };

/** What is known of a task besides its title, as small quiet words: due, repeats, priority, tags. Nothing when there is nothing. */
export function TaskChips({ task, className }: { task: Task; className?: string }) {
  const { now, zone } = useClock();
  const due = sayDue(task, now, zone);
  const done = task.status === 'completed';
  if (!due && !task.recurrence && task.priority === 'none' && task.tags.length === 0) return null;
  return (
    <span className={clsx('flex flex-wrap items-center gap-x-3 gap-y-0.5 text-meta text-muted', className)}>
      {due && (
        <time
          dateTime={task.dueAt ?? task.dueDate ?? undefined}
          title={due.full}
          className={clsx('inline-flex items-center gap-1', done ? 'text-muted' : tones[due.tone])}
        >
          <CalendarDays size={13} aria-hidden />
          {!done && due.tone === 'overdue' && <span className="sr-only">Overdue: </span>}
          {due.text}
        </time>
      )}
      {task.recurrence && (
        <span className="inline-flex items-center gap-1">
          <Repeat size={12} aria-hidden />
          {sayRecurrence(task.recurrence, task.fromCompletion)}
        </span>
      )}
      {task.priority !== 'none' && (
        <span className={clsx('inline-flex items-center gap-1', task.priority === 'high' && !done && 'text-danger')}>
          <Flag size={12} aria-hidden fill={task.priority === 'high' ? 'currentColor' : 'none'} />
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
