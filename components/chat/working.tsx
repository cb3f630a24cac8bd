'use client';

import { useEffect, useState } from 'react';
import { useSession } from './chat-context';
import { isWaiting } from './stream/messages';

/** What goes on while no word comes in, and, for screen readers, the answer once it is whole. */
export function Working() {
  const phase = useSession((state) => state.phase);
  const elsewhere = useSession((state) => state.elsewhere);
  const empty = useSession((state) => {
    const last = state.messages.at(-1);
    return last?.role !== 'assistant' || last.id !== state.answerId || last.parts.every((part) => part.type === 'step-start');
  });
  const words =
    phase === 'reconnecting' ? (elsewhere ? 'An answer is running. Joining it…' : 'The connection broke. Reconnecting…') : null;
  const quiet = useQuiet();
  const dots = (phase === 'sending' && empty) || (phase === 'streaming' && (empty || quiet));
  return (
    <>
      {dots && (
        <p className="mt-4 flex h-6 items-center gap-1" aria-hidden>
          {[0, 1, 2].map((dot) => (
            <span key={dot} className="size-1.5 animate-pulse-soft rounded-full bg-faint" style={{ animationDelay: `${dot * 180}ms` }} />
          ))}
        </p>
      )}
      {words && (
        <p role="status" className="mt-4 animate-pulse-soft text-ui text-muted">
          {words}
        </p>
      )}
      <Announcer />
    </>
  );
}

/** So long no word comes before that is shown, in milliseconds. */
const QUIET_MS = 3_000;

/** Whether an answer that has begun stands still. */
function useQuiet(): boolean {
  const last = useSession((state) => state.messages.at(-1));
  const [since, setSince] = useState<typeof last>();
  useEffect(() => {
    const timer = setTimeout(() => setSince(last), QUIET_MS);
    return () => clearTimeout(timer);
  }, [last]);
  return since === last;
}

/** Reads the answer out once, when it is whole; word by word nobody could follow it. */
function Announcer() {
  const phase = useSession((state) => state.phase);
  const last = useSession((state) => state.messages.at(-1));
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (phase !== 'idle') {
      setBusy(true);
      setSaid(phase === 'sending' ? 'Sent. Sayso is answering.' : '');
    } else if (busy) {
      setBusy(false);
      const text = last?.role === 'assistant' ? last.parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join(' ') : '';
      const keys = last && isWaiting(last) ? ' Control Enter approves, Control Backspace rejects.' : '';
      setSaid(text.replace(/[#*_`|>]+/g, '') + keys);
    }
  }, [phase, busy, last]);
  return (
    <p aria-live="polite" className="sr-only">
      {said}
    </p>
  );
}
