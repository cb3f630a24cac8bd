import { useMemo, useRef, useState } from 'react';
import { browserZone } from '@/components/time/browser-zone';
import { useClock } from '@/components/time/clock';
import type { TaskDraft } from '@/lib/language';
import { chipAt, maskPlain, movePlain, type Plain } from './quick-add-text';

type Reader = (text: string, context: { now: Date; timeZone: string }) => TaskDraft;

/** What is written on a line, and which pieces of it are to stay words. */
export type Line = { text: string; plain: Plain[] };

export const EMPTY_LINE: Line = { text: '', plain: [] };

/** A line that is understood while it is written. What understands it is loaded by `load`, which every use may call. */
export function useUnderstoodLine() {
  const { now } = useClock();
  const [line, setLine] = useState(EMPTY_LINE);
  const { text, plain } = line;
  const [read, setRead] = useState<Reader | null>(null);
  const typed = useRef('');

  const draft = useMemo(
    () => (read && text.trim() !== '' ? read(maskPlain(text, plain), { now: new Date(Math.max(now, 1)), timeZone: browserZone() }) : null),
    [read, text, plain, now],
  );
  const spans = draft?.spans ?? [];
  const put = (next: Line) => {
    typed.current = next.text;
    setLine(next);
  };
  return {
    line,
    draft,
    spans,
    put,
    load: () => {
      if (!read) void import('@/lib/language').then(({ readTask }) => setRead(() => readTask), () => undefined);
    },
    /** The words of the line became others. */
    change: (next: string) => put({ text: next, plain: movePlain(text, next, plain) }),
    /** Makes what was understood at the caret plain words. @returns false when nothing was. */
    release: (caret: number | null): boolean => {
      const chip = caret === null ? undefined : chipAt(spans, caret);
      if (chip) setLine({ text, plain: [...plain, { start: chip.start, end: chip.end }] });
      return chip !== undefined;
    },
    /** What a line means now; undefined while nothing can read it. */
    readNow: (said: Line) => read?.(maskPlain(said.text, said.plain), { now: new Date(), timeZone: browserZone() }),
    /** Whether nothing stands there at this moment, whatever was drawn last. */
    isEmpty: () => typed.current === '',
  };
}
