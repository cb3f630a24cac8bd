import { pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { toCreate } from './create-command';
import { fromList } from './add-body';
import { trimEnds } from './normalize';
import { toList } from './query-list';
import type { Command } from './types';
import { FOREIGN } from './vocabulary';

const KIND = "(?:shopping|grocery|groceries|to-?\\s?(?:do|buy)|tasks?|reminders?|errands?|chores?|packing|work|home|party|daily|weekly)";
const WHERE = 'lists?|to-?\\s?do(?:\'?s)?(?: lists?)?|calend[ae]rs?|schedule|agenda|planner|diary|reminders?';
/** A list, the calendar or the reminders, spoken of anywhere in a sentence. */
const PLACE = pattern('iu')`
  (?:\b(on|to|onto|in|into|for|at|from|off|of|under)\s+)?\b(?:
    (?:my|our|your)\s+(?:[\p{L}'-]+\s+){0,2}?
    |(?:the|this|that)\s+(?:${KIND}\s+)?|${KIND}\s+(?=lists?\b)|(?=calend[ae]rs?\b)
  )(?:${WHERE})\b(?: of (?:things(?: to (?:do|buy|get))?|reminders|to-?\s?do'?s))?(?: for (?:shopping|groceries))?
`;
const PUT = 'added|put|placed|included|listed|written|noted|entered|recorded|scheduled|go|be|appear';
const WISHED = pattern('i')`
  ^(?:i|we)(?:'d| would)? (?:really |also )?(?:like|want|need|have|wish)(?: for)?(?: to (?:put|include|add|have|write|note|see)
  )?\s+(.+?)(?: (?:${PUT})(?: down)?)?$
`;
const OWED = new RegExp(`^(.+?) (?:needs?|has|have|ought|should|must)(?: to| also)* (?:be |get |go )?(?:${PUT})(?: down)?$`, 'i');
const HELD = pattern('i')`
  ^,?\s*(?:
    (?:should|must|could|has to|needs? to)(?: also)? (?:have|include|contain|list|show)|needs?|is missing|lacks
    |could use
  )\s+(.+?)(?: (?:on it|added|too|as well))?$
`;
const TOLD = /^[,:]?\s*(?:please |also )*(?:(?:add|put|include|insert)\s+(.+?)(?: as well| too)?|i (?:need|want) (.+?) (?:added|put|written))$/i;
const WRITTEN = /^(?:please )?(?:also )?(?:list|write|jot|stick|block(?: off| out)?|pencil in|re-?add|tack on|slip|log|get|have|put|add|place|mark|include)\s+(?:down )?(.+)$/i;
const UPDATED = /^[,:]?\s*(?:to (?:say|show|include|reflect|add)|with(?=\d)|with|that|,)\s*(.+)$/i;
const OPENS_QUESTION = /^(?:(?:on|for|in|at) .{2,25}?,? )?(?:what|which|who|when|where|how|is|are|am|was|were|do|does|did|have|has|will|would|can|could|shall|should)\b/i;
const ASKED_LAST = /\b(?:is|are|has|have|contains?|holds?|says?|includes?) what(?: (?:on|in) it)?(?: again)?$|\bwhat (?:is|are|was|were) (?:it|they|that|those)(?: again)?$/i;
const READ_OUT = pattern('i')`
  ^(?:
    repeat|recite|iterate|walk me|go|run|speak|say|play|describe|state|read|look|see|check|tell|let me|know|wonder
    |i (?:gotta|have to|need to|want to|would like to|'d like to|wanna) (?:know|see|hear|check|view)|i wonder|instruct
    |list|show|share|relay|enumerate|explain|display|open|pull|bring|give|print|output|announce|name|inform me
    |i must know|i want|view|present|summari[sz]e|recap|arrange|sort|refresh|turn up
  )\b
`;

const ASKED_LEAD = pattern('i')`
  ^.*\b(?:
    repeat|recite|iterate|walk me through
    |go (?:back )?(?:over|through)|speak back|wonder|know|check|see|see (?:whether|if)
    |tell (?:me )?(?:what|if|whether)?
  )\b
`;

/**
 * What is said about a list or the calendar in words that no other reader knows: what belongs on it ("cleaning should go on
 * my list") or a question about what is there ("my shopping list contains what again").
 */
export function readPlace(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  const text = trimEnds(sentence);
  const place = PLACE.exec(text);
  if (
    !place ||
    text.length > 300 ||
    FOREIGN.test(text) ||
    /\S@\S|\b(?:everything|all (?:of )?(?:the|these|those)) .*\b(?:order(?:ed)?|buy)\b|\border (?:everything|all)\b|\b(?:an?|the|my) order\b/i.test(text)
  ) return null;
  const added = addedTo(text, place);
  if (added) return toCreate(added, clause, ctx);
  if (!OPENS_QUESTION.test(text) && !ASKED_LAST.test(text) && !READ_OUT.test(text) && !/\?\s*$/.test(clause)) return null;
  if (/\b(?:how|why|can|could|best way)\b.{0,20}\b(?:make|delete|remove|clear|get rid)\b/i.test(text)) return null;
  return toList(text.replace(ASKED_LEAD, ' ').replace(/\b(?:what|looks? like|again|to me|back)\b/gi, ' '), clause, ctx);
}

const NO_ITEM_LEAD = pattern('i')`
  ^(?:i|you|we|it|there|this|that|everything|all|nothing|items?|things?|tasks?|the (?:items?|things?|tasks?))\b
`;

function addedTo(text: string, place: RegExpExecArray): ReturnType<typeof fromList> {
  const left = trimEnds(text.slice(0, place.index));
  const right = text.slice(place.index + place[0].length).trim();
  const onto = /^(?:on|to|onto|in|into|for)$/i.test(place[1] ?? '');
  const where = `to ${place[0].replace(/^(?:on|to|onto|in|into|for|at|from|off|of|under)\s+/i, '')}`;
  if (OPENS_QUESTION.test(text)) return null;
  if (onto && left && READ_OUT.test(left) && /\b(?:what|which|whether|if)\b/i.test(left)) return null;
  if (onto && left) {
    const body = OWED.exec(left)?.[1] ?? WISHED.exec(left)?.[1] ?? WRITTEN.exec(left)?.[1];
    if (body && !/^(?:everything|all(?: of it)?|it all)$|\b(?:off|removed?|deleted?|cleared?)\b/i.test(body)) return fromList(`${stated(body)} ${where} ${right}`, 'add');
    // "milk on the shopping list": a thing and its place, nothing else.
    if (
      !right &&
      (left.split(' ').length <= 4 || isGoods(left)) &&
      !READ_OUT.test(left) &&
      !NO_ITEM_LEAD.test(left) &&
      !/\b(?:is|are|was|off|remove[ds]?|delete[ds]?)\b/i.test(left)
    ) return fromList(`${left} ${where}`, 'add');
  }
  if (!left || onto && !left) {
    const body = HELD.exec(right)?.[1] ?? TOLD.exec(right)?.[1] ?? TOLD.exec(right)?.[2];
    if (body) return fromList(`${body} ${where}`, 'add');
  }
  const updated = /^(?:mark|update|edit|extend|amend|modify|fill|stock)$/i.test(left) ? UPDATED.exec(right)?.[1] : undefined;
  return updated && !/\b(?:removed|deleted|cleared)$/i.test(updated) ? fromList(`${stated(updated)} ${where}`, 'add') : null;
}

/** "milk and eggs and butter": short things, one beside the other. */
const isGoods = (text: string): boolean =>
  text.split(/\s*,\s*(?:and\s+)?|\s+and\s+/i).every((part, _, all) => all.length > 1 && all.length < 16 && /^\p{L}[\p{L}\d' -]*$/u.test(part) && part.split(' ').length <= 3);

/** "I will be meeting Ann" → "meeting Ann". */
const stated = (body: string): string => body.replace(/^(?:i|we)(?:'ll| will| am|'m| are| have)?(?: be| going to| to)*\s+/i, '');
