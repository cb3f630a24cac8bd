import { type ReactNode, useId } from 'react';
import { useKeptFocus } from '@/components/ui/use-kept-focus';

/** A part of the settings: what it is, in a sentence what it does, and its controls. */
export function Section({ title, hint, children }: { title: string; hint?: ReactNode; children: ReactNode }) {
  const id = useId();
  const kept = useKeptFocus<HTMLElement>();
  return (
    <section
      {...kept}
      tabIndex={-1}
      aria-labelledby={id}
      className="grid grid-cols-[minmax(0,1fr)] gap-4 border-t border-line py-7 outline-none first:border-t-0 first:pt-0"
    >
      <header className="grid gap-1">
        <h2 id={id} className="font-semibold">
          {title}
        </h2>
        {hint && <p className="max-w-prose text-ui text-muted">{hint}</p>}
      </header>
      {children}
    </section>
  );
}
