import { joined, pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { ASKS_WORLD } from './asks-back';
import { plainQuestion, spelled } from './ask-forms';
import { quoted, trimEnds } from './normalize';
import { readAsked, readTimeFor, withHalf } from './read-asked';
import { readCompare } from './read-compare';
import { readField, readNamed } from './read-named';
import { readBrief } from './query-brief';
import { readEvents } from './query-events';
import { OURS, readItemQuestion } from './query-item';
import { list, toList } from './query-list';
import { readOne } from './query-one';
import { readPlans } from './query-plans';
import { readWhole } from './query-whole';
import { readFilter } from './read-filter';
import { wantedGone } from './remove-forms';
import type { Command } from './types';
import { FOREIGN, PLACE_NOUN, TASK_NOUN } from './vocabulary';
import { isOnlyWhen } from './when';

const SHOW = joined`
  re-?organi[sz]e|re-?order|access|browse|take me to|sort|arrange|order(?= .* by )|rank|group(?= .*\bby\b| (?:my|the|all|them|these|it)\b)|show(?: up| me| us)*
  |list(?: out)?|display|read(?: me| back| out| off)*|see|view|give me|get(?: me)?(?! rid)|pull up|bring up
  |tell me(?: about)?
  |let me (?:see|hear|know)(?: about)?|what are|what'?s|what is|what were|what was|whats|which|what|when|check(?! off)
  |give (?:me )?a list(?:ing)? of|open|find(?: me| out)?|search(?: for| my| through)*|look(?: up| for| at)|fetch
  |retrieve|recite|evaluate|review|go over|go through|hear|know|confirm|where(?:'s| is| are)|i need to (?:know|see)
  |need information about
  |(?:please )?provide(?: me)?(?: with)?(?: the)?(?: information)?(?: about)?(?: the contents of)?|filter(?: by| for)?
  |print|enumerate|present|query|latest|upcoming|current|pending|remaining|overdue|completed|any|count
  |refresh my memory (?:about|on|of)|remind me of|remind me what
`;

/** "information about events": said so, even a bare noun is one of ours. */
const INFORMATION = new RegExp(`^(?:i )?(?:please )?(?:need|provide|give me|want)\\b.{0,10}\\b(?:information|info|details) (?:about|on) (?:the |my |all )?(?:${TASK_NOUN}|${PLACE_NOUN})\\b`, 'i');

const HAVE = /^(?:do|did|have|has|am|are|is|was|were|will|does) (?:i|we|there|my|the|it|you)\b/i;

/** A question about tasks: list, search, one task. Null when it is no question, or not about tasks. */
export function readQuery(clause: string, ctx: LanguageContext): Command | null {
  if (ASKS_WORLD.test(clause.replace(/[\s.!?]+$/, ''))) return null;
  const asked = withHalf(spelled(clause));
  const direct = readCompare(asked, clause, ctx) ?? readTimeFor(asked, clause, ctx) ?? readField(asked, clause, ctx) ?? readDirect(asked, clause, ctx);
  if (direct || notAsked(asked, ctx)) return direct;
  const plain = plainQuestion(asked).replace(/^((?:what|which|how|is|are|do|have|did|when)\b.{0,30}?) (?:really|actually|even|exactly)\b/i, '$1');
  return (
    (plain === asked ? null : readDirect(plain, clause, ctx)) ??
    readEvents(plain, clause, ctx) ??
    readAsked(plain, clause, ctx) ??
    readNamed(plain, clause, ctx)
  );
}

const TAG = /(?:^|\s)#\p{L}/u;

const COMMAND_LIKE = pattern('i')`
  ^(?:check|tick|cross|mark)\b.* off\b
  |^(?:get|have) .+ (?:added|put|written|included) (?:to|on|in|onto)\b
  |^(?:show|display) (?:a |me a )?new list\b
  |^give me (?:un)?til\b|^(?:is|was) (?:it|that|this) (?:the|my) .* one\b
`;

/** Orders that begin with a word of asking: "check milk off", "get eggs added to my list". */
const notAsked = (sentence: string, ctx: LanguageContext): boolean =>
  COMMAND_LIKE.test(sentence) || wantedGone(sentence, ctx) !== null;

function readDirect(asked: string, clause: string, ctx: LanguageContext): Command | null {
  const sentence = asked.replace(/[\s.!?]+$/, '').replace(/,? (?:right now|again|for me|at the moment|(?<!\b(?:due|on|up|do|is|next) )now)$/i, '');
  const lower = sentence.toLowerCase();
  if (/^(?:what|which|how many|show|list|display|any)\b.*\b(?:deleted|trash|bin)\b/.test(lower)) {
    return list({ filter: { status: 'trash' }, words: '', about: 'in the trash' }, clause);
  }
  if (notAsked(sentence, ctx)) return null;
  const brief = readBrief(sentence, clause, ctx);
  if (brief) return brief;
  const one = readOne(sentence, lower, clause, ctx);
  if (one) return one;
  const whole = readWhole(lower, clause, ctx);
  if (whole) return whole;
  const item = readItemQuestion(sentence, lower, clause, ctx) ?? readPlans(sentence, clause, ctx);
  if (item) return item;
  const shown = new RegExp(`^(?:please |just )?(?:${SHOW})\\b\\s*`, 'i').exec(sentence);
  const counting = /^(?:how many|how much|number of|count)\b/i.test(sentence);
  const searching = /^(?:please )?(?:find|search|look (?:for|up)|where(?:'s| is| are)|filter)\b/i.test(sentence);
  if (INFORMATION.test(sentence)) return toList(sentence.replace(/^.*?(?:information|info|details) (?:about|on)/i, ''), clause, ctx);
  if (!shown && !counting && !HAVE.test(sentence) && !bareList(lower, ctx)) return null;
  const ours = OURS.test(sentence) || (shown && TAG.test(sentence)) || bareList(lower, ctx);
  if (!ours || (FOREIGN.test(sentence) && !/\b(?:tasks?|reminders?|to-?dos?|calendar|to-?do list)\b/i.test(sentence))) {
    return searching ? search(sentence, clause, ctx) : null;
  }
  const phrase = shown && !/^(?:pending|overdue|completed|remaining|upcoming|current|latest|any)\b/i.test(shown[0]) ? sentence.slice(shown[0].length) : sentence;
  return toList(phrase, clause, ctx, counting, searching);
}

/** Elliptical lists: "reminders", "overdue tasks", "my tasks for today", "todo list". */
function bareList(lower: string, ctx: LanguageContext): boolean {
  const match = new RegExp(`^(?:(?:all|my|the|any|current|open|pending|overdue|completed|finished|upcoming|remaining|latest|today's|tomorrow's|todays|this week's|high priority|low priority|(?:most )?urgent|(?:most )?important|weekly|daily|recurring)\\s+){0,4}(?:tasks|to-?dos|reminders|to-?do list|todo list|task list|events|schedule|calendar|agenda|appointments|meetings|plan|(?:shopping|grocery|groceries|packing|errands?|chores?|party|work|home|to-?buy|my \\S+) lists?)\\b(.*)$`).exec(lower);
  if (!match || lower.split(' ').length > 9) return false;
  const rest = (match[1] ?? '').trim();
  return !rest || isOnlyWhen(rest, ctx) || /^(?:for|due|on|with|tagged|without|in|by|sorted|please|this|next|today|tomorrow|#|about|from|first)\b|^#/.test(rest);
}

const ABOUT = pattern('i')`
  ^(?:everything|anything|all(?: tasks)?|tasks|stuff|things)(?: i have)? (?:
    about|on|for|with|regarding|mentioning|containing|related to|to do with
  ) (?:the |my )?
`;

/** "find milk", "search for the budget": the words are all there is. */
function search(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  const found = /^(?:please )?(?:find|search(?: for)?|look (?:for|up)|where(?:'s| is| are)|filter(?: by)?)(?: me)?(?: the| my| all)?\s+(.+)$/i.exec(sentence);
  const words = found?.[1] ? (quoted(found[1]) ?? trimEnds(found[1]).replace(ABOUT, '')) : '';
  if (!words || FOREIGN.test(words) || words.split(' ').length > 4) return null;
  // Other assistants search the world: only what may be a title is looked up here.
  if (
    /\b(?:near|nearby|closest|best|how|where|what|someone|out|local|online|good|cheap\w*|place|to|for|in|from|phone|remote)\b/i.test(words) ||
    /^where/i.test(sentence)
  ) return null;
  const read = readFilter(words, ctx);
  return read.words || Object.keys(read.filter).length ? list({ ...read, filter: { ...read.filter } }, clause) : null;
}
