'use client';

import { useEffect, useRef } from 'react';
import { useSession } from './chat-context';
import { isWaiting } from './stream/messages';

/**
 * Gives the focus to the approval that an answer ends with, which is many stops from the composer; only from there, where nothing is
 * being written, and not where a keyboard would go away with it. What is typed on goes to the composer all the same.
 */
export function ApprovalFocus() {
  const idle = useSession((state) => state.phase === 'idle');
  const waits = useSession((state) => state.phase === 'idle' && state.messages.some(isWaiting));
  const answering = useRef(false);
  useEffect(() => {
    if (waits && answering.current) focusApproval();
    answering.current = !idle;
  }, [idle, waits]);
  return null;
}

function focusApproval() {
  const at = document.activeElement;
  if (!(at instanceof HTMLTextAreaElement) || at.dataset.composer === undefined || at.value !== '') return;
  if (window.matchMedia('(hover: hover)').matches) document.querySelector<HTMLElement>('[data-approval]')?.focus({ preventScroll: true });
}
