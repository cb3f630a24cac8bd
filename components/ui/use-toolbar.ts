'use client';

import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';

const ITEMS = ':scope > button, :scope > [role="group"] > button';

/**
 * Makes the buttons in an element one stop of the Tab key, at the one marked `data-first`, between which the arrow keys,
 * Home and End go (WAI-ARIA's toolbar). Spread the result on an element with that role; the marked button must never be disabled.
 */
export function useToolbar() {
  const ref = useRef<HTMLDivElement>(null);
  const items = () => [...(ref.current?.querySelectorAll<HTMLElement>(ITEMS) ?? [])];
  // After each drawing: buttons come and go.
  useLayoutEffect(() => {
    for (const item of items()) item.tabIndex = item.hasAttribute('data-first') ? 0 : -1;
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const open = items().filter((item) => !item.matches(':disabled'));
    const at = open.findIndex((item) => item === event.target);
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: open.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    open.at(to % open.length)?.focus();
  };
  return { ref, onKeyDown };
}
