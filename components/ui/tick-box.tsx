import clsx from 'clsx';
import { Check } from 'lucide-react';
import type { ComponentProps } from 'react';

/** A square box to tick, with its words beside it; a task has a round one. */
export function TickBox({ className, children, ...props }: Omit<ComponentProps<'input'>, 'type'>) {
  return (
    <label className={clsx('flex items-center gap-2.5 text-ui', className)}>
      <span className="relative grid size-4 shrink-0 place-items-center">
        <input
          {...props}
          type="checkbox"
          className="peer size-4 appearance-none rounded-[5px] border-[1.5px] border-outline bg-surface checked:border-accent checked:bg-accent disabled:opacity-50 forced-colors:appearance-auto"
        />
        <Check size={11} strokeWidth={3} aria-hidden className="pointer-events-none absolute hidden text-on-accent peer-checked:block forced-colors:hidden" />
      </span>
      {children}
    </label>
  );
}
