import { z } from 'zod';
import type { Effect } from '@/lib/tasks/context';

const versioned = z.object({ id: z.uuid(), version: z.number().int() });

/** What a requested call keeps beside its input: the tasks it means, and the versions of all that it would change. */
const resolvedSchema = z.object({
  resolved: z.object({ targets: z.array(z.uuid()), touched: z.array(versioned) }),
});
export type Resolved = z.infer<typeof resolvedSchema>['resolved'];

/** The tasks that an effect is for and those that it changes, as they are now. */
export function resolvedTargets({ targets = [], transitions = [] }: Effect): Resolved {
  return {
    targets: targets.map(({ id }) => id),
    touched: transitions.flatMap(({ before }) => (before ? [{ id: before.id, version: before.version }] : [])),
  };
}

const key = ({ touched }: Resolved) => touched.map(({ id, version }) => `${id} ${version}`).sort().join();

/** Whether an effect changes exactly the tasks that were shown, none of which has changed since. */
export const isAsShown = (shown: Resolved, effect: Effect): boolean => effect.output.ok && key(shown) === key(resolvedTargets(effect));

/** The input that carries out what was shown: the same, for the tasks it meant then. */
export function resolvedInput(stored: unknown): { shown: Resolved; original: Record<string, unknown>; input: Record<string, unknown> } {
  const { resolved: shown } = resolvedSchema.parse(stored);
  const { resolved: _resolved, ...original } = z.record(z.string(), z.unknown()).parse(stored);
  const { filter: _filter, ...rest } = original;
  return { shown, original, input: { ...rest, tasks: shown.targets } };
}
