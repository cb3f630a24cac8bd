import { pattern } from '../pattern';
import { DOING_VERB } from './vocabulary';

/** Chat spellings and apostrophes left out, put right where a sentence or a part of it begins; titles stay as they were typed. */
const SHORT: Record<string, string> = {
  im: "I'm", ive: "I've", dont: "don't", doesnt: "doesn't", didnt: "didn't", cant: "can't", wont: "won't", whats: "what's", wheres: "where's", hows: "how's",
  whens: "when's", whos: "who's", lets: "let's", havent: "haven't", isnt: "isn't", arent: "aren't", thats: "that's", youre: "you're", cld: 'could', wld: 'would',
  cud: 'could', wud: 'would', wat: 'what', wht: 'what', wats: "what's", wots: "what's", ill: "I'll", weve: "we've",
};
const OPENING_WORD = new RegExp(`(^|[.!?;,]\\s+|\\b(?:and|but|so|i|we|you|they|he|she|it)\\s+)(${Object.keys(SHORT).join('|')})(?= [a-z])`, 'gi');
const ONES: Record<string, string> = {
  first: '1st',
  second: '2nd',
  third: '3rd',
  fourth: '4th',
  fifth: '5th',
  sixth: '6th',
  seventh: '7th',
  eighth: '8th',
  ninth: '9th',
};
/** "due the twenty first": a day of the month, and no birthday or century. */
const SPOKEN_DAY = pattern('giu')`
  \b((?:on|due|by|due on|until|till|from|for) the )(twenty|thirty)[ -](
    first|second|third|fourth|fifth|sixth|seventh|eighth|ninth
  )\b(?! (?!of\b|at\b|in\b|to\b|and\b|for\b|please\b|every\b)\p{L}
  )
`;
const HESITATION = /(^|[\s,])(?:u+h+m*|u+m+|erm+|hmm+)\b[,.…]*(?=\s)/gi;
const REMIND_TO = /\bremind me 2 (?!(?:days?|hours?|hrs?|weeks?|minutes?|mins?|months?|times)\b)(?=[a-z]{2})/i;
const MOVE_TO = pattern('i')`
  ^(
    (?:(?:please|plz|pls) )?(?:move|reschedule|push|postpone|change|shift|bump) .{1,60}?(?<!
      \b(?:by|for|at|to|of|in|from|until|till|on|and|task|number)
    )
  ) 2 (?=(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b|tomorrow|tonight|next|noon|\d{1,2}(?::\d\d)? ?[ap]m)
`;

/** What fills a pause in speech, where it can be nothing else: "to like call", "tomorrow I think around 3". */
const LIKE = /\b((?:can|could|would|will) (?:you|u)|to|gotta|have to|need to|so|and|then|just),? like,? (?=\p{L})/giu;
const LIKE_WHEN = /\b(by|at|around|on|for|in),? like,? (?=\d|half|noon|(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|next|the |an? |one|two|three)/gi;
/** What stands in front of an order and asks for nothing. */
const PREAMBLE = pattern('iu')`
  ^(?:(?:so|ok|okay|well|and|right),? )*(?:
    (?:nvm|kk?|ttyl|btw|fyi),? (?=(?:add|remind|delete|remove|move|done|show|call|buy)\b)
    |(?:basically|literally|honestly),? (?=\p{L})
    |(?:kindly |please )?do one thing,? (?=\p{L})
    |(?:maybe|perhaps),? (?=(?:remind me|add)\b)
  )
`;
/** Words of one region for what everybody says: "today itself", "chuck milk on the list", "after 2 days remind me". */
const REGIONAL: [RegExp, string][] = [
  [/\b(today|tomorrow|tonight|now|\w+day) itself\b/gi, '$1'],
  [/^((?:can|could|will|would) you )?(?:whack|chuck|bung|sling) (?=.* (?:on|onto|in) (?:the|my|our) (?:\S+ )?list\b)/i, '$1put '],
  [/^after ((?:\d+|an?|one|two|three|four|five) (?:days?|weeks?|hours?|minutes?|mins?|months?)),? (?=(?:please )?(?:remind me|add)\b)/i, 'in $1 '],
  [/^(?:i am|i'm) needing (?=an? )/i, 'i need '],
  [/\b(days?|hours?|hrs?|minutes?|mins?|weeks?) b4\b/gi, '$1 before'],
  [/(?<=\S{2}) full stop$/i, ''],
];
/** What leads to a thing that one has just thought of. */
const THOUGHT = pattern('i')`
  ^(?:(?:oh|so|ok|okay|and|also|well|ah)[\s,]+)*(?:
    before i forget|(?:while|whilst|since|as) i(?:'m thinking of it|'m at it| remember| think of it)|that reminds me|come to think of it|now that i think (?:of|about) it|speaking of which|one (?:more|last) thing|last thing
    |(?:(?:what|all|the (?:only|main|first) thing) (?:that )?(?:i|we)(?:'ve got| need| have| gotta| got) to do|the thing) is(?: that| to)?
  )[\s,:.–-]+
`;
const ERRAND = new RegExp(`^(?:${DOING_VERB})\\b`, 'i');

/** "before I forget, tell Sam about the rota": an errand to be reminded of. */
function withoutThought(text: string): string {
  const rest = text.replace(THOUGHT, '');
  return rest !== text && ERRAND.test(rest) ? `remind me to ${rest}` : rest || text;
}
const UNSURE = pattern('giu')`
  (?<=\S),? (?:i (?:think|guess|suppose|believe|dunno|don't know)|you know|or so i think|sort of|kind of|basically|literally),?(?=
    (?: (?:maybe|probably))?,? (?:around|about|at|by|on|before|after|tomorrow|today|tonight|next|this|\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|[.!]*$
  )
`;

/** Whether it was done is what is not certain. */
const DEED_TOLD = /\b(?:done|did|finished|completed|paid|sent|bought|called|sorted)\b/i;

/** "what's on my list, can you read it to me". */
const ASKED_TWICE = pattern('i')`
  ^(
    .*\b(?:what|which|how many|do i have|my tasks|my list)\b.*?
  ),? (?:can|could|would) you (?:read|show|list|tell|say)(?: (?:it|them|that|those|me|us))?(?: (?:out|to me|me|aloud|out loud|back))*(?: please)?[?.!]*$
`;

/** What was typed in haste or said aloud, without its "uh" and "um": "um cld u remind me 2 call Ann" → "could you remind me to call Ann". */
export function mendSpeech(text: string): string {
  if (/["“”]/.test(text)) return text;
  const said = REGIONAL.reduce((plain, [words, plainly]) => plain.replace(words, plainly), text)
    .replace(HESITATION, '$1')
    .replace(PREAMBLE, '')
    .replace(/^.+$/, withoutThought)
    .replace(LIKE, '$1 ')
    .replace(LIKE_WHEN, '$1 ')
    .replace(UNSURE, (words: string, at: number, whole: string) => (DEED_TOLD.test(whole) && !/\w/.test(whole.slice(at + words.length)) ? words : ''))
    .replace(OPENING_WORD, (_, before: string, word: string) => before + (SHORT[word.toLowerCase()] ?? word))
    .replace(/\b(can|could|will|would) u\b/gi, '$1 you')
    .replace(REMIND_TO, 'remind me to ')
    .replace(MOVE_TO, '$1 to ')
    .replace(/\boh and\b/gi, 'and')
    .replace(/\band also (?=at \d)/gi, 'and ')
    .replace(/^((?:(?:can|could|would|will) you )?(?:please )?(?:delete|remove|cancel|complete)) me (?=the |my |task )/i, '$1 ')
    .replace(/^((?:i'm |all )?done) w(?:\/ ?| (?=the|my|it|that|both))/i, '$1 with ')
    .replace(/^(?:please )?(?:prepone|advance) (?=(?:the|my|our|task|it|that) .*\bto )/i, 'reschedule ')
    .replace(/^((?:(?:can|could) (?:u|you) )?(?:(?:please|pls|plz) )?)(?:rmr|rmd|rmnd) (?:me )?(?:2 |to )(?=[a-z])/i, '$1remind me to ')
    .replace(/\b(remind me to) txt\b/i, '$1 text')
    .replace(/^((?:please|pls|plz) )?(?:rmd|rmnd) me (?:abt|about)\b/i, '$1remind me about')
    .replace(/^((?:i )?(?:need|have|want|gotta|got|hv)) 2 (?=[a-z])/i, '$1 to ')
    .replace(/\b(?:i|we) hv\b/gi, (said) => said.replace(/hv/i, 'have'))
    .replace(/\bshop+ing?(?= lists?\b)/gi, 'shopping')
    .replace(/\b(what) ive\b/gi, "$1 I've")
    .replace(ASKED_TWICE, '$1')
    .replace(/^((?:can|could|will|would) you) to /i, '$1 ')
    .replace(/(?<!\bno\.? )(#?\b\d{1,5}),? (?:(?:no|wait|sorry|or rather|rather|i mean|i meant|make that)[,.]? )+(?:task )?(#?\d{1,5})(?=[\s.!]*$)/i, '$2')
    .replace(/\b(must|really|need to|have to|gotta)(?: \1\b)+/gi, '$1')
    .replace(/\b(must|should) to (?=[a-z])/gi, '$1 ')
    .replace(/\bin (?=(?:sun|mon|tues|wednes|thurs|fri|satur)day\b)/gi, 'on ')
    .replace(/^\/(?=(?:help|add|new|list|show|done|complete|undo|redo|delete|remove|move|plan|today|search|find|tags?|stats)\b)/i, '')
    .replace(/\bhow much (?=(?:\S+ )?(?:tasks|to-?dos|todos|reminders|meetings|appointments|things|items)\b)/gi, 'how many ')
    .replace(/^((?:\S+ ){0,4}?)remember me (?=to |about |of |that |the |my )/i, '$1remind me ')
    .replace(/^(delete|remove|complete|move|show|mark|cancel|rename|add|undo|restore|reopen) please /i, '$1 ')
    .replace(/\b((?:due|is|'s|are) (?:on |by )?the )(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)(?=[\s.!]*$| (?:of|at)\b)/gi, (_, before: string, day: string) => `${before}${ONES[day.toLowerCase()] ?? day}`)
    .replace(SPOKEN_DAY, (_, before: string, tens: string, ones: string) => `${before}${/^tw/i.test(tens) ? 2 : 3}${ONES[ones.toLowerCase()] ?? ''}`)
    .replace(/\s+/g, ' ')
    .trim();
  return said || text;
}

const VERBS = ['remind', 'reminder', 'remember', 'delete', 'remove', 'cancel', 'schedule', 'reschedule', 'complete', 'update', 'rename', 'create', 'postpone', 'restore', 'prioritize', 'show', 'move', 'finish', 'snooze'];
/** Words of their own that a dropped letter would make of a verb. */
const REAL = /^(?:compete|crate|reminders?|removed|deleted|updates|creates)$/i;

/** Every spelling of a verb with two neighbouring letters swapped or one left out, its first letter apart. */
const SLIPS = new Map<string, string>();
for (const verb of VERBS) {
  for (let at = 1; at < verb.length; at += 1) {
    SLIPS.set(verb.slice(0, at) + verb.slice(at + 1), verb);
    if (at + 1 < verb.length) SLIPS.set(verb.slice(0, at) + verb.charAt(at + 1) + verb.charAt(at) + verb.slice(at + 2), verb);
  }
}
for (const verb of VERBS) SLIPS.delete(verb);

const AD = new RegExp(`^ad(?= (?:${DOING_VERB})\\b| .+ (?:to|on) (?:my|the|our) )`, 'i');

/** A command word with a slip of the fingers: "remvoe eggs" → "remove eggs", "ad milk to my list" → "add milk to my list". */
export const mendVerb = (sentence: string): string =>
  sentence
    .replace(/^[a-z]{4,12}(?=\s)/i, (word) => (REAL.test(word) ? word : SLIPS.get(word.toLowerCase()) ?? word))
    .replace(AD, 'add')
    .replace(/^(?:remi?n[a-z]?|rem[a-z]?nd|rimind|remaind)(?= (?:me|my)\b)/i, 'remind')
    .replace(/^remind my(?= (?:to|about|of|that)\b)/i, 'remind me');
