import type { Page } from 'playwright-core';

export type Scrolled = {
  /** Most elements that the document had at any time. */
  nodes: number;
  /** Numbers of the messages that were met, in the order of the conversation. */
  seen: number[];
  /** Farthest that a message moved on the screen without being scrolled, in pixels. */
  jump: number;
  /** How often nothing at all was to be seen in the middle of the pane. */
  blank: number;
};

/**
 * Scrolls the conversation on screen by steps to its beginning, and back to its end, as a wheel does. At each step it
 * counts the elements, takes down the messages, and compares where the message in the middle went with where it should
 * have gone. Runs in the page.
 */
export async function scrollThrough(page: Page, step = 400): Promise<Scrolled> {
  return page.evaluate(async (step) => {
    const pane = document.querySelector<HTMLElement>('[data-scroll]:has([role="log"])');
    if (!pane) throw new Error('There is no conversation.');
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const numbers = new Set<number>();
    let nodes = 0;
    let jump = 0;
    let blank = 0;
    const look = () => {
      nodes = Math.max(nodes, document.querySelectorAll('*').length);
      let last = -1;
      for (const article of pane.querySelectorAll('[data-message]')) {
        const n = Number(/\d+/.exec(article.textContent ?? '')?.[0]);
        if (n <= last) throw new Error(`Message ${n} stands after ${last}.`);
        last = n;
        numbers.add(n);
      }
    };
    const middle = () => {
      const { left, top, width, height } = pane.getBoundingClientRect();
      return document.elementsFromPoint(left + width / 2, top + height / 2).find((element) => element.matches('[data-message], [role="status"]'));
    };
    for (const direction of [-1, 1]) {
      let still = 0;
      while (still < 40) {
        const mark = middle();
        const before = mark?.getBoundingClientRect().top ?? 0;
        const from = pane.scrollTop;
        pane.scrollTop += direction * step;
        const moved = pane.scrollTop - from;
        await frame();
        await frame();
        if (mark?.isConnected && mark.matches('[data-message]')) jump = Math.max(jump, Math.abs(mark.getBoundingClientRect().top - before + moved));
        if (!middle()) blank++;
        look();
        // At the edge, more may still be on its way.
        still = moved === 0 ? still + 1 : 0;
        if (moved === 0 && direction === -1 && !document.body.innerText.includes('Loading older messages')) break;
      }
    }
    return { nodes, seen: [...numbers].sort((a, b) => a - b), jump, blank };
  }, step);
}
