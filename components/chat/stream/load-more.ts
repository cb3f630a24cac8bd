import { newerMessages, olderMessages } from '@/app/(workspace)/actions/conversations';
import { act } from '@/components/data/request';
import type { Store } from '@/components/data/store';
import { preloadMarkdown } from '../markdown/message-text';
import type { SessionState } from './session-state';

type Direction = 'older' | 'newer';

/** Loads the page of messages before or after those that are here; a failure stands where the page would, with Retry. */
export async function loadMore(id: string, store: Store<SessionState>, direction: Direction): Promise<void> {
  const { [direction]: cursor, moreState } = store.get();
  if (!cursor || moreState[direction] === 'loading') return;
  const become = (now: 'idle' | 'loading' | 'failed') =>
    store.set((state) => ({ ...state, moreState: { ...state.moreState, [direction]: now } }));
  become('loading');
  try {
    // What draws their text comes with them, so that they do not change height a moment later.
    const [more] = await Promise.all([read(id, direction, cursor), preloadMarkdown()]);
    store.set((state) => {
      // A branch was switched meanwhile: the page belongs to what is no longer on screen.
      if (state[direction] !== cursor) return state;
      const messages = direction === 'older' ? [...more.messages, ...state.messages] : [...state.messages, ...more.messages];
      return { ...state, messages, [direction]: more.cursor };
    });
    become('idle');
  } catch {
    become('failed');
  }
}

async function read(id: string, direction: Direction, cursor: string) {
  if (direction === 'newer') {
    const { messages, newerCursor } = await act(newerMessages({ id, after: cursor }));
    return { messages, cursor: newerCursor };
  }
  const { messages, nextCursor } = await act(olderMessages({ id, before: cursor }));
  return { messages, cursor: nextCursor };
}
