import type { LeftEffects } from '@/lib/activity/schemas';
import type { ChatMessage } from '@/lib/turns/chat-message';

/**
 * What the conversation on screen is doing.
 * - `idle`: nothing runs that this page knows of
 * - `sending`: a message is on its way, not a word has come back
 * - `streaming`: the answer comes in
 * - `reconnecting`: the connection broke; the answer goes on at the server
 */
type Phase = 'idle' | 'sending' | 'streaming' | 'reconnecting';

/** Why the last message did not get through. Its words are back in the composer. */
export type Notice = {
  kind: 'offline' | 'unreachable' | 'signed_out' | 'busy' | 'rate_limited' | 'refused';
  message: string;
  /** When to try again (ms), where the server said so. */
  until?: number;
};

export type SessionState = {
  /** The branch on screen, oldest first, as far as it is loaded. */
  messages: ChatMessage[];
  /** The cursor of the page before; null at the beginning of the conversation. */
  older: string | null;
  /** The cursor of the page after, where the conversation was opened in its middle; null: the newest message is here. */
  newer: string | null;
  moreState: Record<'older' | 'newer', 'idle' | 'loading' | 'failed'>;
  phase: Phase;
  stopping: boolean;
  /** The answer that runs was begun elsewhere: another tab, or before a reload. */
  elsewhere: boolean;
  /** Id of the answer that comes in, once it has one. */
  answerId: string | null;
  notice: Notice | null;
  /** An error of something other than sending, said where the answer ends. */
  problem: string | null;
  /** The words that are on their way, until the server has taken them. */
  outgoing: string | null;
  /** What was sent while an answer ran, oldest first: it follows that answer. */
  waiting: string[];
  /** The message of one's own that is being edited. */
  editing: string | null;
  /** What the branch that was left last has done to tasks, and still stands. */
  left: LeftEffects | null;
};

export const emptySession: SessionState = {
  messages: [],
  older: null,
  newer: null,
  moreState: { older: 'idle', newer: 'idle' },
  phase: 'idle',
  stopping: false,
  elsewhere: false,
  answerId: null,
  notice: null,
  problem: null,
  outgoing: null,
  waiting: [],
  editing: null,
  left: null,
};
