import clsx from 'clsx';

/** A grey bar, or a disc, in place of what is late. */
export function Skeleton({ className, round = false }: { className?: string; round?: boolean }) {
  return <span aria-hidden className={clsx('block animate-pulse-soft bg-pressed', round ? 'rounded-full' : 'rounded-sm', className)} />;
}
