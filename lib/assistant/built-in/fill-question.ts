import { type LanguageContext, localParts, readDate, readTask } from '@/lib/language';
import { cleanTitle, type Command, type CommandOf, durationIn, namesNothing, type NewDraft, newTitle, problemOf, readChanges, type Ref, readRefs } from '@/lib/language/commands';
import { restate } from './follow-up/restate';
import type { Item } from './perform';
import { withRefs } from './with-refs';

export const LEFT = 'All right, nothing was changed.';

/** "all" or "done" alone, where one task is asked for: what it takes in is not told. */
export const isAny = (refs: Ref[], text: string): boolean => refs.some(({ kind }) => kind === 'filter') && !/\s/.test(text.trim());

/** What is to be done, and no name of a task. */
const VERB_FIRST = /^(?:(?:no|actually|ok|and)[\s,]+)*(?:make|move|put|change|set|push|tag|call|remind) (?:it|that|this|me)\b/i;

export function fill(question: CommandOf<'question'>, text: string, commands: Command[], ctx: LanguageContext): Item[] | null {
  const [first] = commands;
  if (first?.kind === 'no' || first?.kind === 'none-of-them') return [{ kind: 'say', text, answer: question.action === 'add' ? 'All right, I added nothing.' : LEFT }];
  if (first?.kind === 'help' || first?.kind === 'smalltalk') return null;
  if (question.wants === 'tag' && question.then?.kind === 'change') return fillTag(question.then, text, first);
  if (question.wants === 'title' && question.then?.kind === 'save-template') return [{ ...question.then, name: text.trim() }];
  if (question.wants === 'title' && question.then?.kind === 'change') return fillName(question.then, text, first);
  if (question.wants === 'title') return fillTitle(question, text, commands, ctx);
  if (question.wants === 'date') {
    const inWords = (said: string) => (question.then ? fillWhen(question.then, said, ctx) : fillDate(question, said, first, ctx));
    return inWords(text) ?? restate(text.trim().replace(/[.!?]+$/, ''), ctx).map((form) => inWords(form.text.replace(/^make (?:it|them) /, ''))).find((items) => items !== null) ?? null;
  }
  if (question.wants === 'task' && question.then && (commands.length === 1 && (first?.kind === 'selection' || first?.kind === 'unknown' || first?.kind === 'question' || first?.kind === 'create' && first.tasks.length === 1))) {
    const refs = VERB_FIRST.test(text.trim()) ? [] : readRefs(text, ctx);
    return refs.length && !isAny(refs, text) ? [withRefs(question.then, refs)] : null;
  }
  return question.then && first?.kind === 'selection' ? [withRefs(question.then, first.refs)] : null;
}

const TAG = /^(?:(?:as|with|use|call it|the tag|the|um+|er+m?|maybe|just|say)\s+)*["']?#?([\p{L}\p{N}][\p{L}\p{N}_-]{0,30})["']?(?:,? (?:please|tag))*[.!]*$/iu;

/** The one word that a tag has. */
function fillTag(then: CommandOf<'change'>, text: string, first: Command | undefined): Item[] | null {
  const tag = first?.kind === 'call' || first?.kind === 'yes' ? undefined : TAG.exec(text.trim())?.[1];
  return tag ? [{ ...then, tags: [tag] }] : null;
}

/** The new name of a task that is there: whatever is no question or undo. */
function fillName(then: CommandOf<'change'>, text: string, first: Command | undefined): Item[] | null {
  if (
    first?.kind === 'call' ||
    first?.kind === 'get' ||
    first?.kind === 'yes' ||
    (first?.kind === 'change' && first.refs.some((ref) => ref.kind === 'number')) ||
    (first?.kind === 'question' && first.then?.kind === 'change')
  ) return null;
  const title = newTitle(text.replace(/^(?:it'?s called|call it|name it|rename it to|to)\s+/i, ''));
  return title ? [{ ...then, changes: { ...then.changes, title } }] : null;
}

/** Whatever is no clear order of another kind is the title that was asked for. */
function fillTitle(question: CommandOf<'question'>, text: string, commands: Command[], ctx: LanguageContext): Item[] | null {
  const [first] = commands;
  const earlier = question.draft;
  if (commands.length > 1 && commands.some((command) => command.kind === 'change' || command.kind === 'call')) return null;
  if (first?.kind === 'call' || first?.kind === 'get' || first?.kind === 'yes') return null;
  if (first?.kind === 'question' && first.action === 'add' && first.wants) return null;
  if (first?.kind === 'change' && first.refs.some((ref) => ref.kind !== 'title')) return null;
  const drafts = first?.kind === 'create' ? first.tasks : [readTask(cleanTitle(text), ctx)];
  const merged = drafts.map((draft): NewDraft => (earlier ? merge(earlier, draft) : draft));
  const problem = merged.find((draft) => draft.problem);
  if (problem?.problem) return [{ kind: 'question', text, action: 'add', wants: 'date', question: problemOf(problem, ctx) ?? problem.problem.message, draft: problem }];
  if (merged.some(({ title }) => title && namesNothing(title)) && !text.includes('"')) return [{ ...question, text }];
  const nameless = merged.find((draft) => !draft.title);
  if (nameless) {
    return nameless.due || nameless.recurrence
      ? [{
        kind: 'question',
        text,
        action: 'add',
        wants: 'title',
        question: 'What should the task at that time be called?',
        draft: nameless,
      }]
      : null;
  }
  return [{ text, kind: 'create', tasks: merged, ...(question.then?.kind === 'create' && { parent: question.then.parent }) }];
}

const merge = (earlier: NewDraft, draft: NewDraft): NewDraft => ({
  ...draft,
  due: draft.due ?? earlier.due,
  recurrence: draft.recurrence ?? earlier.recurrence,
  fromCompletion: draft.fromCompletion || earlier.fromCompletion,
  priority: draft.priority ?? earlier.priority,
  tags: [...new Set([...earlier.tags, ...draft.tags])],
  reminder: draft.reminder ?? earlier.reminder,
  durationMinutes: draft.durationMinutes ?? earlier.durationMinutes,
});

function fillDate(question: CommandOf<'question'>, text: string, first: Command | undefined, ctx: LanguageContext): Item[] | null {
  const draft = question.draft;
  if (!draft) return null;
  const clear: NewDraft = { ...draft };
  delete clear.problem;
  if (/\b(?:no|without(?: a)?|skip the) (?:due )?(?:date|deadline)\b/i.test(text)) return [{ text: question.text, kind: 'create', tasks: [{ ...clear, due: null }] }];
  const times = draft.problem?.code === 'unclear_times' ? readChanges(`every day ${text}`, ctx) : null;
  if (times && !times.rest && !times.problem && times.changes.recurrence?.includes('BYHOUR=')) {
    const { dueDate = null, dueTime = null, recurrence } = times.changes;
    return [{ text: question.text, kind: 'create', tasks: [{ ...clear, due: { date: dueDate, time: dueTime }, recurrence }] }];
  }
  const chosen = chosenOf(draft, question.text, text, ctx);
  if (chosen) return [{ text: question.text, kind: 'create', tasks: [{ ...clear, due: chosen }] }];
  // Another task that is to be added, with a date that has to be asked about as well.
  if (first?.kind === 'question' && first.action === 'add' && first.draft?.title) return null;
  if (first?.kind === 'yes') return clear.due?.date ? [{ text: question.text, kind: 'create', tasks: [clear], described: 'past' }] : null;
  const read = readChanges(text.replace(/^(?:no|sorry|actually|i meant?|make it|then|on|ok(?:ay)?|use)[\s,]+/i, ''), ctx);
  if (read.problem) return [{ kind: 'question', text, action: 'add', wants: 'date', question: read.problem, draft }];
  const { dueDate, dueTime, recurrence } = read.changes;
  if (read.rest || (!dueDate && !dueTime && !recurrence)) return null;
  const due = { date: dueDate ?? clear.due?.date ?? null, time: dueTime ?? clear.due?.time ?? null };
  return [{ text: question.text, kind: 'create', tasks: [{ ...clear, due, recurrence: recurrence ?? clear.recurrence }] }];
}

const MONTH = /\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)/i;

/** "8" of "at 8 and 12", "the 6th" of "May 5 or 6": the day or the hour that was named already holds. */
function chosenOf(draft: NewDraft, said: string, text: string, ctx: LanguageContext): NewDraft['due'] {
  const number = /^(?:(?:on|at|the|make it)\s+)*(\d{1,2})(?:st|nd|rd|th)?[.!]*$/i.exec(text.trim())?.[1];
  if (draft.problem?.code === 'several_times') {
    const read = readDate(number ? `at ${number}` : text, ctx);
    const day = draft.spans.some(({ type }) => type === 'date') ? draft.due?.date : undefined;
    return read?.due.time && !read.problem && !read.parts?.[1] ? { date: day ?? read.due.date, time: read.due.time } : null;
  }
  if (draft.problem?.code !== 'contradiction' || !number || !draft.due?.date) return null;
  const date = MONTH.test(said) ? `${draft.due.date.slice(0, 8)}${number.padStart(2, '0')}` : readDate(`on the ${number}`, ctx)?.due.date;
  return date && date >= localParts(ctx.now, ctx.timeZone).date && readDate(date, ctx)?.due.date ? { ...draft.due, date } : null;
}

/** What is put off may be put off by a length of time. */
const LATER = /^(?:postpone|put off|delay|push|defer|bump|snooze)\b/i;

function fillWhen(then: Command, text: string, ctx: LanguageContext): Item[] | null {
  if (then.kind !== 'change') return null;
  const by = /^(?:by |another |just )?(.{2,20}?)(?: (later|earlier|sooner|back|ahead|forward))?[.!]*$/i.exec(text.trim());
  const length = by?.[1] && (by[2] || /^(?:by|another)\b/i.test(text.trim()) || LATER.test(then.text)) ? durationIn(/^another/i.test(text.trim()) ? `another ${by[1]}` : by[1]) : null;
  if (length && !length.rest.trim()) {
    const sooner = /^(?:earlier|sooner)$/i.test(by?.[2] ?? '') || (!by?.[2] && /\b(?:up|forward)$/i.test(then.text));
    return [{ text: then.text, kind: 'change', tool: 'snooze_tasks', refs: then.refs, snooze: { byMinutes: sooner ? -length.minutes : length.minutes } }];
  }
  const whole = then.tool === 'snooze_tasks' ? durationIn(text) : null;
  if (whole && /^(?:for|about|in|just|\W)*$/i.test(whole.rest)) return [{ ...then, snooze: { byMinutes: whole.minutes } }];
  const read = readChanges(text.replace(/^(?:(?:no|ok(?:ay)?|well|sorry|actually|then|make it|make that|i mean|let's say|maybe)[\s,]+)+/i, ''), ctx);
  if (read.problem) return [{ kind: 'question', text, action: 'update', wants: 'date', question: read.problem, then }];
  if (read.rest || !Object.keys(read.changes).length) return null;
  const { dueDate, dueTime } = read.changes;
  if (then.tool !== 'snooze_tasks') return [{ ...then, changes: { ...then.changes, ...read.changes } }];
  return [{ ...then, snooze: { ...(dueDate ? { dueDate } : {}), ...(dueTime ? { dueTime } : {}) } }];
}
