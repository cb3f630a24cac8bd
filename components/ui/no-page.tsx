import clsx from 'clsx';
import type { ReactNode } from 'react';

type Props = {
  title: string;
  words: string;
  /** It stands between the panes rather than alone. */
  inside?: boolean;
  role?: 'alert';
  /** The way on. */
  children: ReactNode;
};

/** What stands where a page cannot be shown: why, and what to do. */
export function NoPage({ title, words, inside = false, role, children }: Props) {
  const Place = inside ? 'div' : 'main';
  return (
    <Place role={role} className={clsx('grid place-content-center justify-items-start gap-2 px-6', inside ? 'h-full' : 'min-h-dvh')}>
      <h1 className="text-title font-semibold">{title}</h1>
      <p className="max-w-prose text-muted">{words}</p>
      <div className="mt-3 flex">{children}</div>
    </Place>
  );
}
