import type { LanguageContext } from '../types';
import { stripCourtesy } from './normalize';
import { readCorrection } from './read-correction';
import { readHistory } from './read-history';
import { readAdvice } from './read-advice';
import { readTold } from './read-told';
import { readRefs } from './read-refs';
import { readSelection, readSocial } from './read-social';
import type { Command, Focus } from './types';
import { durationIn, isOnlyWhen } from './when';
import { pattern } from '../pattern';

/** Answers, small talk, corrections and undo: sentences that are one thing from end to end. */
export function readAlone(whole: string, ctx: LanguageContext, focus: Focus): Command | null {
  const advice = readAdvice(whole);
  if (advice) return advice;
  const social = readSocial(whole) ?? refusal(whole);
  if (social?.kind === 'no' && focus.tasks === 1 && !focus.asked && /^cancel (?:it|that)\W*$/i.test(whole)) {
    return { text: whole, kind: 'change', tool: 'delete_tasks', refs: [{ kind: 'pronoun', which: 'it' }] };
  }
  if (social) return social;
  const back = readHistory(stripCourtesy(whole)) ?? readHistory(whole);
  if (back) return back;
  const bare = readVerb(whole) ?? readTold(whole, ctx);
  if (bare) return bare;
  if (focus.undated && isOnlyWhen(whole, ctx)) return readCorrection(`make it ${whole}`, ctx);
  const ahead = focus.tasks === 1 ? /^(?:(?:and|also|please)\s+)*remind me (.{1,30}?) (?:before(?:hand)?|earlier|in advance|ahead)[.!]*$/i.exec(whole) : null;
  const minutes = ahead?.[1] ? durationIn(ahead[1])?.minutes : undefined;
  if (minutes) return { text: whole, kind: 'correction', changes: { reminder: { minutesBefore: minutes } } };
  const again = readAgain(whole, ctx);
  if (again) return again;
  const selection = readSelection(whole);
  if (selection) return selection;
  const inner = stripCourtesy(whole);
  return readCorrection(whole, ctx) ?? (inner === whole ? null : readSocial(inner) ?? readCorrection(inner, ctx));
}

/** "don't delete the dentist": nothing is done. */
const FORBIDS = /^(?:(?:no|please|pls|wait|oh|stop|but)[\s,.!-]+)*(?:don'?t|do not) (?:add|delete|remove|complete|change|move|touch|cancel|update|rename|tag|reschedule) \S.{0,50}$/i;

/** Whether a sentence only says what shall not be done. */
export const forbids = (text: string): boolean => FORBIDS.test(text) && !/[,;]|\b(?:and|but|until|before|just|only|instead|unless)\b/i.test(text);

/** "delete the report, actually no keep it". */
const NOT_AFTER_ALL = pattern('i')`
  ^(?:please )?(?:delete|remove|cancel|complete|add|move|reschedule|clear|erase|mark|push|postpone) [^"]{2,60}?[\s,.;–-]+(?:(?:oh|ah|actually|no|wait|sorry|hmm|ok)[\s,.]+)+(?:keep (?:it|them|that)|leave (?:it|them|that)(?: alone| be)?|don'?t|never ?mind|forget (?:it|that)|nvm|no)[.!]*$
`;

/** "actually no", "oh, never mind". */
function refusal(whole: string): Command | null {
  const said = readSocial(whole.replace(/^(?:(?:actually|oh|wait|ok|okay|hmm+|well|um+|ah|nah|no|nope|meh|yeah|right|ugh|k)[\s,.!-]+)+/i, ''));
  return said?.kind === 'no' || NOT_AFTER_ALL.test(whole) || forbids(whole) ? { text: whole, kind: 'no' } : null;
}

/** A verb alone: what it is about is asked. */
function readVerb(whole: string): Command | null {
  const verb = whole.toLowerCase().replace(/[\s.!?…]+$/, '').trim();
  const text = whole;
  if (/^(?:create|new|make|add one|add something|remind|schedule)$/.test(verb)) {
    return { text, kind: 'question', action: 'add', wants: 'title', question: 'What should the task be called?' };
  }
  if (/^(?:complete|finish|done|finished|completed|mark|check|check off|tick|mark as done|mark done|mark complete)$/.test(verb)) {
    return {
      text,
      kind: 'question',
      action: 'update',
      wants: 'task',
      question: 'Which task is done? Say its number or its title.',
      then: { text, kind: 'change', tool: 'complete_tasks', refs: [] },
    };
  }
  const edited = /^(?:please )?(?:edit|change|update|modify|adjust) ((?:the )?task #?\d+|#\d+|\d+|it|that|this)$/.exec(verb)?.[1];
  if (edited) {
    const name = /^\d+$/.test(edited) ? `task ${edited}` : edited;
    return { text, kind: 'question', action: 'update', question: `What should change? For example: "move ${name} to Friday", "rename ${name} to ..." or "make ${name} high priority".` };
  }
  if (/^(?:reopen|restore)$/.test(verb)) {
    return {
      text,
      kind: 'question',
      action: 'update',
      wants: 'task',
      question: `Which task should I ${verb}? Say its number or its title.`,
      then: { text, kind: 'change', tool: verb === 'reopen' ? 'reopen_tasks' : 'restore_tasks', refs: [] },
    };
  }
  if (/^(?:move|reschedule|change|update|edit|rename|postpone|snooze|tag|prioriti[sz]e)$/.test(verb)) {
    return {
      text,
      kind: 'question',
      action: 'update',
      question: `Which task, and what should change? For example: "move task 3 to Friday" or "make task 3 high priority".`,
    };
  }
  return /^(?:show|list|show me|tasks|todo|to-do|todos)$/.test(verb) ? { text, kind: 'call', tool: 'list_tasks', input: { status: 'pending' }, about: '' } : null;
}

const SAME_FOR = pattern('i')`
  ^(?:
    (?:and |please )?(?:do )?(?:the )?same (?:for|with|to)|so (?:is|are)|likewise(?: for)?|ditto (?:for|on)
  ) (.{1,60}?)[.!]*$
`;
/** "task 3", "2 and 5", "the other one". */
const POINTS_AT_TASKS = pattern('i')`
  ^(?:
    (?:the )?(?:tasks?|number) #?\d[\d, and#]*
    |#?\d+(?:(?:, | and | )#?\d+)*|the other(?: one)?|both|all of them
    |the (?:first|second|third|fourth|fifth|last)(?: one)?|the .{1,40} (?:one|task)
  )$
`;

/** "and the other one", "task 4 too": the last change once more, for other tasks. */
function readAgain(whole: string, ctx: LanguageContext): Command | null {
  const same = SAME_FOR.exec(whole)?.[1] ?? /^(?:and )?((?:the|my) .{1,50}?),? (?:too|as well)[.!]*$/i.exec(whole)?.[1];
  const alike = same ? readRefs(same, ctx) : [];
  if (alike.length) return { text: whole, kind: 'again', refs: alike };
  const said = /^(?:and|also)\s+(.{1,60}?)(?: too| as well| also)?[.!]*$/i.exec(whole)?.[1] ?? /^(.{1,60}?),? (?:too|as well|also)[.!]*$/i.exec(whole)?.[1];
  if (!said || !POINTS_AT_TASKS.test(said)) return null;
  const refs = readRefs(said, ctx);
  return refs.length ? { text: whole, kind: 'again', refs } : null;
}
