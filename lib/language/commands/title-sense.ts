import { pattern } from '../pattern';

const LEADING = /^(?:(?:uh+m*|um+|erm*|hmm+|oh|also|(?:plus|like|well|so|ok(?:ay)?|and|maybe|probably|actually|basically),)[\s,]+)+(?=[\p{L}\d])/iu;
const TRAILING = /(?<=\S)[\s,.…!-]+(?:pls|plz|please|thx|ty|lol|lmao|haha+|hehe+|tho|i guess|i suppose|maybe|perhaps|or something|or whatever|or so|k thanks|ok thanks|many thanks)$/i;

/** A title without what is said before a thought and after a wish: "uh the boiler service pls" → "the boiler service". */
export function cleanTitle(title: string): string {
  const said = title.replace(LEADING, '').replace(TRAILING, '').replace(TRAILING, '').trim();
  return said || title;
}

/** Words that by themselves name nothing: they point, they fill, or they only say when. */
const NOTHING = pattern('iu')`
  ^(?:(?:
    the|that|this|those|these|my|some|a|an|other|same|whole|last|next|about|for|to|of|it|them|they|him|her|me|us|you|and|or|also
    |too|just|so|then|there|here|later|again|now|soon|before|after|already|yet|still|ok|okay|yeah|things?|stuff|something
    |anything|everything|nothing|smth|sth|thingy|ones?|what|whatever|bit|lot|day|night|morning|evening|afternoon|week|month|time
    |please|pls|else|more|both|rest|usual|tasks?|reminder|items?|i|we|is|are|was|in|on|at|by|with|from|down
  )(?:[\s,.'!]+|$))+$
`;
/** A verb of no sense of its own and what it points at: "do that". */
const DO_IT = /^(?:do|get|finish|make|handle|sort|have|see|buy|start|use|take|try) (?:it|that|this|them|those|one|some|so)(?: (?:done|too|again|then|out|off|up|sorted|later|now|soon|asap))*$|^go (?:on|ahead|for it)$|^(?:the |that )?(?:ones?|things?|stuff) (?:that )?(?:i|we|you|he|she|they)\b/i;
const LEFT_OPEN = pattern('i')`
  \b(?:the|my|our|your|of|or|but|because|if|than|when|while|since|whether|cause|cos|and|before|after|until|till)$
  |\b(?:before|after|until) (?:it|that|then|this|them)$
  |\bthe (?:day|night|week|morning|evening|afternoon) (?:before|after)$
  |^(?:them|they|those ones|these ones|called|named)\s
`;
/** Words that end a title although they lead on elsewhere. */
const CLOSED = /\b(?:(?:before and|ever|never|look) after|now and before)$/i;
/** "…, right?" and what is asked with a verb in front: no name of a task. */
const ASKED = /(?:,? (?:isn'?t|aren'?t|wasn'?t|doesn'?t|don'?t|didn'?t|won'?t|haven'?t|hasn'?t) (?:it|they|he|she|we|you|i)|, (?:right|yes|no|correct|yeah|eh|huh)| (?:innit|huh|correct))\??$|(?<!\b(?:turn|all|it|them|this|that|do|on the|to the|keep|bear|swipe|human|be|alt) )\bright\??$/i;

/** Whether a title names no task: it points elsewhere, breaks off, or says nothing but when. */
export const namesNothing = (title: string): boolean => NOTHING.test(title) || DO_IT.test(title) || (LEFT_OPEN.test(title) && !CLOSED.test(title));

/** Whether a sentence asks to be agreed with. */
export const asksAgreement = (text: string): boolean => ASKED.test(text);
