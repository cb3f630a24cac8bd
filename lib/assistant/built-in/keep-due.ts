import { localParts, type LanguageContext } from '@/lib/language';
import type { CommandOf } from '@/lib/language/commands';
import { fallsOn } from '@/lib/tasks/recurrence';
import type { TaskView } from './outcome';

/** "make that every day": the first day was not said, so one that the task has already and that fits the rule stays. */
export function keepDue({ text, changes }: CommandOf<'change'>, task: TaskView | undefined, ctx: LanguageContext): CommandOf<'change'>['changes'] {
  if (!changes?.recurrence || !changes.dueDate || !task?.dueDate || /\b(?:start|from|begin|today|tomorrow|tonight)/i.test(text)) return changes;
  if (task.dueDate < localParts(ctx.now, ctx.timeZone).date || !fallsOn(changes.recurrence, task.dueDate)) return changes;
  const { dueDate: _, ...kept } = changes;
  return kept;
}
