'use client';

import { type FocusEvent, useEffect, useRef, useState } from 'react';

const CONTROLS = 'input, button';
const controlsOf = (row: Element | null | undefined) => [...(row?.querySelectorAll<HTMLElement>(CONTROLS) ?? [])];

type Last = { control: HTMLElement; part: number; id: string; at: number };

/**
 * Keeps the focus in a list whose rows (`data-row`, the task's id) come and go: with a row that goes it moves to where its
 * task stands now, else to the row that has come into its place, there to the same control, or at last to the list.
 * @param ids the tasks of the list in the order that they are shown.
 * @returns what is spread on the list, and the task whose row must be drawn, far as it may be, to take and keep the focus.
 */
export function useRowFocus<T extends HTMLElement>(ids: string[]) {
  const ref = useRef<T>(null);
  const last = useRef<Last | null>(null);
  const [due, setDue] = useState<string | null>(null);
  useEffect(() => {
    const was = last.current;
    if (!was) return;
    const now = ids.indexOf(was.id);
    if (was.control.isConnected) {
      if (now >= 0) was.at = now;
      return;
    }
    const focused = document.activeElement;
    if (focused !== document.body) {
      // It has gone elsewhere, and not into a dialog, from which it comes back.
      if (!ref.current?.contains(focused) && !focused?.closest('dialog')) last.current = null;
      return;
    }
    const next = now >= 0 ? was.id : ids[Math.min(was.at, ids.length - 1)];
    const row = next && ref.current?.querySelector(`[data-row="${next}"]`);
    // Its page is not drawn yet: once more when it is.
    if (next && !row) return setDue(next);
    const controls = row ? controlsOf(row) : [];
    (controls[was.part] ?? controls[0] ?? ref.current)?.focus();
    last.current = null;
  });
  const onFocus = ({ target }: FocusEvent<T>) => {
    const row = target.closest<HTMLElement>('[data-row]');
    const id = row?.dataset.row;
    if (id) last.current = { control: target, part: controlsOf(row).indexOf(target), id, at: ids.indexOf(id) };
  };
  return { list: { ref, onFocus, tabIndex: -1 }, due };
}
