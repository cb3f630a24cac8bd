import { ASKS } from './memory';
import { type Item, notDone } from './perform';
import type { Pending } from './pending';

/** Whether an item only tells something. */
const isReading = (item: Item): boolean =>
  item.kind === 'help' || item.kind === 'smalltalk' || item.kind === 'get' || (item.kind === 'call' && ASKS.test(item.tool));

/**
 * What is said instead of the day that was asked for: a question is answered and the day asked for again; what cannot be read
 * as a day is said so; another order is carried out, and what it leaves undone is said.
 */
export function keepAsking(pending: Pending, text: string, items: Item[]): Item[] {
  if (pending.kind !== 'fill' || pending.question.wants !== 'date') return items;
  const { question, text: about, then } = pending.question;
  const waiting: Pending = then?.kind === 'change'
    ? {
      ...pending,
      question: {
        ...pending.question,
        then: { ...then, refs: then.refs.map((ref) => (ref.kind === 'title' ? { ...ref, early: true } : ref)) },
      },
    }
    : pending;
  const again = (lead: string): Item => ({ kind: 'say', text: about, answer: `${lead} ${question}`, pending: waiting });
  if (items.every(isReading)) return [...items, again(`Back to "${about}":`)];
  const [only] = items;
  if (items.length === 1 && (only?.kind === 'unknown' || only?.kind === 'yes' || only?.kind === 'selection')) {
    return [{ ...again("I can't read that as a day or time."), text }];
  }
  return [{ kind: 'say', text: '', answer: notDone([pending.question]) }, ...items];
}
