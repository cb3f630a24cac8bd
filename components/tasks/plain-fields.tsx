import { Field } from '@/components/ui/field';
import { Input, Select, Textarea } from '@/components/ui/input';
import { DESCRIPTION_MAX, PRIORITIES, type Priority, TITLE_MAX } from '@/lib/tasks/schemas';
import type { EditorProps } from './editor-fields';
import { upper } from './repeat-fields';

/** What is to be done: a title on one line, which Enter saves, and what there is to say about it. */
export function NameFields({ fields, set }: EditorProps) {
  return (
    <>
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
          <Textarea
            {...control}
            rows={2}
            maxLength={DESCRIPTION_MAX}
            className="max-h-60 min-h-16 [field-sizing:content]"
            value={fields.description}
            onChange={(event) => set({ description: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}

/** A day and, where there is one, a time. */
export function DueFields({ fields, set }: EditorProps) {
  return (
    <>
      <Field label="Due">
        {(control) => <Input {...control} type="date" value={fields.dueDate} onChange={(event) => set({ dueDate: event.target.value })} />}
      </Field>
      <Field label="Time">
        {(control) => (
          <Input {...control} type="time" disabled={fields.dueDate === ''} value={fields.dueTime} onChange={(event) => set({ dueTime: event.target.value })} />
        )}
      </Field>
    </>
  );
}

export const PriorityField = ({ fields, set }: EditorProps) => (
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
);

export const DurationField = ({ fields, set }: EditorProps) => (
  <Field label="Takes, in minutes">
    {(control) => (
      <Input {...control} type="number" inputMode="numeric" min={1} max={10_080} value={fields.duration} onChange={(event) => set({ duration: event.target.value })} />
    )}
  </Field>
);

export const TagsField = ({ fields, set }: EditorProps) => (
  <Field label="Tags" hint="Separated by commas.">
    {(control) => <Input {...control} value={fields.tags} autoComplete="off" onChange={(event) => set({ tags: event.target.value })} />}
  </Field>
);
