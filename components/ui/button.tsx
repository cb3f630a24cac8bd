import clsx from 'clsx';
import type { ComponentProps } from 'react';
import { Spinner } from './spinner';

const variants = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong',
  quiet: 'border border-line bg-surface text-text hover:bg-hover active:bg-pressed',
  ghost: 'hover:bg-hover active:bg-pressed',
  danger: 'border border-line bg-surface text-danger hover:bg-hover active:bg-pressed',
};
const sizes = {
  sm: 'h-8 px-3 text-meta pointer-coarse:h-10',
  md: 'h-10 px-4 text-ui pointer-coarse:h-11',
};

type ButtonProps = ComponentProps<'button'> & {
  variant?: keyof typeof variants;
  size?: keyof typeof sizes;
  /** Shows that the press is being worked on; the button keeps its width and the focus, and takes no second press. */
  busy?: boolean;
};

export function Button({ variant = 'quiet', size = 'md', busy = false, className, children, onClick, ...props }: ButtonProps) {
  return (
    <button
      type="button"
      {...props}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={clsx(
        'relative inline-flex shrink-0 items-center justify-center gap-2 rounded-md font-medium whitespace-nowrap transition-colors',
        'disabled:cursor-default disabled:opacity-55 aria-disabled:cursor-default aria-disabled:opacity-55',
        variants[variant],
        sizes[size],
        className,
      )}
    >
      <span className={clsx('contents', busy && '[&]:invisible')}>{children}</span>
      {busy && <Spinner className="absolute" />}
    </button>
  );
}
