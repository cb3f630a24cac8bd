'use client';

import clsx from 'clsx';
import { ArrowLeft } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { messageOf } from '@/components/data/request';
import { useStore } from '@/components/data/store';
import { useWorkspace } from '@/components/data/workspace';
import { ConfirmButton } from '@/components/settings/confirm-button';
import { Sentinel } from '@/components/sidebar/conversation-list';
import { When } from '@/components/time/when';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Skeleton } from '@/components/ui/skeleton';
import { Problem } from '@/components/ui/problem';
import type { Task } from '@/lib/tasks/schemas';
import { trashOf } from './group-tasks';
import { TaskRows } from './task-rows';
import { useRowFocus } from './use-row-focus';
import { useTaskActions } from './use-task-actions';

/** The deleted tasks, in place of the panel's lists: to be brought back, or erased before their time. */
export default function TaskTrash({ tasks, onBack }: { tasks: readonly Task[]; onBack: () => void }) {
  const { tasks: store } = useWorkspace();
  const { emptyTrash } = useTaskActions();
  const { state, cursor } = useStore(store.state, (current) => current.lists.trash);
  const trash = useMemo(() => trashOf(tasks), [tasks]);
  const { list, due } = useRowFocus<HTMLDivElement>(trash.map(({ id }) => id));
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    void store.load('trash').then(() => store.refresh(['trash']));
    back.current?.focus();
    return () => store.leaveTrash();
  }, [store]);
  return (
    <>
      <div className="flex h-14 shrink-0 items-center gap-1 pt-safe pr-3 pl-2">
        <IconButton ref={back} icon={ArrowLeft} label="Back to the tasks" onClick={onBack} />
        <h2 className="flex-1 font-semibold tracking-tight">Trash</h2>
        {trash.length > 0 && <ConfirmButton label="Empty trash" of="all deleted tasks" onConfirm={emptyTrash} />}
      </div>
      <p className="shrink-0 px-4 pb-2 text-meta text-muted">Deleted tasks are erased after 30 days.</p>
      <div {...list} data-scroll className="scroll-pane min-h-0 flex-1 px-2 pb-6 outline-none">
        {trash.length === 0 && (state === 'unloaded' || state === 'loading') && <Skeleton className="m-2.5 h-8" />}
        {state === 'failed' && (
          <div role="alert" className="grid justify-items-start gap-2 px-2.5 py-4 text-ui text-muted">
            The trash could not be loaded.
            <Button size="sm" onClick={() => void store.load('trash')}>
              Retry
            </Button>
          </div>
        )}
        {trash.length === 0 && state === 'ready' && (
          <div className="px-2.5 py-6">
            <p className="font-medium">The trash is empty</p>
            <p className="mt-1 text-ui text-muted">A task that you delete waits here, to be brought back.</p>
          </div>
        )}
        <TaskRows tasks={trash} due={due} label="Deleted tasks">
          {(task, nested) => <DeletedTask key={task.id} task={task} nested={nested} />}
        </TaskRows>
        {cursor && state !== 'failed' && <Sentinel busy={state === 'loading'} onSeen={() => store.load('trash', true)} />}
      </div>
    </>
  );
}

function DeletedTask({ task, nested }: { task: Task; nested: boolean }) {
  const { tasks: store } = useWorkspace();
  const { restore, purge } = useTaskActions();
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => store.trashRows.show(task.id), [store, task.id]);
  return (
    <div role="listitem" data-row={task.id} className={clsx('group/task rounded-md px-2.5 py-2 hover:bg-hover', nested && 'pl-8')}>
      <p data-words className="text-ui break-words">
        {task.title}
      </p>
      <div className="flex flex-wrap items-center justify-between gap-x-2">
        <span className="text-meta text-muted">
          {task.status === 'completed' && 'Completed · '}
          Deleted {task.deletedAt && <When at={task.deletedAt} />}
        </span>
        <span className="-mr-1.5 flex flex-wrap items-center justify-end">
          <span className="reveal flex group-focus-within/task:opacity-100 group-hover/task:opacity-100">
            <ConfirmButton label="Delete for good" of={task.title} onConfirm={async () => void (await purge(task))} />
          </span>
          <Button size="sm" variant="ghost" onClick={() => void restore(task).catch((error: unknown) => setProblem(messageOf(error)))}>
            Restore<span className="sr-only"> “{task.title}”</span>
          </Button>
        </span>
      </div>
      <Problem>{problem}</Problem>
    </div>
  );
}
