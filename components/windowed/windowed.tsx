'use client';

import { type ReactNode, useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { isPrinting, watchPrinting } from './printing';
import { watchNear } from './watch-near';

/** Heights that were measured, by the ids of what has them. */
export type Heights = Map<string, number>;

type Props = {
  id: string;
  heights: Heights;
  /** The height until it is measured. Without it the content is drawn at first, wherever it is. */
  estimate?: number;
  /** Drawn wherever it is. */
  keep?: boolean;
  className?: string;
  children: ReactNode;
};

/**
 * Content that is in the page only while it is near what is seen of its pane; otherwise its room is kept by its height.
 * What has the focus, or is selected, stays; paper gets all. One may stand in another: a far page of rows is one empty element, and in a
 * near one each row comes and goes by itself.
 */
export function Windowed({ id, heights, estimate, keep = false, className, children }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  const far = useRef(false);
  const [near, setNear] = useState(() => estimate === undefined && !heights.has(id));

  const leave = useCallback(() => {
    const element = ref.current;
    if (!element || !far.current || isInUse(element)) return;
    heights.set(id, element.getBoundingClientRect().height);
    setNear(false);
  }, [heights, id]);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const unwatch = watchNear(element, ({ isIntersecting, boundingClientRect }) => {
      // In a pane that is not shown nothing has a height.
      if (!isIntersecting && boundingClientRect.width === 0) return;
      far.current = !isIntersecting;
      if (isIntersecting) setNear(true);
      else leave();
    });
    // What stayed for its focus may go with it.
    const onFocusOut = () => far.current && queueMicrotask(leave);
    element.addEventListener('focusout', onFocusOut);
    return () => {
      unwatch();
      element.removeEventListener('focusout', onFocusOut);
    };
  }, [leave]);

  const printing = useSyncExternalStore(watchPrinting, isPrinting, () => false);
  const drawn = near || keep || printing;
  return (
    <div ref={ref} className={className} style={drawn ? undefined : { height: heights.get(id) ?? estimate }}>
      {drawn && children}
    </div>
  );
}

/** Whether an element holds the focus or a part of what is selected: taking it away would take that away too. */
function isInUse(element: HTMLElement): boolean {
  if (element.contains(document.activeElement)) return true;
  const selection = getSelection();
  return selection !== null && !selection.isCollapsed && selection.containsNode(element, true);
}
