'use client';

import { useId, useState } from 'react';

/** From how many characters or lines on a message is folded. */
const LONG_TEXT = 1_400;
const LONG_LINES = 18;

const isLong = (text: string): boolean => text.length > LONG_TEXT || text.split('\n').length > LONG_LINES;

/**
 * What a person has said, in a bubble. A very long text, pasted most likely, is folded, so that the answer is not screens
 * away. @param onToggle told before it opens or closes.
 */
export function FoldedWords({ text, unfolded = false, onToggle }: { text: string; unfolded?: boolean; onToggle?: (open: boolean) => void }) {
  const [open, setOpen] = useState(unfolded);
  const id = useId();
  const long = isLong(text);
  const folded = long && !open;
  return (
    <div className="ml-auto w-fit max-w-[85%] rounded-lg bg-bubble px-4 py-2.5 forced-colors:border">
      <div
        data-words
        id={id}
        className={`break-words whitespace-pre-wrap ${folded ? 'max-h-[12lh] overflow-hidden mask-b-from-70% print:max-h-none print:mask-none' : ''}`}
      >
        {text}
      </div>
      {long && (
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => {
            onToggle?.(!open);
            setOpen(!open);
          }}
          className="-mx-2 mt-1 h-8 rounded-sm px-2 text-meta font-medium text-muted hover:text-text pointer-coarse:h-11 print:hidden"
        >
          {open ? 'Show less' : 'Show more'}
        </button>
      )}
    </div>
  );
}
