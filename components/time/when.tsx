'use client';

import { useClock } from './clock';
import { sayInstant } from './format';

/** A past instant in short words, the full date on hover and for screen readers. */
export function When({ at, className }: { at: string; className?: string }) {
  const { now, zone } = useClock();
  const { text, full } = sayInstant(at, now, zone);
  return (
    <time dateTime={at} title={full} className={className}>
      {text}
    </time>
  );
}
