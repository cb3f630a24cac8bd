'use client';

import { type FocusEvent, useEffect, useRef } from 'react';

const CONTROLS = 'input:not([type="file"]), select, textarea, button:not(:disabled)';

/**
 * Where a control that had the focus goes away by its own press, the first one that is left has it, or else the element
 * itself: by keyboard one would begin at the top of the page again. Spread the result on the element around the controls.
 */
export function useKeptFocus<T extends HTMLElement>() {
  const ref = useRef<T>(null);
  const used = useRef<Element | null>(null);
  useEffect(() => {
    if (!used.current || used.current.isConnected) return;
    used.current = null;
    if (document.activeElement !== document.body) return;
    const next = ref.current?.querySelector<HTMLElement>(CONTROLS) ?? ref.current;
    next?.focus({ preventScroll: true });
  });
  const onFocus = (event: FocusEvent) => {
    used.current = event.target;
  };
  return { ref, onFocus };
}
