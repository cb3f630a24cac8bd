'use client';

import { ChevronRight } from 'lucide-react';
import { sayDuration } from '@/components/time/format';
import { type Call, skillOf, summarise, toolLabel } from './tool-summary';

/** One muted line for all that an answer did; it opens to arguments, results and how long the answer took. */
export function SkillLine({ calls, skillUsed, live, durationMs }: {
  calls: Call[];
  skillUsed?: string | null;
  live: boolean;
  durationMs?: number | null;
}) {
  if (calls.length === 0) return null;
  const did = summarise(calls);
  const running = live && calls.some((call) => call.state === 'input-available');
  return (
    <details className="group/skill mb-2 text-meta text-muted">
      <summary className="inline-flex max-w-full list-none items-center gap-1 rounded-sm py-0.5 hover:text-text pointer-coarse:py-2 [&::-webkit-details-marker]:hidden">
        <span className="min-w-0 truncate">
          {skillOf(skillUsed, calls)}
          {running ? ' · working' : did && ` · ${did}`}
        </span>
        <ChevronRight size={13} aria-hidden className="shrink-0 transition-transform group-open/skill:rotate-90" />
      </summary>
      <ol className="mt-1 mb-3 grid gap-3 border-l border-line pl-3.5">
        {calls.map((call) => (
          <li key={call.callId} className="min-w-0">
            <p className="font-medium text-text">{toolLabel(call.tool)}</p>
            <pre tabIndex={0} className="mt-1 max-h-48 overflow-auto rounded-sm bg-sunken px-2.5 py-1.5 font-mono text-tiny whitespace-pre-wrap">
              {JSON.stringify(call.input, null, 1)}
            </pre>
            {call.output && <p className="mt-1">{call.output.message}</p>}
          </li>
        ))}
        {durationMs ? <li className="tabular-nums">Answered in {sayDuration(durationMs)}</li> : null}
      </ol>
    </details>
  );
}
