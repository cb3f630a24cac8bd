import type { Page } from 'playwright-core';

type Fiber = { type: unknown; memoizedProps: object | null; alternate: Fiber | null; child: Fiber | null; sibling: Fiber | null };
type Counter = { watched: Set<string>; renders: number };

/**
 * Has React tell of every commit, through the hook that its developer tools use in production builds too. To be called
 * before the page loads.
 */
export async function listenToCommits(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const counter: Counter = { watched: new Set(), renders: 0 };
    // What React did not touch keeps its object; what it only passed through keeps its props.
    const visit = (fiber: Fiber) => {
      const before = fiber.alternate;
      const id: unknown = fiber.memoizedProps && Reflect.get(fiber.memoizedProps, 'data-message');
      if (before && typeof id === 'string' && counter.watched.has(id) && fiber.memoizedProps !== before.memoizedProps) counter.renders++;
      if (before && fiber.child === before.child) return;
      for (let child = fiber.child; child; child = child.sibling) visit(child);
    };
    Object.assign(window, {
      commits: counter,
      __REACT_DEVTOOLS_GLOBAL_HOOK__: {
        renderers: new Map(),
        supportsFiber: true,
        checkDCE: () => {},
        inject: () => 1,
        onCommitFiberUnmount: () => {},
        onPostCommitFiberRoot: () => {},
        onCommitFiberRoot: (_: number, root: { current: Fiber }) => counter.watched.size > 0 && visit(root.current),
      },
    });
  });
}

/** From now on, drawing one of the finished messages again counts: all that are in the document but the last. */
export async function watchFinished(page: Page): Promise<number> {
  return page.evaluate(() => {
    const counter = Reflect.get(window, 'commits') as Counter;
    const ids = [...document.querySelectorAll<HTMLElement>('[data-message]')].map((article) => article.dataset.message ?? '');
    counter.watched = new Set(ids.slice(0, -1));
    counter.renders = 0;
    return counter.watched.size;
  });
}

/** How often a finished message was drawn again. */
export const countRenders = (page: Page): Promise<number> =>
  page.evaluate(() => (Reflect.get(window, 'commits') as Counter).renders);
