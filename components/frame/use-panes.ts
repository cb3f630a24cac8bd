import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { closeOnBack } from './close-on-back';
import { focusWhenShown } from './focus-when-shown';
import type { FrameValue, Pane } from './frame-context';
import { type Panes, PANES_COOKIE, remember, writePanes } from './remembered';

const isWide = () => window.matchMedia('(min-width: 80rem)').matches;

/** Which panes stand beside the chat and which lies over it; that one goes with Escape and with Back. */
export function usePanes(initial: Panes): Omit<FrameValue, 'openAccount'> {
  const [panes, setPanes] = useState(initial);
  const [over, setOver] = useState<Pane | null>(null);
  const returnTo = useRef<Element | null>(null);

  const toggle = useCallback((pane: Pane) => {
    if (!isWide()) {
      returnTo.current = document.activeElement;
      return setOver((current) => (current === pane ? null : pane));
    }
    setPanes((current) => {
      const next = { ...current, [pane]: !current[pane] };
      remember(PANES_COOKIE, writePanes(next));
      return next;
    });
  }, []);
  const clear = useCallback(() => setOver(null), []);

  useEffect(() => {
    if (!over) return;
    focusWhenShown(`#pane-${over}`);
    const onKey = (event: KeyboardEvent) => {
      // What lies over the pane itself is closed first.
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open], :popover-open')) return;
      setOver(null);
      if (returnTo.current instanceof HTMLElement) returnTo.current.focus();
    };
    document.addEventListener('keydown', onKey);
    const end = closeOnBack(clear);
    return () => {
      document.removeEventListener('keydown', onKey);
      end();
    };
  }, [over, clear]);

  return useMemo(() => ({
    panes,
    over,
    toggle,
    clear,
    show: (pane) => {
      if (isWide() ? !panes[pane] : over !== pane) toggle(pane);
    },
  }), [panes, over, toggle, clear]);
}
