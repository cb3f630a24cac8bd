'use client';

import { v7 } from 'uuid';
import { messageOf, postJson } from '@/components/data/request';
import { browserZone } from '@/components/time/browser-zone';
import type { ChatMessage } from '@/lib/turns/chat-message';
import { keepDraft } from '../drafts';
import { AnswerFollower } from './answer-follower';
import { noticeOf, upTo, withApproval } from './messages';

/**
 * One conversation as this page sees it: what is on screen, what runs, and here what its reader does: sends, retries and decides.
 * The history and the answers belong to the server, and every connection may break at any moment.
 */
export class ChatSession extends AnswerFollower {
  private unsent: { text: string; parent: string | null | undefined; messageId: string } | null = null;

  /**
   * Sends a message after the leaf, or, with `edited`, as a new branch in the place of that message. While an answer runs a message
   * waits for its end. What is refused goes back to where it was typed.
   */
  async send(text: string, edited?: ChatMessage): Promise<void> {
    const parent = edited && (edited.metadata?.parentId ?? null);
    if (parent === undefined && this.state.get().phase !== 'idle') return this.patch({ waiting: [...this.state.get().waiting, text] });
    if (parent === undefined && this.state.get().newer && !(await this.showLatest())) return this.events.giveBack(text);
    const { messages, phase } = this.state.get();
    if (phase !== 'idle') return edited ? undefined : this.events.giveBack(text);
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
    const ask = async () => {
      const { id, role, parts } = message;
      const body = { id: this.id, message: { id, role, parts }, parentId: parent, timeZone: browserZone() };
      const response = await postJson('/api/chat', body, this.closing.signal);
      this.unsent = null;
      this.patch({ outgoing: null });
      if (edited) keepDraft(edited.id, '');
      this.events.onAccepted(messages.length === 0, text);
      return response;
    };
    const refused = (error: unknown) => {
      // The words of a message that is edited are its draft.
      this.patch({ messages, phase: 'idle', outgoing: null, notice: noticeOf(error), ...(edited && { editing: edited.id }) });
      if (!edited) this.events.giveBack(text);
    };
    await this.run([...kept, message], ask, refused, parent === undefined ? undefined : messages.at(-1)?.id);
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
    const ask = () => postJson(`/api/chat/${this.id}/retry`, { messageId, attemptId: v7(), model }, this.closing.signal);
    await this.run(upTo(messages, messageId), ask, this.asBefore(messages), messages.at(-1)?.id);
    await this.reload();
  }

  /** Decides a change that waits for approval. */
  async decide(approvalId: string, approved: boolean): Promise<void> {
    const { messages, phase } = this.state.get();
    if (phase !== 'idle') return;
    const ask = () => postJson(`/api/chat/${this.id}/approval`, { approvalId, approved }, this.closing.signal);
    await this.run(withApproval(messages, approvalId, approved ? 'approved' : 'rejected'), ask, this.asBefore(messages));
    await this.reload();
  }

  /** What is done where the server refuses: all is as it was, and the reason is said. */
  private asBefore(messages: ChatMessage[]) {
    return (error: unknown) => this.patch({ messages, phase: 'idle', problem: messageOf(error) });
  }

  /** Sends what was written during an answer that is over. Where that did not end well, or asks, its author is to look first. */
  protected sendWaiting() {
    const { messages, waiting } = this.state.get();
    const [text, ...rest] = waiting;
    if (text === undefined) return;
    const last = messages.at(-1);
    if (last?.role !== 'assistant' || (last.metadata?.turn?.status ?? 'completed') !== 'completed') return void this.takeBack();
    this.patch({ waiting: rest });
    void this.send(text);
  }
}
