type Tell = (entry: IntersectionObserverEntry) => void;

const watchers = new WeakMap<Element, { observer: IntersectionObserver; tells: Map<Element, Tell> }>();

/** How far beyond its pane's edges something is drawn already, in pixels. */
const MARGIN = 600;

/**
 * Tells when an element comes near the pane that it scrolls in (`data-scroll`), and when it is far from it again; once at
 * the beginning. One observer serves a pane. @returns a function that ends it.
 */
export function watchNear(element: Element, tell: Tell): () => void {
  const pane = element.closest('[data-scroll]');
  if (!pane) throw new Error('What is windowed needs a pane with data-scroll around it.');
  const watcher = watchers.get(pane) ?? watchPane(pane);
  watcher.tells.set(element, tell);
  watcher.observer.observe(element);
  return () => {
    watcher.tells.delete(element);
    watcher.observer.unobserve(element);
  };
}

function watchPane(pane: Element) {
  const tells = new Map<Element, Tell>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) tells.get(entry.target)?.(entry);
    },
    { root: pane, rootMargin: `${MARGIN}px 0px` },
  );
  const watcher = { observer, tells };
  watchers.set(pane, watcher);
  return watcher;
}
