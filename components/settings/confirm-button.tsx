'use client';

import { useState } from 'react';
import { messageOf } from '@/components/data/request';
import { Button } from '@/components/ui/button';

/**
 * A button for what cannot be taken back: the first press asks, the second does it; leaving it takes the question back.
 * @param of what it is done to, for screen readers.
 */
export function ConfirmButton({ label, of, onConfirm }: { label: string; of: string; onConfirm: () => Promise<void> }) {
  const [state, setState] = useState<'idle' | 'asking' | 'busy'>('idle');
  const [problem, setProblem] = useState<string | null>(null);
  const press = async () => {
    if (state === 'idle') return setState('asking');
    setState('busy');
    setProblem(null);
    try {
      await onConfirm();
    } catch (error) {
      setProblem(messageOf(error));
    }
    setState('idle');
  };
  return (
    <span className="flex shrink-0 items-center gap-2">
      {problem && (
        <span role="alert" className="max-w-48 text-right text-meta text-danger">
          {problem}
        </span>
      )}
      <Button
        size="sm"
        variant={state === 'idle' ? 'ghost' : 'danger'}
        busy={state === 'busy'}
        onClick={() => void press()}
        onBlur={() => state === 'asking' && setState('idle')}
      >
        {state === 'idle' ? label : `${label} now`}
        <span className="sr-only"> “{of}”</span>
      </Button>
    </span>
  );
}
