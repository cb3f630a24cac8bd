import clsx from 'clsx';
import type { LucideIcon } from 'lucide-react';
import Link from 'next/link';
import type { ComponentProps } from 'react';

type IconLinkProps = Omit<ComponentProps<typeof Link>, 'children' | 'className'> & {
  icon: LucideIcon;
  /** The name for screen readers, shown as the tooltip too. */
  label: string;
  current?: boolean;
};

/** A square link with a 16 px icon, of the size of an IconButton. */
export function IconLink({ icon: Icon, label, current = false, ...props }: IconLinkProps) {
  return (
    <Link
      aria-label={label}
      data-tip={label}
      aria-current={current ? 'page' : undefined}
      {...props}
      className={clsx(
        'grid size-9 shrink-0 place-items-center rounded-md transition-colors hover:bg-hover hover:text-text pointer-coarse:size-11',
        current ? 'bg-pressed text-text' : 'text-muted',
      )}
    >
      <Icon size={16} aria-hidden />
    </Link>
  );
}
