'use client';

import { useLayoutEffect, useRef, useState } from 'react';
import { useClock } from '@/components/time/clock';
import { sayDuration, sayInstant } from '@/components/time/format';
import { When } from '@/components/time/when';
import { place } from '@/components/ui/place';
import type { ChatMessage } from '@/lib/turns/chat-message';

/** When an answer was given; pressed, also by which model, how fast, and what it took. */
export function MessageDetails({ message }: { message: ChatMessage }) {
  const button = useRef<HTMLButtonElement>(null);
  // A press on the button of open details has already closed them when the click arrives.
  const pressedOpen = useRef(false);
  const [open, setOpen] = useState(false);
  const at = message.metadata?.createdAt;
  if (!at) return null;
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-expanded={open}
        data-tip="Details"
        onPointerDown={() => {
          pressedOpen.current = open;
        }}
        onClick={() => {
          setOpen(!pressedOpen.current);
          pressedOpen.current = false;
        }}
        className="ml-0.5 h-7 rounded-sm px-1.5 text-meta text-faint hover:text-text pointer-coarse:h-10"
      >
        <When at={at} />
        <span className="sr-only">, details</span>
      </button>
      {open && <Details message={message} at={at} anchor={button.current} onClose={() => setOpen(false)} />}
    </>
  );
}

type Props = { message: ChatMessage; at: string; anchor: HTMLElement | null; onClose: () => void };

function Details({ message, at, anchor, onClose }: Props) {
  const { now, zone } = useClock();
  const popup = useRef<HTMLDListElement>(null);
  useLayoutEffect(() => {
    popup.current?.showPopover();
    if (popup.current && anchor) place(popup.current, anchor.getBoundingClientRect(), { align: 'start' });
  }, [anchor]);
  const turn = message.metadata?.turn;
  const rows: [string, string | null | undefined][] = [
    ['Answered', sayInstant(at, now, zone).full],
    ['Model', turn && (turn.model === 'built-in' ? 'Built-in assistant' : turn.model)],
    ['First word after', turn?.firstTokenMs != null ? sayDuration(turn.firstTokenMs) : null],
    ['Took', turn?.durationMs != null ? sayDuration(turn.durationMs) : null],
    ['Tokens read', turn?.tokensIn?.toLocaleString('en')],
    ['Tokens written', turn?.tokensOut?.toLocaleString('en')],
  ];
  return (
    <dl
      ref={popup}
      popover="auto"
      onToggle={(event) => event.newState === 'closed' && onClose()}
      className="fixed inset-auto m-0 grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 rounded-md border border-line bg-surface px-4 py-3 text-meta text-text shadow-float open:grid"
    >
      {rows.map(([label, value]) =>
        value ? (
          <div key={label} className="contents">
            <dt className="text-muted">{label}</dt>
            <dd className="tabular-nums">{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
