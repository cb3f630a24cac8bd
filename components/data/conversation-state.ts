import type { ConversationItem } from '@/lib/conversations/schemas';
import { type Filters, noFilters } from './conversation-filters';

export type ConversationState = {
  items: readonly ConversationItem[];
  cursor: string | null;
  state: 'unloaded' | 'loading' | 'ready' | 'failed';
  /** The conversation on screen, for when the list does not have it: an old one, or one of the archive. */
  opened: ConversationItem | null;
  /** Conversations in which an answer is being made. */
  running: readonly string[];
  /** What is searched for, and what was found; null while nothing is. */
  search: { q: string; items: readonly ConversationItem[]; cursor: string | null; state: 'loading' | 'ready' | 'failed' } | null;
  filters: Filters;
  archived: boolean;
};

export const noConversations: ConversationState = {
  items: [],
  cursor: null,
  state: 'unloaded',
  opened: null,
  running: [],
  search: null,
  filters: noFilters,
  archived: false,
};

/** A conversation as it is now; undefined where neither the list nor the page has it. */
export const itemOf = ({ items, opened }: ConversationState, id: string): ConversationItem | undefined =>
  items.find((item) => item.id === id) ?? (opened?.id === id ? opened : undefined);

/** Two pages of a list together, each conversation once. */
export const merge = (before: readonly ConversationItem[], more: readonly ConversationItem[]) => {
  const known = new Set(before.map((item) => item.id));
  return [...before, ...more.filter((item) => !known.has(item.id))];
};
