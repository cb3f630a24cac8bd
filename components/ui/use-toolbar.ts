'use client';

import { type FocusEvent, type KeyboardEvent, useLayoutEffect, useRef } from 'react';

const ITEMS = ':scope > button, :scope > [role="group"] > button';

/**
 * Makes the buttons in an element one stop of the Tab key, between which the arrow keys, Home and End go (WAI-ARIA's toolbar):
 * at the one that had the focus last, else at the one marked `data-first`, which must never be disabled. Spread the result on
 * an element with that role.
 */
export function useToolbar() {
  const ref = useRef<HTMLDivElement>(null);
  const last = useRef<Element | null>(null);
  const items = () => [...(ref.current?.querySelectorAll<HTMLElement>(ITEMS) ?? [])];
  const setStop = () => {
    const all = items();
    const stop = all.find((item) => item === last.current && !item.matches(':disabled')) ?? all.find((item) => item.hasAttribute('data-first'));
    for (const item of all) item.tabIndex = item === stop ? 0 : -1;
  };
  // After each drawing: buttons come and go.
  useLayoutEffect(setStop);
  const onFocus = ({ target }: FocusEvent) => {
    last.current = target;
    setStop();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const open = items().filter((item) => !item.matches(':disabled'));
    const at = open.findIndex((item) => item === event.target);
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: open.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    open.at(to % open.length)?.focus();
  };
  return { ref, onFocus, onKeyDown };
}
