'use client';

/** A toast: for undo and for news from the background only. Errors stand where they happened. */
export type Toast = { text: string; action?: { label: string; run: () => void } };

/** How long a toast is shown. */
export const TOAST_MS = 7_000;

type Listener = (toast: Toast) => void;
let listener: Listener | undefined;
const waiting: Toast[] = [];

/** Shows a toast; the first one loads what draws it. */
export function showToast(toast: Toast) {
  if (listener) listener(toast);
  else waiting.push(toast);
}

/** Called by the one place that draws toasts; hands over what came before it was there. */
export function onToast(next: Listener) {
  listener = next;
  for (const toast of waiting.splice(0)) next(toast);
  return () => {
    if (listener === next) listener = undefined;
  };
}
