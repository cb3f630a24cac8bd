import clsx from 'clsx';
import type { ReactNode } from 'react';

/** What went wrong, below what was tried; nothing where nothing did. */
export const Problem = ({ className, children }: { className?: string; children: ReactNode }) =>
  children ? (
    <p role="alert" className={clsx('text-meta text-danger', className)}>
      {children}
    </p>
  ) : null;
