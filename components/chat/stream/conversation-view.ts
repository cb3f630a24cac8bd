import { leftEffects, switchBranch } from '@/app/(workspace)/actions/conversations';
import { newestMessages } from '@/app/(workspace)/actions/newest-messages';
import { act, messageOf, RequestError } from '@/components/data/request';
import { createStore, type Store } from '@/components/data/store';
import type { ChatMessage } from '@/lib/turns/chat-message';
import { loadMore } from './load-more';
import { mergePage, noticeOf } from './messages';
import { emptySession, type SessionState } from './session-state';

/** What is loaded of one conversation: the branch on screen, page by page, and what is being done with its messages. */
export class ConversationView {
  readonly state: Store<SessionState>;
  protected closing = new AbortController();
  /** How many answers were begun here: a page that was asked for before the newest one is out of date. */
  protected begun = 0;

  constructor(
    readonly id: string,
    initial: Partial<SessionState>,
  ) {
    this.state = createStore<SessionState>({ ...emptySession, ...initial });
  }

  /** Loads the page before, or after, what is here. */
  loadMore(direction: 'older' | 'newer'): Promise<void> {
    return loadMore(this.id, this.state, direction);
  }

  async showBranch(leafId: string): Promise<void> {
    if (this.state.get().phase !== 'idle') return;
    try {
      const leaving = this.state.get().messages.at(-1)?.id;
      this.put(await act(switchBranch({ id: this.id, leafId })));
      await this.nameLeft(leaving);
    } catch (error) {
      this.patch({ problem: messageOf(error) });
    }
  }

  /**
   * Reads the newest page again: what was done elsewhere, and what only the server knows (branches, previews).
   * @returns false when the server could not be reached.
   */
  async reload(): Promise<boolean> {
    const { begun } = this;
    if (this.state.get().newer) return true;
    try {
      const page = await this.readNewest();
      if (this.closing.signal.aborted || !['idle', 'reconnecting'].includes(this.state.get().phase)) return true;
      if (begun !== this.begun) return await this.reload();
      this.put(page);
      return true;
    } catch (error) {
      if (!(error instanceof RequestError) || error.status === 0) return false;
      if (error.status === 401) this.patch({ notice: noticeOf(error) });
      return true;
    }
  }

  /** Nothing more is said of the branch that was left. */
  forgetLeft() {
    this.patch({ left: null });
  }

  change(id: string, change: (message: ChatMessage) => ChatMessage) {
    this.state.set((state) => ({ ...state, messages: state.messages.map((message) => (message.id === id ? change(message) : message)) }));
  }

  /** Opens a message of one's own for editing; null closes it. */
  edit(editing: string | null) {
    this.patch({ editing });
  }

  /** Opens the last message of one's own. @returns false when there is none, or an answer runs. */
  editLast(): boolean {
    const { messages, phase } = this.state.get();
    const own = phase === 'idle' ? messages.findLast((message) => message.role === 'user') : undefined;
    if (own) this.edit(own.id);
    return own !== undefined;
  }

  dismiss() {
    this.patch({ notice: null, problem: null });
  }

  protected readNewest() {
    return act(newestMessages({ id: this.id }));
  }

  /** Puts a page that was read in the place of what it brings anew. */
  protected put(page: Parameters<typeof mergePage>[1]) {
    this.state.set((state) => ({ ...state, ...mergePage(state, page) }));
  }

  /** After the branch with `leaf` was left: what it has done to tasks is named, so that it can be taken back. */
  protected async nameLeft(leaf: string | undefined) {
    if (leaf) this.patch({ left: await act(leftEffects({ id: this.id, leafId: leaf })).catch(() => null) });
  }

  protected patch(change: Partial<SessionState>) {
    this.state.set((state) => ({ ...state, ...change }));
  }
}
