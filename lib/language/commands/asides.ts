import { pattern } from '../pattern';

/** How somebody is addressed, and how one asks whether one may ask. */
const ADDRESS = pattern('i')`
  ^(?:(?:just )?(?:a )?(?:quick|random|silly) (?:q|question)|question|btw|by the way)[\s,:.!-]+(?=(?:what|which|when|where|who|how|is|are|do|did|have|am|can)\b)
  |^(?:(?:dear |hello |hi |good (?:morning|afternoon|evening) )?(?:(?:sir|madam|ma'am)[\s,.!]+|(?:mate|bro|buddy|dude|yaar|boss)[,.!]+\s*))+(?:(?:kindly |please )?do one thing,? )?(?=\S)
  |^(?:when(?:ever)? (?:you|u) (?:get|have|find) (?:a |the )?(?:chance|moment|minute|second|time)|if (?:it(?:'s| is)|that(?:'s| is)) (?:ok|okay|alright|all right|possible|no trouble)(?: with you)?|sorry to (?:bother|trouble) you(?: again)?(?:,? but)?),? (?=\S)
`;
/** How things stand, before what is to be done about it. */
const STATE = pattern('iu')`
  ^(?:k|kk|yo|aight|welp|ugh+|argh+)[\s,.!]+(?=\S)
  |^(?:(?:hi|hello|hey)(?: there)?[\s,.!]+)?(?:i )?hope (?:you(?:'re| are)|this finds you|all is|everything is)(?: doing)? well[\s,.!]+(?=\S)
  |^(?:(?:good (?:morning|afternoon|evening)|hi|hello|dear \S+)[\s,.!]+)?(?:please |kindly |pls )?(?:be (?:informed|advised)|note) that (?=(?:the|my|our) )
  |^(?:i'?m|i am|we'?re|gonna be|going to be|i'?ll be|i will be|running)(?: (?:gonna|going to) be)?(?: (?:so|very|a bit|really|running))? (?:late|sick|ill|busy|tired|unwell|delayed|swamped|away)[,.;:!]+ (?:so )?(?=(?:push|move|cancel|reschedule|postpone|delay|clear|shift|snooze|add|remind|delete)\b)
  |^(?:(?:(?:that|it)'?s |(?:this|that) is |i'?m |i am )?(?:(?:way|far|a bit) )?too (?:much|early|late|soon|busy|tired|many|tight|full)|no time(?: today)?|not today|(?:i )?(?:can'?t|won'?t) make it|something came up|change of plans?)[\s,.;:!-]+(?:so |please |let'?s |can you |could you )*(?=(?:push|move|cancel|reschedule|postpone|delay|shift|snooze|delete)\b)
`;
/** Courtesy in the middle of an order. */
const BETWEEN = pattern('gi')`
  ,? ?\b(?:if|provided) (?:
    (?:it|that)(?:'s| is|'d be| would be|'s)?(?:n't| not)? ?(?:too much |any |a |much )?(?:of a )?(?:trouble|bother|hassle|to ask|inconvenience)
    |(?:you|u) (?:don't|do not|wouldn't|would not) mind(?= to\b|,)
    |(?:you|u) (?:would|could) be so kind
  )\b,?
`;
/** What is said to oneself or to be friendly, at the end. */
const AFTER = pattern('i')`
  (?<=\S)[\s,.!-]+(?:
    (?:thanks |thank you |ok |okay )?no (?:problem|problems|worries|biggie|big deal|pressure|stress)
    |(?:(?:please|pls|plz) )?and (?:thank (?:you|u)|thanks|ty)(?: (?:so|very) much)?|lol|haha+|hehe+|fingers crossed|god willing|i guess|i suppose
    |if (?:that'?s|it'?s|that is|it is) (?:ok|okay|alright|all right|possible|no trouble)
    |(?:please |kindly |pls )(?:update|note|do the needful)(?: the same)?|and oblige|many thanks|(?:because |as |since |cos |coz )?i(?:'?m| am) (?:sick|ill|unwell|swamped|exhausted)
    |(?:much )?obliged|regards|if you (?:would|could)|there'?s a (?:good (?:lad|chap)|dear|love)|mate|bro|dude|buddy|yaar
  )[\s.!?]*$
`;
/** "the 20th of this month itself", "add one reminder". */
const WORDS: [RegExp, string][] = [
  [/\b(month|week|morning|evening|afternoon|night) itself\b/gi, '$1'],
  [/^((?:kindly|please|pls|can you|could you) )?(add|set|put|create|make|keep) one (?=(?:reminder|task|event|meeting|appointment)\b)/i, '$1$2 a '],
  [/\b(?:pre-?poned|advanced)(?= to )/i, 'moved'],
  [/^(?:i|we)(?:'ll| will| shall) be needing (?=an? )/i, 'i need '],
  [/\b(pending|remaining|outstanding|my) works\b/i, '$1 tasks'],
  [/^i (?:wondered|was wondering|wonder) (?:if|whether) you (?:might|could|would|can)(?: possibly| kindly)? (?=\p{L})/iu, 'could you '],
  [/^need (?=(?:some |more )?\p{L}+(?:(?:,| and|, and) \p{L}+)*$|\p{L}+(?: \p{L}+){1,5}(?:,| and|, and) \p{L}+$)(?!to\b|help\b|you\b)/iu, 'i need '],
  [/^((?:can|could|would|will) you )?(?:please )?(?:put|stick|pop|get) a reminder in (?:for me )?(?=to\b|for\b|about\b)/i, '$1set a reminder '],
  [/\b(?:kindly )?(?:be so (?:good|kind) as to|do the favou?r of) (?=remind|add|put|set|move|delete)/i, ''],
  [/^((?:i|we)(?:'d| would|'ll| will) (?:be |really )?(?:most |very |ever so |so |really |extremely )?(?:grateful|glad|happy|obliged|appreciate it) if you (?:could|would|can)) (?:possibly|kindly|please|perhaps) /i, '$1 '],
  [/^(?:i|we)(?:'d| would) be (?:most|very|ever so|so|really|extremely) (?=grateful|glad|happy)/i, "i'd be "],
];
/** "call mom tomorrow, no need to call dad": what need not be done is another sentence. */
const NO_NEED = /^(.{4,120}?[^\s,.;])[\s,]+(?<!\b(?:is|there's|there is|are|have|with|and|but|me|that|know|so|says?)[\s,]+)((?:there(?:'s| is) )?no need to \p{L}.{2,80})$/iu;

/** A sentence without what is said around an order and asks for nothing: "call mom at 3, no problem" → "call mom at 3". */
export function withoutAsides(text: string): string {
  if (/["“”]/.test(text) || text.length > 400) return text;
  const said = WORDS.reduce((plain, [words, plainly]) => plain.replace(words, plainly), text.replace(ADDRESS, '').replace(STATE, '').replace(BETWEEN, ' '))
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^((?:.{0,40})remind me) to ,? ?/i, '$1 to ');
  const short = said.includes(' ') && said.replace(AFTER, '').includes(' ') ? said.replace(AFTER, '') : said;
  return short.replace(NO_NEED, '$1. $2') || text;
}
