'use client';

import { useMemo } from 'react';
import {
  changeTask,
  completeTask,
  deleteTask,
  emptyTrash,
  purgeTask,
  quickAdd,
  reopenTask,
  restoreTask,
  undoCall,
  undoCalls,
} from '@/app/(workspace)/actions/tasks';
import { act, type ActionResult, messageOf, RequestError } from '@/components/data/request';
import { type Workspace, useWorkspace } from '@/components/data/workspace';
import { browserZone } from '@/components/time/browser-zone';
import { showToast } from '@/components/ui/toast';
import type { Task, TaskChanges } from '@/lib/tasks/schemas';
import type { ToolOutput, ToolSuccess } from '@/lib/tasks/tool-output';

/** What a hand can do with a task. Each is drawn at once; a failure puts the task back and throws words for a person. */
type TaskActions = ReturnType<typeof makeActions>;

const sayWhy = (error: unknown) => showToast({ text: messageOf(error) });

export function useTaskActions(): TaskActions {
  const { tasks } = useWorkspace();
  return useMemo(() => makeActions(tasks), [tasks]);
}

function makeActions(store: Workspace['tasks']) {
  /** Runs an action and takes over the tasks that it answers with. */
  const run = async (action: Promise<ActionResult<ToolOutput>>): Promise<ToolSuccess> => {
    const output = await act(action);
    if (!output.ok) throw new RequestError(400, output.code, output.message);
    store.take(output);
    return output;
  };
  const saved = async (action: Promise<ActionResult<ToolOutput>>) => (await run(action)).tasks ?? [];

  const drop = (task: Task) =>
    store.change(task, { deletedAt: new Date().toISOString() }, () => saved(deleteTask({ id: task.id })));
  const restore = (task: Task) => store.change(task, { deletedAt: null }, () => saved(restoreTask({ id: task.id })));
  /** @returns the recorded call, by which it is taken back. */
  const complete = async (task: Task): Promise<string | undefined> => {
    let call: string | undefined;
    await store.change(task, { status: 'completed', completedAt: new Date().toISOString() }, async () => {
      const { id, tasks = [] } = await run(completeTask({ id: task.id }));
      call = id;
      return tasks;
    });
    return call;
  };
  return {
    /** Adds what one line says; with `parent`, as a subtask of that task. */
    add: (text: string, parent?: string) => run(quickAdd({ text, parent, timeZone: browserZone() })),
    /** Completes without a word: for where the task stays in view, ticked. */
    complete,
    /** Completes a task that leaves the view by it; a finger that slipped is taken back at once, with the next of a series. */
    finish: async (task: Task) => {
      const call = await complete(task);
      if (call) showToast({ text: `Completed “${task.title}”`, action: { label: 'Undo', run: () => void run(undoCall({ toolCallId: call })).catch(sayWhy) } });
    },
    reopen: (task: Task) => store.change(task, { status: 'pending', completedAt: null }, () => saved(reopenTask({ id: task.id }))),
    edit: (task: Task, changes: TaskChanges) => {
      const { parent: _, ...drawn } = changes;
      return store.change(task, drawn, () => saved(changeTask({ id: task.id, changes, timeZone: browserZone() })));
    },
    /** Deletes without a word: whoever calls it offers the way back. */
    drop,
    remove: async (task: Task) => {
      await drop(task);
      showToast({
        text: `Deleted “${task.title}”`,
        action: { label: 'Undo', run: () => void restore(task).catch(() => showToast({ text: 'That could not be brought back. It is in the trash.' })) },
      });
    },
    restore,
    /** Erases a task of the trash. */
    purge: ({ id, version }: Task) => run(purgeTask({ id, version })),
    /** Erases everything in the trash. */
    emptyTrash: async () => {
      const output = await act(emptyTrash({}));
      if (!output.ok) throw new RequestError(400, output.code, output.message);
      store.forget(output.ids);
    },
    /** Takes back what a call of the assistant changed. */
    undo: (toolCallId: string) => run(undoCall({ toolCallId })),
    /** The same for several calls together. */
    undoAll: (toolCallIds: string[]) => run(undoCalls({ toolCallIds })),
  };
}
