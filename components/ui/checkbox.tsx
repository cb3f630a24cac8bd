'use client';

import clsx from 'clsx';
import { Check } from 'lucide-react';

/** A round tick box for tasks: a native checkbox under a drawn one, so that keyboards and screen readers know it. */
export function TaskCheckbox({ checked, label, onChange, disabled, urgent }: {
  checked: boolean;
  label: string;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
  /** Draws the ring strongly, for high priority. */
  urgent?: boolean;
}) {
  return (
    <label className="relative -m-1.5 grid size-8 shrink-0 cursor-pointer place-items-center has-disabled:cursor-default pointer-coarse:-m-3 pointer-coarse:size-11">
      <input
        type="checkbox"
        className="peer absolute inset-0 m-0 cursor-[inherit] appearance-none rounded-full opacity-0"
        checked={checked}
        disabled={disabled}
        aria-label={label}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span
        aria-hidden
        className={clsx(
          'grid size-[18px] place-items-center rounded-full transition-colors peer-disabled:opacity-50',
          'peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent',
          checked ? 'border-[1.5px] border-accent bg-accent text-on-accent' : clsx(urgent ? 'border-2 border-text' : 'border-[1.5px] border-outline', 'text-transparent peer-hover:text-faint forced-colors:*:invisible'),
        )}
      >
        <Check size={11} strokeWidth={3} />
      </span>
    </label>
  );
}
