import type { ConversationStore } from '@/components/data/conversation-store';
import { focusRow } from './focus-row';

/** Most that can be changed together. */
const MOST = 500;
/** The one that was chosen last: Shift chooses all from there. */
let from: string | null = null;

/** Chooses a conversation, or lets it go; with `through` all from the one chosen last. The first begins the choosing. */
export function toggleChosen({ selection, state }: ConversationStore, id: string, through = false) {
  const before = selection.get();
  const { search, items } = state.get();
  const order = (search?.items ?? items).map((item) => item.id);
  const [a, b] = [order.indexOf(from ?? ''), order.indexOf(id)];
  const next = new Set(before);
  if (before && through && a >= 0 && b >= 0) for (const each of order.slice(Math.min(a, b), Math.max(a, b) + 1)) next.add(each);
  else if (!next.delete(id)) next.add(id);
  from = id;
  if (next.size > MOST) return;
  selection.set(next);
  // The row is drawn anew as a box to tick.
  if (!before) focusRow(id);
}

/** Ends the choosing: the focus stays in the list, at the one chosen last, or, where those that are chosen go, at the next that stays. */
export function endChoosing({ selection, state }: ConversationStore, go = false) {
  const chosen = selection.get();
  selection.set(null);
  const { search, items } = state.get();
  const order = (search?.items ?? items).map((item) => item.id);
  const at = go ? order.findIndex((id) => chosen?.has(id)) : order.indexOf(from ?? '');
  const stays = (id: string) => !go || !chosen?.has(id);
  const to = order.slice(Math.max(at, 0)).find(stays) ?? order.findLast(stays);
  if (to) focusRow(to);
  else document.getElementById('search')?.focus();
}
