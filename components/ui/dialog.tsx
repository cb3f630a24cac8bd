'use client';

import { X } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { type ReactNode, useEffect, useId, useLayoutEffect, useReducer, useRef } from 'react';
import { IconButton } from './icon-button';
import { useKeptFocus } from './use-kept-focus';

type DialogProps = {
  onClose: () => void;
  title: string;
  /** A press outside does not close it: what it holds is not shown again. */
  steady?: boolean;
  /** A field in it marked with `data-first` has the focus at first. */
  children: ReactNode;
};

/**
 * The browser's own modal dialog: it keeps the focus, makes the rest inert, closes with Esc and gives the focus back.
 * A press outside closes it too, and so does another page.
 */
export function Dialog({ onClose, title, steady = false, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const kept = useKeptFocus<HTMLDivElement>();
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog || dialog.open) return;
    dialog.showModal();
    dialog.querySelector<HTMLElement>('[data-first]')?.focus();
    // After each drawing: the browser closes it by itself when Esc is pressed again, also where it is to stay.
  });
  const path = usePathname();
  const opened = useRef(path);
  // What it is about has gone with the page: one has stepped back or forward.
  useEffect(() => {
    if (path !== opened.current) onClose();
    opened.current = path;
  }, [path, onClose]);
  // One that is taken off the page while it is open would keep the focus with it.
  useLayoutEffect(() => {
    const dialog = ref.current;
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      className="modal fixed inset-0 m-auto max-h-[calc(100dvh-2rem)] w-[min(30rem,calc(100vw-2rem))] overflow-hidden rounded-lg border border-line bg-bg p-0 shadow-float"
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
        <div className="flex items-center justify-between gap-2 py-2 pr-2 pl-5">
          <h2 id={titleId} className="text-ui font-semibold">
            {title}
          </h2>
          <IconButton icon={X} label="Close" onClick={onClose} />
        </div>
        <div {...kept} className="contents">
          {children}
        </div>
      </div>
    </dialog>
  );
}
