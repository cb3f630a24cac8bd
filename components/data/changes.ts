'use client';

import { getJson } from './request';

export type Changes = { token: string; changed: boolean; running: string[] };

const EVERY_MS = 1_500;
const NAME = 'sayso-changes';

/**
 * Learns of changes within two seconds. One tab of a browser asks, whichever visible tab holds the lock, and tells the
 * others; a hidden tab lets go. Where the browser has no locks, each visible tab asks for itself.
 * @returns a function that ends it.
 */
export function watchChanges(onChanges: (changes: Changes) => void): () => void {
  const channel = 'BroadcastChannel' in window ? new BroadcastChannel(NAME) : null;
  const ended = new AbortController();
  let turn: AbortController | null = null;
  let token: string | null = null;

  // Another tab's question has its own token; what matters here is whether ours has been overtaken.
  const learn = (changes: Changes) => {
    // The first one counts: what happened since the page was made is not known.
    const changed = changes.token !== token;
    token = changes.token;
    onChanges({ ...changes, changed });
  };
  channel?.addEventListener('message', (event: MessageEvent<Changes>) => learn(event.data));

  const ask = async (signal: AbortSignal) => {
    while (!signal.aborted) {
      try {
        const since: string = token ? `?since=${encodeURIComponent(token)}` : '';
        const changes = await getJson<Changes>(`/api/changes${since}`, signal);
        learn(changes);
        channel?.postMessage(changes);
      } catch {
        // Offline or signed out: the next question may find it otherwise, and what could not be loaded meanwhile is.
        if (!signal.aborted) token = null;
      }
      await sleep(EVERY_MS, signal);
    }
  };

  const begin = () => {
    if (turn || document.visibilityState !== 'visible') return;
    const mine = new AbortController();
    turn = mine;
    if (!navigator.locks) return void ask(mine.signal);
    navigator.locks.request(NAME, { signal: mine.signal }, () => ask(mine.signal)).catch(() => undefined);
  };
  const visibility = () => {
    if (document.visibilityState === 'visible') return begin();
    turn?.abort();
    turn = null;
  };
  document.addEventListener('visibilitychange', visibility, { signal: ended.signal });
  begin();
  return () => {
    ended.abort();
    turn?.abort();
    channel?.close();
  };
}

function sleep(ms: number, signal: AbortSignal) {
  return new Promise<void>((resolve) => {
    const timer = setTimeout(done, ms);
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
  });
}
