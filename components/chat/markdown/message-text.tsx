'use client';

import { lazy, type ReactNode, Suspense } from 'react';

const StreamingMarkdown = lazy(() => import('./streaming-markdown'));

/** Fetches what draws Markdown before the first word is there. */
export const preloadMarkdown = () => import('./streaming-markdown');

/**
 * The words of an answer: what the server drew, if it did; otherwise drawn here, by code that loads when it is first
 * needed. Until it is there the plain text stands in its place.
 */
export function MessageText({ text, live, rendered }: { text: string; live: boolean; rendered?: ReactNode }) {
  if (rendered && !live) return rendered;
  return (
    <Suspense fallback={<p className="whitespace-pre-wrap">{text}</p>}>
      <StreamingMarkdown text={text} live={live} />
    </Suspense>
  );
}
