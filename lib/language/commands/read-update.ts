import type { LanguageContext } from '../types';
import { fieldWithout, moveWithout } from './move-without';
import { readRefs } from './read-refs';
import type { Command } from './types';
import { change, describe, nest, remindBefore, setLength, setPriority } from './update-details';
import { rename } from './update-title';
import { readSaid } from './update-said';
import { snoozeBy } from './update-snooze';
import { repeat } from './update-repeat';
import { state } from './update-state';
import { move } from './update-when';
import { FOREIGN } from './vocabulary';
import { pattern } from '../pattern';

/** The verbs that change a task, and how a change is told. */
const UPDATING = pattern('i')`
  ^(?:
    move|reschedule|re-schedule|shift|shove|nudge|slide|knock|chuck|start|have|push|postpone|delay|defer|bring|put|change|set|update|make|bump|snooze|adjust
    |edit|modify|schedule|switch|carry|roll|advance|rename|retitle|call|title|prioriti[sz]e|de-?prioriti[sz]e|unflag|more|less|a (?:bit|little)|slightly|raise
    |lower|increase|decrease|mark|flag|remove|clear|delete|drop|add|write|note|repeat|stop|extend|give|take|comment
    |desc|prio|un-?repeat|un-?recur|don't repeat|do not repeat|back to|high|medium|low|normal|no|drag|pull|turn
    |convert|replace|fix|correct|remind|append|star|unstar|unset|nest|assign|describe|attach|lengthen|shorten|prolong
    |do (?:it|that|them|both|the|task|number|#?\d+)
    |cancel the (?:due|deadline|repe|recur)
  )\b
  |\binstead$|\b(?:earlier|later|sooner|moved (?:up|back)|brought forward|pushed|delayed|postponed|rescheduled (?:me|us))\b|\bno longer (?:urgent|important)|^(?:an? )?reminder (?:for|on|about) |\bwaits (?:till|until)|\bfrom now on\b|\bto (?:the |this |next )?(?:mon|tue|wed|thu|fri|sat|sun|tom|today|tonight|week|\d)
  |^(?:task )?#?\d+ (?:due|at|on|by|is|to) |\b(?:is|are|starts|begins) now (?:at|on|due)\b
  |^(?:and )?(?:the|my) .{2,60} to |\b(?:moved|changed|pushed|extended) the (?:deadline|due date|date) |\b(?:
    moved|rescheduled|pushed|postponed|shifted
  ) (?:to|until|till|for)\b
  |\b(?:can|could) be (?:done )?(?:on |at )?(?:to|this|next|mon|tue|wed|thu|fri|sat|sun|later|\d)
  |(?:n't|not|no longer) (?:repeat|recur)s?\b
  |^(?:can|could|should|may|might|would) (?:the|my|our) .* be |\bgot moved\b
  |\b(?:
    needs (?=\d|about|an?\b|half|two|three)|is|isn't|are|aren't|doesn't|don't|can be|becomes?|takes?|repeats?|should|recurs?|can (?:wait|go|stay|move)|back to|needs? to|has to|have to|must
  ) |'s\b
`;

/** Every change of a field: dates, times, title, notes, priority, repetition, length, reminder, parent. */
export function readUpdate(clause: string, ctx: LanguageContext): Command | null {
  const sentence = clause.replace(/[\s.!?]+$/, '').replace(/^put (?=(?:the|my|it|that|this|task|them)\b)(.{2,60}?) off (?=till|until|to |by |for |an? )/i, 'postpone $1 ');
  if (!UPDATING.test(sentence)) return null;
  return (
    rename(sentence, clause, ctx) ??
    clearField(sentence, clause, ctx) ??
    describe(sentence, clause, ctx) ??
    setPriority(sentence, clause, ctx) ??
    nest(sentence, clause, ctx) ??
    remindBefore(sentence, clause, ctx) ??
    snoozeBy(sentence, clause, ctx) ??
    setLength(sentence, clause, ctx) ??
    repeat(sentence, clause, ctx) ??
    move(sentence, clause, ctx) ??
    state(sentence, clause, ctx) ??
    readSaid(sentence, clause, ctx) ??
    moveWithout(sentence, clause, ctx) ??
    fieldWithout(sentence, clause, ctx)
  );
}

const NO_LONGER_REPEATS = pattern('i')`
  ^(?!(?:delete|remove|clear|cancel|move|push|show|list|complete|mark|tag|drop)\b)(.+?) (?:
    no longer (?:repeats?|recurs?)
    |(?:should|does|must|need|need to|do|will)(?:n't| not) (?:repeat|recur)|shall not repeat|won't repeat
  )(?: any ?more| any longer| again)?$
`;

/** "unrepeat task 2", "the call should not repeat any more", "stop repeating": without a name, of what was spoken of. */
function repeatless(sentence: string): [string, string, string] | null {
  const found =
    /^(?:un-?(?:repeat|recur)|(?:do not|don't|never) repeat|no longer repeat)(?: (.+?))?(?: any ?more| any longer| again)?$/i.exec(sentence) ??
    /^(?:stop|end|quit) (?:repeating|recurring|the (?:repetition|recurrence))()$/i.exec(sentence) ??
    NO_LONGER_REPEATS.exec(sentence);
  return found && !/^(?:what|which|why|who|how|if|i|we|you|history)\b/i.test(found[1] ?? '') ? [sentence, 'repetition', found[1] || 'it'] : null;
}

/** "remove the due date from …". */
const CLEAR_FIELD_OF = pattern('i')`
  ^(?:remove|clear|delete|drop|unset|cancel|take off|take|get rid of|erase) (?:the |all |its |any )?(
    due dates?|dates?|deadlines?|due times?|times?|priority|priorities|reminders?|recurrence|repetition|repeat
    |description|notes?|duration|parent
  )(?: off)? (?:from|of|on|for|off) (.+)$
`;
/** "the milk doesn't need a date". */
const NEEDS_NO_FIELD = /^((?!(?:i|we|you|he|she|they)\b)(?:\S+ ){0,4}?\S+) (?:(?:does|do)(?:n't| not)|no longer) needs? an? (due date|date|deadline|due time|time|reminder|priority)(?: any ?more)?$/i;
/** "clear the report's deadline". */
const CLEAR_ITS_FIELD = pattern('i')`
  ^(?:remove|clear|delete|drop|unset|cancel|erase) (.+?)(?:'s|s') (
    due date|date|deadline|due time|time|priority|reminder|recurrence|repetition|description|notes?|duration
  )$
`;
const REMINDERS_OF_TASK = pattern('i')`
  ^\S+ (?:the |its )?reminders? (?:from|off) (?!
    (?:my|the|our) (?:\S+ )?(?:list|cal[ae]nd[ae]r|schedule|agenda|phone)\b
  )
`;

function clearField(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  const found =
    CLEAR_FIELD_OF.exec(sentence) ??
    CLEAR_ITS_FIELD.exec(sentence) ??
    /^(?:stop|end|cancel|quit) (?:the )?(repeating|recurring|repetition of|recurrence of)\s+(.+)$/i.exec(sentence) ??
    /^(?:stop) (.+?) (?:from )?(repeating|recurring)$/i.exec(sentence) ??
    NEEDS_NO_FIELD.exec(sentence) ??
    /^make (.+?) (not (?:recurring|repeat(?:ing)?|recur)|non[- ]?(?:recurring|repeating)|not repeat any ?more|(?:a )?one[- ](?:off|time)(?: task| thing)?)$/i.exec(sentence) ??
    repeatless(sentence);
  if (!found?.[1] || !found[2] || FOREIGN.test(sentence) || /^take notes? of\b/i.test(sentence)) return null;
  const first = /^(?:due|dates?|deadline|times?|priorit|remind|recurr|repeti|repeat|descr|notes?|durat|parent)/i.test(found[1]);
  const [field, target] = first ? [found[1], found[2]] : [found[2], found[1]];
  const refs = readRefs(target, ctx);
  // "delete the reminder for tonight" means the task; its reminder alone only of a task that is named as one.
  const off = REMINDERS_OF_TASK.test(sentence) && refs.every((ref) => ref.kind === 'title');
  if (/^remind/i.test(field) && !off && !refs.every((ref) => ref.kind === 'number' || ref.kind === 'pronoun')) return null;
  if (/^(?:notes?|dates?|times?)/i.test(field) && /^(?:delete|cancel)\b/i.test(sentence) && !refs.every((ref) => ref.kind !== 'filter')) return null;
  if (/^parent/i.test(field)) return refs.length ? { text: clause, kind: 'change', tool: 'update_tasks', refs, parent: null } : null;
  if (/^due time|^time/i.test(field)) return change(clause, refs, { dueTime: null });
  if (/^(?:due|date|deadline)/i.test(field)) return change(clause, refs, { dueDate: null });
  if (/^priorit/i.test(field)) return change(clause, refs, { priority: 'none' });
  if (/^remind/i.test(field)) return change(clause, refs, { reminder: null });
  if (/^durat/i.test(field)) return change(clause, refs, { durationMinutes: null });
  if (/^(?:descr|note)/i.test(field)) return change(clause, refs, { description: null });
  return change(clause, refs, { recurrence: null });
}
