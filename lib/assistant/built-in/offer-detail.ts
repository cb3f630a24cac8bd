import type { LanguageContext } from '@/lib/language';
import { type Changes, type Command, type CommandOf, type NewDraft, readChanges } from '@/lib/language/commands';
import { pattern } from '@/lib/language/pattern';
import { joined } from '@/lib/tasks/words';
import { restate } from './follow-up/restate';
import type { Item } from './perform';
import { dueOf, plainText } from './say-tasks';

const AGREES = /^(?:(?:oh|ok(?:ay)?|well|hmm+|thanks|great)[\s,]+)*(?:yes|yeah|yep|yup|ya|sure|ok(?:ay)?|fine|please|go on|go for it|alright|definitely|of course|sounds good|perfect)\b/i;
const PUTS_RIGHT = /^(?:no|nah|nope|actually|sorry|wait)\b|\b(?:instead|rather)[.!]*$/i;

/** "they all need to be done by", "make them": said of everything that was offered. */
const ALL_OF_THEM = pattern('i')`
  ^(?:(?:and|but|oh|ok(?:ay)?|also)[\s,]+)*(?:they|these|those|all(?: of (?:them|these|those))?|both(?: of them)?|make (?:them|these|those))(?:
    're| are| all| both| each| (?:need|have|has) to be| (?:should|must|can) be| due| done| ready| finished
  )* (?=\S)
`;

/** "yes but Saturday", "no, at 5": an offer that is taken with another day, time or priority. Without a yes or no it is asked again. */
export function offerWith(offer: Command, text: string, ctx: LanguageContext): Item[] | null {
  const said = text.trim().replace(/[.!?]+$/, '');
  const ofAll = ALL_OF_THEM.test(said);
  const forms = ofAll ? [said.replace(ALL_OF_THEM, '')] : restate(said, ctx).map((form) => form.text);
  const changes = forms.map((form) => detailOf(form, ctx)).find((read) => read !== null);
  if (!changes) return null;
  if (offer.kind === 'create' && (offer.tasks.length === 1 || ofAll)) {
    const tasks = offer.tasks.map((draft) => withChanges(draft, changes));
    const command: CommandOf<'create'> = { ...offer, tasks };
    if (AGREES.test(text) || PUTS_RIGHT.test(text)) return [command];
    const date = changes.dueDate ?? tasks[0]?.due?.date;
    const due = date ? `, due ${dueOf({ dueDate: date, dueTime: tasks[0]?.due?.time })}` : '';
    const names = joined(tasks.map(({ title }) => `"${plainText(title)}"`));
    return [{ text, kind: 'question', action: 'add', question: tasks.length === 1 ? `Shall I add ${names}${due} as a task?` : `Shall I add ${names} as tasks${due}?`, offer: command }];
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
