'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { copyText } from '@/components/ui/copy-text';
import { IconButton } from '@/components/ui/icon-button';

/** Copies a text and says so for a moment. @param first where the Tab key stops, of a toolbar. */
export function CopyButton({ text, label, first }: { text: string | (() => string); label: string; first?: boolean }) {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), 1_600);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async () => {
    try {
      await copyText(typeof text === 'function' ? text() : text);
      setState('copied');
    } catch {
      setState('failed');
    }
  };
  const name = state === 'copied' ? 'Copied' : state === 'failed' ? 'The browser did not allow it' : label;
  return (
    <>
      <IconButton icon={state === 'copied' ? Check : Copy} label={name} size="sm" data-first={first || undefined} onClick={() => void copy()} />
      <span role="status" className="sr-only">
        {state === 'idle' ? '' : name}
      </span>
    </>
  );
}
