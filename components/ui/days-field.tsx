import { Field } from './field';
import { Select } from './input';

type Props = {
  label: string;
  choices: [words: string, days: number | null][];
  /** Days from now; null: without end. */
  value: number | null;
  onChange: (days: number | null) => void;
};

/** For how long something holds. */
export const DaysField = ({ label, choices, value, onChange }: Props) => (
  <Field label={label}>
    {(control) => (
      <Select {...control} value={value ?? ''} onChange={(event) => onChange(Number(event.target.value) || null)}>
        {choices.map(([words, days]) => (
          <option key={words} value={days ?? ''}>
            {words}
          </option>
        ))}
      </Select>
    )}
  </Field>
);
