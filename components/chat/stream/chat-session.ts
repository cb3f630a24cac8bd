'use client';

import { v7 } from 'uuid';
import { leftEffects, switchBranch } from '@/app/(workspace)/actions/conversations';
import { newestMessages } from '@/app/(workspace)/actions/newest-messages';
import { createStore, type Store } from '@/components/data/store';
import { act, messageOf, postJson, request, RequestError } from '@/components/data/request';
import { browserZone } from '@/components/time/browser-zone';
import type { ToolOutput } from '@/lib/tasks/tool-output';
import type { ChatMessage } from '@/lib/turns/chat-message';
import { AnswerBuilder } from './answer-builder';
import { loadMore } from './load-more';
import { isWaiting, mergePage, noticeOf, upTo, withApproval, withTime, withTurn } from './messages';
import { pause } from './pause';
import { readEvents } from './read-events';
import { emptySession, type SessionState } from './session-state';

const RECONNECT_MS = [300, 1_000, 2_000, 4_000, 8_000];

export type SessionEvents = {
  /** A tool brought its result. */
  onOutput: (output: ToolOutput) => void;
  /** The server has taken a message; `first` when it made the conversation. */
  onAccepted: (first: boolean, text: string) => void;
  onSettled: () => void;
  /** Words that did not get through go back to where they were typed. */
  giveBack: (text: string) => void;
};

/**
 * One conversation as this page sees it: sends, follows, stops, retries and decides. The history and the answers belong
 * to the server; what is here is a view of them, and every connection may break at any moment.
 */
export class ChatSession {
  readonly state: Store<SessionState>;
  private closing = new AbortController();
  private stopWanted = false;
  /** How many answers were begun here: a page that was asked for before the newest one is out of date. */
  private begun = 0;
  private unsent: { text: string; parent: string | null | undefined; messageId: string } | null = null;

  constructor(
    readonly id: string,
    initial: Partial<SessionState>,
    private readonly events: SessionEvents,
  ) {
    this.state = createStore<SessionState>({ ...emptySession, ...initial });
  }

  /** Follows what runs already. Undo with `close`. */
  open(running: boolean) {
    this.closing = new AbortController();
    const { phase, newer } = this.state.get();
    // What is being answered is not on screen where the newest messages are not.
    if (!running || phase !== 'idle' || newer) return;
    this.patch({ elsewhere: true });
    void this.reconnect(true);
  }

  /** Stops listening; the answer goes on at the server. */
  close() {
    this.closing.abort();
  }

  /**
   * Sends a message after the leaf, or, with `parent`, as a new branch after an earlier message (null: the beginning). While
   * an answer runs a message waits for its end.
   */
  async send(text: string, parent?: string | null): Promise<void> {
    if (parent === undefined && this.state.get().phase !== 'idle') return this.patch({ waiting: [...this.state.get().waiting, text] });
    if (parent === undefined && this.state.get().newer && !(await this.showLatest())) return this.events.giveBack(text);
    const { messages, phase } = this.state.get();
    if (phase !== 'idle') return this.events.giveBack(text);
    const again = this.unsent?.text === text && this.unsent.parent === parent;
    const message: ChatMessage = {
      id: again && this.unsent ? this.unsent.messageId : v7(),
      role: 'user',
      parts: [{ type: 'text', text }],
      metadata: { createdAt: new Date().toISOString(), parentId: parent ?? messages.at(-1)?.id ?? null },
    };
    this.unsent = { text, parent, messageId: message.id };
    this.patch({ outgoing: parent === undefined ? text : null });
    const kept = parent === undefined ? messages : upTo(messages, parent);
    await this.run([...kept, message], async () => {
      const { id, role, parts } = message;
      const body = { id: this.id, message: { id, role, parts }, parentId: parent, timeZone: browserZone() };
      const response = await postJson('/api/chat', body, this.closing.signal);
      this.unsent = null;
      this.patch({ outgoing: null });
      this.events.onAccepted(messages.length === 0, text);
      return response;
    }, (error) => {
      this.patch({ messages, phase: 'idle', outgoing: null, notice: noticeOf(error) });
      this.events.giveBack(text);
    }, parent === undefined ? undefined : messages.at(-1)?.id);
    if (parent !== undefined && !this.closing.signal.aborted) await this.reload();
  }

  /** Gives back what waits to be sent: one message of it (-1: the newest), or all. @returns false when nothing waits. */
  takeBack(index?: number): boolean {
    const waiting = [...this.state.get().waiting];
    const taken = index === undefined ? waiting.splice(0) : waiting.splice(index, 1);
    if (taken.length === 0) return false;
    this.patch({ waiting });
    this.events.giveBack(taken.join('\n'));
    return true;
  }

  /** A new attempt to answer a message, as a branch; with `model` by the built-in assistant. */
  async retry(messageId: string, model?: 'built-in'): Promise<void> {
    const { messages, phase } = this.state.get();
    if (phase !== 'idle') return;
    await this.run(upTo(messages, messageId), () =>
      postJson(`/api/chat/${this.id}/retry`, { messageId, attemptId: v7(), model }, this.closing.signal),
      (error) => this.patch({ messages, phase: 'idle', problem: messageOf(error) }),
      messages.at(-1)?.id,
    );
    await this.reload();
  }

  /** Decides a change that waits for approval. */
  async decide(approvalId: string, approved: boolean): Promise<void> {
    const { messages, phase } = this.state.get();
    if (phase !== 'idle') return;
    await this.run(withApproval(messages, approvalId, approved ? 'approved' : 'rejected'), () =>
      postJson(`/api/chat/${this.id}/approval`, { approvalId, approved }, this.closing.signal),
      (error) => this.patch({ messages, phase: 'idle', problem: messageOf(error) }),
    );
    await this.reload();
  }

  /** Ends the running answer; what was said is kept. */
  async stop(): Promise<void> {
    if (this.state.get().phase === 'idle') return;
    this.stopWanted = true;
    this.patch({ stopping: true });
    try {
      const response = await postJson(`/api/chat/${this.id}/stop`, {});
      if (response.status === 204 && this.state.get().phase === 'reconnecting') await this.reload();
    } catch (error) {
      this.stopWanted = false;
      this.patch({ stopping: false, problem: messageOf(error) });
    }
  }

  /** Shows an answer that is said to run without this page having asked for it; nothing is shown when it does not. */
  async join(): Promise<void> {
    if (this.state.get().phase !== 'idle' || this.state.get().newer) return;
    const response = await request(`/api/chat/${this.id}/stream`, { signal: this.closing.signal }).catch(() => null);
    if (response?.status !== 200) return;
    if (this.state.get().phase !== 'idle') return void response.body?.cancel();
    this.patch({ phase: 'reconnecting', elsewhere: true, problem: null });
    await this.reload();
    await this.follow(response);
  }

  /** Loads the page before, or after, what is here. */
  loadMore(direction: 'older' | 'newer'): Promise<void> {
    return loadMore(this.id, this.state, direction);
  }

  /** Leaves the middle of the conversation for its newest messages. @returns false when they could not be read. */
  async showLatest(): Promise<boolean> {
    try {
      const page = await act(newestMessages({ id: this.id }));
      this.state.set((state) => ({ ...state, ...mergePage(state, page) }));
      if (page.conversation.turn?.status === 'running') void this.join();
      return true;
    } catch (error) {
      this.patch({ problem: messageOf(error) });
      return false;
    }
  }

  async showBranch(leafId: string): Promise<void> {
    if (this.state.get().phase !== 'idle') return;
    try {
      const leaving = this.state.get().messages.at(-1)?.id;
      const page = await act(switchBranch({ id: this.id, leafId }));
      this.state.set((state) => ({ ...state, ...mergePage(state, page) }));
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
      const page = await act(newestMessages({ id: this.id }));
      if (this.closing.signal.aborted || !['idle', 'reconnecting'].includes(this.state.get().phase)) return true;
      if (begun !== this.begun) return await this.reload();
      this.state.set((state) => ({ ...state, ...mergePage(state, page) }));
      return true;
    } catch (error) {
      if (!(error instanceof RequestError) || error.status === 0) return false;
      if (error.status === 401) this.patch({ notice: noticeOf(error) });
      return true;
    }
  }

  /** After the branch with `leaf` was left: what it has done to tasks is named, so that it can be taken back. */
  private async nameLeft(leaf: string | undefined) {
    if (leaf) this.patch({ left: await act(leftEffects({ id: this.id, leafId: leaf })).catch(() => null) });
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

  private patch(change: Partial<SessionState>) {
    this.state.set((state) => ({ ...state, ...change }));
  }

  /** @param leaving the leaf of the branch that is left by this. */
  private async run(messages: ChatMessage[], ask: () => Promise<Response>, onRefused: (error: unknown) => void, leaving?: string) {
    const { newer } = this.state.get();
    this.stopWanted = false;
    this.begun++;
    this.patch({ messages, newer: null, phase: 'sending', notice: null, problem: null, elsewhere: false, stopping: false, answerId: null });
    let response: Response;
    try {
      response = await ask();
    } catch (error) {
      if (this.closing.signal.aborted) return;
      this.patch({ newer });
      this.takeBack();
      onRefused(error);
      return;
    }
    void this.nameLeft(leaving);
    await this.follow(response);
  }

  /** Draws an answer as it comes, at most once a frame. */
  private async follow(response: Response): Promise<void> {
    if (!response.body) return this.reconnect(false);
    const builder = new AnswerBuilder(v7());
    let frame = 0;
    const show = () => {
      frame = 0;
      if (this.closing.signal.aborted) return;
      const answer = builder.message();
      this.patch({ messages: [...this.before(answer), answer], answerId: answer.id, phase: 'streaming' });
    };
    let whole = false;
    try {
      whole = await readEvents(response.body, (chunk) => {
        const output = builder.add(chunk);
        if (output) this.events.onOutput(output);
        if (chunk.type === 'start' && this.stopWanted) void this.stop();
        frame ||= requestAnimationFrame(show);
      });
    } catch {
      whole = false;
    }
    cancelAnimationFrame(frame);
    if (this.closing.signal.aborted) return;
    if (!whole) {
      if (builder.started) show();
      return this.reconnect(false);
    }
    this.settle(builder);
  }

  /** What stands above an answer now, older messages that were loaded meanwhile included. */
  private before(answer: ChatMessage): ChatMessage[] {
    return this.state.get().messages.filter((message) => message.id !== answer.id);
  }

  private settle(builder: AnswerBuilder) {
    const answer = builder.message();
    const said = answer.parts.some((part) => part.type !== 'step-start' && !(part.type === 'text' && part.text === ''));
    const earlier = withTime(this.before(answer), answer.metadata?.askedAt);
    answer.metadata = { createdAt: new Date().toISOString(), ...answer.metadata };
    const messages = said ? [...earlier, answer] : withTurn(earlier, answer.metadata.turn);
    this.patch({ messages, phase: 'idle', stopping: false, elsewhere: false, answerId: null });
    this.events.onSettled();
    // What the stream of a follower leaves out, and what this answer did to the cards of earlier ones.
    const takesBack = answer.parts.some(({ type }) => type === 'tool-undo' || type === 'tool-redo');
    if (takesBack || earlier.some(isWaiting) || answer.metadata.turn?.status === 'awaiting_approval') void this.reload();
    this.sendWaiting();
  }

  /** Sends what was written during an answer that is over. Where that did not end well, or asks, its author is to look first. */
  private sendWaiting() {
    const { messages, waiting } = this.state.get();
    const [text, ...rest] = waiting;
    if (text === undefined) return;
    const last = messages.at(-1);
    if (last?.role !== 'assistant' || (last.metadata?.turn?.status ?? 'completed') !== 'completed') return void this.takeBack();
    this.patch({ waiting: rest });
    void this.send(text);
  }

  /** Goes on listening after the connection broke; when nothing runs any more, reads what came of it. */
  private async reconnect(atOnce: boolean): Promise<void> {
    const { signal } = this.closing;
    this.patch({ phase: 'reconnecting' });
    for (let attempt = 0; !signal.aborted; attempt++) {
      if (!atOnce || attempt > 0) await pause(RECONNECT_MS[Math.min(attempt, RECONNECT_MS.length - 1)] ?? 0, signal);
      if (signal.aborted) return;
      try {
        const response = await request(`/api/chat/${this.id}/stream`, { signal });
        const isRead = await this.reload();
        if (response.status === 200) return await this.follow(response);
        // What came of the answer is not known yet.
        if (!isRead) continue;
        this.patch({ phase: 'idle', stopping: false, elsewhere: false, answerId: null });
        this.events.onSettled();
        return this.sendWaiting();
      } catch (error) {
        if (error instanceof RequestError && error.status !== 0 && error.status < 500) {
          this.patch({ phase: 'idle', elsewhere: false, stopping: false, notice: noticeOf(error) });
          return void this.takeBack();
        }
      }
    }
  }
}
