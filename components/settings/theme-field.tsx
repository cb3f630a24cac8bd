'use client';

import { readTheme, type Theme, THEMES } from '@/components/frame/remembered';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/input';

const WORDS: Record<Theme, string> = { system: 'As the system', light: 'Light', dark: 'Dark' };

export function ThemeField({ value, onChange }: { value: string; onChange: (theme: Theme) => void }) {
  return (
    <Field label="Theme">
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
