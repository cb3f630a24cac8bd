import type { Effect } from '@/lib/tasks/context';
import type { TaskRow } from '@/lib/tasks/task-row';
import { counted } from '@/lib/tasks/words';

/** What a message may put beside a number without making it something else than a task's: not 12:30, 12 pm, $12, 12 %. */
const BEFORE_NUMBER = String.raw`(?<![\p{L}\p{N}_:./$€£+-])`;
const AFTER_NUMBER = String.raw`(?![\p{L}\p{N}_]|[:./-]\p{N}|\s?(?:%|€|am\b|pm\b|a\.m|p\.m|o'clock|(?:min|minute|hour|hr|day|week|month|year)s?\b))`;

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Whether a message names a task: its number or its title stands there, as words of their own, in any case. */
export function isNamed({ number, title }: Pick<TaskRow, 'number' | 'title'>, userText: string): boolean {
  const text = userText.normalize('NFC').replace(/\s+/g, ' ');
  const words = escaped(title.normalize('NFC').trim().replace(/\s+/g, ' '));
  const byTitle = new RegExp(String.raw`(?<![\p{L}\p{N}])${words}(?![\p{L}\p{N}])`, 'iu');
  const byNumber = new RegExp(`${BEFORE_NUMBER}${number}${AFTER_NUMBER}`, 'iu');
  return byTitle.test(text) || byNumber.test(text);
}

/** The chosen tasks that the effect changes. */
function touchedTargets({ targets = [], transitions = [] }: Effect): TaskRow[] {
  const changed = new Set(transitions.flatMap(({ before }) => (before ? [before.id] : [])));
  return targets.filter(({ id }) => changed.has(id));
}

/**
 * Whether a call needs the person's approval: it removes something for good, or changes several tasks that
 * were not each named. Making tasks needs none, and neither does undo or redo. `one`: a single task that was not named does, too.
 */
export function needsApproval(effect: Effect, userText: string | undefined, one = false): boolean {
  if (!effect.output.ok) return false;
  if (effect.final || effect.transitions?.some(({ after }) => after === null)) return true;
  const touched = touchedTargets(effect);
  return touched.length > (one ? 0 : 1) && !touched.every((task) => isNamed(task, userText ?? ''));
}

/** Said when such a call arrives without an approval. */
export const approvalMissing = (effect: Effect): string => {
  const touched = touchedTargets(effect).length;
  if (effect.would && touched === 0) return `That would ${effect.would} It needs approval first. Nothing was changed.`;
  return `That would change ${counted(touched, 'task')} and needs approval first. Nothing was changed.`;
};
