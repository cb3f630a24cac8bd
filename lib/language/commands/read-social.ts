import { pattern } from '../pattern';
import { APP_TOPICS } from './app-topics';
import { trimEnds } from './normalize';
import { readPointer } from './read-refs';
import type { Command, Ref, Topic } from './types';
import { ORDINAL_WORDS } from './vocabulary';

const YES = pattern('')`
  ^(?:
    y|yes|yep|yeah|yup|ya|yea|sure|ok|okay|okey|k
    |(?:ok |okay |yes |yeah |sure )?(?:let'?s )?do that|(?:ok |okay |yes |sure )?let'?s do it|correct|right|confirm(?:ed)?|affirmative|absolutely|definitely
    |of course|certainly|please do|go ahead|do it|go for it|sounds good|that's right|that is right|exactly|indeed
    |approve|approved|accept|fine|yes please|yes do it|yes go ahead|sure thing|please|proceed|make it so
    |add it(?: anyway)?|anyway
  )$
`;
const NO = pattern('')`
  ^(?:
    n|no|nope|nah|nay|no thanks|no thank you|don't|do not|stop|cancel|cancel (?:it|that)|abort|never ?mind|forget it
    |forget that|nothing|(?:no )?leave it|nvm(?: cancel)?|nevermind|let'?s not
    |(?:never ?mind|no|nope|stop|wait|ok)[\s,]+(?:forget it|never ?mind|cancel(?: (?:it|that))?)|not now|no way|reject
    |deny|denied|decline|skip|skip it|don't do (?:it|that)
    |(?:no |wait |please |oh )*(?:don'?t|do not) (?:
      do|delete|remove|complete|change|move|touch|add|undo|cancel|update
    ) ?(?:it|that|this|them|anything|nothing|any of (?:it|them|that))?
    |(?:no |wait |please |oh )+(?:don'?t|do not)|do nothing
    |(?:i was|i'm|i am|was|am) (?:just |only )?(?:joking|kidding)|just (?:kidding|joking)|jk
    |leave (?:it|that|them) (?:alone|as (?:it is|is|they are)|be|blank|empty|there|at that|for now|for the moment|then|like that|as is)(?: for now| then)?|please don't|please cancel
    |that is all,? just cancel it|no cancel
  )$
`;
const NONE = /^(?:none|none of (?:them|these|those|the above)|neither|neither (?:of them|one)|no one|not any|nothing|no(?:t)? (?:of )?(?:them|these|those))$/;

const TOPICS: [Topic, RegExp][] = [
  ['greeting', pattern('')`
    ^(?:
      hi|hello|hey|hiya|howdy|greetings|yo|hi there|hello there|hey there
      |good (?:morning|afternoon|evening|day)|what'?s up|sup|morning|evening
    )(?: (?:sayso|there|olly|everyone|friend|assistant))?$
  `],
  ['thanks', pattern('')`
    ^(?:
      (?:ok |okay |great |perfect |cool )?(?:
        thanks|thank you|thx|ty|ta|cheers|much appreciated|appreciated|many thanks|thanks a lot
        |thank you (?:so|very) much|thanks so much|thank u|i appreciate (?:it|that)
      )(?: (?!
          (?:
            can|could|would|will|please|now|and|but|then|also|next|what|which|show|list|add|delete|remove|move|mark
            |complete|remind|change|set|make|undo|how|when|tag|rename|find|push|reschedule|do i|is|are|i need|i have
          )\b
        ).{0,40}
      )?
      |(?:
        that(?:'s| is|s) (?:it|all)|i(?:'m| am) (?:done|good)
      )(?: for (?:now|today))?(?: i (?:guess|think))?[\s,]+(?:thanks|thank you|thx|cheers)\b.{0,20}
    )$
  `],
  ['praise', pattern('')`
    ^(?:
      (?:that'?s |it'?s |you'?re |you are |this is |very |really |so |oh |ah )*(?:
        great|good|nice|cool|awesome|amazing|perfect|excellent|wonderful|fantastic|brilliant|lovely|helpful|well done
        |good job|nice job|nice work|great job|good work|love it|i love (?:it|you|this)|neat|wow|sweet|the best
        |i (?:really )?(?:love|like) (?:this|it|you|sayso)
      )(?: (?:one|job|work|stuff|idea|thanks|news|app|assistant))?
    )$
  `],
  ['bye', pattern('')`
    ^(?:
      bye|goodbye|good ?bye|bye bye|see you|see ya
      |see you (?:later|tomorrow|soon)|good ?night|later|cya|farewell
      |that(?:'s| is| will be|s) (?:all|it)(?: for (?:now|today|the moment))?(?: (?:i (?:guess|think)|then))?
      |i'?m done|i am done
    )$
  `],
  ['bye', pattern('')`
    ^(?:
      (?:i|we)(?:'ve| have| really)*(?: got to| gotta| have to| need to| must| should)|gotta|got to|have to
    )(?: really)? (?:go|leave|get going|be going|be off|head out|(?<=got to |gotta )(?:run|dash))(?: now)?(?:
      (?: so| and| but)? (?:
        bye|goodbye|thanks|thank you|see you|talk to you|(?:it|this) (?:was|has been)|good ?night|take care
      )\b.*
    )?$
  `],
  ['bye', /^good ?night,? (?:see you|sleep well|talk to you|until)\b.{0,30}$/],
  ['name', pattern('')`
    ^(?:who|what) are you$|^what(?:'s| is) your name$
    |^who (?:made|built|created|programmed) you$
    |^are you (?:a )?(?:human|real|bot|robot|ai|person|alive|chatgpt|an ai)$
    |^(?:tell me|introduce) (?:about )?yourself$
  `],
  ['how', /^how are (?:you|things)(?: (?:doing|today|going))*$|^how(?:'s| is) it going$|^how do you do$|^how have you been$/],
  ['mood', pattern('')`
    ^(?:
      i(?:'m| am| feel| am feeling|'m feeling)(?: (?:so|very|really|a bit|a little|just|pretty|too))* (?:
        tired|exhausted|sad|stressed(?: out)?|overwhelmed|sick|ill|bored|lonely|depressed|anxious|upset|angry
        |frustrated|unhappy|down|happy|excited
      )
      |(?:
        i(?:'ve)? (?:had|have|am having)|it(?:'s| is| was|'s been| has been)|today was|what
      ) (?:such )?an? (?:really |very )?(?:
        rough|bad|hard|long|terrible|awful|tough|busy|stressful|horrible|crazy|great|good|nice
      ) (?:day|week|morning|night|month)
    )(?: (?:today|right now|now|again))?$
  `],
  ['account', /^(?:how (?:do|can) i )?(?:delete|remove|close|cancel|deactivate|erase) (?:my|this) (?:sayso )?account(?: permanently| now)?$/],
  ['repeat', /^(?:repeat(?: that)?|say (?:that|it) again|come again|pardon|what did you say|once more|what\??)$/],
  ['mistake', pattern('')`
    ^(?:
      that(?:'?s| is| was) (?:wrong|not right|incorrect|not what i (?:meant|said|wanted))|wrong|incorrect
      |not (?:right|correct)|you'?re wrong|that is (?:wrong|incorrect)|that was wrong|you got it wrong
      |you misunderstood
    )$
  `],
];

const HELP = pattern('')`
  ^(?:
    help|help me|help please|\?|\/help|commands
    |what can (?:you|i) (?:do|say|ask|ask you|tell you|help(?: me)? with)(?: here| for me| with you)?
    |what (?:do|are) you (?:do|able to do|capable of)
    |how (?:do|does|can|should) (?:i|this|it|you|sayso) (?:
      use (?:you|this|it|sayso)|work|do this|get started|talk to you
    )
    |how (?:do i|can i|i can|to) (?:
      add|create|delete|complete|undo|move|tag|edit|rename
    )(?: a| an| my)?(?: \w+)?(?: tasks?| reminders?| changes?| tags?| date)?
    |show (?:me )?(?:help|commands|examples|what you can do)
    |what are (?:your|the) (?:commands|features|functions|skills|abilities|options)
    |(?:give me |some |show )?examples|tutorial|i need help|can you help(?: me)?
    |what commands (?:are there|do you know|can i use)
    |(?:can|do|could|are) (?:you|i|we|it)(?: able to)? (?:
      set(?: up)?|make|create|add|have|handle|do|support|understand|use|work with
    ) (?:
      recurring|repeating|repeated|recurrent|daily|weekly|monthly|multiple|several|sub
    )[- ]?(?:tasks|reminders|subtasks|events|to-?dos|items)
    |what things can't you do|what can't you do
  )$
`;

/** Short answers, small talk and calls for help: sentences that are nothing else from end to end. */
export function readSocial(sentence: string): Command | null {
  const text = sentence;
  const said = sentence.toLowerCase().replace(/[’]/g, "'").replace(/[^\p{L}\p{N}'? ]+/gu, ' ').replace(/\s+/g, ' ').trim();
  const bare = said.replace(/\?/g, '').trim();
  if (!bare && /^\?+$/.test(said)) return { text, kind: 'help' };
  if (/^(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}|\uFE0F|\s)+$/u.test(sentence)) {
    if (/👍|✅|👌|🆗/u.test(sentence)) return { text, kind: 'yes' };
    if (/👎|❌|🚫/u.test(sentence)) return { text, kind: 'no' };
    return { text, kind: 'unknown' };
  }
  for (const [topic, about] of APP_TOPICS) if (about.test(bare)) return { text, kind: 'smalltalk', topic };
  if (HELP.test(bare)) return { text, kind: 'help' };
  if (YES.test(bare)) return { text, kind: 'yes' };
  if (NONE.test(bare)) return { text, kind: 'none-of-them' };
  if (NO.test(bare)) return { text, kind: 'no' };
  for (const [topic, pattern] of TOPICS) if (pattern.test(bare)) return { text, kind: 'smalltalk', topic };
  return null;
}

const CHOOSING_LEAD = pattern('')`
  ^(?:
    i mean|i meant|it's|it is|that would be|i think|maybe|just|only|please|number|the number|no\.?|option|choose|pick
    |select|take|use|go with|i'd say|let's say|(?:let's |i'll )?(?:start|begin) with
  )\s+
`;

/** An answer to "which one?": "2", "the first and the third", "both", "the budget one". Null when it says more than that. */
export function readSelection(sentence: string): Command | null {
  const said = trimEnds(sentence.toLowerCase()).replace(CHOOSING_LEAD, '').replace(/\s+(?:please|thanks|then)$/, '');
  if (!said || said.length > 80) return null;
  const parts = said.split(/\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|(?<!\b(?:number|tasks?|no\.?|option|item))\s+(?=#?\d)/).filter(Boolean);
  const refs = parts.map((part): Ref | null => {
    const clean = part.replace(/^(?:number|tasks?|no\.?|option|item)\s+/, '').replace(/^#/, '');
    if (/^\d{1,6}[.)]?$/.test(clean)) return { kind: 'number', n: Number(clean.replace(/\D/g, '')) };
    const word = clean.replace(/^the\s+/, '').replace(/\s+(?:one|task|item|reminder)$/, '');
    if (word in ORDINAL_WORDS) return { kind: 'ordinal', n: ORDINAL_WORDS[word] ?? 1 };
    const counted = /^(\d{1,3})(?:st|nd|rd|th)$/.exec(word);
    return counted ? { kind: 'ordinal', n: Number(counted[1]) } : null;
  });
  if (refs.length && refs.every((ref): ref is Ref => ref !== null)) return { text: sentence, kind: 'selection', refs };
  if (/^(?:both|both of (?:them|those|these)|all|all of (?:them|those|these)|all (?:two|three|four)|them all|every one|everything|each(?: of them)?|the lot|either)$/.test(said)) {
    return { text: sentence, kind: 'selection', refs: [{ kind: 'pronoun', which: /both/.test(said) ? 'both' : 'them' }] };
  }
  const pointer = readPointer(said);
  if (pointer?.kind === 'pronoun' && pointer.which === 'other') return { text: sentence, kind: 'selection', refs: [pointer] };
  const described = /^the (.{1,60}?) one$/.exec(said) ?? /^the one (?:about|with|for|called|named|on|due|from|that says|at|in)\s+(.{1,60})$/.exec(said);
  return described?.[1] ? { text: sentence, kind: 'selection', refs: [{ kind: 'title', text: described[1] }] } : null;
}
