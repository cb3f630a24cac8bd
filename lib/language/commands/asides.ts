import { pattern } from '../pattern';

/** How somebody is addressed, and how one asks whether one may ask. */
const ADDRESS = pattern('i')`
  ^(?:(?:dear |hello |hi |good (?:morning|afternoon|evening) )?(?:sir|madam|ma'am|mate|bro|buddy|dude|yaar|boss)[\s,.!]+)+(?:(?:kindly |please )?do one thing,? )?(?=\S)
  |^(?:when(?:ever)? (?:you|u) (?:get|have|find) (?:a |the )?(?:chance|moment|minute|second|time)|if (?:it(?:'s| is)|that(?:'s| is)) (?:ok|okay|alright|all right|possible|no trouble)(?: with you)?|sorry to (?:bother|trouble) you(?: again)?(?:,? but)?),? (?=\S)
`;
/** Why something is to be moved or left, before the order. */
const REASON = /^(?:(?:that'?s|it'?s|this is|that is) )?(?:(?:way |far |a bit )?too (?:much|early|late|soon|busy|many|tight|full)|i(?:'m| am) (?:too |so |really )*(?:busy|tired|swamped|late|sick)|no time(?: today| for (?:it|that))?|not today|(?:i )?(?:can'?t|won'?t) make it|something came up|change of plans?)[\s,.;:!-]+(?:so |please |let'?s |can you |could you )*(?=(?:move|push|reschedule|postpone|delay|snooze|shift|cancel|delete|bump)\b)/i;
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
    |lol|haha+|hehe+|fingers crossed|god willing|i guess|i suppose
    |if (?:that'?s|it'?s|that is|it is) (?:ok|okay|alright|all right|possible|no trouble)
    |(?:much )?obliged|regards|if you (?:would|could)|there'?s a (?:good (?:lad|chap)|dear|love)|mate|bro|dude|buddy|yaar
  )[\s.!?]*$
`;
/** "the 20th of this month itself", "add one reminder". */
const WORDS: [RegExp, string][] = [
  [/\b(month|week|morning|evening|afternoon|night) itself\b/gi, '$1'],
  [/^((?:kindly|please|pls|can you|could you) )?(add|set|put|create|make|keep) one (?=(?:reminder|task|event|meeting|appointment)\b)/i, '$1$2 a '],
  [/\b(?:kindly )?(?:be so (?:good|kind) as to|do the favou?r of) (?=remind|add|put|set|move|delete)/i, ''],
  [/^((?:i|we)(?:'d| would|'ll| will) (?:be |really )?(?:most |very |ever so |so |really |extremely )?(?:grateful|glad|happy|obliged|appreciate it) if you (?:could|would|can)) (?:possibly|kindly|please|perhaps) /i, '$1 '],
  [/^(?:i|we)(?:'d| would) be (?:most|very|ever so|so|really|extremely) (?=grateful|glad|happy)/i, "i'd be "],
];
/** "call mom tomorrow, no need to call dad": what need not be done is another sentence. */
const NO_NEED = /^(.{4,120}?[^\s,.;])[\s,]+(?<!\b(?:is|there's|there is|are|have|with|and|but)[\s,]+)((?:there(?:'s| is) )?no need to \p{L}.{2,80})$/iu;

/** A sentence without what is said around an order and asks for nothing: "call mom at 3, no problem" → "call mom at 3". */
export function withoutAsides(text: string): string {
  if (/["“”]/.test(text) || text.length > 400) return text;
  const said = WORDS.reduce((plain, [words, plainly]) => plain.replace(words, plainly), text.replace(ADDRESS, '').replace(REASON, '').replace(BETWEEN, ' '))
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^((?:.{0,40})remind me) to ,? ?/i, '$1 to ');
  const short = said.includes(' ') && said.replace(AFTER, '').includes(' ') ? said.replace(AFTER, '') : said;
  return short.replace(NO_NEED, '$1. $2') || text;
}
