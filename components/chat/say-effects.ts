import type { LeftEffects } from '@/lib/activity/schemas';

type Operation = LeftEffects['changes'][number]['operation'];

const DONE: Record<Operation, string> = {
  create: 'created', update: 'changed', complete: 'completed', reopen: 'reopened', delete: 'deleted', restore: 'restored', purge: 'erased',
};
/** How many tasks are named before the rest is counted. */
const NAMED = 3;

const joined = (words: string[]) => (words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`);

/** What was done to which tasks: created “Buy milk” and “Eggs”, and completed “Call mom”. */
export function sayEffects(changes: LeftEffects['changes']): string {
  const titles = new Map<Operation, Set<string>>();
  for (const { operation, title } of changes) titles.set(operation, (titles.get(operation) ?? new Set()).add(title));
  const clauses = [...titles].map(([operation, set]) => {
    const all = [...set];
    const rest = all.length - NAMED;
    const named = all.slice(0, NAMED).map((title) => `“${title}”`);
    return `${DONE[operation]} ${joined(rest > 0 ? [...named, `${rest} more`] : named)}`;
  });
  // With several names in a clause, a bare "and" would read as one more of them.
  const plain = [...titles.values()].every((set) => set.size === 1);
  return plain ? joined(clauses) : clauses.length < 2 ? (clauses[0] ?? '') : `${clauses.slice(0, -1).join('; ')}; and ${clauses.at(-1)}`;
}
