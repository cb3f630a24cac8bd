import type { LanguageContext } from '../types';
import { quoted, trimEnds } from './normalize';
import { readFilter, type Selection } from './read-filter';
import { bareTitle, readPointer } from './read-refs';
import type { Command, Inputs, Ref } from './types';
import { EVENT_NOUN, FOREIGN, PLACE_NOUN, TASK_NOUN } from './vocabulary';
import { hasWhen, isOnlyWhen } from './when';

const SHOW = 'show(?: up| me| us)*|list|display|read(?: me| back| out| off)*|see|view|give me|get(?: me)?(?! rid)|pull up|bring up|tell me(?: about)?|let me (?:see|hear|know)(?: about)?|what are|what\'?s|what is|what were|what was|whats|which|what|when|check(?! off)|give (?:me )?a list(?:ing)? of|open|find(?: me| out)?|search(?: for| my| through)*|look(?: up| for| at)|fetch|retrieve|recite|evaluate|review|go over|go through|hear|know|confirm|where(?:\'s| is| are)|i need to (?:know|see)|need information about|(?:please )?provide(?: me)?(?: with)?(?: the)?(?: information)?(?: about)?(?: the contents of)?|filter(?: by| for)?|print|enumerate|present|query|latest|upcoming|current|pending|remaining|overdue|completed|any|count|refresh my memory (?:about|on|of)|remind me of|remind me what';
const OURS = new RegExp(`\\b(?:(?:my|the|all|any|open|pending|overdue|completed|today'?s|tomorrow'?s)\\s+(?:[\\p{L}\\p{N}'-]+\\s+){0,4})?(?:tasks?|to-?\\s?dos?|reminders?|to-?do list|due|overdue|deadlines?|errands?|chores?|appointments?|meetings?)\\b|\\b(?:my|the|grocery|shopping|to-?do|task|this|that|today's|tomorrow's|our) (?:[\\p{L}]+ ){0,2}(?:${PLACE_NOUN})\\b|\\b(?:calend[ae]r|schedules?|agenda)\\b|\\b(?:this|that) event\\b|\\b(?:items|things) (?:on|in) (?:my|the)\\b|\\bi (?:need|have|want(?:ed)?|plan(?:ned)?|'m supposed|am supposed|'m planning|am planning) to (?:do|remember|buy|get|purchase)\\b|\\bi have (?:planned|scheduled|coming up|set)\\b|\\b(?:my|the|calendar|scheduled|upcoming) (?:next |last |\\w+ )?events?\\b|\\bevents? (?:on|in|for|scheduled) (?:my|the|today|tomorrow|this)\\b`, 'iu');

/** "information about events": said so, even a bare noun is one of ours. */
const INFORMATION = new RegExp(`^(?:i )?(?:please )?(?:need|provide|give me|want)\\b.{0,10}\\b(?:information|info|details) (?:about|on) (?:the |my |all )?(?:${TASK_NOUN}|${PLACE_NOUN})\\b`, 'i');
const HAVE = /^(?:do|did|have|has|am|are|is|was|were|will|does) (?:i|we|there|my|the|it|you)\b/i;
const ASK_ITEM = new RegExp(
  `^(?:is|are|was|were|do i have|did i (?:set|add|put|mark|note|make|schedule|already \\w+)|have i (?:added|gotten around to adding|put|set|noted|scheduled)|have i told you to add|do i need to|do i have to|am i supposed to|are there(?: any)?|is there(?: an?| any)?|was there|did you (?:add|set|put))\\b`,
  'i',
);
const WHEN_IS = /^(?:when|what (?:day|time|date)|at what time|what's the (?:due date|deadline|date|time|day)|what is the (?:due date|deadline|date|time|day)|how (?:long|much time)(?: is left| do i have| until)?)\b/i;

/** A question about tasks: list, search, one task. Null when it is no question, or not about tasks. */
export function readQuery(clause: string, ctx: LanguageContext): Command | null {
  const sentence = clause.replace(/[\s.!?]+$/, '').replace(/,? (?:right now|again|for me|at the moment)$/i, '');
  const lower = sentence.toLowerCase();
  if (/^(?:show|display) (?:a |me a )?new list\b/.test(lower)) return null;
  if (/^(?:what|which|how many|show|list|display|any)\b.*\b(?:deleted|trash|bin)\b/.test(lower)) return list({ filter: { status: 'trash' }, words: '', about: 'in the trash' }, clause);
  const one = readOne(sentence, lower, clause, ctx);
  if (one) return one;
  const whole = readWhole(lower, clause, ctx);
  if (whole) return whole;
  const item = readItemQuestion(sentence, lower, clause, ctx);
  if (item) return item;
  const shown = new RegExp(`^(?:please |just )?(?:${SHOW})\\b\\s*`, 'i').exec(sentence);
  const counting = /^(?:how many|how much|number of|count)\b/i.test(sentence);
  const searching = /^(?:please )?(?:find|search|look (?:for|up)|where(?:'s| is| are)|filter)\b/i.test(sentence);
  if (INFORMATION.test(sentence)) return toList(sentence.replace(/^.*?(?:information|info|details) (?:about|on)/i, ''), clause, ctx);
  if (!shown && !counting && !HAVE.test(sentence) && !bareList(lower, ctx)) return null;
  const ours = OURS.test(sentence) || bareList(lower, ctx);
  if (!ours || (FOREIGN.test(sentence) && !/\b(?:tasks?|reminders?|to-?dos?|calendar|to-?do list)\b/i.test(sentence))) {
    return searching ? search(sentence, clause, ctx) : null;
  }
  const phrase = shown && !/^(?:pending|overdue|completed|remaining|upcoming|current|latest|any)\b/i.test(shown[0]) ? sentence.slice(shown[0].length) : sentence;
  return toList(phrase, clause, ctx, counting, searching);
}

function toList(phrase: string, clause: string, ctx: LanguageContext, counting = false, everywhere = false): Command {
  const place = /\b(?:on|in|from|of|at)?\s*(?:my|the|our|that|this)?\s*\b([\p{L}'-]+) (?:lists?|calendar)\b/iu.exec(phrase);
  const tag = place?.[1]?.toLowerCase().replace(/'s$/, '');
  const isTag = tag && !/^(?:to-?do|todo|do|task|tasks|reminder|reminders|my|the|this|that|a|current|to-dos|today|tomorrow|of|event|events|full|whole|entire|complete|which|last|next|on|in|from|daily|weekly|things|friday|monday|tuesday|wednesday|thursday|saturday|sunday|open|pending|completed|overdue|done|high-priority|what)$/i.test(tag);
  const read = readFilter(isTag && place ? phrase.replace(place[0], ' ') : phrase, ctx);
  if (isTag) {
    read.filter.tagsAny = [...(read.filter.tagsAny ?? []), tag];
    read.about = [read.about, `tagged ${tag}`].filter(Boolean).join(', ');
  }
  if (read.problem) return { text: clause, kind: 'question', action: 'query', question: read.problem };
  const all = /\b(?:all|every|everything)\b.*\b(?:tasks?|to-?dos?)\b/i.test(phrase) && /\b(?:tasks|to-?dos)$/i.test(phrase.trim()) || /\bincluding (?:completed|done|finished)\b/i.test(phrase);
  if (all && !Object.keys(read.filter).length) read.filter.status = undefined;
  else if (!read.filter.status && !read.filter.overdue && !everywhere) read.filter.status = 'pending';
  return list(read, clause, counting);
}

/** `list_tasks`, or `search_tasks` when words are left that no field explains. */
function list(read: Selection, clause: string, counting = false): Command {
  const { q, ...filter } = read.filter;
  const words = [q, read.words.replace(/([a-z]{3,}[^s])s$/i, '$1')].filter(Boolean).join(' ');
  const input: Inputs = { ...filter };
  if (read.sort) input.sort = read.sort;
  if (read.order) input.order = read.order;
  if (read.limit) input.limit = read.limit;
  for (const key of Object.keys(input)) if (input[key] === undefined) delete input[key];
  const about = [read.about, words ? `matching "${words}"` : '', counting ? '#count' : ''].filter(Boolean).join(', ');
  return words
    ? { text: clause, kind: 'call', tool: 'search_tasks', input: { query: words.slice(0, 200), ...input }, about }
    : { text: clause, kind: 'call', tool: 'list_tasks', input, about };
}

/** One task: "show task 3", "details of the milk task", "when is the dentist appointment?". */
function readOne(sentence: string, lower: string, clause: string, ctx: LanguageContext): Command | null {
  const shown =
    /^(?:show(?: me)?|display|open|view|see|get|read(?: me)?|pull up|what(?:'s| is)|tell me(?: more)? about|describe|explain|check)\s+(?:the )?(?:details?|info|information|status|description|notes?|everything)?\s*(?:of|on|about|for)?\s*((?:the )?(?:task|reminder|item|todo|number) #?\d+|#\d+|it|that one|this one|the (?:first|second|third|fourth|fifth|last) (?:one|task|reminder|item)|the (?:\d+)(?:st|nd|rd|th) (?:one|task))$/i.exec(lower) ??
    /^(?:show(?: me)?|give me|what are|display|tell me|get)\s+(?:the )?(?:more )?(?:details?|info|information|status|notes?|description)\s+(?:of|on|about|for)\s+(.+)$/i.exec(sentence) ??
    /^(?:what(?:'s| is) the status of|tell me more about|more about|details? (?:of|on|for|about))\s+(.+)$/i.exec(sentence);
  if (shown?.[1]) {
    const ref = refOf(shown[1]);
    if (ref && (ref.kind !== 'title' || !FOREIGN.test(ref.text)) && !/\b(?:lists?|calendar|week|today)\b/i.test(shown[1])) return { text: clause, kind: 'get', ref };
  }
  const due =
    /^(?:when|what (?:day|time|date)) (?:is|are|'s|was|does|do i have|do i need to|must i|should i|have i got)(?: the| my| our)? (.+?)(?: (?:due|scheduled(?: for)?|happening|supposed to (?:be|happen)|start|set for|planned|marked|on my calendar|to be (?:done|finished)))*$/i.exec(sentence) ??
    /^(?:when's|when is) (?:the |my )?(.+?)(?: due| scheduled| set)?$/i.exec(sentence) ??
    /^(?:what(?:'s| is) the (?:due date|deadline|date|time) (?:of|for|on)) (.+)$/i.exec(sentence);
  if (due?.[1] && !FOREIGN.test(sentence)) {
    const isDue = /\b(?:due|deadline)\b/i.test(sentence);
    const ours = isDue || new RegExp(`\\b(?:${EVENT_NOUN}|${TASK_NOUN}|calendar)\\b`, 'i').test(sentence);
    const ref = refOf(due[1].replace(/^(?:due date|deadline) (?:of|for) /i, ''));
    if (ours && ref && /\b(?:my|the|task|reminder|due|is|#\d)\b/i.test(sentence) && /^(?:next|my next|upcoming|first|last)\b/i.test(due[1])) {
      return toList(due[1].replace(/ and (?:who|how|what|where)\b.*$/i, ''), clause, ctx);
    }
    if (ref && (isDue || ref.kind === 'number' || (ours && /\bmy\b/i.test(sentence)))) return { text: clause, kind: 'get', ref, ask: 'due' };
    if ((ours && /\b(?:reminders?|calendar|meeting|appointment|task)\b/i.test(sentence)) || /\b(?:marked|scheduled|planned|noted)$/i.test(sentence)) return toList(due[1], clause, ctx);
  }
  return null;
}

const refOf = (text: string): Ref | null => {
  const pointer = readPointer(trimEnds(text).toLowerCase());
  if (pointer) return pointer;
  const title = bareTitle(text);
  return title ? { kind: 'title', text: title } : null;
};

const DAY_WORDS = "(?:today|tomorrow|tonight|this (?:week|weekend|month|morning|afternoon|evening)|next (?:week|weekend|month)|(?:on |next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|for (?:the )?(?:day|week|month|today|tomorrow))";
const WHOLE: RegExp[] = [
  /^what(?:'s| is| do i have| have i got)? (?:left|remaining|outstanding|pending|open|overdue|due|late|to do|undone|still open|still (?:to do|left|pending))(?: (?:to do|for me|over))*(?: .{0,40})?$/,
  new RegExp(`^what(?:'s| is|s)?(?: all)?(?: (?:up|on|happening|going on|planned|scheduled|coming up|there|in store))(?: (?:for|on|to do))?(?: me)?(?: .{0,15})?(?:\\b${DAY_WORDS}|\\bcoming up)$`),
  /^what(?:'s| is) coming up(?: next)?(?: .{0,20})?$/,
  /^(?:what|which)(?: all| else| things| tasks| stuff)? (?:do|must|should|shall|have|did|can) i (?:still |have |got |gotten |need |also )*(?:to )?(?:do|get done|to do|have|finish|complete|planned|scheduled|going on|coming up|remember|buy)\b.{0,60}$/,
  /^what (?:have|did) i (?:already |just )?(?:completed?|finish(?:ed)?|done|do|accomplish(?:ed)?|get done|gotten done|check(?:ed)? off|add(?:ed)?|creat(?:ed?))\b.{0,40}$/,
  /^what(?:'s| is| are) (?:completed|done|finished|new|overdue|late|urgent|important|high priority|in progress)$/,
  /^what am i (?:doing|supposed to (?:do|be doing)|up to|forgetting|missing)\b.{0,40}$/,
  /^(?:my )?(?:day|week|agenda|schedule)(?: (?:today|tomorrow|this week|next week))?$/,
  /^(?:am i|are we) (?:free|busy|available)\b.{0,50}$/,
  /^(?:do i have|have i got|is there|are there) (?:anything|something|any ?thing|much|a lot|stuff|any plans|plans|any free time|any off days|any days off)\b.{0,60}$/,
  /^anything (?:due|overdue|left|to do|planned|scheduled|urgent|on|for|tomorrow|today|else)\b.{0,40}$/,
  /^(?:show|list|display)(?: me)? (?:everything|all(?! (?:of )?(?:my |the )?(?:tasks|to-?dos))|all of (?:it|them)|them(?: all)?|what i have(?: to do)?|what's (?:left|due|open|overdue|done|next)|the rest|what is left|overdue|completed|pending|done|high priority|urgent)\b.{0,50}$/,
  /^(?:overdue|pending|completed|open|due (?:today|tomorrow|this week|next week))$/,
  /^from .{1,30}, when do i have (?:a )?(?:free|any).{0,30}$/,
  /^when (?:am i|do i have).{0,12}\bfree\b.{0,40}$/,
  /^(?:where am i supposed to be|what time do i (?:work|have to be|need to be|start)|what have i got going on)\b.{0,50}$/,
];

/** Questions after everything, without a noun of ours: "what's left?", "what do I have tomorrow?", "am I busy on Friday?". */
function readWhole(lower: string, clause: string, ctx: LanguageContext): Command | null {
  if (FOREIGN.test(lower) || !WHOLE.some((pattern) => pattern.test(lower))) return null;
  if (/\b(?:in my (?:area|town)|near me|local|around me|around here|nearby|in [A-Z]|to make|need to make|to buy (?:a|an)\b|visa|ticket|money|doing there)\b/i.test(clause)) return null;
  const done = /^what (?:have|did) i (?:already |just )?(?:complet|finish|done|do|accompl|get done|gotten|check)/.test(lower);
  const phrase = done ? lower.replace(/^what (?:have|did) i (?:already |just )?(?:completed?|finish(?:ed)?|done|do|accomplish(?:ed)?|get done|gotten done|check(?:ed)? off)/, 'completed') : lower.replace(/^what (?:have|did) i (?:already |just )?(?=add|creat)/, '');
  const read = readFilter(phrase.replace(/\b(?:free|busy|available|happening|planned|scheduled|doing|supposed|forgetting|missing|store|anything|something|work|much|a lot|days? off|off days|start|in progress|new|where|time|am)\b/g, ' '), ctx);
  if (!read.filter.status && !read.filter.overdue) read.filter.status = 'pending';
  if (/\bdue\b/.test(lower) && !read.filter.dueFrom && !read.filter.dueTo && !read.filter.overdue && !read.filter.noDue) read.sort = 'due';
  if (/^what do i (?:need|have) to (?:buy|get)/.test(lower)) read.words = 'buy';
  return list({ ...read, words: read.words.split(' ').length > 3 ? '' : read.words }, clause);
}

/** "is milk on my shopping list?", "do I have a doctor's appointment today?", "am I supposed to buy milk?". */
function readItemQuestion(sentence: string, lower: string, clause: string, ctx: LanguageContext): Command | null {
  if (!ASK_ITEM.test(sentence)) return null;
  const ours = OURS.test(sentence) || new RegExp(`\\b(?:${PLACE_NOUN})\\b`, 'i').test(lower);
  const planned = new RegExp(`^(?:do i have|is there|are there|did i|have i|do i have to|am i supposed to|is|are|was)\\b.*\\b(?:${EVENT_NOUN}|buy|pick up)\\b`, 'i').test(lower);
  if ((!ours && !planned) || (FOREIGN.test(sentence) && !/\b(?:my (?:\w+ )?(?:list|calendar)|reminder)\b/i.test(sentence))) return null;
  if (!ours && planned && !/\b(?:i|my)\b/i.test(sentence) && !hasWhen(sentence, ctx)) return null;
  if (/\b(?:visa|plug|vaccin|need an?|need to (?:bring|wear|apply)|oil change|gas)\b/i.test(sentence) && !ours) return null;
  const phrase = sentence
    .replace(ASK_ITEM, ' ')
    .replace(/\b(?:one of (?:the )?(?:things|items) i need to|an item called|called|added|set|saved?|marked?|already|yet|cancelled|canceled|rescheduled|a day|gotten around to adding|of mine|remind me to|reminder to)\b/gi, ' ');
  return toList(phrase, clause, ctx);
}

/** Elliptical lists: "reminders", "overdue tasks", "my tasks for today", "todo list". */
function bareList(lower: string, ctx: LanguageContext): boolean {
  const match = new RegExp(`^(?:(?:all|my|the|any|current|open|pending|overdue|completed|finished|upcoming|remaining|latest|today's|tomorrow's|todays|this week's|high priority|low priority|urgent|important|weekly|daily|recurring)\\s+){0,4}(?:tasks|to-?dos|reminders|to-?do list|todo list|task list|events|schedule|calendar|agenda|appointments|meetings|plan)\\b(.*)$`).exec(lower);
  if (!match || lower.split(' ').length > 9) return false;
  const rest = (match[1] ?? '').trim();
  return !rest || isOnlyWhen(rest, ctx) || /^(?:for|due|on|with|tagged|without|in|by|sorted|please|this|next|today|tomorrow|#|about|from)\b|^#/.test(rest);
}

/** "find milk", "search for the budget": the words are all there is. */
function search(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  const found = /^(?:please )?(?:find|search(?: for)?|look (?:for|up)|where(?:'s| is| are)|filter(?: by)?)(?: me)?(?: the| my| all)?\s+(.+)$/i.exec(sentence);
  const words = found?.[1] ? (quoted(found[1]) ?? trimEnds(found[1])) : '';
  if (!words || FOREIGN.test(words) || words.split(' ').length > 4) return null;
  // Other assistants search the world: only what may be a title is looked up here.
  if (/\b(?:near|nearby|closest|best|how|where|what|someone|out|local|online|good|cheap\w*|place|to|for|in|from|phone|remote)\b/i.test(words) || /^where/i.test(sentence)) return null;
  const read = readFilter(words, ctx);
  return read.words || Object.keys(read.filter).length ? list({ ...read, filter: { ...read.filter } }, clause) : null;
}

export const asksWhen = (sentence: string): boolean => WHEN_IS.test(sentence);
