/** Not among TypeScript's types yet (HTML, "Close requests and close watchers"). */
type Watcher = { onclose: (() => void) | null; destroy: () => void };

declare global {
  interface Window {
    CloseWatcher?: new () => Watcher;
  }
}

/** Android's Back closes what lies over the page, where it would leave the page otherwise. @returns a function that ends it. */
export function closeOnBack(close: () => void): () => void {
  if (!window.CloseWatcher || !window.matchMedia('(pointer: coarse)').matches) return () => undefined;
  const watcher = new window.CloseWatcher();
  watcher.onclose = close;
  return () => watcher.destroy();
}
