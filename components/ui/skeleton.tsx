import clsx from 'clsx';

/** A grey bar in place of words that are late. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={clsx('block animate-pulse-soft rounded-sm bg-pressed', className)} />;
}
