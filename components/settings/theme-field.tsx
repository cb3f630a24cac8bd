'use client';

import { readTheme, type Theme, THEMES } from '@/components/frame/remembered';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/input';

const WORDS: Record<Theme, string> = { system: 'As the system', light: 'Light', dark: 'Dark' };

type Props = { value: string; onChange: (theme: Theme) => void; outcome?: { error?: string | null; said?: string | null } };

export function ThemeField({ value, onChange, outcome }: Props) {
  return (
    <Field label="Theme" {...outcome}>
      {(control) => (
        <Select {...control} value={readTheme(value)} onChange={(event) => onChange(readTheme(event.target.value))}>
          {THEMES.map((theme) => (
            <option key={theme} value={theme}>
              {WORDS[theme]}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
