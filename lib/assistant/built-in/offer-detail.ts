import type { LanguageContext } from '@/lib/language';
import { type Changes, type Command, type CommandOf, type NewDraft, readChanges } from '@/lib/language/commands';
import { restate } from './follow-up/restate';
import type { Item } from './perform';
import { dueOf, plainText } from './say-tasks';

const AGREES = /^(?:(?:oh|ok(?:ay)?|well|hmm+|thanks|great)[\s,]+)*(?:yes|yeah|yep|yup|ya|sure|ok(?:ay)?|fine|please|go on|go for it|alright|definitely|of course|sounds good|perfect)\b/i;
const PUTS_RIGHT = /^(?:no|nah|nope|actually|sorry|wait)\b|\b(?:instead|rather)[.!]*$/i;

/** "yes but Saturday", "no, at 5": an offer that is taken with another day, time or priority. Without a yes or no it is asked again. */
export function offerWith(offer: Command, text: string, ctx: LanguageContext): Item[] | null {
  const changes = restate(text.trim().replace(/[.!?]+$/, ''), ctx).map((form) => detailOf(form.text, ctx)).find((read) => read !== null);
  if (!changes) return null;
  const [draft, more] = offer.kind === 'create' ? offer.tasks : [];
  if (offer.kind === 'create' && draft && !more) {
    const task = withChanges(draft, changes);
    const command: CommandOf<'create'> = { ...offer, tasks: [task] };
    if (AGREES.test(text) || PUTS_RIGHT.test(text)) return [command];
    const due = task.due?.date ? `, due ${dueOf({ dueDate: task.due.date, dueTime: task.due.time })}` : '';
    return [{ text, kind: 'question', action: 'add', question: `Shall I add "${plainText(task.title)}"${due} as a task?`, offer: command }];
  }
  if (offer.kind !== 'change' || offer.tool !== 'update_tasks' || !offer.changes || offer.changes.title || offer.changes.description) return null;
  const command: CommandOf<'change'> = { ...offer, changes: { ...offer.changes, ...changes } };
  if (AGREES.test(text) || PUTS_RIGHT.test(text)) return [command];
  const { dueDate, dueTime } = command.changes ?? {};
  const value = dueDate ? dueOf({ dueDate, dueTime }) : dueTime;
  return value ? [{ text, kind: 'question', action: 'update', question: `Shall I set it to ${value}?`, offer: command }] : null;
}

function detailOf(form: string, ctx: LanguageContext): Changes | null {
  if (/^(?:till|until|til|through|for)\b/i.test(form)) return null;
  const read = readChanges(form.replace(/^make (?:it|them) /, ''), ctx);
  return read.rest || read.problem || !Object.keys(read.changes).length ? null : read.changes;
}

function withChanges(draft: NewDraft, { dueDate, dueTime, recurrence, priority }: Changes): NewDraft {
  const due = { date: dueDate ?? draft.due?.date ?? null, time: dueTime ?? draft.due?.time ?? null };
  return {
    ...draft,
    ...(dueDate || dueTime ? { due } : {}),
    ...(recurrence ? { recurrence } : {}),
    ...(priority && priority !== 'none' ? { priority } : {}),
  };
}
