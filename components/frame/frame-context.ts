'use client';

import { createContext, use } from 'react';
import type { Panes } from './remembered';

export type Pane = 'sidebar' | 'tasks';

export type FrameValue = {
  /** What stands open beside the chat on a wide page. */
  panes: Panes;
  /** What lies over the chat on a narrower one. */
  over: Pane | null;
  /** Opens or closes a pane, whichever way this width shows it. */
  toggle: (pane: Pane) => void;
  /** Opens a pane if it is not open. */
  show: (pane: Pane) => void;
  /** Puts away what lies over the chat. */
  clear: () => void;
  openAccount: () => void;
};

export const FrameContext = createContext<FrameValue | null>(null);

export function useFrame(): FrameValue {
  const value = use(FrameContext);
  if (!value) throw new Error('useFrame needs a Frame above it.');
  return value;
}
