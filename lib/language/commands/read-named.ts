import { pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { baseForm } from './base-form';
import { bareQuestion, claimIn } from './ask-of';
import { PAST, REGULAR } from './deeds';
import { readFilter } from './read-filter';
import { bareTitle, readPointer } from './read-refs';
import type { Ask, CommandOf, Filter, Ref } from './types';
import { DOING_VERB, FOREIGN, SERVICE } from './vocabulary';
import { hasWhen, isOnlyWhen, pointIn, recurrenceIn } from './when';

const TAIL = pattern('i')`
  (?:[\s,]+(?:
    again|next|exactly|then|please|yet|already|now|anyway|by the way|coming up|supposed to be|due|happening|scheduled
    |set for|for|on|at|this time|normally|usually|going|gonna be|in total|all in all|today
  ))+$
`;
/** Verbs that say no more than that one is there. */
const LIGHT = /^(?:see(?:ing)?|meet(?:ing)?(?: up)?(?: with)?|have|having|go(?:ing)?(?: to)?|get(?:ting)?(?: to)?|do(?:ing)?|be(?:ing)?(?: at)?|visit(?:ing)?|attend(?:ing)?|need(?:ing)?|finish(?:ing)?|supposed to|meant to|working on|work on) (?=\S)/i;
const VERB = new RegExp(`^(${DOING_VERB}) (\\S.*)$`, 'i');
const DEED = new RegExp(`^(${Object.keys(PAST).join('|')}|${REGULAR}) (\\S.*)$`, 'i');
const NO_NAME = /^(?:or|and|before|after|again|week|day|month|date|time|until|till|will|off|on|at|left|it|i|you|we|he|she|they|there|people|everything|anything|something|nothing|someone|anyone|who|what|(?:much|many|long|old|far)$|to|my (?:day|week|list|tasks?)|the (?:day|week|list|date|time|weather))\b/i;

/** The names by which a task may be meant, the fullest first; null where the words name none. */
function namesIn(phrase: string): { ref: Ref; perhaps?: string[] } | null {
  const text = phrase.replace(TAIL, '').trim();
  const pointer = /(?:^|\s)(?:it|that|then|this|they|them|those|these|her|him)$/i.test(text) ? ({ kind: 'pronoun', which: 'it' } as const) : readPointer(text.toLowerCase());
  if (pointer) return { ref: pointer };
  const plain = text.replace(/^(?:have to|need to|got to|supposed to|meant to|going to|gonna|planning to|to) /i, '').replace(LIGHT, '');
  const verb = VERB.exec(plain) ?? DEED.exec(plain);
  const base = verb?.[1] && DEED.test(plain) && !VERB.test(plain) ? `${PAST[verb[1].toLowerCase()] ?? baseForm(verb[1].toLowerCase())} ${verb[2]}` : plain;
  const names = [...new Set([bareTitle(base), verb?.[2] ? bareTitle(verb[2]) : ''])].filter((name) => name.length > 1);
  const [first] = names;
  if (!first || NO_NAME.test(plain) || NO_NAME.test(first) || first.split(' ').length > 6) return null;
  return { ref: { kind: 'title', text: first }, perhaps: names };
}

const ARTICLE = "(?:(?:the|my|our|this|that|those|these) )?";
/** Questions after a field of one task. The first group names it. */
const ASKED: [RegExp, Ask | undefined][] = [
  [/^how often (?:do|should|must|am|did) (?:i|we) (.+)$/i, 'often'],
  [new RegExp(`^how often (?:is|are|does|do|will|should) (${ARTICLE}.+?)(?: (?:come (?:up|round|around)|repeat(?:ing)?|recur(?:ring)?|happen(?:ing)?|due|set to repeat|supposed to happen|be))*$`, 'i'), 'often'],
  [new RegExp(`^how (?:long|many (?:days|hours|weeks|sleeps)|soon|much (?:time|longer))(?: (?:is it|is|are|do i have|do i have left|have i got|is left|left|to go|it is))*(?: (?:until|till|til|before|to)|(?<=^how (?:long|soon) (?:is|are))) (${ARTICLE}.+?)(?: (?:due|happening|on))?$`, 'i'), 'until'],
  [new RegExp(`^how long(?:'s| is| are| does| do| will| should)? (${ARTICLE}.+?)(?: (?:be|going to|supposed to|gonna|take|last|set for|estimated at))+$`, 'i'), 'length'],
  [new RegExp(`^how long (?:has|have) (${ARTICLE}.+?) been (?:overdue|late|due|open|waiting|sitting there)$`, 'i'), 'until'],
  [new RegExp(`^how (?:late|overdue|far behind) (?:is|are|am i (?:with|on)) (${ARTICLE}.+)$`, 'i'), 'until'],
  [new RegExp(`^how (?:urgent|important|pressing) (?:is|are) (${ARTICLE}.+)$`, 'i'), 'priority'],
  [new RegExp(`^(?:what|which) (?:tags?|labels?) (?:does|do|has|have|is|are) (${ARTICLE}.+?)(?: (?:have|got|on|under))*$`, 'i'), 'tags'],
  [new RegExp(`^(?:what|how)(?:'s| is| are) (${ARTICLE}.+?) (?:tagged|labell?ed)(?: (?:as|with|under))?$`, 'i'), 'tags'],
  [new RegExp(`^what(?:'s| is)? (?:happening|going on|up|the (?:story|deal|status|situation|latest|plan)) (?:with|on|about|for) (${ARTICLE}.+)$`, 'i'), undefined],
  [/^(?:when|what (?:day|date|time)|at what time|how soon|on what day)(?:'m| am| do| should| must| have| will| was| were)? (?:i|we) (.+)$/i, 'due'],
  [new RegExp(`^how long(?:'s| is) (${ARTICLE}.+)$`, 'i'), 'length'],
  [new RegExp(`^who(?:'s| is| are) (${ARTICLE}.+?) (?:with|for)$`, 'i'), undefined],
  [/^(?:how come|why)(?:(?: can'?t| cannot| don'?t| do| didn'?t)? i|(?: i)(?: can'?t| cannot| don'?t| didn'?t))(?: not)? (?:see|find) (.+)$/i, undefined],
  [new RegExp(`^(?:what (?:has )?happened (?:to|with)|where(?:'s| is| are| did| has)) (${ARTICLE}.+?)(?: (?:go|gone|disappeared?|vanish(?:ed)?))?$`, 'i'), undefined],
  [new RegExp(`^(?:when|what (?:day|date|time)|at what time|how soon|on what day)(?:'s| is| are| was| does| do|'re| will) (${ARTICLE}.+?)(?: (?:start|begin|take place|come (?:up|round|around)|be|happen|due))*$`, 'i'), 'due'],
];
/** "did that get finished?" */
const GOT_DONE = new RegExp(`^(?:did|has|have) (${ARTICLE}.+?) (?:ever |already )?(?:get|got|gotten|been) (?:done|finished|completed?|sorted|handled|${Object.keys(PAST).join('|')}|${REGULAR})(?: yet| already| in the end)?$`, 'i');
/** "is there a due date for that?", "does rent have a time?": which group names the field, and which the task. */
const FIELD = '(due dates?|dates?|deadlines?|times?|notes?|tags?|labels?|subtasks?)';
const FIELD_OF = [
  [new RegExp(`^is there (?:an? |any )?(?:set )?${FIELD}(?: set| yet)? (?:for|on|with) (.+)$`, 'i'), 1, 2],
  [new RegExp(`^(?:does|do|has|have) (${ARTICLE}(?!i\\b|we\\b|you\\b).+?)(?: have| got)* (?:an? |any )(?:set )?${FIELD}(?: set| yet)?$`, 'i'), 2, 1],
] as const;
const FIELDS: [RegExp, Filter][] = [[/^(?:due|date|dead)/i, { dueTo: '2999-12-31' }], [/^time/i, { timeFrom: '00:00' }]];
const WHETHER = /^(?:(?:is|are|was|were|does|isn't|aren't|has) (?!i\b|we\b)|(?:do|did|have|had|will|haven't|didn't) (?:i|we) )/i;
/** Asked of a day, and not of a task. */
const OF_A_DAY = /\b(?:free|busy|available|anything|something|everything|nothing|any|much|a lot|weather|time|room)\b/i;

/**
 * A question about one task by whatever name: "when do I pay rent next?", "how often does rent come up?", "is mom's call tagged
 * family?". It is ours only where there is a task of that name.
 */
export function readNamed(sentence: string, clause: string, ctx: LanguageContext): CommandOf<'get'> | null {
  const asked = bareQuestion(sentence);
  if (FOREIGN.test(asked) || SERVICE.test(asked) || asked.length > 120 || /\b(?:you|your)\b/i.test(asked)) return null;
  for (const [form, ask] of ASKED) {
    const phrase = form.exec(asked)?.[1];
    const names = phrase && !isOnlyWhen(phrase, ctx) ? namesIn(phrase) : null;
    if (names) return { text: clause, kind: 'get', ...names, ...(ask ? { ask } : {}) };
  }
  const got = GOT_DONE.exec(asked)?.[1];
  const deed = got ? namesIn(got) : null;
  if (deed) return { text: clause, kind: 'get', ...deed, claim: { status: 'completed' } };
  return WHETHER.test(asked) && !OF_A_DAY.test(asked) ? claimed(asked, clause, ctx) : null;
}

/** What is said of a task at the end, and is no part of its name. */
const STATE = new RegExp(`\\s(?:come (?:up|around|round)|repeats?|recurs?|yet|already|now|${Object.keys(PAST).join('|')}|${REGULAR}|taken care of|handled|been)+(?: (?:yet|already|now))?$`, 'i');
/** Whether a task has a date, a time or another field at all. */
export function readField(sentence: string, clause: string, ctx: LanguageContext): CommandOf<'get'> | null {
  const asked = bareQuestion(sentence);
  for (const [form, what, whose] of FIELD_OF) {
    const found = form.exec(asked);
    const names = found?.[whose] && !hasWhen(found[whose], ctx) && !FOREIGN.test(asked) ? namesIn(found[whose]) : null;
    const claim = FIELDS.find(([name]) => name.test(found?.[what] ?? ''))?.[1];
    if (names) return { text: clause, kind: 'get', ...names, ...(claim ? { claim } : {}) };
  }
  return null;
}

const AUXILIARY = /^(?:(?:is|are|was|were|does|do|isn't|aren't|has|have|did|will|haven't|didn't)(?: (?:i|we))?|there's|there is|i'm|i am|we're|(?:i|we)(?:'ve| have| had| got)*(?: to)?)(?: (?:already|ever|also|still|got|been|supposed to|meant to|going to|seeing|meeting|doing|having|at|with))*(?= )/i;

/** What is said of a task, as a question whether it is so. Nothing is taken for a name that is only a day or a field. */
export function claimed(said: string, clause: string, ctx: LanguageContext, claim: Filter = claimIn(said, ctx)): CommandOf<'get'> | null {
  const rest = said.replace(AUXILIARY, ' ').trim();
  const { words } = readFilter((recurrenceIn(rest, ctx)?.rest ?? pointIn(rest, ctx)?.rest ?? rest).replace(/ or (?:not|next|the next)\b.*$/i, '').replace(/ (?:ever|actually|really|even)\b/gi, '').replace(STATE, ''), ctx);
  if (/^(?:it|that|this)(?:'s| is)?\b/i.test(rest) && !words && Object.keys(claim).length) return { text: clause, kind: 'get', ref: { kind: 'pronoun', which: 'it' }, claim };
  const names = namesIn(words);
  return names?.perhaps ? { text: clause, kind: 'get', ...names, claim } : null;
}
