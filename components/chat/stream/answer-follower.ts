import { messageOf, postJson, request, RequestError } from '@/components/data/request';
import type { ToolOutput } from '@/lib/tasks/tool-output';
import type { ChatMessage } from '@/lib/turns/chat-message';
import { ConversationView } from './conversation-view';
import { drawAnswer } from './draw-answer';
import { isWaiting, noticeOf, settled } from './messages';
import { pause } from './pause';
import type { SessionState } from './session-state';

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
 * Follows the answer that runs in a conversation, through broken connections, to its end, or stops it. The answer belongs to the
 * server; what is here is a view of it.
 */
export abstract class AnswerFollower extends ConversationView {
  private stopWanted = false;

  constructor(
    id: string,
    initial: Partial<SessionState>,
    protected readonly events: SessionEvents,
  ) {
    super(id, initial);
  }

  /** Sends what was written during an answer that is over. */
  protected abstract sendWaiting(): void;
  /** Gives that back to where it was typed, since it cannot be sent. */
  abstract takeBack(): boolean;

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

  /** Leaves the middle of the conversation for its newest messages. @returns false when they could not be read. */
  async showLatest(): Promise<boolean> {
    try {
      const page = await this.readNewest();
      this.put(page);
      if (page.conversation.turn?.status === 'running') void this.join();
      return true;
    } catch (error) {
      this.patch({ problem: messageOf(error) });
      return false;
    }
  }

  /**
   * Asks for an answer to the last of the messages, which are shown at once, and follows it.
   * @param leaving the leaf of the branch that is left by this.
   */
  protected async run(messages: ChatMessage[], ask: () => Promise<Response>, onRefused: (error: unknown) => void, leaving?: string) {
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

  /** Shows an answer as it comes, and listens again where the connection breaks before its end. */
  private async follow(response: Response): Promise<void> {
    if (!response.body) return this.reconnect(false);
    const answer = await drawAnswer(response.body, {
      onChunk: (chunk, output) => {
        if (output) this.events.onOutput(output);
        if (chunk.type === 'start' && this.stopWanted) void this.stop();
      },
      show: (begun) => {
        if (this.closing.signal.aborted) return;
        this.patch({ messages: [...this.before(begun), begun], answerId: begun.id, phase: 'streaming' });
      },
    });
    if (this.closing.signal.aborted) return;
    if (!answer) return this.reconnect(false);
    this.settle(answer);
  }

  /** What stands above an answer now, older messages that were loaded meanwhile included. */
  private before(answer: ChatMessage): ChatMessage[] {
    return this.state.get().messages.filter((message) => message.id !== answer.id);
  }

  private settle(answer: ChatMessage) {
    const earlier = this.before(answer);
    this.patch({ messages: settled(earlier, answer), phase: 'idle', stopping: false, elsewhere: false, answerId: null });
    this.events.onSettled();
    // What the stream of a follower leaves out, and what this answer did to the cards of earlier ones.
    const takesBack = answer.parts.some(({ type }) => type === 'tool-undo' || type === 'tool-redo');
    if (takesBack || earlier.some(isWaiting) || answer.metadata?.turn?.status === 'awaiting_approval') void this.reload();
    this.sendWaiting();
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
