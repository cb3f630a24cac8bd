import type { ConversationItem } from '@/lib/conversations/schemas';
import { type Filters, queryOf } from './conversation-filters';
import { getJson } from './request';

/** Conversations that are read at a time. */
export const PAGE = 40;

type Query = { q?: string; filters?: Filters; archived?: boolean; cursor: string | null };

/** Reads a page of the list, or of what a search finds. @throws RequestError; AbortError when `signal` ends it. */
export function readConversations({ q, filters, archived, cursor }: Query, signal?: AbortSignal) {
  const search = new URLSearchParams({ limit: String(PAGE), ...(filters && queryOf(filters)) });
  if (q) search.set('q', q);
  if (archived) search.set('archived', 'true');
  if (cursor) search.set('cursor', cursor);
  return getJson<{ items: ConversationItem[]; nextCursor: string | null }>(`/api/v1/conversations?${search}`, signal);
}
