'use client';

import { useState } from 'react';
import { useWorkspace } from '@/components/data/workspace';
import { When } from '@/components/time/when';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input, Select, Textarea } from '@/components/ui/input';
import { Problem } from '@/components/ui/problem';
import { useAttempt } from '@/components/ui/use-attempt';
import { DESCRIPTION_MAX, PRIORITIES, type Priority, type Task, TITLE_MAX } from '@/lib/tasks/schemas';
import { changesOf, type EditorFields, fieldsOf } from './editor-fields';
import { EditorBar } from './editor-bar';
import { ParentField } from './parent-field';
import { ReminderDetails, ReminderField } from './reminder-field';
import { RepeatDetails, RepeatField, upper, useRepeatWords } from './repeat-fields';
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
  const repeat = useRepeatWords(task.recurrence, fields, set);
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
    <Dialog open onClose={leave} title={`Task ${task.number}`}>
      <form
        className="flex min-h-0 flex-col"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void save();
        }}
      >
        <div className="scroll-pane grid min-h-0 grid-cols-[minmax(0,1fr)] gap-4 px-5 pt-1 pb-4">
          <Field label="Title">
            {(control) => (
              <Textarea
                {...control}
                required
                rows={1}
                maxLength={TITLE_MAX}
                className="min-h-10 resize-none! [field-sizing:content]"
                value={fields.title}
                onChange={(event) => set({ title: event.target.value.replace(/\n/g, ' ') })}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
                  event.preventDefault();
                  event.currentTarget.form?.requestSubmit();
                }}
              />
            )}
          </Field>
          <Field label="Description">
            {(control) => (
              <Textarea {...control} rows={2} className="max-h-60 min-h-16 [field-sizing:content]" maxLength={DESCRIPTION_MAX} value={fields.description} onChange={(event) => set({ description: event.target.value })} />
            )}
          </Field>
          {task.parentId === null && <Subtasks {...below} />}
          <div className={PAIRS}>
            <Field label="Due">
              {(control) => <Input {...control} type="date" value={fields.dueDate} onChange={(event) => set({ dueDate: event.target.value })} />}
            </Field>
            <Field label="Time">
              {(control) => (
                <Input {...control} type="time" disabled={fields.dueDate === ''} value={fields.dueTime} onChange={(event) => set({ dueTime: event.target.value })} />
              )}
            </Field>
            <RepeatField fields={fields} set={set} repeat={repeat} />
            <Field label="Priority">
              {(control) => (
                <Select
                  {...control}
                  value={fields.priority}
                  onChange={(event) => set({ priority: PRIORITIES.find((each): each is Priority => each === event.target.value) ?? 'none' })}
                >
                  {PRIORITIES.map((priority) => (
                    <option key={priority} value={priority}>
                      {upper(priority)}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          </div>
          <RepeatDetails fields={fields} set={set} repeat={repeat} />
          <div className={PAIRS}>
            <Field label="Takes, in minutes">
              {(control) => (
                <Input {...control} type="number" inputMode="numeric" min={1} max={10_080} value={fields.duration} onChange={(event) => set({ duration: event.target.value })} />
              )}
            </Field>
            <ReminderField fields={fields} set={set} own={fieldsOf(task).reminder} />
          </div>
          <ReminderDetails fields={fields} set={set} />
          <Field label="Tags" hint="Separated by commas.">
            {(control) => <Input {...control} value={fields.tags} autoComplete="off" onChange={(event) => set({ tags: event.target.value })} />}
          </Field>
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
