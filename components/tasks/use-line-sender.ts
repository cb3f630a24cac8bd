import { useState } from 'react';
import { messageOf, postJson } from '@/components/data/request';
import { useWorkspace } from '@/components/data/workspace';
import { browserZone } from '@/components/time/browser-zone';
import type { Task } from '@/lib/tasks/schemas';
import { toNewTask } from './quick-add-text';
import { useTaskActions } from './use-task-actions';
import { EMPTY_LINE, type Line, type useUnderstoodLine } from './use-understood-line';

/** A line that was not added, and why not. */
export type FailedLine = Line & { why: string };

/** Makes tasks of lines; the next may be written, and sent, before this one is there. @param onAdded is told each task. */
export function useLineSender(field: ReturnType<typeof useUnderstoodLine>, onAdded: (task: Task) => void) {
  const { tasks } = useWorkspace();
  const { add } = useTaskActions();
  const [problem, setProblem] = useState<string | null>(null);
  const [failed, setFailed] = useState<FailedLine[]>([]);

  const create = async (line: Line): Promise<Task | undefined> => {
    const draft = line.plain.length > 0 && field.readNow(line);
    if (!draft) return (await add(line.text)).tasks?.[0];
    const response = await postJson('/api/v1/tasks', { ...toNewTask(draft, line.text, line.plain), timeZone: browserZone() });
    const task = (await response.json()) as Task;
    tasks.put([task]);
    return task;
  };
  const send = async (line: Line) => {
    try {
      const task = await create(line);
      if (task) onAdded(task);
    } catch (error) {
      // It stands there again, unless the next line does already.
      if (field.isEmpty()) {
        field.put(line);
        setProblem(messageOf(error));
      } else setFailed((lines) => [...lines, { ...line, why: messageOf(error) }]);
    }
  };
  const drop = (line: FailedLine) => setFailed((lines) => lines.filter((each) => each !== line));
  return {
    /** Why the line that stands there was not added. */
    problem,
    forget: () => setProblem(null),
    failed,
    drop,
    retry: (line: FailedLine) => {
      drop(line);
      void send(line);
    },
    submit: () => {
      const { line } = field;
      if (line.text.trim() === '') return;
      setProblem(null);
      field.put(EMPTY_LINE);
      void send(line);
    },
  };
}
