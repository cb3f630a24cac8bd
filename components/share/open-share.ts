'use client';

export type Shared = { id: string; title: string };

type Listener = (conversation: Shared) => void;
let listener: Listener | undefined;

/** Opens the dialog that shares a conversation, from any menu. */
export function openShare(conversation: Shared) {
  listener?.(conversation);
}

/** Called by the one place that draws the dialog. */
export function onOpenShare(next: Listener) {
  listener = next;
  return () => {
    if (listener === next) listener = undefined;
  };
}
