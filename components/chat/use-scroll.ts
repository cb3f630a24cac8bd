'use client';

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

/** How near to the end counts as being there, in pixels. */
const NEAR = 48;
/** Farther than so many screens nobody wants to see what flies by. */
const SMOOTH_SCREENS = 4;

type Held = { element: Element; top: number };

/**
 * The scrolling of a conversation. The pane is `column-reverse`, so the browser itself starts at the end, stays there
 * while text comes in, and keeps its place when older messages arrive above. What is left is to hold still for a reader
 * who has scrolled up while text grows, or messages come in, below.
 * @param sticks whether the end of what is loaded is the end of the conversation, where one is to stay.
 */
export function useScroll(pane: RefObject<HTMLElement | null>, content: RefObject<HTMLElement | null>, sticks: () => boolean) {
  const [atEnd, setAtEnd] = useState(sticks);
  const held = useRef<Held[]>([]);
  const heldAt = useRef({ scrollTop: 0, height: 0 });
  const isEnd = useRef(sticks);
  useEffect(() => {
    isEnd.current = sticks;
  });

  useEffect(() => {
    const scroller = pane.current;
    const inner = content.current;
    if (!scroller || !inner) return;
    const there = () => -scroller.scrollTop <= NEAR && isEnd.current();
    // A scroll may be told before a growth that came with it, and the other way round.
    const hold = () => {
      const { scrollTop, height } = heldAt.current;
      // Of a message that was replaced by another version, the one before it tells the place.
      const mark = held.current.find(({ element }) => element.isConnected);
      if (mark && inner.offsetHeight !== height)
        scroller.scrollTop += mark.element.getBoundingClientRect().top - mark.top + scroller.scrollTop - scrollTop;
      held.current = there() ? [] : inView(scroller, inner);
      heldAt.current = { scrollTop: scroller.scrollTop, height: inner.offsetHeight };
      setAtEnd(there());
    };
    const observer = new ResizeObserver(hold);
    observer.observe(inner);
    scroller.addEventListener('scroll', hold, { passive: true });
    return () => {
      observer.disconnect();
      scroller.removeEventListener('scroll', hold);
    };
  }, [pane, content]);

  const keepPlace = useCallback(() => {
    if (pane.current && content.current) held.current = inView(pane.current, content.current);
  }, [pane, content]);

  return {
    atEnd,
    keepPlace,
    toEnd: (smooth = false) => {
      held.current = [];
      const scroller = pane.current;
      const near = scroller !== null && -scroller.scrollTop < SMOOTH_SCREENS * scroller.clientHeight;
      scroller?.scrollTo({ top: 0, behavior: smooth && near ? 'smooth' : 'auto' });
    },
  };
}

/** The first message that is seen, and the one before it, where they stand. */
function inView(scroller: HTMLElement, inner: HTMLElement): Held[] {
  const { top } = scroller.getBoundingClientRect();
  const all = [...inner.querySelectorAll('[data-message]')];
  const at = all.findIndex((element) => element.getBoundingClientRect().bottom > top + 8);
  return [all[at], all[at - 1]].flatMap((element) => (element ? [{ element, top: element.getBoundingClientRect().top }] : []));
}
