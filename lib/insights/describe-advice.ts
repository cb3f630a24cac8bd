import { counted, dayInWords, listed, named } from '@/lib/tasks/words';
import { DEFAULT_MINUTES, type DayPlan } from './arrange-day';
import type { Recommendation } from './choose-next';

/** Blocks named one by one; of a longer day the rest is counted. */
const NAMED = 12;
/** Tasks without a place that are named. */
const LEFT_NAMED = 3;

/** What to do next, in a short paragraph: each task with its reason. `open`: how many tasks there were to choose from. */
export function describeNext(recommendations: Recommendation[], open: number): string {
  const [first, ...others] = recommendations.map(({ task, reason }) => `${named(task)}: ${reason}`);
  if (first === undefined) return 'Nothing is open, so there is nothing to recommend.';
  const rest = open - recommendations.length;
  const after = others.length > 0 ? ` Then ${others.join('; ')}.` : '';
  return `Start with ${first}.${after}${rest > 0 ? ` ${counted(rest, 'other task')} can wait.` : ''}`;
}

/** A plan in a short paragraph: when what, and what finds no place. */
export function describePlan({ date, blocks, unplaced }: DayPlan): string {
  const day = dayInWords(date, null);
  if (blocks.length === 0 && unplaced.length === 0) return `Nothing needs to be done on ${day}.`;
  const lines = blocks.slice(0, NAMED).map(({ task, start, end, reason }) =>
    `${start}–${end} ${named(task)}, ${reason}`);
  const more = blocks.length > NAMED ? `; and ${counted(blocks.length - NAMED, 'more task')}` : '';
  const plan = blocks.length > 0 ? `Plan for ${day}: ${lines.join('; ')}${more}.` : `There is no room left on ${day}.`;
  const assumed = blocks.filter((block) => block.assumed).length;
  const guess = assumed > 0 ? ` I assumed ${DEFAULT_MINUTES} minutes for ${assumed === blocks.length ? 'each' : `${assumed} of them`}.` : '';
  const left = unplaced.length > 0 ? ` No place for ${listed(unplaced.map(({ task }) => task), LEFT_NAMED)}.` : '';
  return plan + guess + left;
}
