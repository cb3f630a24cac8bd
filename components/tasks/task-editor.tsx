'use client';

import { useState } from 'react';
import { useWorkspace } from '@/components/data/workspace';
import { When } from '@/components/time/when';
import { Dialog } from '@/components/ui/dialog';
import { Problem } from '@/components/ui/problem';
import { useAttempt } from '@/components/data/use-attempt';
import type { Task } from '@/lib/tasks/schemas';
import { changesOf, type EditorFields, fieldsOf } from './editor-fields';
import { EditorBar } from './editor-bar';
import { ParentField } from './parent-field';
import { DueFields, DurationField, NameFields, PriorityField, TagsField } from './plain-fields';
import { ReminderDetails, ReminderField } from './reminder-field';
import { RepeatDetails, RepeatField, useRepeatWords } from './repeat-fields';
import { Subtasks, useSubtasks } from './subtasks';
import { useTaskActions } from './use-task-actions';

/** Two fields beside each other, where there is room for what they hold. */
const PAIRS = 'grid grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] gap-x-3 gap-y-4';

/** All of a task, to be changed by hand. Only what differs is sent, and nothing that was written is lost by a slip. */
export default function TaskEditor({ task, onClose }: { task: Task; onClose: () => void }) {
  const { tasks: store } = useWorkspace();
  const { edit, remove } = useTaskActions();
  const [fields, setFields] = useState(() => fieldsOf(task));
  const { busy, problem, attempt } = useAttempt();
  const [asking, setAsking] = useState(false);
  const set = (change: Partial<EditorFields>) => {
    setFields((current) => ({ ...current, ...change }));
    setAsking(false);
  };
  const repeat = useRepeatWords(task.recurrence, { fields, set });
  const below = useSubtasks(task);
  const [others] = useState(() => [...store.state.get().byId.values()].filter((other) => canHold(other, task)));

  const isChanged = JSON.stringify(fields) !== JSON.stringify(fieldsOf(task)) || !repeat.isRead || below.text.trim() !== '';
  const leave = () => (isChanged ? setAsking(true) : onClose());
  const save = () =>
    attempt(async () => {
      const read = await repeat.read();
      if (!read || !(await below.submit())) return;
      const changes = changesOf(task, read, others);
      if (Object.keys(changes).length > 0) await edit(task, changes);
      onClose();
    });
  return (
    <Dialog onClose={leave} title={`Task ${task.number}`}>
      <form
        className="flex min-h-0 flex-col"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void save();
        }}
      >
        <div className="scroll-pane grid min-h-0 grid-cols-[minmax(0,1fr)] gap-4 px-5 pt-1 pb-4">
          <NameFields fields={fields} set={set} />
          {task.parentId === null && <Subtasks {...below} />}
          <div className={PAIRS}>
            <DueFields fields={fields} set={set} />
            <RepeatField fields={fields} set={set} repeat={repeat} />
            <PriorityField fields={fields} set={set} />
          </div>
          <RepeatDetails fields={fields} set={set} repeat={repeat} />
          <div className={PAIRS}>
            <DurationField fields={fields} set={set} />
            <ReminderField fields={fields} set={set} own={fieldsOf(task).reminder} />
          </div>
          <ReminderDetails fields={fields} set={set} />
          <TagsField fields={fields} set={set} />
          {below.subtasks.length === 0 && <ParentField task={task} others={others} fields={fields} set={set} />}
          <p className="text-meta text-muted">
            Created <When at={task.createdAt} />
            {task.completedAt && (
              <>
                {' '}
                · completed <When at={task.completedAt} />
              </>
            )}
          </p>
        </div>
        <Problem className="px-5 pt-2">{problem}</Problem>
        <EditorBar
          asking={asking && isChanged}
          busy={busy}
          ready={fields.title.trim() !== ''}
          onDelete={() => {
            onClose();
            void remove(task).catch(() => undefined);
          }}
          onDiscard={onClose}
        />
      </form>
    </Dialog>
  );
}

/** There is one level of subtasks: a task that is a part itself holds none. */
const canHold = (other: Task, task: Task) =>
  other.id !== task.id && other.parentId === null && other.deletedAt === null && other.status === 'pending';
