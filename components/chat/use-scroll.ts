'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';

/** How near to the end counts as being there, in pixels. */
const NEAR = 48;

/**
 * The scrolling of a conversation. The pane is `column-reverse`, so the browser itself starts at the end, stays there
 * while text comes in, and keeps its place when older messages arrive above. What is left is to hold still for a reader
 * who has scrolled up while text grows below.
 */
export function useScroll(pane: RefObject<HTMLElement | null>, content: RefObject<HTMLElement | null>) {
  const [atEnd, setAtEnd] = useState(true);
  const anchor = useRef<{ element: Element; top: number } | null>(null);

  useEffect(() => {
    const scroller = pane.current;
    const inner = content.current;
    if (!scroller || !inner) return;
    const distance = () => -scroller.scrollTop;
    const hold = () => {
      const top = scroller.getBoundingClientRect().top;
      const element = [...inner.querySelectorAll('[data-message]')].find((each) => each.getBoundingClientRect().bottom > top + 8);
      anchor.current = element && distance() > NEAR ? { element, top: element.getBoundingClientRect().top } : null;
    };
    const onScroll = () => {
      setAtEnd(distance() <= NEAR);
      hold();
    };
    const observer = new ResizeObserver(() => {
      const held = anchor.current;
      if (held?.element.isConnected) scroller.scrollTop += held.element.getBoundingClientRect().top - held.top;
      hold();
      setAtEnd(distance() <= NEAR);
    });
    observer.observe(inner);
    scroller.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      scroller.removeEventListener('scroll', onScroll);
    };
  }, [pane, content]);

  return {
    atEnd,
    toEnd: (smooth = false) => {
      anchor.current = null;
      pane.current?.scrollTo({ top: 0, behavior: smooth ? 'smooth' : 'auto' });
    },
  };
}
