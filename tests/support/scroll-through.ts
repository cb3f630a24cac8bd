import type { Page } from 'playwright-core';

type Scrolled = {
  /** Most elements that the document had at any time. */
  nodes: number;
  /** Numbers of the messages that were met, in ascending order. */
  seen: number[];
  /** Farthest that a message moved on the screen otherwise than it was scrolled, in pixels. */
  jump: number;
  /** How often no message at all was to be seen. */
  blank: number;
};

/**
 * Scrolls the conversation on screen by steps to its beginning and back to its end. At each step it counts the elements,
 * takes down the messages (by the first number in their text) and checks their order, and compares where the message in the
 * middle went with where it should have gone. Runs in the page.
 */
export function scrollThrough(page: Page, step = 500): Promise<Scrolled> {
  return page.evaluate(async (step) => {
    const pane = document.querySelector<HTMLElement>('[data-scroll]:has([role="log"])');
    if (!pane) throw new Error('There is no conversation.');
    // As it is painted: the place is told after the page has put right, in the same frame, what grew.
    const painted = (element: Element) =>
      new Promise<number>((resolve) => {
        const observer = new IntersectionObserver(([entry]) => {
          observer.disconnect();
          resolve(entry?.boundingClientRect.top ?? Number.NaN);
        });
        observer.observe(element);
      });
    const numbers = new Set<number>();
    const found: { nodes: number; jump: number; blank: number } = { nodes: 0, jump: 0, blank: 0 };
    const bounds = pane.getBoundingClientRect();
    const articles = () => [...pane.querySelectorAll('[data-message]')];
    const middle = () => articles().find((article) => article.getBoundingClientRect().bottom > bounds.top + bounds.height / 2);
    const look = () => {
      found.nodes = Math.max(found.nodes, document.querySelectorAll('*').length);
      let last = 0;
      let inView = false;
      for (const article of articles()) {
        const n = Number(/\d+/.exec(article.textContent ?? '')?.[0]);
        if (n <= last) throw new Error(`Message ${n} stands after ${last}.`);
        last = n;
        numbers.add(n);
        const { top, bottom } = article.getBoundingClientRect();
        inView ||= bottom > bounds.top && top < bounds.bottom;
      }
      if (!inView) found.blank++;
    };
    const isLoading = (more: string) => pane.textContent?.includes(`Loading ${more} messages`) ?? false;
    for (const direction of [-1, 1])
      for (let still = 0; still < 3; ) {
        const mark = middle();
        if (!mark) {
          found.blank++;
          await painted(pane);
          continue;
        }
        const before = await painted(mark);
        const from = pane.scrollTop;
        pane.scrollTop += direction * step;
        const moved = pane.scrollTop - from;
        await painted(pane);
        const after = await painted(mark);
        if (mark.isConnected) found.jump = Math.max(found.jump, Math.abs(after - before + moved));
        look();
        // At the edge, more may still be on its way.
        still = moved !== 0 || isLoading(direction === -1 ? 'older' : 'newer') ? 0 : still + 1;
      }
    return { ...found, seen: [...numbers].sort((a, b) => a - b) };
  }, step);
}
