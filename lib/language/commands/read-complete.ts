import { describeDue, todayIn } from '../describe';
import { pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { deedRefs, NEXT_DEED, readDeed } from './deeds';
import { readHedged } from './hedged-deeds';
import { readRefs } from './read-refs';
import type { Command, Ref } from './types';
import { FOREIGN, TASK_NOUN } from './vocabulary';
import { isOnlyWhen, pointIn } from './when';

const DONE = '(?:done|complete|completed|finished|closed|accomplished|resolved|checked|ticked|checked off)';
const OPEN = '(?:not done|undone|incomplete|not complete|not completed|unfinished|not finished|open|pending|to-?do|active|uncompleted|unchecked|still open)';

const HANDLED = 'bought|purchased|paid|sent|picked up|dropped off|ordered|booked|handled|sorted|taken care of|settled|submitted|cleaned|washed|fixed|dealt with';
const COMPLETE: RegExp[] = [
  new RegExp(`^(?:mark|set|flag|tick|check|log) (?:off )?(.+?) as (?:being |already )?(?:${HANDLED})$`, 'i'),
  pattern('i')`
    ^(?:
      mark|set|flag|check|tick|log|put|change|update|make|label|consider
    )(?: off)? (.+?) (?:as|to|is|to be|down as)? ?(?:being )?(?:all )?${DONE}$
  `,
  new RegExp(`^mark(?: as)? ${DONE}:? (.+)$`, 'i'),
  pattern('i')`
    ^(?!(?:check|cross|tick|strike|mark) .+ (?:off|out)$)(?:
      complete|check off|tick off|cross off|cross out|strike off|strike out|strike through|strike|tick|mark off
      |ticked off|checked off|crossed off|wrap up|close out|close|resolve|accomplish|done with|finished with|completed|finished|x out
    )(?: off)?:? (.+)$
  `,
  /^(?:check|cross|tick|strike|mark) (.+?) (?:off|out|off of)(?: (?:on |from |in |of )?(?:my|the|our) .*(?:list|calendar))?$/i,
  /^finish (.+)$/i,
  /^(?:i(?:'m| am)|we(?:'re| are)) (?:all |now |finally )?(?:done|finished|through) (?:with )?(.+)$/i,
  pattern('i')`
    ^(?:i|we)(?:'ve| have)? (?:already |just |finally |now |also )?(?:
      done|did|finished|completed|accomplished|taken care of|took care of|knocked out|wrapped up|handled|dealt with
      |checked off|got done|crossed off|sorted|sorted out
    ) (?:with )?(.+)$
  `,
  new RegExp(`^(.+?)(?: is|'s| are|'re| was| has been| have been| got)? (?:now |already |all |finally )?${DONE}(?: now| already)?$`, 'i'),
  /^(?:done|finished):? (.+)$/i,
  pattern('i')`
    ^did (?!(?:it|that|this|you|everything|anything|something)\b)(?!
      (?:the |my |your |his |her )?(?:\S+ ){1,2}?(?:do|have|eat|say|finish|like|want|need|make|take|get|know|see)\b
    )(?!\S+ \S+ed$)(?!
      (?:my|the|your|his|her) \S+(?: \S+)? (?:
        get|ship|arrive|come|go|clear|post|happen|work|start|end|win|lose|pass
      )\b
    )(?:the |my )?((?:\S+ ){0,3}\S+)$
  `,
];

const REOPEN: RegExp[] = [
  /^open (it|them|that|those|both|all of them|tasks? #?\d[\d, and#]*)(?: up)? again$/i,
  new RegExp(`^(?:mark|set|flag|change|put|make|update)(?: back)? (.+?) (?:back )?(?:as|to|back to)? ?${OPEN}(?: again)?$`, 'i'),
  pattern('i')`
    ^(?:
      re-?open|uncomplete|un-?complete|uncheck|untick|unmark|unfinish|reactivate|reinstate|un-do completion of
    )(?: the completion of)? (.+?)(?: as (?:done|complete|completed|finished))?$
  `,
  pattern('i')`
    ^(?:(?:sorry|no|wait|oh|oops|actually|but)[\s,]+)*(.+?) (?:
      isn'?t|is not|wasn'?t|was not|aren'?t|are not
    ) (?:actually |really )?(?:done|complete|completed|finished)(?: yet| after all| actually)?$
  `,
  /^(?:i|we) (?:haven't|have not|didn't|did not) (?:actually |really |yet )?(?:done|do|finished|finish|completed|complete) (.+?)(?: yet| after all| actually)?$/i,
];

/** "complete 3", "mark milk as done", "I walked the dog", "the report is finished"; null when nothing is completed. */
export function readComplete(clause: string, ctx: LanguageContext): Command | null {
  const sentence = clause.replace(/[\s.!]+$/, '').replace(/(?<=\S) again$/i, '');
  const ticked = /^(?:mark|tick|check) (it|that|this|task #?\d+|#\d+)$/i.exec(sentence)?.[1];
  if (ticked) {
    return {
      text: clause,
      kind: 'question',
      action: 'update',
      question: `Shall I mark ${ticked.toLowerCase()} as done?`,
      offer: { text: clause, kind: 'change', tool: 'complete_tasks', refs: readRefs(ticked, ctx) },
    };
  }
  if (/\?$/.test(clause)) return null;
  const ahead = readDoneOn(sentence, clause, ctx);
  if (ahead) return ahead;
  // "mark milk on my shopping list": ticked, most likely, but it might be written down.
  const onList = /^mark (?!.* as )(.{2,60}?) (?:on|in|off) (?:(?:my|the|our) )?(?:\S+ ){0,3}?(?:list|to-?\s?dos?|groceries)$/i.exec(sentence)?.[1];
  if (onList) {
    return {
      text: clause,
      kind: 'question',
      action: 'update',
      question: `Shall I mark "${onList}" as done?`,
      offer: { text: clause, kind: 'change', tool: 'complete_tasks', refs: readRefs(onList, ctx) },
    };
  }
  const stated = new RegExp(`^task (?!#?\\d)(.{2,60}?) (?:is|has been|was) (?:already |now )?${DONE}$|^task ${DONE}:? (?!#?\\d)(.{2,60})$`, 'i').exec(sentence);
  const title = stated?.[1] ?? stated?.[2];
  if (title) return { text: clause, kind: 'change', tool: 'complete_tasks', refs: readRefs(title, ctx) };
  for (const pattern of REOPEN) {
    const found = pattern.exec(sentence) ?? pattern.exec(clause.replace(/[\s.!]+$/, ''));
    const refs = found?.[1] ? completedRefs(readRefs(found[1], ctx)) : [];
    if (refs.length) return { text: clause, kind: 'change', tool: 'reopen_tasks', refs };
  }
  const deed = readHedged(sentence, clause, ctx, readComplete) ?? readDeed(sentence, clause, ctx);
  if (deed !== undefined) return deed;
  if (isAhead(sentence, ctx)) return null;
  for (const [index, pattern] of COMPLETE.entries()) {
    const found = pattern.exec(sentence);
    if (/^close\b/i.test(sentence) && !/\b(?:task|ticket|issue|reminder|item|to-?do)s?\b|#?\d+|\b(?:it|that|them|both|one)$/i.test(sentence)) continue;
    // Of what was shown, not of everything there is.
    if (found?.[1] && /^all(?: of it)?$/i.test(found[1])) return { text: clause, kind: 'change', tool: 'complete_tasks', refs: [{ kind: 'pronoun', which: 'them' }] };
    if (
      !found?.[1] ||
      !isName(found[1]) ||
      (index > 4 && FOREIGN.test(found[1])) ||
      // A school is closed; only a ticket is that when it is done.
      (index === 8 && /\bclosed$/i.test(sentence) && !new RegExp(`\\b(?:${TASK_NOUN}|tickets?|issues?|it|that)\\b|#?\\d`, 'i').test(found[1])) ||
      /(?:\b(?:half|almost|nearly|partly|mostly|not|never|hardly|barely|isn't|aren't|wasn't)|'s not)$/i.test(found[1]) ||
      /^(?:an?|some)\s/i.test(found[1]) ||
      (/^(?:i|we)\b/i.test(sentence) && LEAVING.test(found[1]))
    ) continue;
    const next = /^(?:i|we)\b/i.test(sentence) ? NEXT_DEED.exec(found[1]) : null;
    const refs = (next?.[1] && next[2] && next[3] ? [...readRefs(next[1], ctx), ...deedRefs(next[2].toLowerCase(), next[3], ctx)] : readRefs(found[1].replace(/^off /i, ''), ctx)).map(pendingOnly);
    if (refs.length) return { text: clause, kind: 'change', tool: 'complete_tasks', refs };
  }
  return null;
}

const POINTED_AT = /^(?:(?:i|we)(?:'ve| have)? (?:already |just )?)?(finish|complete|finished|completed|did|wrap up|close) (it|that|this|(?:task |number )#?\d+|#\d+) (.{3,40})$/i;

/** "finish task 4 tomorrow" may be a wish to have it then, so a move is offered; "I finished task 4 yesterday" is done. */
function readDoneOn(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  const [, verb = '', name = '', when = ''] = POINTED_AT.exec(sentence) ?? [];
  const date = when && isOnlyWhen(when, ctx) ? pointIn(when, ctx)?.date : undefined;
  if (!date) return null;
  const refs = readRefs(name, ctx);
  if (/d$/i.test(verb) && date <= todayIn(ctx)) return { text: clause, kind: 'change', tool: 'complete_tasks', refs };
  if (date < todayIn(ctx)) return null;
  return {
    text: clause,
    kind: 'question',
    action: 'update',
    question: `Shall I set the date of ${name.toLowerCase()} to ${describeDue({ date, time: null }, ctx)}? To mark it as done, say "${/\d/.test(name) ? name : 'it'} is done".`,
    offer: { text: clause, kind: 'change', tool: 'update_tasks', refs, changes: { dueDate: date } },
  };
}

/** "finish the essay by Friday", "finish chapter 3 tomorrow": still to be done. */
function isAhead(sentence: string, ctx: LanguageContext): boolean {
  const verb = /^(?:finish|complete|wrap up|resolve|close out|accomplish)\b/i.exec(sentence)?.[0].toLowerCase();
  if (!verb || new RegExp(`\\b(?:${TASK_NOUN})\\b|\\bdue\\b`, 'i').test(sentence)) return false;
  const point = pointIn(sentence, ctx);
  if (!point?.date) return false;
  return /\b(?:by|before|until|till|no later than) /i.test(sentence) || (verb === 'finish' && point.date > todayIn(ctx));
}

/** "I'm done for today", "I'm done talking": nobody's task. */
const LEAVING = /^(?:for (?:the )?(?:today|now|day|night|tonight|week|moment)|now|here|today(?!'s)|talking|chatting|listening|waiting|asking|trying|arguing|playing|you|yet)\b/i;

const NO_NAME_LEAD = pattern('i')`
  ^(?:
    what|which|who|how|when|where|why|have|i|i'm|i've|you|we|he|she|they|if|yes|yeah|yep|no|not|well|all|nicely|you've
    |it has|show|list|tell|display|give|add|remind|create|almost|nearly|half|get it|get
  )\b(?! (?:of )?(?:
    them|these|those|my|the|tasks|overdue|#
  )| \d| (?:\S+ ){1,3}(?:tasks|items|ones|reminders|to-?dos)\b)
`;

/** A subject that is somebody, a question word or a clause of its own is no task. */
const isName = (text: string) =>
  !/^(?:is|are|am|was|were|do|does|did|has|can|could) /i.test(text.trim()) &&
  !NO_NAME_LEAD.test(text.trim()) &&
  text.split(' ').length <= 14;

const pendingOnly = (ref: Ref): Ref =>
  ref.kind === 'filter' && ref.filter.status === undefined ? { ...ref, filter: { ...ref.filter, status: 'pending' } } : ref;

const completedRefs = (refs: Ref[]): Ref[] =>
  refs.map((ref) => (ref.kind === 'filter' ? { ...ref, filter: { ...ref.filter, status: 'completed' as const } } : ref));
