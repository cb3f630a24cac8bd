import type { LanguageContext } from '@/lib/language';
import { durationIn, readChanges } from '@/lib/language/commands';
import { pattern } from '@/lib/language/pattern';

/** What is said before the thing itself, and does not change it. */
export const LEAD = pattern('i')`
  ^(?:(?:
    hm+|gah|uh+m?|um+|er+m?|oh|ah|ok(?:ay)?|k|right|so|well|yeah|yep|yes|sure|fine|cheers|thanks|thank you|ta|great|cool|perfect|good|lovely|nice
    |actually|wait|hang on|hold on|sorry|oops|whoops|ugh|argh|no|nah|nope|and|but|or|also|plus|maybe|perhaps|please|pls|now|then|just
    |on second thoughts?|come to think of it|thinking about it|to be fair|tbh|i think|i guess|i reckon|i mean|i meant|let me think|scratch that|my bad|mate|rather
  )(?:[\s,.!;:–-]+|$))+
`;
/** A lead that puts right what was said or done: then the rest is an order, and no musing. */
const PUTS_RIGHT = /\b(?:no|nah|nope|actually|sorry|oops|whoops|wait|hang on|hold on|scratch that|second thoughts?|my bad|rather|i mean|i meant)\b/i;
const TAIL = pattern('i')`
  (?:[\s,]+(?:
    instead|though|tho|actually|rather|please|pls|thanks|cheers|ta|then|now|after all|again|i think|i guess|i reckon|for me|mate|ok|okay|yeah
    |if (?:that'?s|it'?s|that is) (?:ok|okay|alright|possible|poss|easier)|too|as well|really|or so|or something
    |from now on|going forward|from here on|coming
  ))+$
`;
const IT = '(?:it|that|this|they|them|those|these|both|both of them|all of them)';
const WHO = `(?:${IT}|we|i|you|he|she|they)`;
const DO = '(?:be|go|do|have|make|get|move|push|shift|change|switch|set|put|bump|happen|start|wait|stay|come|meet|say|try)';

/** How one speaks of a change; `when` is what it shall become. An order is done, the others are asked where they would replace something. */
const FRAMES: readonly [RegExp, 'order' | 'musing'][] = [
  [pattern('')`^(?:can|could|should|may|might|shall|would|will|must) ${WHO}(?: please| just| maybe| possibly| not)* ${DO}(?: it| that| this| them)?(?: (?:over|be|moved|pushed|changed|shifted|switched|set|done|put))*(?: (?:to|on|at|for|till|until|by))* (?<when>.+)$`, 'order'],
  [pattern('')`^let'?s (?:just )?(?:${DO}|go for|go with|leave|keep|call)(?: it| that| this| them)?(?: (?:to|on|at|for|till|until|by|with))* (?<when>.+)$`, 'order'],
  [pattern('')`^(?:give|leave|keep|save|hold)(?: me| us)?(?: it| that| this| them)?(?: (?:to|on|at|for|till|until|til))+ (?<when>.+)$`, 'order'],
  [pattern('')`^(?:put|stick|pop|bung|pencil|book|shift|bring|bump|slide|shove|chuck|set|switch|change|make) ${IT}(?: (?:in|down|forward|over|due|be))*(?: (?:to|on|at|for|till|until|by))* (?<when>.+)$`, 'order'],
  [pattern('')`^(?:${WHO} )?(?:needs?|has to|have to|must|should|ought to|got to|gotta|can wait|will have to|'?ll have to)(?: to| (?:really|actually|only|${DO}|done|doing|finish(?:ed|ing)|sort(?:ed|ing)|ready|there|in|over|it|that))*(?: (?:to|on|at|for|till|until|til|by))* (?<when>.+)$`, 'order'],
  [/^not (?:til|till|until|before) (?<when>.+)$/, 'order'],
  [pattern('')`^i (?:wanted|want|need|needed|said|asked for|'?d like)(?: it| that| this| them)?(?: (?:to be|done|finished|sorted|for|on|at|by|in))* (?<when>.+)$`, 'order'],
  [pattern('')`^(?:${WHO}(?:'?s|'?d|'?ll|'?re)?|which|who) ?(?:is|are|was|wants?|prefers?|can|could|would|will|says?|said|likes?|would like|would prefer)?(?: to| rather| like| prefer| only| really| now| (?:${DO}|due|happening))*(?: it| that)?(?: was| were)?(?: (?:to|on|at|for|till|until|by))* (?<when>.+)$`, 'musing'],
  [pattern('')`^(?:how|what) about(?: (?:to|on|at|for|we|it|doing|making))* (?<when>.+)$`, 'musing'],
  [pattern('')`^(?<when>.+?)(?:'?s| is| works| suits| would| will| might)(?: (?:me|us|be|do|is|better|best|fine|good|ok|okay|great|perfect|easier|grand|for me|for us))+$`, 'musing'],
  [/^(?<when>.+)$/, 'musing'],
];
const PLURAL = /\b(?:they|them|those|these|both|all)\b/;
const HOUR = /^(?:(?:at|about|around|like|say) )*(\d{1,2})(?:ish|-ish)?$/;
const LEVEL = pattern('')`
  ^(?:${IT}(?: both| all)?(?:'?s|'?re)? ?(?:is|are|both|all|really|actually)* ?)?(?:(?:super|really|very|pretty|quite|so|extremely|dead|bloody|kinda|mega)[ -])*
  (?<level>(?:not (?:that |so |very |really )?)?(?:important|urgent|critical|crucial)|(?:a )?(?:top|high|low|medium) priority|no rush|not a priority|(?:the|a) priority)$
`;
const LENGTH = '(?<length>(?:an?|one|two|three|half an|half|another|a couple of|\\d+)[ -](?:\\w+ )?(?:minutes?|mins?|hours?|hrs?|days?|weeks?))';
/** "can that go back an hour", "half an hour earlier". */
const MOVED_BY = new RegExp(`^(?:.*\\b(?:push|move|put|shift|bump|bring|brought|delay|pull|go)(?:ed|d)?(?: it| that| this)? (?:(?:back|forward|out|up|on)(?: by)? |by |(?<=\\b(?:push|bump|delay) (?:it|that|this) ))${LENGTH}|(?:.*\\b(?:be|it|that|do|start) )?${LENGTH.replace('<length>', '<length2>')} (?:later|earlier|sooner|back|forward))$`);
/** A question about what is so already. */
const ASKS = /^(?:is|are|was|were|am|do|does|did|has|have|had|when|what(?!'?s? about)|why|where|who|which(?! is)|how(?! about))\b/;
const AGAIN = /^(?:the )?same(?: (?:thing|one|task))?(?: again)?(?: for| on)? (?<when>.+)$/;
const ENDS = /^(?:(?:end|stop|finish)(?: (?:it|that|this))?|(?:it|that) (?:ends|stops|finishes))(?: (?:after|in|on|by|at))? (.+)$/;
const NOT_NEXT = /^not (?:(?:for )?(?:this|the next|next|the first) (?:one|time|week|month|(?:sun|mon|tues|wednes|thurs|fri|satur)day))$/;

/** Said once more in words that are read already; `order` when it asks for the change itself. */
export type Restated = { text: string; order: boolean };

/** A change of what is spoken of, said as one says it, in the words of an order: "could that go to Friday instead" → "make it Friday". */
export function restate(text: string, ctx: LanguageContext): Restated[] {
  const lead = LEAD.exec(text)?.[0] ?? '';
  const right = PUTS_RIGHT.test(lead);
  const opened = text.slice(lead.length);
  const short = opened.replace(TAIL, '');
  const plain = [opened, short].filter((form, index, all) => form && form !== text && all.indexOf(form) === index).map((form) => ({ text: form, order: right }));
  const core = short.toLowerCase();
  const order = (form: string): Restated[] => [{ text: form, order: true }];
  const level = LEVEL.exec(core)?.groups?.level;
  if (level) {
    const it = /\bboth\b/.test(core) ? 'both' : PLURAL.test(core) ? 'them' : 'it';
    return order(`make ${it} ${/^no|low/.test(level) ? 'low' : /medium/.test(level) ? 'medium' : 'high'} priority`);
  }
  const by = MOVED_BY.exec(core)?.groups;
  const length = by?.length ?? by?.length2;
  if (length && durationIn(length)?.rest.trim() === '') return order(/\b(?:forward|earlier|sooner|up)\b/.test(core.replace(length, '')) ? `bring it forward ${length}` : `push it back ${length}`);
  const again = AGAIN.exec(core)?.groups?.when;
  if (again && isDetail(again, ctx)) return order(`copy it to ${again}`);
  const end = ENDS.exec(core)?.[1];
  if (end) return order(/\b(?:times|goes|weeks|months|days)$|^\d+$/.test(end) ? `${/^\d+$/.test(end) ? '' : 'for '}${end.replace(/^\d+$/, '$& times').replace(/ goes$/, ' times')}`.replace(/^for (.+ times)$/, '$1') : `until ${end}`);
  if (NOT_NEXT.test(core)) return order('skip this one');
  if (ASKS.test(core)) return plain;
  for (const [frame, how] of FRAMES) {
    const when = frame.exec(core)?.groups?.when;
    // A number by itself may be a task's.
    const detail = when && !(when === core && /^\d+$/.test(when)) ? detailIn(when, ctx) : null;
    if (!detail) continue;
    const sure = how === 'order' || (right && !/^(?:how|what) about/.test(core)) || /\b(?:instead|rather|from now on|going forward)\b/.test(opened.slice(short.length));
    return [...plain, { text: sure ? `make ${PLURAL.test(core) ? 'them' : 'it'} ${detail}` : detail, order: sure }];
  }
  return plain;
}

/** The words as they are read, when they say nothing but a day, a time, a priority or how often. */
function detailIn(phrase: string, ctx: LanguageContext): string | null {
  const hour = HOUR.exec(phrase)?.[1];
  if (hour) return Number(hour) < 24 ? `at ${hour}` : null;
  const words = phrase.replace(/(\d)(?:-?ish)\b/, '$1').replace(/^(?:like|say|about|around) /, '').replace(/^an? (.+?) (?:thing|job|task|one|habit)$/, '$1');
  return isDetail(words, ctx) || /^(?:on |in )?the (?:day|week) (?:after|before)$/.test(words) ? words : null;
}

function isDetail(phrase: string, ctx: LanguageContext): boolean {
  const read = readChanges(phrase, ctx);
  return !read.problem && !read.rest && Object.keys(read.changes).length > 0;
}
