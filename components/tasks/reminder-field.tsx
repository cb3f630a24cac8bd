'use client';

import { sayMinutes } from '@/components/time/minutes';
import { Field } from '@/components/ui/field';
import { Input, Select } from '@/components/ui/input';
import type { EditorProps } from './editor-fields';

const OFFSETS = ['0', '10', '30', '60', '1440'];
const AT = 'at';

const label = (minutes: string) => (minutes === '0' ? 'When it is due' : `${sayMinutes(Number(minutes))} before`);

/** When a task wants to be remembered: so long before it is due, or at a moment of its own. */
export function ReminderField({ fields, set, own }: EditorProps & {
  /** The choice that the task came with. */
  own: string;
}) {
  const offsets = own === '' || own === AT || OFFSETS.includes(own) ? OFFSETS : [own, ...OFFSETS];
  return (
    <Field label="Reminder">
      {(control) => (
        <Select {...control} value={fields.reminder} onChange={(event) => set({ reminder: event.target.value })}>
          <option value="">None</option>
          {offsets.map((minutes) => (
            <option key={minutes} value={minutes} disabled={fields.dueDate === '' && fields.recurrence === ''}>
              {label(minutes)}
            </option>
          ))}
          <option value={AT}>At a moment…</option>
        </Select>
      )}
    </Field>
  );
}

/** The moment, where it is one, and what a reminder is good for. */
export function ReminderDetails({ fields, set }: EditorProps) {
  if (fields.reminder === '') return null;
  const note = 'A reminder is noted on the task. Sayso does not send it to you yet.';
  if (fields.reminder !== AT) return <p className="-mt-2 text-meta text-muted">{note}</p>;
  return (
    <Field label="Remind at" hint={note}>
      {(control) => <Input {...control} type="datetime-local" required value={fields.moment} onChange={(event) => set({ moment: event.target.value })} />}
    </Field>
  );
}
