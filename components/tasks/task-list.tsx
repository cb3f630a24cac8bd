'use client';

import clsx from 'clsx';
import { useCallback, useState } from 'react';
import { useStore } from '@/components/data/store';
import { useWorkspace } from '@/components/data/workspace';
import { Sentinel } from '@/components/sidebar/conversation-list';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import type { Task } from '@/lib/tasks/schemas';
import type { TaskGroup, TaskView } from './group-tasks';
import { TaskRow } from './task-row';
import { TaskRows } from './task-rows';
import { useRowFocus } from './use-row-focus';

const EMPTY: Record<TaskView, { title: string; words: string }> = {
  today: { title: 'Nothing is due today', words: 'What you plan for today, or leave overdue, is listed here.' },
  upcoming: { title: 'Nothing is coming up', words: 'Tasks with a date after today are listed here.' },
  all: { title: 'No tasks yet', words: 'Write one above, like “Pay rent every 1st !high #home”, or just say it in the chat.' },
  completed: { title: 'Nothing completed yet', words: 'What you tick off is kept here.' },
};

export function TaskList({ view, groups, tag }: { view: TaskView; groups: TaskGroup[]; tag: string | null }) {
  const { tasks: store } = useWorkspace();
  const name = view === 'completed' ? 'done' : 'open';
  const { state, cursor } = useStore(store.state, (current) => current.lists[name]);
  const [problem, setProblem] = useState<{ of: Task; words: string } | null>(null);
  const fail = useCallback((of: Task, words: string) => setProblem({ of, words }), []);
  // What has been changed since has nothing to be sorry for.
  const problemOf = ({ id, version }: Task) => (problem?.of.id === id && problem.of.version === version ? problem.words : undefined);
  const { list, due } = useRowFocus<HTMLDivElement>(groups.flatMap(({ tasks }) => tasks.map(({ id }) => id)));
  const empty = groups.length === 0;
  const late = state === 'unloaded' || state === 'loading';
  return (
    <div {...list} data-scroll className="scroll-pane min-h-0 flex-1 px-2 pb-6 outline-none">
      {empty && late && <Skeletons />}
      {state === 'failed' && (
        <div role="alert" className="grid justify-items-start gap-2 px-2.5 py-4 text-ui text-muted">
          Your tasks could not be loaded.{!empty && ' These may not be all of them, or as they are now.'}
          <Button size="sm" onClick={() => void store.load(name)}>
            Retry
          </Button>
        </div>
      )}
      {empty && state === 'ready' && (
        <div className="px-2.5 py-8">
          <p className="font-medium">{tag ? `Nothing here with #${tag}` : EMPTY[view].title}</p>
          {!tag && <p className="mt-1 text-ui text-muted">{EMPTY[view].words}</p>}
        </div>
      )}
      {groups.map((group, index) => (
        <section key={group.key} aria-label={group.label} className="mt-4 first:mt-2">
          <h3 className={clsx('flex items-baseline gap-2 px-2.5 pb-1 text-meta font-medium', group.overdue ? 'text-danger' : 'text-muted')}>
            {group.label}
            <Count tasks={group.tasks} more={cursor !== null && index === groups.length - 1} />
          </h3>
          <TaskRows tasks={group.tasks} due={due}>
            {(task, nested) => (
              <TaskRow
                key={task.id}
                task={task}
                nested={nested}
                hideDay={group.oneDay}
                problem={problemOf(task)}
                onProblem={fail}
              />
            )}
          </TaskRows>
        </section>
      ))}
      {cursor && state !== 'failed' && <Sentinel busy={state === 'loading'} onSeen={() => store.load(name, true)} />}
    </div>
  );
}

/** How many tasks a group has, as far as they are loaded; subtasks that stand behind their parent are no tasks of their own. */
function Count({ tasks, more }: { tasks: Task[]; more: boolean }) {
  const here = new Set(tasks.map(({ id }) => id));
  const parts = tasks.filter(({ parentId }) => parentId !== null && here.has(parentId)).length;
  return (
    <span className="font-normal text-faint tabular-nums">
      {tasks.length - parts}
      {more && '+'}
      {parts > 0 && ` + ${parts} ${parts === 1 ? 'subtask' : 'subtasks'}`}
    </span>
  );
}

const WIDTHS = ['w-3/5', 'w-4/5', 'w-1/2', 'w-2/3', 'w-3/4'];

function Skeletons() {
  return (
    <div role="status" className="grid gap-5 px-2.5 py-4">
      <span className="sr-only">Loading tasks</span>
      {WIDTHS.map((width) => (
        <span key={width} className="flex items-center gap-3">
          <Skeleton round className="size-[18px]" />
          <Skeleton className={`h-3.5 ${width}`} />
        </span>
      ))}
    </div>
  );
}
