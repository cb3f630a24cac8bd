import { joined, pattern } from '../pattern';
import { baseForm } from './base-form';
import { mendVerb } from './spoken-words';
import { EVENT_NOUN, TASK_NOUN, WAKE_WORD } from './vocabulary';

const NAME = new RegExp(`^(?:(?:hey|hi|ok(?:ay)?|yo|hello)[\\s,]+)?(?:${WAKE_WORD})\\b[\\s,.!:-]+(?=\\S)`, 'i');
const NAME_LAST = new RegExp(`(?<![\\s,])[\\s,]+(?:${WAKE_WORD})[\\s.!?]*$`, 'i');
const LEAD_IN = pattern('i')`
  ^(?:
    hey|hi(?:ya)?|heya|(?:good )?morning|evening|tbh|honestly|fyi|btw|by the way|look(?=,)|ok(?:ay)?|ugh+|argh+|hmm+|lol|omg|anyways?|let me see|let'?s see|well|so|now|and|also|then|please|pls|plz
    |kindly|alright|all right|um+|uh+|oh|ah|great|cool|perfect|good|right|just|quickly|sure|first(?: of all)?
    |firstly|to start|thanks|thank you|yes|yeah|yep|finally|lastly|afterwards|after that|actually|oops|whoops
    |no wait|wait|plus(?=[\s,]+(?:i|we|the|my|our|some|buy|get|call|finish|pick|send|book|pay|clean|wash)\b)
  )(?:[\s,!.:;-]+)(?=\S)
  |^next,\s+(?=\S)
`;
/** Ways to ask for something; what is asked follows. */
const REQUESTS = [
  'may i suggest(?: that)?(?: we| you)?',
  'i (?:almost |nearly |completely )?forgot(?: that)?(?= i(?:\'ve| have| need| must| should| ought)\\b)',
  joined`
    i(?:
      (?: was|'m| am|'ve been| have been)(?: just)? thinking(?: that)?| think(?: that)?| guess(?: that)?
    )(?= (?:i|we)(?:'ve got to| have to| need to| must| should| ought to)\b)
  `,
  joined`
    (?:is|are) there (?:a |any |some )?ways?(?: that)?(?: for you| for me| i can| you can| you could| i could| we can
    )?(?: to)?(?: go ahead and)?(?= (?:clear|remove|delete|cancel|erase|add|see|get|put|view|move)\b
    )
  `,
  'i (?:want|would like|need) to know(?= (?:could|can|if (?:you|i) (?:could|can))\\b)',
  '(?:find|locate) and(?= (?:delete|remove|cancel|clear)\\b)',
  'completely(?= (?:clear|empty|wipe)\\b)',
  joined`
    i(?:'d| would)? (?:want|like|love|wish) to(?= cancel (?:my|the|our|all) (?:\S+ ){0,2}?(?:
        meeting|appointment|event|lunch|dinner|trip|call|class|task|reminder
      )s?\b
    )
  `,
  joined`
    i(?: really)? (?:need|have|want|would like) to(?= (?:move|reschedule|postpone|push|shift|change) (?:my|the|our) (?:\S+ ){0,2}?(?:
        (?:\d\S*|\w+) ?(?:[ap]m|o'clock)|${EVENT_NOUN}|${TASK_NOUN}
      )\b.* (?:to|until|till) )
  `,
  "(?:i'm|i am) (?:going to|gonna)(?= need an? )",
  'i forgot to(?= (?:add|put|include|schedule) )',
  "i(?:'d| would)? (?:want|like|love|wish) to(?= (?:schedule|arrange|set up|plan) an? (?:\\S+ )?(?:meeting|appointment|event|lunch|dinner|call)\\b)",
  "i(?:'d| would)? (?:want|like|love|wish) to(?= (?:schedule|arrange|set up|plan) (?:lunch|dinner|breakfast|brunch|coffee) with\\b)",
  'can to(?= please\\b| (?:clear|remove|delete|add)\\b)',
  '(?:would|will) you be (?:willing|able|so kind as) to',
  '(?:maybe|perhaps) (?:we|you) (?:can|could|should)(?= (?:add|put)\\b)',
  'set (?:up )?(?:my|the) (?:calendar|phone|schedule) to(?= (?:remind|alert|notify)\\b)',
  'you(?= (?:add|delete|remove|put|take) )',
  '(?:would|do) you mind',
  joined`
    (?:
      (?:can|could|would|will|won't) (?:you|u)
      |(?:can|could|may) (?:we|i)(?= (?:also |please |just |now )*(?:
          add|see|view|have|get|put|make|create|set|schedule|delete|remove|clear|cancel|erase|mark|move|change
          |reschedule|rename|undo|hear|know|show|list|complete|check off|tag|snooze|update
        )\b
      )
    )(?: also| now| maybe| possibly| all)?(?: please| pls| kindly)?(?: just)?(?: go ahead and| help me(?: to)?)?
  `,
  '(?:hurry(?: up)?|go ahead|do me a favou?r) and(?: just)?',
  "i(?:'d| would) (?:like|love|want) you to",
  'i (?:want|need)(?: for)? you to',
  'i (?:want|would like|need) that you',
  "i(?:'d| would) (?:really )?(?:appreciate it|be (?:(?:most|very|so|ever so|really|extremely) )?(?:happy|glad|grateful|obliged)) if you(?: could| would)?(?: possibly| kindly| please)?",
  '(?:are you able|(?:is it|would it be) possible(?: for you)?) to',
  '(?:(?:i was |i am |i\'m )?(?:wondering|hoping) (?:if |that )?|if |maybe |perhaps |any chance (?:that )?)(?:you|u) (?:could|can|would)',
  "i(?:'d| would)? (?:like|love|want) to (?:have|get)(?= (?:an? |another |my |the )?(?:\\w+ )?(?:reminder|task|event))",
  'how about(?: we| you)?(?= (?:add|put|delete|remove|clear|an? (?:new )?reminder))',
  "let'?s say(?: that)?|let'?s|why don'?t you",
  'you (?:can|could|should|need to|have to|must)',
  '(?:please )?help(?: me)?(?: to)?(?= remind\\b)',
  '(?:please )?help me(?: to)?',
  'help(?: to)?(?= (?:show|access|display|list|read|remove|delete|clear|find)\\b)',
  'i (?:have|need|want) to(?= (?:see|view) (?:my|the|all) )',
  'be sure to|try to',
  'do(?= remove| delete| add| show)',
  'to(?= (?:show|add|delete|remove|move|complete|change|remind|list)\\b)',
  'i (?:want|wish|need|would like)(?= (?:change|move|delete|remove|add|complete|see|cancel|reschedule|rename|mark|undo|put|make|create|set) )',
];
const REQUEST = new RegExp(`^(?:${REQUESTS.join('|')})\\s+(?=\\S)`, 'i');
/** "I want to see …": a wish is a command when its verb is one of a task list's own. */
const WISH = pattern('i')`
  ^(?:
    i(?:'d| would)? (?:really |just )?(?:want|like|love|wish|need)(?: to| 2)|i wanna|i(?:'d| would) like to just
    |(?:need|want) to(?= (?:check my|see my|view my|look at my)\b)|let me|lemme|allow me to
    |i (?:shall|will|'ll|got to|gotta|have to|need to|must|should)(?= (?:add|remove|delete|take|erase|put) .{2,60} (?:to|from|off|on) (?:my|the|our) (?:\S+ ){0,3}?(?:list|calendar|schedule|agenda)\b
    )
  )\s+(?=
    (?:just )?(?:
      add|create|see|view|know|hear|delete|remove|erase|show|list|mark|rename|reschedule|postpone|snooze|undo|redo
      |check what|check my|confirm all|look at my|find my|go over my|add
      |set (?:a|an|up|another) (?:\w+ )?reminder
      |clear my (?:list|tasks|calendar|schedule|to-?do)
      |(?:make|start|begin|set up) (?:a |an |this |next |my |the )?(?:\S+ ){0,3}?(?:list|to-?do)|edit|include
      |(?:take|get|have) (?=.{2,60} (?:off|out of) (?:of )?(?:my|the|our) )
      |put (?=.{2,60} (?:on|in|to) (?:my|the) )
    )\b
  )
`;
const TAIL = pattern('i')`
  (?<![\s,.!?])[\s,.!?]+(?:
    please|pls|plz|thanks|thank you|thx|cheers|ok|okay|btw|by the way|tbh|will you|would you|could you|can you|if you can
    |if you don't mind|if possible
    |(?:and )?i(?:'d| would) (?:really )?appreciate (?:it|that)|thanks in advance|for me please
  )[\s.!?]*$
`;

/**
 * A sentence with straight quotes and single spaces, without control characters. Longer than any title it is cut:
 * what stands beyond cannot be a command, and expressions must stay fast on any input.
 */
export const tidy = (text: string, limit = 4_000): string =>
  text
    .slice(0, limit)
    .replace(/[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/g, ' ')
    .replace(/[‘’‛`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();

const VERBS: Record<string, string> = {
  adding: 'add', creating: 'create', deleting: 'delete', removing: 'remove', marking: 'mark', completing: 'complete', moving: 'move', showing: 'show',
  telling: 'tell', reading: 'read', giving: 'give', checking: 'check', finding: 'find', taking: 'take', cancelling: 'cancel', canceling: 'cancel', clearing: 'clear', scheduling: 'schedule', making: 'make', pushing: 'push', bumping: 'bump', shifting: 'shift', shoving: 'shove', nudging: 'nudge', knocking: 'knock', ticking: 'tick', tagging: 'tag', dropping: 'drop', postponing: 'postpone', finishing: 'finish', reminding: 'remind', changing: 'change', rescheduling: 'reschedule', setting: 'set', putting: 'put', listing: 'list', renaming: 'rename',
};
/** "could the dentist be moved to Monday?": an order all the same. */
const PASSIVE = pattern('iu')`
  ^(?:can|could|may|would it be possible for|is it possible for) ((?!you\b|i\b|we\b|he\b|she\b|they\b)\S.{0,60}?) (?:to )?(?:please )?(?:be|get) (
    moved|pushed|rescheduled|postponed|shifted|changed|set|renamed|deleted|removed|cancelled|canceled|marked|tagged|completed
    |added|reopened|restored|snoozed|put
  )\b(.*?)[\s?]*$
`;
const ACTIVE: Record<string, string> = { added: 'add', moved: 'move', pushed: 'push', cancelled: 'cancel', canceled: 'cancel', set: 'set', put: 'put', tagged: 'tag' };

const GERUND = new RegExp(`^(?:${Object.keys(VERBS).join('|')})\\b`, 'i');

/** Without the name that the assistant was called by. */
export const stripName = (sentence: string): string => sentence.replace(NAME, '').replace(NAME_LAST, '').trim() || sentence;

/** The request inside its courtesies: "Hey Olly, could you please add milk, thanks" → "add milk". */
export function stripCourtesy(sentence: string): string {
  let rest = sentence.trim();
  for (let round = 0; round < 8; round += 1) {
    const before = rest;
    rest = rest.replace(NAME, '').replace(LEAD_IN, '');
    rest = rest.replace(PASSIVE, (_, what: string, done: string, more: string) => `${ACTIVE[done.toLowerCase()] ?? baseForm(done.toLowerCase())} ${what}${more}`);
    // "could you mark it as done?" is an order: its question mark goes with the courtesy.
    if (REQUEST.test(rest)) rest = rest.replace(REQUEST, '').replace(/\s*\?+(?=(?:\s*(?:thanks|thank you|please|pls|thx)\W*)?$)/i, '');
    if (/^(?:hey,? )?(?:would|do) you mind\b/i.test(before)) rest = rest.replace(GERUND, (verb) => VERBS[verb.toLowerCase()] ?? verb);
    rest = rest.replace(WISH, '').replace(/^(what|who|how|when|where)s(?= )/i, "$1's");
    rest = mendVerb(rest.replace(TAIL, '').replace(NAME_LAST, '').trim());
    if (rest === before) break;
  }
  return rest || sentence.trim();
}

/** Without the punctuation that ends a sentence, and without quotes that enclose all of it. */
export const trimEnds = (text: string): string => text.replace(/^[\s,;:.\-–—]+/, '').replace(/[\s,;:.!?]+$/, '').trim();

/** The words inside quotes when they are all there is, else undefined. */
export function quoted(text: string): string | undefined {
  const match = /^\s*(["'])(.+)\1[\s.!?]*$/.exec(text);
  const inner = match?.[2]?.trim();
  return inner && !inner.includes(match?.[1] ?? '"') ? inner : undefined;
}
