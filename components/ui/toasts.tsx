'use client';

import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from './button';
import { IconButton } from './icon-button';
import { late } from './late';
import { onToast, type Toast, TOAST_MS } from './toast';

const Toaster = late<{ toasts: Toast[] }>(() => import('./toaster'), PlainToast);

/** The newest toast, where the code that draws them does not come. */
function PlainToast({ toasts }: { toasts: Toast[] }) {
  const [seen, setSeen] = useState(0);
  const toast = toasts.at(-1);
  useEffect(() => {
    const timer = setTimeout(() => setSeen(toasts.length), TOAST_MS);
    return () => clearTimeout(timer);
  }, [toasts]);
  if (!toast || seen === toasts.length) return null;
  const close = () => setSeen(toasts.length);
  return (
    <div
      role="status"
      className="fixed top-3 max-md:top-[calc(3.5rem+6px+env(safe-area-inset-top))] left-1/2 z-50 flex w-[min(24rem,calc(100vw-1.5rem))] -translate-x-1/2 items-center gap-1 rounded-md border border-line bg-surface py-2 pr-2 pl-4 text-ui shadow-float"
    >
      <p className="min-w-0 flex-1 break-words">{toast.text}</p>
      {toast.action && (
        <Button
          size="sm"
          variant="ghost"
          onClick={() => {
            toast.action?.run();
            close();
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton icon={X} label="Close" size="sm" onClick={close} />
    </div>
  );
}

/** The place of toasts: at the top, so that they never lie over the composer. Its code loads with the first toast. */
export function Toasts() {
  const [toasts, setToasts] = useState<Toast[]>([]);
  useEffect(() => onToast((toast) => setToasts((all) => [...all, toast])), []);
  return toasts.length > 0 ? <Toaster toasts={toasts} /> : null;
}
