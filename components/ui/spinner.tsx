import clsx from 'clsx';

export function Spinner({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={clsx('inline-block size-4 animate-spin rounded-full border-2 border-current/25 border-t-current', className)}
    />
  );
}
