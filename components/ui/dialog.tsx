'use client';

import clsx from 'clsx';
import { X } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { type ReactNode, useEffect, useId, useLayoutEffect, useReducer, useRef } from 'react';
import { IconButton } from './icon-button';
import { useKeptFocus } from './use-kept-focus';

type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  /** Where it comes from: the middle of the page, or an edge (a drawer or a sheet). On a phone the middle is the lower edge. */
  from?: 'center' | 'left' | 'right' | 'bottom';
  /** Hides the title row; the title still names the dialog. */
  bare?: boolean;
  /** A press outside does not close it: what it holds is not shown again. */
  steady?: boolean;
  className?: string;
  /** A field in it marked with `data-first` has the focus at first. */
  children: ReactNode;
};

const places = {
  center: 'm-auto w-[min(30rem,calc(100vw-2rem))] max-h-[calc(100dvh-2rem)] rounded-lg border',
  left: 'mr-auto h-dvh max-h-none w-[min(20rem,calc(100vw-3rem))] border-r',
  right: 'ml-auto h-dvh max-h-none w-[min(24rem,calc(100vw-2rem))] border-l',
  bottom: 'mt-auto mx-auto w-full max-w-xl max-h-[85dvh] rounded-t-lg border-t pb-safe',
};

/**
 * The browser's own modal dialog: it keeps the focus, makes the rest inert, closes with Esc and gives the focus back.
 * A press outside closes it too, and so does another page.
 */
export function Dialog({ open, onClose, title, from = 'center', bare = false, steady = false, className, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const kept = useKeptFocus<HTMLDivElement>();
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    if (open && !dialog.open) {
      dialog.showModal();
      dialog.querySelector<HTMLElement>('[data-first]')?.focus();
    }
    if (!open && dialog.open) dialog.close();
    // After each drawing: the browser closes it by itself when Esc is pressed again, also where it is to stay.
  });
  const path = usePathname();
  const opened = useRef(path);
  // What it is about has gone with the page: one has stepped back or forward.
  useEffect(() => {
    if (open && path !== opened.current) onClose();
    opened.current = path;
  }, [open, path, onClose]);
  // One that is taken off the page while it is open would keep the focus with it.
  useLayoutEffect(() => {
    const dialog = ref.current;
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      data-from={from === 'center' ? undefined : from}
      className={clsx('modal fixed inset-0 overflow-hidden border-line bg-bg p-0 shadow-float', places[from], className)}
      onClose={() => {
        onClose();
        drawAgain();
      }}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget && !steady) onClose();
      }}
    >
      <div className="flex h-full max-h-[inherit] flex-col">
        <div className={clsx(bare ? 'sr-only' : 'flex items-center justify-between gap-2 py-2 pr-2 pl-5')}>
          <h2 id={titleId} className="text-ui font-semibold">
            {title}
          </h2>
          {!bare && <IconButton icon={X} label="Close" onClick={onClose} />}
        </div>
        <div {...kept} className="contents">
          {children}
        </div>
      </div>
    </dialog>
  );
}
