'use client';

import { useState } from 'react';
import { messageOf } from '@/components/data/request';
import { sayRecurrence } from '@/components/time/recurrence-label';
import { When } from '@/components/time/when';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input, Select, Textarea } from '@/components/ui/input';
import { DESCRIPTION_MAX, PRIORITIES, type Priority, type Task, type TaskChanges, TITLE_MAX } from '@/lib/tasks/schemas';
import { useTaskActions } from './use-task-actions';

const REPEATS = ['FREQ=DAILY', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'FREQ=WEEKLY', 'FREQ=MONTHLY', 'FREQ=YEARLY'];
const words = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** All of a task, to be changed by hand. Only what differs is sent. */
export default function TaskEditor({ task, onClose }: { task: Task; onClose: () => void }) {
  const { edit, remove } = useTaskActions();
  const [fields, setFields] = useState({
    title: task.title,
    description: task.description ?? '',
    dueDate: task.dueDate ?? '',
    dueTime: task.dueTime ?? '',
    recurrence: task.recurrence ?? '',
    priority: task.priority,
    tags: task.tags.join(', '),
  });
  const [problem, setProblem] = useState<string | null>(null);
  const set = (change: Partial<typeof fields>) => setFields((current) => ({ ...current, ...change }));
  const rules = task.recurrence && !REPEATS.includes(task.recurrence) ? [task.recurrence, ...REPEATS] : REPEATS;

  const save = async () => {
    const tags = fields.tags.split(',').map((tag) => tag.trim().replace(/^#/, '')).filter(Boolean);
    const changes: TaskChanges = {
      ...(fields.title.trim() !== task.title && { title: fields.title.trim() }),
      ...(fields.description.trim() !== (task.description ?? '') && { description: fields.description.trim() || null }),
      ...(fields.dueDate !== (task.dueDate ?? '') && { dueDate: fields.dueDate || null }),
      ...(fields.dueTime !== (task.dueTime ?? '') && { dueTime: fields.dueTime || null }),
      ...(fields.recurrence !== (task.recurrence ?? '') && { recurrence: fields.recurrence || null }),
      ...(fields.priority !== task.priority && { priority: fields.priority }),
      ...(tags.join() !== task.tags.join() && { tags }),
    };
    if (Object.keys(changes).length === 0) return onClose();
    try {
      await edit(task, changes);
      onClose();
    } catch (error) {
      setProblem(messageOf(error));
    }
  };
  return (
    <Dialog open onClose={onClose} title={`Task ${task.number}`}>
      <form
        className="scroll-pane grid gap-4 px-5 pt-1 pb-5"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field label="Title">
          {(control) => <Input {...control} required maxLength={TITLE_MAX} value={fields.title} onChange={(event) => set({ title: event.target.value })} />}
        </Field>
        <Field label="Description">
          {(control) => (
            <Textarea {...control} rows={3} maxLength={DESCRIPTION_MAX} value={fields.description} onChange={(event) => set({ description: event.target.value })} />
          )}
        </Field>
        <div className="grid grid-cols-2 gap-3">
          <Field label="Due">
            {(control) => <Input {...control} type="date" value={fields.dueDate} onChange={(event) => set({ dueDate: event.target.value })} />}
          </Field>
          <Field label="Time">
            {(control) => (
              <Input {...control} type="time" disabled={fields.dueDate === ''} value={fields.dueTime} onChange={(event) => set({ dueTime: event.target.value })} />
            )}
          </Field>
          <Field label="Repeats">
            {(control) => (
              <Select {...control} value={fields.recurrence} onChange={(event) => set({ recurrence: event.target.value })}>
                <option value="">Does not repeat</option>
                {rules.map((rule) => (
                  <option key={rule} value={rule}>
                    {words(sayRecurrence(rule))}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label="Priority">
            {(control) => (
              <Select
                {...control}
                value={fields.priority}
                onChange={(event) => set({ priority: PRIORITIES.find((each): each is Priority => each === event.target.value) ?? 'none' })}
              >
                {PRIORITIES.map((priority) => (
                  <option key={priority} value={priority}>
                    {words(priority)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        <Field label="Tags" hint="Separated by commas.">
          {(control) => <Input {...control} value={fields.tags} autoComplete="off" onChange={(event) => set({ tags: event.target.value })} />}
        </Field>
        {problem && (
          <p role="alert" className="text-meta text-danger">
            {problem}
          </p>
        )}
        <p className="text-meta text-muted">
          Created <When at={task.createdAt} />
          {task.completedAt && (
            <>
              {' '}
              · completed <When at={task.completedAt} />
            </>
          )}
        </p>
        <div className="flex justify-between gap-2">
          <Button
            variant="ghost"
            className="text-danger"
            onClick={() => {
              onClose();
              void remove(task).catch(() => undefined);
            }}
          >
            Delete
          </Button>
          <span className="flex gap-2">
            <Button variant="ghost" onClick={onClose}>
              Cancel
            </Button>
            <Button variant="primary" type="submit" disabled={fields.title.trim() === ''}>
              Save
            </Button>
          </span>
        </div>
      </form>
    </Dialog>
  );
}
