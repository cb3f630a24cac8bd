import clsx from 'clsx';
import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';

export function Input({ className, ...props }: ComponentProps<'input'>) {
  return <input {...props} className={clsx('field h-10 w-full min-w-0 px-3 text-ui pointer-coarse:h-11', className)} />;
}

export function Textarea({ className, ...props }: ComponentProps<'textarea'>) {
  return <textarea {...props} className={clsx('field w-full min-w-0 resize-y px-3 py-2 text-ui', className)} />;
}

export function Select({ className, ...props }: ComponentProps<'select'>) {
  return (
    <span className="relative grid min-w-0 items-center">
      <select {...props} className={clsx('field h-10 w-full min-w-0 appearance-none truncate pr-9 pl-3 text-ui pointer-coarse:h-11', className)} />
      <ChevronDown size={16} aria-hidden className="pointer-events-none absolute right-3 text-muted" />
    </span>
  );
}
