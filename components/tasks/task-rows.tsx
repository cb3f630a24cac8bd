'use client';

import { type ReactNode, useState } from 'react';
import { pagesOf } from '@/components/windowed/pages-of';
import { type Heights, Windowed } from '@/components/windowed/windowed';
import type { Task } from '@/lib/tasks/schemas';

/** So many rows come and go together. */
const PAGE = 10;
/** What a row with and without a second line is high, on average. */
const ROW_PX = 48;

/** Rows of tasks, in the document only near what is seen. @param due a task whose row is drawn wherever it is. */
export function TaskRows({ tasks, due, label, children }: {
  tasks: readonly Task[];
  due: string | null;
  label?: string;
  children: (task: Task, nested: boolean) => ReactNode;
}) {
  const [heights] = useState<Heights>(() => new Map());
  const here = new Set(tasks.map(({ id }) => id));
  return (
    <div role="list" aria-label={label}>
      {pagesOf(tasks, 0, PAGE).map(({ key, items }) => (
        <Windowed key={key} id={key} heights={heights} estimate={items.length * ROW_PX} keep={items.some(({ id }) => id === due)}>
          {items.map((task) => children(task, task.parentId !== null && here.has(task.parentId)))}
        </Windowed>
      ))}
    </div>
  );
}
