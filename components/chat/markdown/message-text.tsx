'use client';

import { type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react';

type Props = { text: string; live: boolean };

/** Without a connection the code does not come: the plain text then stays, and the next page tries again. */
const load = (): Promise<{ default: ComponentType<Props> }> =>
  import('./streaming-markdown').catch(() => ({ default: PlainText }));
const LazyMarkdown = lazy(load);
let markdown: ComponentType<Props> | null = null;

/** Fetches what draws Markdown, so that the texts that come after it are drawn at once. */
export async function preloadMarkdown(): Promise<void> {
  const { default: loaded } = await load();
  if (loaded !== PlainText) markdown = loaded;
}

/**
 * The words of an answer: what the server drew, if it did; otherwise drawn here, by code that loads when it is first
 * needed. Until it is there the plain text stands in its place.
 */
export function MessageText({ text, live, rendered }: Props & { rendered?: ReactNode }) {
  // A lazy component waits even for what has been loaded, and changes its height when it comes.
  const [Markdown] = useState(() => markdown);
  if (rendered && !live) return rendered;
  if (Markdown) return <Markdown text={text} live={live} />;
  return (
    <Suspense fallback={<PlainText text={text} />}>
      <LazyMarkdown text={text} live={live} />
    </Suspense>
  );
}

function PlainText({ text }: { text: string }) {
  return <p className="whitespace-pre-wrap">{text}</p>;
}
