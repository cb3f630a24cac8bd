import { joined, pattern } from '../pattern';
import { readSocial } from './read-social';
import { saysBeside } from './read-beside';
import { saysNeed } from './told-duty';
import { DOING_VERB, EVENT_NOUN, startsWith, TASK_NOUN } from './vocabulary';

/** One's own duty: "i should clean". */
const DUTY = "(?:i|we)(?:'ve| have|'d| really| probably| still| also)* (?:got to|gotta|should|must|need to|have to|ought to|better)\\b";
export const OWN_DUTY = new RegExp(`^(?:(?:so|and|also|then|now) )*${DUTY}(?! (?:know|see|be able)\\b)`, 'i');
const JOINT = pattern('gi')`
  \s*[;\n]+\s*|\s*[.!?]+\s+
  |\s*,?\s+(?:and|but)\s+(?:
    then\s+|also\s+|next\s+|after that,?\s+|afterwards,?\s+|finally\s+|please\s+|while you're at it,?\s+
  )?
  |\s*,\s*(?:so\s+|then\s+|also\s+|please\s+)?|(?<!\b(?:before|by|until|till|since|after|around))\s+then\s+
  |(?<!
    \b(?:
      to|and|or|please|pls|plz|kindly|maybe|possibly|you|just|then|that|should|must|will|can|also|not|don't|dont|stop
      |never|to please
    )
  )\s+(?=(?:please |can you |could you )?remind me to\b)
  |\s+so\s+(?=(?:please\s+)?(?:delete|remove|cancel|clear|erase|add|put|move|reschedule|remind|mark|skip|pause)\b)
  |\s+so\s+(?=(?:now )?${DUTY})
  |\s+also\s+(?=(?:please )?(?:add|remind|create|delete|complete|mark)\b)|\s+plus\s+|(?<!\bhow (?:long|soon))\s+after that,?\s+
`;

const NAMED = joined`
  (?:
    (?:the )?(?:${TASK_NOUN})\s+#?\d|#?\d+\b|it\b|them\b|that\b|those\b|these\b|both\b|all\b|everything\b
    |the [\p{L}' -]{1,40}? (?:one|task|reminder)s?\b
    |(?:my |the )?(?:first|second|third|last|others?)\b
    |(?:completed|done|overdue|finished)\b|tag\b
  )
`;
/** Begins a command whatever stood before. */
const STRONG = pattern('iu')`
  ^(?:just |simply |instead |rather |then )?(?:(?:can|could|will|would) you )?(?:please )?(?:just )?(?:
    remind me\b
    |(?:don't|do not) (?:let me )?forget\b
    |(?:add|create|make|set|set up) (?:a |an |another |one more |me a |new |two |three )*(?:new )?(?:
      task|reminder|to-?do|todo|event|appointment|meeting
    )s?\b
    |(?:complete|finish|check off|tick off|cross off|delete|remove) (?:\S+ ){0,3}?\S+,? and (?:then )?(?:show|list|tell|give)(?: me)? (?:my|the|what|all)\b
    |(?:there(?:'s| is) )?no need to \S
    |add\b(?! (?:it|them|that|up)\b(?! (?:to|as)))|new task\b
    |put .+ on (?:my|the) (?:\S+ )?list
    |(?:show|list|display|tell|give|read)(?: me)?\b.{0,30}?\b(?:
      tasks?|list|what|what's|whats|all|everything|reminders?|to-?dos?|left|today|tomorrow|week|rest|remaining|overdue
      |completed|schedule|calendar|tags|stats|it|them
    )\b
    |what(?:'s| is| are| should| do)\b|which (?:tasks?|ones?)\b|how many\b|undo\b|redo\b|plan my (?:day|week)
    |(?:mark|set) .+ (?:as )?(?:done|complete|completed|finished)\b
    |(?:
      complete|finish|check off|delete|remove|cancel|erase|trash|restore|reopen|move|reschedule|postpone|snooze|push
      |rename|change|update|set|make|tag|untag|prioriti[sz]e|mark|bump|clear|untick|uncheck|take
    ) ${NAMED}
    |(?:make|set|change) (?:it|that|them|both)\b
    |(?:make|set) (?:the|my) [^,]{1,40}? (?:to )?(?:high|medium|low)(?: priority)?[.!]*$|tag (?:it|them|that|both)\b
    |(?:tag|label) (?:the|my|task) [^,]{1,40}? (?:with|as) \S+$
    |(?:
      move|reschedule|postpone|push|delay|snooze|shift
    ) (?:the|my) .{1,40}? (?:to|until|till|by) (?:the |next |this )?(?:
      mon|tue|wed|thu|fri|sat|sun|tom|today|tonight|week|weekend|month|\d
    )
    |(?:
      move|reschedule|postpone|push|delay|shift
    ) (?:\S+ ){0,3}?(?:${EVENT_NOUN}) (?:to|until|till|by) (?:the |next |this )?(?:
      mon|tue|wed|thu|fri|sat|sun|tom|today|tonight|week|month|\d
    )
    |(?:delete|remove) (?:the|my|that) (?:\S+ ){0,3}?(?:${EVENT_NOUN}|${TASK_NOUN})\b
    |(?:delete|remove|clear) all\b|i(?:'m| am) done with\b
    |i (?:already )?(?:did|finished|completed)\b|search for\b
  )
`;
/** Begins a command after another that is no new task: there its words cannot be part of a title. */
const AFTER_COMMAND = pattern('i')`
  ^(?:just |simply |instead |rather |then )?(?:(?:can|could|will|would) you )?(?:please )?(?:just )?(?:
    add|create|remind|complete|finish|check off|delete|remove|cancel|erase|trash|restore|reopen|move|reschedule
    |postpone|snooze|push|rename|change|update|set|make|tag|untag|prioriti[sz]e|mark|bump|clear|show|list|display|undo
    |redo|skip|pause|plan|find|search|what|which|how|tell me|put|take|schedule|cross off|tick off|recommend|suggest|save|do i|is
    |are|done(?= \S)
    |i(?:'ve| have)? (?:already |just )?(?:did|done|finished|completed|bought|walked|called|paid|sent|cleaned|washed)
  )\b\s*\S
`;
const ADDING = pattern('i')`
  ^(?:please |can you |could you |would you |hey \w+,? |ok(?:ay)? )*(?:
    add|create|make|new|remind|set|schedule|put|note|don't forget|don't let|remember|i need|i have|i must|i want
    |we need|jot|todo|task|buy|call|pay
  )\b
`;
const DATED = /\d|\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|to(?:day|night|morrow)|next (?:week|month))\b/i;
const ERRAND = startsWith(DOING_VERB);
/** What follows a second clause is not looked at. */
const BEHIND = /(?:[,;.]| and | before | after ).*$/i;
/** What goes on in the next words: a condition, a reason put first, something to tell. */
const HELD = /^(?:reminder|note|memo|to-?do|task)$|^(?:if|when|because|since|unless|although|as|before|after)\b|\b(?:tell|remind|ask|say|saying|that|if|when|because|know|think|thinking|guess|whether|what|how|said|told)(?: \S+){0,3}$/i;
/** A title that was just said, up to where it ends: "add bread, then complete bread" does not name a task "bread, then …". */
const ADDED = /^(?:please |can you |could you )?(?:add|create)\s+(?:(?:a|the|new|task|reminder|to|called|named)\s+)*/i;
const DONE_WITH = /^(?:complete|finish|check off|tick off|delete|remove|cancel|move|reschedule|postpone|snooze|rename|tag|mark|prioriti[sz]e)\s+(?:the |my )?/i;
const TITLE_ENDS = /^(?:\s*$|\s*[,;.!?]|\s+(?:and|then|to|as|with|by|until)\b)/i;
/** "remind me tomorrow at 5pm that …, what …": what follows a reminder is its text more often than a question. */
const QUESTION = /^(?:what|which|how many|do i|is|are)\b/i;

/**
 * The commands in an utterance, in order, as pieces of it. It parts only before words that can open a command, and never
 * inside quotes; "buy milk and eggs" and "lock the door and set the alarm" stay whole.
 */
export function splitClauses(text: string): string[] {
  const out: string[] = [];
  let start = 0;
  const quotes = [...text.matchAll(/"[^"]*"|(?<=\s)'[^']*'(?=[\s,.!?]|$)/g)].map((match) => [match.index, match.index + match[0].length] as const);
  let joints = 0;
  for (const joint of text.matchAll(JOINT)) {
    if ((joints += 1) > 60) break;
    if (quotes.some(([from, to]) => joint.index > from && joint.index < to)) continue;
    const left = text.slice(start, joint.index).trim();
    const right = text.slice(joint.index + joint[0].length, joint.index + joint[0].length + 160);
    if (!left || !right || !(opens(left, right, joint[0]) || namesAdded(right, [...out, left]))) continue;
    out.push(left);
    start = joint.index + joint[0].length;
  }
  const rest = text.slice(start).trim();
  if (rest) out.push(rest);
  return out;
}

const PUT_IT_ON_LIST = pattern('i')`
  ^(?:please |so )*(?:add|put|place|note|include) (?:it|this|that)(?: down)? (?:to|on|in|onto|into) (?:my|the|our) (?:\S+ ){0,3}?(?:
    list|calend[ae]r|schedule|agenda|planner
  )\b
`;

function opens(left: string, right: string, joint: string): boolean {
  // "call the first one 'bills' and delete the other" names a task.
  const adding = ADDING.test(left) && !/^call (?:it|that|task #?\d+|the .+? one)\b/i.test(left);
  if (/^(?:on|from|off|in|to|under|for) (?:my|the|our) (?:\S+ ){0,4}?(?:lists?|cal[ae]nd[ae]rs?|schedule|task)(?: of (?:\S+ ){0,2}\S+)?$/i.test(left)) return false;
  if (/\b(?:go ahead|hurry(?: up)?)$|^(?:please )?(?:find|locate)$/i.test(left)) return false;
  const sentenceEnd = /[.!?;\n]/.test(joint);
  if (sentenceEnd && left.length > 2 && /\b(?:dr|mr|mrs|ms|st|vs|no|a\.m|p\.m|approx|etc)$/i.test(left)) return false;
  if (PUT_IT_ON_LIST.test(right)) return false;
  if (/^(?:remind me|set (?:a )?reminder)[\s.!?]*$/i.test(right) || /^remind me (?:an?|\d+|half|ten|five|fifteen|thirty)\b.*\bbefore/i.test(right)) return false;
  // What is deleted after "add milk and" was there before.
  if (/^(?:please )?add\b/i.test(left) && /^(?:please |then )?delete (?:the|my|that)\b/i.test(right)) return true;
  if (STRONG.test(right)) return !(adding && QUESTION.test(right) && !/^what(?:'s| is) (?:left|due|next|on)|^what (?:should|do) i/i.test(right) && !sentenceEnd);
  // A reason and what it leads to; two duties. What somebody is to be told or reminded of stays whole.
  if (OWN_DUTY.test(right) && (!adding || OWN_DUTY.test(left)) && !HELD.test(left)) return true;
  if (!HELD.test(left) && (DATED.test(left) || OWN_DUTY.test(left) || saysNeed(left)) && (saysNeed(right.replace(BEHIND, '')) || (ERRAND.test(right) && saysBeside(right)))) return true;
  if (!HELD.test(left) && ERRAND.test(right) && saysBeside(left) && saysBeside(right)) return true;
  if (sentenceEnd && readSocial(right)?.kind === 'smalltalk') return true;
  if (sentenceEnd && AFTER_COMMAND.test(right) && !/^reminders?$/i.test(left)) return true;
  return !adding && AFTER_COMMAND.test(right);
}

/** Whether a clause acts on a task whose title one of the clauses before it has just added. */
function namesAdded(right: string, before: string[]): boolean {
  if (!DONE_WITH.test(right)) return false;
  const said = right.replace(DONE_WITH, '').toLowerCase();
  return before.some((clause) => {
    const title = ADDED.test(clause) ? clause.replace(ADDED, '').toLowerCase() : '';
    return title !== '' && said.startsWith(title) && TITLE_ENDS.test(said.slice(title.length));
  });
}
