'use client';

import { useEffect, useId } from 'react';
import { useTask, useWorkspace } from '@/components/data/workspace';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { Task } from '@/lib/tasks/schemas';
import type { EditorProps } from './editor-fields';

/** Of which task this one is a part; an empty field makes it stand by itself. */
export function ParentField({ task, others, fields, set }: EditorProps & {
  task: Task;
  /** Tasks that it could be a part of. */
  others: readonly Task[];
}) {
  const list = useId();
  const { tasks } = useWorkspace();
  const parent = useTask(task.parentId ?? '');
  useEffect(() => {
    if (task.parentId) tasks.ensure([task.parentId]);
  }, [tasks, task.parentId]);
  return (
    <Field label="Part of" hint={task.parentId ? 'Empty it to let the task stand by itself.' : undefined}>
      {(control) => (
        <>
          <Input
            {...control}
            list={list}
            autoComplete="off"
            maxLength={200}
            placeholder="Title or number"
            value={fields.parent ?? parent?.title ?? ''}
            onChange={(event) => set({ parent: event.target.value })}
          />
          <datalist id={list}>
            {others.map(({ id, title }) => (
              <option key={id} value={title} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}
