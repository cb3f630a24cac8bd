import { daysBetween, sayMonth, wallClock } from '@/components/time/format';
import type { ConversationItem } from '@/lib/conversations/schemas';

type ConversationGroup = { label: string; items: ConversationItem[] };

/** Conversations by day: pinned, today, yesterday, previous 7 and 30 days, then by month. Their order is kept. */
export function groupConversations(items: readonly ConversationItem[], now: number, zone: string): ConversationGroup[] {
  const today = wallClock(now, zone).date;
  const groups = new Map<string, ConversationItem[]>();
  const labelOf = (item: ConversationItem) => {
    if (item.pinnedAt) return 'Pinned';
    const day = wallClock(Date.parse(item.updatedAt), zone).date;
    const ago = daysBetween(day, today);
    if (ago <= 0) return 'Today';
    if (ago === 1) return 'Yesterday';
    if (ago <= 7) return 'Previous 7 days';
    return ago <= 30 ? 'Previous 30 days' : sayMonth(day);
  };
  for (const item of items) {
    const label = labelOf(item);
    groups.set(label, [...(groups.get(label) ?? []), item]);
  }
  const pinned = groups.get('Pinned');
  groups.delete('Pinned');
  return [...(pinned ? [{ label: 'Pinned', items: pinned }] : []), ...[...groups].map(([label, list]) => ({ label, items: list }))];
}
