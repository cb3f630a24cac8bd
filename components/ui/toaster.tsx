'use client';

import { useEffect, useRef } from 'react';
import { Toaster as Sonner, toast as show } from 'sonner';
import { type Toast, TOAST_MS } from './toast';

/** Draws toasts. `toasts` only grows; each is shown once. */
export default function Toaster({ toasts }: { toasts: Toast[] }) {
  const shown = useRef(0);
  useEffect(() => {
    for (const toast of toasts.slice(shown.current)) {
      show(toast.text, toast.action && { action: { label: toast.action.label, onClick: toast.action.run } });
    }
    shown.current = toasts.length;
  }, [toasts]);
  return (
    <Sonner
      position="top-center"
      duration={TOAST_MS}
      // More of them would lie over what is below the header.
      visibleToasts={1}
      offset={{ top: 'calc(12px + env(safe-area-inset-top))' }}
      // On a phone it is as wide as the header, which is to stay within reach.
      mobileOffset={{ top: 'calc(3.5rem + 6px + env(safe-area-inset-top))' }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-[min(24rem,calc(100vw-1.5rem))] items-center gap-3 rounded-md border border-line bg-surface py-2 pr-2 pl-4 pointer-coarse:py-0.5 font-sans text-ui text-text shadow-float',
          content: 'min-w-0 flex-1',
          title: 'line-clamp-2 break-words',
          actionButton:
            'h-8 shrink-0 rounded-sm px-3 text-ui font-medium text-accent hover:bg-hover pointer-coarse:h-11',
        },
      }}
    />
  );
}
