import { itemOf } from '@/components/data/conversation-state';
import type { ConversationStore } from '@/components/data/conversation-store';
import type { ChatSession } from './chat-session';

/**
 * Keeps a conversation up with what other tabs and processes do in it, as the list of conversations learns of it: joins
 * an answer that runs, and reads the messages again when some came. @returns a function that ends it.
 */
export function followElsewhere(session: ChatSession, conversations: ConversationStore): () => void {
  const stateOf = () => {
    const state = conversations.state.get();
    return { updatedAt: itemOf(state, session.id)?.updatedAt, running: state.running.includes(session.id) };
  };
  let known = stateOf();
  return conversations.state.subscribe(() => {
    const next = stateOf();
    const before = known;
    known = next;
    const { phase, messages } = session.state.get();
    if (phase !== 'idle' || messages.length === 0) return;
    if (next.running && !before.running) void session.join();
    else if (next.updatedAt !== undefined && before.updatedAt !== undefined && next.updatedAt !== before.updatedAt) void session.reload();
  });
}
