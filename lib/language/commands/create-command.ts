import { describeDue, readTask } from '..';
import type { LanguageContext } from '../types';
import { endsInParticle } from '../particles';
import { STATED } from './add-patterns';
import type { AddBody, AddStyle } from './add-body';
import { listName } from './list-name';
import { trimEnds } from './normalize';
import { holdsSlip } from './self-correction';
import { splitTasks } from './split-tasks';
import { cleanTitle, namesNothing } from './title-sense';
import type { Command, NewDraft } from './types';
import { DOING_VERB } from './vocabulary';

/** "every 45 minutes between 9 and 5": the hours would be lost if only the step were asked again. */
const STEPS_BETWEEN = /\b(?:min(?:ute)?s?|half(?: an)? hours?)\b.*\b(?:between|from)\b/i;
const STEPS_ASKED = 'Minutes between two hours repeat here only from full hour to full hour, in steps that fill an hour such as 15, 20 or 30 minutes. Say the whole sentence once more so. Nothing was changed.';

/** One command from what is to be added: the tasks, or a question where something is missing or impossible. */
export function toCreate(found: AddBody, text: string, ctx: LanguageContext): Command {
  if (found.empty || !found.body.trim()) {
    if (found.list) {
      const name = listName(found.list);
      const draft = name ? { ...readTask('', ctx), tags: [name] } : undefined;
      return {
        text,
        kind: 'question',
        action: 'add',
        wants: 'title',
        question: 'Lists are made of tags here, so a list begins with its first task. What should I put on it?',
        ...(draft ? { draft } : {}),
      };
    }
    const draft = found.body ? readTask(found.body, ctx) : undefined;
    return { text, kind: 'question', action: 'add', wants: 'title', question: 'What should the task be called?', ...(draft ? { draft } : {}) };
  }
  const drafts = shareDay(splitTasks(found, ctx).map((part) => draftOf(part, found, ctx)));
  const [first] = drafts;
  const open = drafts.find((draft) => draft.problem) ?? drafts.find((draft) => !draft.title);
  if (open?.problem?.code === 'unclear_times' && STEPS_BETWEEN.test(found.body)) return { text, kind: 'question', action: 'add', question: STEPS_ASKED };
  if (open) {
    const question = problemOf(open, ctx) ?? `What should the task${open.due || open.recurrence ? ' at that time' : ''} be called?`;
    return { text, kind: 'question', action: 'add', wants: open.problem ? 'date' : 'title', question, draft: open };
  }
  if (!first) return { text, kind: 'unknown' };
  const unclear = drafts.find(({ title }) => namesNothing(title) && !isQuoted(title, found.body));
  if (unclear && found.style === 'bare') return { text, kind: 'unknown' };
  if (unclear) return { text, kind: 'question', action: 'add', wants: 'title', question: 'What should the task be called?', draft: { ...unclear, title: '' } };
  const slipped = drafts.find(({ title }) => holdsSlip(title) && !found.body.includes('"'));
  if (slipped) {
    return { text, kind: 'question', action: 'add', wants: 'title', question: 'You corrected yourself there, and I am not sure what is left. What should the task be called?', draft: { ...slipped, title: '' } };
  }
  return { text, kind: 'create', tasks: drafts };
}

const names = (draft: NewDraft, type: 'date' | 'time') => draft.spans.some((span) => span.type === type);

/** "dentist at 3 and gym at 6 tomorrow": hours said together, of which one has the day, are of that day; without a day they are of one day, in order. */
function shareDay(drafts: NewDraft[]): NewDraft[] {
  const dated = drafts.filter((draft) => names(draft, 'date'));
  if (drafts.length < 2 || !drafts.every(({ due, recurrence, problem }) => due?.time && !recurrence && !problem)) return drafts;
  if (!dated.length) {
    const [date, ...others] = drafts.map(({ due }) => due?.date ?? '');
    const ascend = drafts.every(({ due }, at) => at === 0 || (due?.time ?? '') > (drafts[at - 1]?.due?.time ?? ''));
    if (!date || !ascend || others.every((other) => other >= date)) return drafts;
    return drafts.map((draft) => ({ ...draft, due: draft.due && { ...draft.due, date } }));
  }
  return drafts.map((draft, index) => {
    if (names(draft, 'date') || !draft.due) return draft;
    const day = drafts.slice(0, index).reverse().find((other) => dated.includes(other)) ?? dated[0];
    return { ...draft, due: { date: day?.due?.date ?? draft.due.date, time: draft.due.time } };
  });
}

/** Asks whether the task is meant. A plain yes adds it. */
export function asOffer(command: Extract<Command, { kind: 'create' }>, action: 'add' | 'none' = 'none'): Command {
  const titles = command.tasks.map(({ title }) => `"${title}"`);
  const named = titles.length > 1 ? `${titles.slice(0, -1).join(', ')} and ${titles.at(-1)} as tasks` : `${titles[0] ?? `"${command.text}"`} as a task`;
  return { text: command.text, kind: 'question', action, question: `Shall I add ${named}?`, offer: command };
}

/** The question that a date or a repetition which cannot be meant raises. */
export function problemOf(draft: NewDraft, ctx: LanguageContext): string | undefined {
  switch (draft.problem?.code) {
    case undefined:
      return undefined;
    case 'past_date':
      return `${draft.due ? describeDue(draft.due, ctx) : 'That'} is already past. Which day should "${draft.title}" have? Say "anyway" to add it with that date.`;
    case 'contradiction':
    case 'several_rules':
    case 'several_times':
      return `${draft.problem?.message ?? ''} Which one should it be?`;
    case 'impossible_rule':
      return `${draft.problem?.message ?? ''} How often should it repeat?`;
    case 'unclear_rule':
    case 'unclear_times':
      return `${draft.problem?.message ?? ''} Which ones should it be?`;
    case 'impossible_date':
      return `${draft.problem?.message ?? ''} Which day do you mean?`;
  }
}

/** What is left of "daily except on 23 June" when the day is read out of it: to add it without would be a guess. */
const EXCEPTION = /\s(?:except|excluding|but not|other than|apart from)(?: for| on)?(?: the)?$/i;
const REPEATS = /\b(?:every|each|daily|weekly|monthly|yearly)\b/i;

function draftOf(part: string, found: AddBody, ctx: LanguageContext): NewDraft {
  const draft = readTask(part, ctx);
  const literal = isQuoted(draft.title, part);
  if (!literal && !draft.problem && EXCEPTION.test(draft.title) && REPEATS.test(part)) {
    const title = trimEnds(draft.title.replace(EXCEPTION, '').replace(/\s\w+ly$/, ''));
    const problem = { code: 'impossible_rule' as const, message: 'A repetition cannot leave out single days.' };
    return { ...draft, title, due: null, recurrence: null, problem };
  }
  const title = literal ? draft.title : tidyTitle(draft.title, found.style);
  const tags = found.list && !draft.tags.some((tag) => tag.toLowerCase() === found.list) ? [...draft.tags, found.list] : draft.tags;
  return { ...draft, title, tags };
}

const isQuoted = (title: string, text: string): boolean => title !== '' && [`"${title}"`, `'${title}'`].some((quote) => text.includes(quote));

const I_DO = new RegExp(`^(?:i|we) (?=(?:${DOING_VERB})\\b)`, 'i');

/** What a date leaves at the ends of a title when it is taken out: "at to get gas", "the meeting on". */
function tidyTitle(title: string, style: AddStyle): string {
  let text = trimEnds(title).replace(/^(?:(?:to|that|says|saying|for|about|called|named|titled)\s+)+(?=\S)/i, '').replace(/[\s,.]+(?:it|this|that|which) (?:will be|is|runs out|expires|ends|closes|is due|starts|renews)$/i, '');
  if (!endsInParticle(text)) text = text.replace(/\s+(?:and|to|at|on|by|for|from|in|please|,)$/i, '');
  if (style === 'bare') text = text.replace(I_DO, '');
  if (style === 'remind') text = text.replace(STATED, '').replace(/^(?:about|of|for)\s+(?:my |the |our )?(?=\S)/i, '');
  return cleanTitle(trimEnds(text));
}
