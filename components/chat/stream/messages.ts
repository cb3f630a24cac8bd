import { RequestError } from '@/components/data/request';
import type { ChatMessage, MessageMetadata } from '@/lib/turns/chat-message';
import type { Notice, SessionState } from './session-state';

/** The messages up to and including `id`; none for null. */
export function upTo(messages: ChatMessage[], id: string | null): ChatMessage[] {
  if (id === null) return [];
  const index = messages.findIndex((message) => message.id === id);
  return index < 0 ? messages : messages.slice(0, index + 1);
}

type Loaded = Pick<SessionState, 'messages' | 'older' | 'newer'>;

/** A page put in place: older messages that it continues stay, and a message that is the same stays itself. */
export function mergePage(
  state: Pick<SessionState, 'messages' | 'older'>,
  page: { messages: ChatMessage[]; nextCursor: string | null; newerCursor?: string | null },
): Loaded {
  const [first] = page.messages;
  const newer = page.newerCursor ?? null;
  if (!first) return { messages: [], older: null, newer };
  const known = new Map(state.messages.map((message) => [message.id, message]));
  const fresh = page.messages.map((message) => {
    const old = known.get(message.id);
    return old && JSON.stringify(old) === JSON.stringify(message) ? old : message;
  });
  const at = state.messages.findIndex((message) => message.id === first.id);
  return at > 0
    ? { messages: [...state.messages.slice(0, at), ...fresh], older: state.older, newer }
    : { messages: fresh, older: page.nextCursor, newer };
}

/** Puts a turn that left no answer on the message that it was for, where its state and Retry are shown. */
function withTurn(messages: ChatMessage[], turn: MessageMetadata['turn']): ChatMessage[] {
  const last = messages.at(-1);
  if (!last || !turn) return messages;
  return [...messages.slice(0, -1), { ...last, metadata: { ...last.metadata, turn } }];
}

/** Gives the last message of one's own the server's time, which may be another than this device's. */
function withTime(messages: ChatMessage[], createdAt: string | undefined): ChatMessage[] {
  const last = messages.findLastIndex(({ role }) => role === 'user');
  return messages.map((message, index) =>
    index === last && createdAt ? { ...message, metadata: { ...message.metadata, createdAt } } : message,
  );
}

/** The messages with an answer that is over behind those before it; one that says nothing leaves only its turn. */
export function settled(before: ChatMessage[], answer: ChatMessage): ChatMessage[] {
  const said = answer.parts.some((part) => part.type !== 'step-start' && !(part.type === 'text' && part.text === ''));
  const earlier = withTime(before, answer.metadata?.askedAt);
  if (!said) return withTurn(earlier, answer.metadata?.turn);
  return [...earlier, { ...answer, metadata: { createdAt: new Date().toISOString(), ...answer.metadata } }];
}

/** Whether a message asks for an approval that is not decided, as far as this page knows. */
export const isWaiting = ({ parts }: ChatMessage): boolean =>
  parts.some((part) => part.type === 'data-approval' && part.data.state === 'requested');

/** Marks an approval as decided, before the server has said so. */
export function withApproval(messages: ChatMessage[], approvalId: string, state: 'approved' | 'rejected'): ChatMessage[] {
  const carries = (part: ChatMessage['parts'][number]) => part.type === 'data-approval' && part.data.id === approvalId;
  return messages.map((message) =>
    message.parts.some(carries)
      ? {
          ...message,
          parts: message.parts.map((part) =>
            part.type === 'data-approval' && part.data.id === approvalId ? { ...part, data: { ...part.data, state } } : part,
          ),
        }
      : message,
  );
}

/** An answer with one of its calls marked as taken back. */
export const withUndone = (message: ChatMessage, callId: string): ChatMessage => ({
  ...message,
  metadata: { ...message.metadata, undone: [...(message.metadata?.undone ?? []), callId] },
});

/** An answer with one of its calls marked as standing again. */
export const withoutUndone = (message: ChatMessage, callId: string): ChatMessage => ({
  ...message,
  metadata: { ...message.metadata, undone: (message.metadata?.undone ?? []).filter((id) => id !== callId) },
});

/** What went wrong with a message, as the composer says it. */
export function noticeOf(error: unknown): Notice {
  if (!(error instanceof RequestError)) return { kind: 'refused', message: 'That was not sent. Try again.' };
  const { status, code, message, retryAfter } = error;
  if (status === 0) {
    const online = typeof navigator !== 'undefined' && navigator.onLine;
    return online
      ? { kind: 'unreachable', message: 'Sayso cannot be reached. Your message waits here; send it again in a moment.' }
      : { kind: 'offline', message: 'You are offline. Your message waits here; send it when you are back.' };
  }
  if (status === 404) return { kind: 'refused', message: 'This conversation was deleted. Your words are kept here; Settings, Trash brings it back.' };
  if (status === 401) return { kind: 'signed_out', message: 'You have been signed out. Your words are kept here.' };
  if (code === 'turn_running') return { kind: 'busy', message: 'Another answer is still running in this conversation. Your words are back here.' };
  if (status === 429) {
    const seconds = retryAfter ?? 10;
    return { kind: 'rate_limited', message: `That was a lot at once. Try again in ${seconds} seconds.`, until: Date.now() + seconds * 1_000 };
  }
  return { kind: 'refused', message };
}
