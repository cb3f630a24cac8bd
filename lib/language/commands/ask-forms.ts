import { pattern } from '../pattern';

const ASKING = '(?=(?:what|whats|which|when|where|who|how|if|whether|is|are|am|do|does|did|have|has|can|will|about|on|of)\\b)';
/** What people say before the question itself. */
const INDIRECT = [
  pattern('i')`
    ^(?:
      (?:
        i (?:want|need|have|wish|wanna|would like|'d like|am trying|'m trying)(?: to)?|can i|could i|may i|let me
        |help me
      ) )?(?:know|find out|be told|ask|be informed|be reminded|figure out)(?: of| about)?,? ${ASKING}
  `,
  pattern('i')`
    ^(?:
      tell|inform|instruct|advise|update|notify|remind|show|let
    )(?: me| us)(?: again)?(?: know| see| hear)?(?: again)?(?: of| about)?,? ${ASKING}
  `,
  pattern('i')`
    ^(?:confirm|check|verify|see|say|explain|find)(?: for me)?(?: to me)? (?:that )?(?=
      (?:what|which|when|where|who|how|if|whether|i|my|there)\b
    )
  `,
  pattern('i')`
    ^(?:give|get|send|show|read|provide)(?: me| us)? (?:an?|the|some) (?:brief |quick |short )?(?:
      overview|idea|rundown|outline|run-?through|recap|notice|info(?:rmation)?|details?
    ) (?:of|on|about) (?=what|how|which|when|where)
  `,
  pattern('i')`
    ^(?:i|we) (?:
      can't|cannot|can not|don't|do not|didn't|am not sure|'m not sure
    )(?: (?:remember|recall|know|think))? (?=(?:if|whether|what|when|where|which|who)\b)
  `,
  /^(?:i'm|i am) (?:wondering|curious|unsure|not sure|not certain)(?: about)? (?=(?:if|whether|what|when|where|which|who|how)\b)/i,
];

const MISSPELT: [RegExp, string][] = [
  [/\b(are|is|do|does|did|have|has|was|were)nt\b/gi, "$1n't"],
  [/\b(?:aren't|isn't|(?:are|is) not) (?=(?:yet )?(?:tagged|done|finished|completed|scheduled)\b)/gi, 'not '],
  [/\b(?:i'?m|i am) (?:behind|late) (?:on|with)\b/i, 'overdue'],
  [/^(is|are|was|were|do|does|did|have|has|had)n't (?=(?:there|i|we)\b)/i, '$1 '],
  [/\b(?:have|has|having|with|under|that have) (?:the |a |an )?(?!no |any |a |an |the |that |this )([\p{L}\p{N}_-]+) (?:tag|label)$/giu, 'tagged $1'],
  [/(?<=^(?:did|have|has|is|are|was)\b.*) (?:in|on) (?:here|there|this app|the app)(?= (?:already|yet)$|$)/i, ' on my list'],
  [/\b(tagged|labell?ed) (\S+) (?:and|but) (urgent|important|high priority|overdue)\b/gi, '$1 $2 that are $3'],
  [/\bcal[ae]nd[ae]r(s?)\b/gi, 'calendar$1'],
  [/\b(?:meti|metti|meeti|meetti|mee?tn)n?(?:in)?g(s?)\b/gi, 'meeting$1'],
  [/\bgroce?r(?:ie|y's|eis|eries'?)(?= list)/gi, 'grocery'],
  [/\bup ?-?coming\b|\bcoming up(?= (?:events|meetings|appointments|tasks|reminders))/gi, 'upcoming'],
  [/\bto (day|night|morrow)\b/gi, 'to$1'],
  [/\b(today|tomorrow|tonight)(?:'?s)? (meetings?|appointments?|events)\b/gi, '$2 $1'],
];

/** Everyday slips in the nouns of a question put right. Titles are never touched: only questions are read through this. */
export const spelled = (sentence: string): string => MISSPELT.reduce((text, [slip, word]) => text.replace(slip, word), sentence);

/**
 * The question inside an indirect one, said plainly: "I want to know if I have anything on Friday" → "do I have anything on
 * Friday", "you have what planned" stays. A sentence that is no such question comes back as it was.
 */
export function plainQuestion(sentence: string): string {
  let text = sentence;
  for (let round = 0; round < 2; round += 1) for (const form of INDIRECT) text = text.replace(form, '');
  return reordered(text === sentence ? sentence : inverted(text.replace(/^(?:if|whether)(?: or not)? /i, 'if ')));
}

function inverted(text: string): string {
  return text
    .replace(/^(when|what (?:day|time|date)|where) ((?:the |my |our )?.{2,50}?) (is|are)( due| on| at| happening)?$/i, '$1 $3 $2$4')
    .replace(/^(?:if |that )?there (is|are|was|were|will be)\b/i, '$1 there')
    .replace(/^(?:if |that )(?:i|we) (?:added|put|set|scheduled|noted|made)\b/i, 'did i add')
    .replace(/^(?:if |that )(i|we) (am|are|was|will|do|did)\b/i, '$2 $1')
    .replace(/^(?:if |that )(?:i|we)(?:'ve)? (?:have |had |got )*/i, 'do i have ')
    .replace(/^(?:if |that )((?:my|the|our) .{2,60}?) (is|are|was)\b/i, '$2 $1');
}

/** "I'd like to have my list read to me". */
const WANTED_READ = pattern('i')`
  ^i(?:'d| would)? (?:need|want|like)(?: to have)? (
    (?:my|the|our) (?:\S+ ){0,3}?(?:list|calendar|schedule|agenda)
  ) (?:read|shown|displayed|told|repeated|pulled up|opened)(?: out| back| up)?(?: to me| for me)?$
`;

function reordered(text: string): string {
  return text
    .replace(/^(?:name|list|rattle|reel|read|call)(?: me)? off (?=(?:the |my |all )*(?:lists?|things|items|tasks|stuff|events)\b)/i, 'what are ')
    .replace(/^i have what\b/i, 'what do i have')
    .replace(/^what i(?:'ve| have)(?: got)?(?= (?:on |for |due |planned )?(?:today|tomorrow|tonight|this|next|on|for|left|due|open|planned|to do|\p{L}+day))/iu, 'what do i have')
    .replace(/^(?:recall|recollect|recount|run through) (?=(?:the |my |all )?(?:things|items|tasks|stuff|events|what)\b)/i, 'what are ')
    .replace(WANTED_READ, 'show $1');
}
