'use client';

import { useState } from 'react';
import { useChat } from './chat-context';

/** From how many characters or lines on a message is folded. */
const LONG_TEXT = 1_400;
const LONG_LINES = 18;

const isLong = (text: string): boolean => text.length > LONG_TEXT || text.split('\n').length > LONG_LINES;

/** What one has said oneself. A very long text, pasted most likely, is folded, so that the answer is not screens away. */
export function OwnWords({ id, text }: { id: string; text: string }) {
  const { unfolded, keepPlace } = useChat();
  const [open, setOpen] = useState(() => unfolded.has(id));
  const long = isLong(text);
  const toggle = () => {
    keepPlace();
    if (open) unfolded.delete(id);
    else unfolded.add(id);
    setOpen(!open);
  };
  const folded = long && !open;
  return (
    <div className="ml-auto w-fit max-w-[85%] rounded-lg bg-bubble px-4 py-2.5">
      <div
        data-words
        id={`words-${id}`}
        className={`break-words whitespace-pre-wrap ${folded ? 'max-h-[12lh] overflow-hidden mask-b-from-70%' : ''}`}
      >
        {text}
      </div>
      {long && (
        <button
          type="button"
          aria-expanded={open}
          aria-controls={`words-${id}`}
          onClick={toggle}
          className="-mx-2 mt-1 h-8 rounded-sm px-2 text-meta font-medium text-muted hover:text-text pointer-coarse:h-11"
        >
          {open ? 'Show less' : 'Show more'}
        </button>
      )}
    </div>
  );
}
