import clsx from 'clsx';
import type { ComponentProps } from 'react';
import type { IconType } from './sprite';

type IconButtonProps = Omit<ComponentProps<'button'>, 'children'> & {
  icon: IconType;
  /** The name for screen readers, shown as the tooltip too. */
  label: string;
  /** Keys that do the same, shown in the tooltip. */
  keys?: string;
  size?: 'sm' | 'md';
};

/** A square button with a 16 px icon; at least 24 px, 40 px under a finger. */
export function IconButton({ icon: Icon, label, keys, size = 'md', className, ...props }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      data-tip={keys ? `${label}\n${keys}` : label}
      {...props}
      className={clsx(
        'inline-flex shrink-0 items-center justify-center rounded-md text-muted transition-colors',
        'hover:bg-hover hover:text-text active:bg-pressed disabled:cursor-default disabled:opacity-45 disabled:hover:bg-transparent',
        size === 'sm' ? 'size-7 pointer-coarse:size-10' : 'size-9 pointer-coarse:size-11',
        className,
      )}
    >
      <Icon size={16} aria-hidden />
    </button>
  );
}
