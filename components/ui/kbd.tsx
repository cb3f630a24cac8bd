import type { ReactNode } from 'react';

/** A key, as it is written on the keyboard. Decoration: the control it belongs to says the same in `aria-keyshortcuts`. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd
      aria-hidden
      className="inline-grid h-5 min-w-5 place-items-center rounded-sm border border-current/25 px-1 font-sans text-tiny font-medium pointer-coarse:hidden"
    >
      {children}
    </kbd>
  );
}
