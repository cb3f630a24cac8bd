import { joined, pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { actionOf } from './command-action';
import type { Command, CommandOf } from './types';
import { hasWhen } from './when';

/** Verbs that begin an order about tasks that are there. */
const ORDER_VERB = joined`
  move|push|bump|reschedule|postpone|delay|defer|shift|change|delete|remove|drop|cancel|complete|finish|snooze|tag|untag|rename
  |scratch|scrap|skip|clear|reopen|restore|mark|put off|bring forward|call off|get rid of
`;
const VERB = new RegExp(`^(?:please |just |then )*(?:${ORDER_VERB})\\b`, 'i');

/** What an order depends on; nobody here sees when it comes true. */
const CONDITION = "(?:if|unless|in case|as soon as|provided(?: that)?|once(?! a| per| every| more))";
const CONDITION_FIRST = new RegExp(`^(?:(?:and|but|so|ok|oh|also)[\\s,]+)*(?:${CONDITION}|when(?:ever)?(?! (?:should|will|do|does|did|is|are|was|were|can|could|would|shall)\\b)) (?!you\\b|possible\\b|u\\b)(.{3,80}?)(?:, *(?:then )?| then |(?<=\\S) )(?:(?:please|just|can you|could you|we(?: can| should|'ll)?|i(?:'ll| will| can| should|'d)?) )*(${ORDER_VERB}) \\S`, 'i');
const CONDITION_LAST = new RegExp(`^(?:(?:please|just|can you|could you) )*(?:${ORDER_VERB}) .{2,80}?,? ${CONDITION} (?!you\\b|u\\b|possible\\b|not\\b|so\\b|that(?:'s| is) (?:ok|fine|possible)|it(?:'s| is) (?:ok|fine|possible|not too much))(?:it|i|we|the|my|he|she|they|there|that|nobody|no one|nothing|\\p{L}+)(?:'\\S+)? \\S`, 'iu');
/** "whatever isn't done by Friday should be moved": it is Friday that decides. */
const NOT_DONE_BY = new RegExp(`\\b(?:isn'?t|aren'?t|is not|are not|hasn't been|haven't|not|hasn't|haven't been) (?:yet )?(?:done|finished|completed?) (?:by|before|until|on) .{3,40}\\b(?:${ORDER_VERB}|moved|pushed|bumped|deleted|moves|goes|go)\\b`, 'i');

/** "if it rains move the dog walk": nothing is done on a condition. Null when none is set. */
export function readCondition(text: string): Command | null {
  const said = text.replace(/[\s.!?]+$/, '');
  if (/"/.test(said) || !(CONDITION_FIRST.test(said) || CONDITION_LAST.test(said) || NOT_DONE_BY.test(said))) return null;
  return {
    text,
    kind: 'question',
    action: 'update',
    question: 'I can\'t watch for that, so nothing was changed. I do what you ask when you ask it: tell me when it is so, or say it now without the condition.',
  };
}

/** How something is said that is only thought of. */
const CONSIDERED = pattern('i')`
  ^(?:(?:hmm+|um+|so|ok|well|and|or|but|actually|now|tbh|honestly|btw|look)[\s,]+)*(?:
    (?:maybe|perhaps|possibly|probably)(?: (?:we|i|you|let'?s)(?: (?:should|could|can|might|will|better|'ll))?(?: just)?)?(?! not\b)
    |(?:i|we) (?:might|may|could)(?: (?:just|as well|have to|need to|want to))*
    |(?:i|we)(?:'m| am|'re| are|'ve been| was| were)? (?:just )?(?:think(?:ing)?|guess|suppose|reckon)(?: that| about| of)?(?: (?:i|we)(?:'ll| will| should| could| can| might|'d better)?)?(?: just)?
    |(?:should|shall|could) (?:i|we)(?: just| maybe)?|(?:do|don't) you think (?:i|we|you) (?:should|could|can)
    |(?:what|how) (?:if|about)(?: (?:i|we))?(?: just)?|why don'?t (?:i|we)(?: just)?|would it be (?:ok|okay|fine|better|smart|bad)(?: to| if (?:i|we))
    |thinking (?:of|about)|might(?: as well)?|is it (?:ok|okay|fine) (?:to|if (?:i|we))|(?:i'm |i am )?tempted to
  ),? (?=\S)
`;
/** How one takes the edge off at the end. */
const DOUBTED = /(?:[\s,]+|\s[-–]\s)(?:i think|i believe|maybe|perhaps|probably|possibly|i'm not sure|not sure(?: though)?|or not|or something|right|what do you think|don't you think|no idea)[\s.!?]*$/i;

const GERUND = /^(\p{L}+?)ing (?=\S)/iu;
const STEMS: Record<string, string> = { cancell: 'cancel', cancel: 'cancel', dropp: 'drop', remov: 'remove', delet: 'delete', mov: 'move', postpon: 'postpone', reschedul: 'reschedule', chang: 'change', skipp: 'skip', snooz: 'snooze', scrapp: 'scrap', complet: 'complete', renam: 'rename', bring: 'bring', putt: 'put', tagg: 'tag' };
const plainVerb = (text: string): string => text.replace(GERUND, (_, stem: string) => `${STEMS[stem.toLowerCase()] ?? stem} `);

/** A change that is only weighed ("maybe cancel the flights", "should I delete the plants?") is offered. Null for all else. */
export function readConsidered(clause: string, ctx: LanguageContext, read: (clause: string, ctx: LanguageContext) => Command): Command | null {
  const said = clause.replace(/[\s.!?]+$/, '');
  const asks = /\?\s*$/.test(clause) && /^(?:please )?(?:delete|remove|cancel|drop|clear)\b/i.test(said);
  const bare = said.replace(DOUBTED, '').replace(CONSIDERED, '');
  if ((bare === said && !asks) || bare.split(' ').length < 2) return null;
  const order = plainVerb(bare);
  const command = read(order, ctx);
  const done = command.kind === 'change' && command.tool === 'complete_tasks' && !CONSIDERED.test(said);
  // "what if the report waits till Monday".
  const told = command.kind === 'change' && /^(?:update|snooze)_tasks$/.test(command.tool) && /^(?:the|my) /i.test(order);
  if (!(command.kind === 'change' || command.kind === 'skip') || !(done || told || VERB.test(order))) return null;
  // What one might finish is still to be done.
  if (!done && /^(?:please |just )?(?:finish|complete)\b/i.test(order)) return null;
  return { text: clause, kind: 'question', action: actionOf(command), question: shall(done ? `mark that as done: "${order}"` : order), offer: command };
}

const shall = (order: string): string => `Shall I ${order.replace(/^(?:please|just) /i, '').replace(/\bmy\b/gi, 'your').replace(/\bme\b/gi, 'you')}?`;

/** "cancel dinner or at least move it": two orders of which one is meant. */
const EITHER = new RegExp(`^(?:please |just )?(?:${ORDER_VERB}) .{2,60}?,? or (?:at least |else |maybe |just |rather |better |even )*(?:${ORDER_VERB}) .{1,60}$`, 'i');
export const readEither = (clause: string): CommandOf<'question'> | null =>
  EITHER.test(clause) ? { text: clause, kind: 'question', action: 'update', question: 'Which of the two shall I do? Say that one alone. Nothing was changed.' } : null;

const REASON = /(?:,| -)? (?:since|because|'?cause|coz|cos|seeing (?:as|that)|given that|now that|as (?=(?:it|i|we|they|he|she|that|this|there)\b)) ?\S.*$/i;
const REMARK = /,? (?<=[,;] |[-–] )(?:it|they|that|he|she|i|we|there|this)(?:'s|'re|'m|'ve|'d| is| are| was| were| have| has| had| already| don't| doesn't| didn't| won't| can't| got| do| does| did)\b(?! (?:have to|need|must|should|want|gotta|got to)\b).*$/i;

/** An order without why it is given: "drop the dentist one since it was already there". What says when is no reason. */
export function withoutReason(clause: string, ctx: LanguageContext): string {
  const needless = /^((?:i|we) (?:don'?t|do not|no longer) (?:need|want|have) [^,]{3,60}), (?!and\b|but\b)(?:\p{L}+ )?\p{L}+(?:'s|'ll)? (?:took|did|has|is|will|already|got|handled|does|can|to)\b.{0,30}$/iu.exec(clause)?.[1] ?? /^((?:i|we) (?:don'?t|do not|no longer) (?:need|want|have) [^,]{3,60}), (?!and\b|but\b)\p{L}+ (?:took|did|got|handled|does)\b.{0,30}$/iu.exec(clause)?.[1];
  if (needless) return needless;
  if (/"/.test(clause) || !VERB.test(clause.replace(/^(?:(?:can|could|would) you |please |just |so |and |ok |take |get )+/i, (lead) => (/\b(?:take|get) $/i.test(lead) ? 'remove ' : '')))) return clause;
  const [reason] = REASON.exec(clause) ?? REMARK.exec(clause) ?? [];
  if (!reason || hasWhen(reason, ctx) && !/^(?:,| -)? (?:since|because|'?cause)\b/i.test(reason)) return clause;
  return clause.slice(0, -reason.length);
}
