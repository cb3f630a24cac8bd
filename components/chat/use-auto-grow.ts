'use client';

import { type RefObject, useLayoutEffect } from 'react';

/** Keeps a field as high as its text and its border, up to its own `max-height`. */
export function useAutoGrow(ref: RefObject<HTMLTextAreaElement | null>, value: string) {
  useLayoutEffect(() => {
    const field = ref.current;
    if (!field || field.value !== value) return;
    const grow = () => {
      field.style.height = 'auto';
      field.style.height = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`;
    };
    grow();
    // Turned, zoomed or narrowed, the text takes other lines.
    window.addEventListener('resize', grow);
    return () => window.removeEventListener('resize', grow);
  }, [ref, value]);
}
