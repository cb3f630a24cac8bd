import { z } from 'zod';
import type { Effect } from '@/lib/tasks/context';

const versioned = z.object({ id: z.uuid(), version: z.number().int() });

/** What a requested call keeps beside its input: the tasks it means, and the versions of all that it would change. */
const resolvedSchema = z.object({
  resolved: z.object({ targets: z.array(z.uuid()), touched: z.array(versioned) }),
});
export type Resolved = z.infer<typeof resolvedSchema>['resolved'];

const partSchema = z.object({ resolved: z.object({ targets: z.array(z.uuid()), only: z.array(z.uuid()) }) });

/** For how many of its tasks a call was approved, from its stored arguments; null when not for a part of them. */
export function approvedPart(stored: unknown): { approved: number; shown: number } | null {
  const { data } = partSchema.safeParse(stored);
  return data ? { approved: data.resolved.only.length, shown: data.resolved.targets.length } : null;
}

/** The tasks that an effect is for and those that it changes, as they are now. */
export function resolvedTargets({ targets = [], transitions = [] }: Effect): Resolved {
  return {
    targets: targets.map(({ id }) => id),
    touched: transitions.flatMap(({ before }) => (before ? [{ id: before.id, version: before.version }] : [])),
  };
}

const key = ({ touched }: Resolved) => touched.map(({ id, version }) => `${id} ${version}`).sort().join();

/**
 * Whether an effect changes exactly the tasks that were shown, none of which has changed since. Of a part that was chosen
 * (`only`): nothing that was not shown, and none of those that were not chosen.
 */
export function isAsShown(shown: Resolved, effect: Effect, only?: string[]): boolean {
  if (!effect.output.ok) return false;
  const now = resolvedTargets(effect);
  if (!only) return key(shown) === key(now);
  const left = shown.targets.filter((id) => !only.includes(id));
  const wanted = shown.touched.filter(({ id }) => only.includes(id));
  return (
    now.touched.every(({ id, version }) => !left.includes(id) && shown.touched.some((task) => task.id === id && task.version === version)) &&
    wanted.every(({ id }) => now.touched.some((task) => task.id === id))
  );
}

/** The input that carries out what was shown, or the part of it that was chosen: the same, for the tasks it meant then. */
export function resolvedInput(stored: unknown, only?: string[]): { shown: Resolved; original: Record<string, unknown>; input: Record<string, unknown> } {
  const { resolved: shown } = resolvedSchema.parse(stored);
  const { resolved: _resolved, ...original } = z.record(z.string(), z.unknown()).parse(stored);
  const { filter: _filter, ...rest } = original;
  return { shown, original, input: { ...rest, tasks: only ?? shown.targets } };
}
