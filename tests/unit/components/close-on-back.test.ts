import { afterEach, expect, it, vi } from 'vitest';
import { closeOnBack } from '@/components/frame/close-on-back';

let watchers: { onclose: (() => void) | null; destroy: () => void }[] = [];

function stub(coarse: boolean, has: boolean) {
  watchers = [];
  class Watcher {
    onclose = null;
    destroy = vi.fn();
    constructor() {
      watchers.push(this);
    }
  }
  vi.stubGlobal('window', { matchMedia: () => ({ matches: coarse }), ...(has && { CloseWatcher: Watcher }) });
}

afterEach(() => vi.unstubAllGlobals());

it('under a finger, Back closes what lies over the page, until it is closed otherwise', () => {
  stub(true, true);
  const close = vi.fn();
  const end = closeOnBack(close);
  watchers[0]?.onclose?.();
  expect(close).toHaveBeenCalledOnce();
  end();
  expect(watchers[0]?.destroy).toHaveBeenCalledOnce();
});

it.each([
  ['with a mouse', false, true],
  ['in a browser that cannot', true, false],
])('%s nothing is watched', (_, coarse, has) => {
  stub(coarse, has);
  closeOnBack(() => {})();
  expect(watchers).toHaveLength(0);
});
