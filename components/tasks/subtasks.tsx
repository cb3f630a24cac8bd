'use client';

import clsx from 'clsx';
import { Plus, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { listSubtasks } from '@/app/(workspace)/actions/tasks';
import { act, messageOf } from '@/components/data/request';
import { useStore } from '@/components/data/store';
import { useWorkspace } from '@/components/data/workspace';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Problem } from '@/components/ui/problem';
import type { Task } from '@/lib/tasks/schemas';
import { TaskTick } from './task-tick';
import { useTaskActions } from './use-task-actions';

/** The subtasks of a task as they are now, open ones first, and the line that adds another; the server is asked for those not here yet. */
export function useSubtasks(task: Task) {
  const { tasks: store } = useWorkspace();
  const { add } = useTaskActions();
  const byId = useStore(store.state, (state) => state.byId);
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const typed = useRef('');
  useEffect(() => {
    act(listSubtasks({ id: task.id })).then((found) => store.put(found), (error: unknown) => setProblem(messageOf(error)));
  }, [store, task.id]);
  const write = (next: string) => {
    typed.current = next;
    setText(next);
  };
  /** Adds what is written. @returns whether nothing is left to add. */
  const submit = async (): Promise<boolean> => {
    if (text.trim() === '') return true;
    setProblem(null);
    write('');
    try {
      await add(text, task.id);
      return true;
    } catch (error) {
      // What could not be added stands there again, unless something else does already.
      if (typed.current === '') write(text);
      setProblem(messageOf(error));
      return false;
    }
  };
  const isDone = ({ status }: Task) => Number(status === 'completed');
  const subtasks = [...byId.values()]
    .filter(({ parentId, deletedAt }) => parentId === task.id && deletedAt === null)
    .sort((a, b) => isDone(a) - isDone(b) || a.number - b.number);
  return { subtasks, text, write, submit, problem, failed: (error: unknown) => setProblem(messageOf(error)) };
}

/** The subtasks of a task: tick, delete, add. All of it happens at once. */
export function Subtasks({ subtasks, text, write, submit, problem, failed }: ReturnType<typeof useSubtasks>) {
  const { drop, restore } = useTaskActions();
  /** Deleted last: a toast would lie behind the dialog, out of reach. */
  const [gone, setGone] = useState<Task | null>(null);
  return (
    <section aria-label="Subtasks" className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
      <h3 className="text-meta font-medium">Subtasks</h3>
      <div className="field">
        {subtasks.length > 0 && (
          <ul aria-label="Subtasks" className="max-h-44 overflow-y-auto border-b border-line py-1">
            {subtasks.map((subtask) => (
              <li key={subtask.id} className="group/sub flex items-center gap-3 py-1 pr-1 pl-3">
                <TaskTick task={subtask} onError={failed} />
                <span
                  data-words
                  className={clsx('min-w-0 flex-1 text-ui break-words', subtask.status === 'completed' && 'text-muted line-through decoration-outline')}
                >
                  {subtask.title}
                </span>
                <IconButton
                  icon={X}
                  size="sm"
                  label={`Delete “${subtask.title}”`}
                  data-tip="Delete"
                  className="reveal group-focus-within/sub:opacity-100 group-hover/sub:opacity-100"
                  onClick={() => void drop(subtask).then(() => setGone(subtask), failed)}
                />
              </li>
            ))}
          </ul>
        )}
        <div className="flex h-10 items-center pr-2 pl-3 pointer-coarse:h-11">
          <Plus size={16} aria-hidden className="mr-3 shrink-0 text-faint" />
          <input
            value={text}
            maxLength={500}
            placeholder="Add a subtask"
            aria-label="Add a subtask"
            autoComplete="off"
            enterKeyHint="done"
            className="h-full min-w-0 flex-1 bg-transparent text-ui outline-none"
            onChange={(event) => write(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              void submit();
            }}
          />
        </div>
      </div>
      <p role="status" className="flex items-center gap-2 text-meta text-muted empty:hidden">
        {gone && (
          <>
            <span data-words className="min-w-0 truncate">
              Deleted “{gone.title}”
            </span>
            <Button size="sm" variant="ghost" onClick={() => void restore(gone).then(() => setGone(null), failed)}>
              Undo
            </Button>
          </>
        )}
      </p>
      <Problem>{problem}</Problem>
    </section>
  );
}
