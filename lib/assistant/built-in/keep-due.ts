import { localParts, type LanguageContext } from '@/lib/language';
import { formatDay, parseDay, weekdayOf } from '@/lib/language/calendar';
import type { CommandOf } from '@/lib/language/commands';
import type { TaskView } from './outcome';

const DAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** Whether a day is one of a simple rule's: every day, some weekdays, some days of the month. */
export function isDayOf(rule: string, date: string): boolean {
  const day = parseDay(date);
  if (day === null || /INTERVAL=(?!1\b)|BYMONTH=|BYSETPOS/.test(rule)) return false;
  const weekdays = /BYDAY=([A-Z,]+)(?:;|$)/.exec(rule)?.[1]?.split(',');
  const dates = /BYMONTHDAY=([\d,]+)(?:;|$)/.exec(rule)?.[1]?.split(',').map(Number);
  if (/BYDAY=/.test(rule)) return weekdays?.includes(DAYS[weekdayOf(day)] ?? '') ?? false;
  return dates ? dates.includes(Number(formatDay(day).slice(8))) : /^FREQ=DAILY/.test(rule);
}

/** "make that every day": the first day was not said, so one that the task has already and that fits the rule stays. */
export function keepDue({ text, changes }: CommandOf<'change'>, task: TaskView | undefined, ctx: LanguageContext): CommandOf<'change'>['changes'] {
  if (!changes?.recurrence || !changes.dueDate || !task?.dueDate || /\b(?:start|from|begin|today|tomorrow|tonight)/i.test(text)) return changes;
  if (task.dueDate < localParts(ctx.now, ctx.timeZone).date || !isDayOf(changes.recurrence, task.dueDate)) return changes;
  const { dueDate: _, ...kept } = changes;
  return kept;
}
