import type { LanguageContext } from '../types';
import { trimEnds } from './normalize';
import { toList } from './query-list';
import { bareTitle, readPointer } from './read-refs';
import type { Command, Ref } from './types';
import { DOING_VERB, EVENT_NOUN, FOREIGN, SERVICE, TASK_NOUN } from './vocabulary';
import { pattern } from '../pattern';

/** "when is the dentist?": one's own, when nothing else is said about it. */
const THE_EVENT = new RegExp(`^(?:when|what (?:time|day))(?:'s| is| are) the (?:${EVENT_NOUN})(?: (?:with|for) \\S+)?$`, 'i');

/** "did I pay the rent": a thing with an article is a task of one's own. */
const DID_IT = new RegExp(`^did (?:i|we) (?:already |ever )?(?:${DOING_VERB}) (it|that)(?: yet| already)?$`, 'i');
const DID = new RegExp(`^did (?:i|we) (?:already |ever |remember to )?(${DOING_VERB}) ((?:the|my|our) (?:\\S+ ){0,3}?\\S+?)(?: yet| already| today)?$`, 'i');

/** "show me the details of task 3", "what is the second one". */
const SHOW_POINTED = pattern('i')`
  ^(?:
    show(?: me)?|display|open|view|see|get|read(?: me)?|pull up|what(?:'s| is)|tell me(?: more)? about|describe
    |explain|check
  )\s+(?:the )?(?:details?|info|information|status|description|notes?|everything)?\s*(?:of|on|about|for)?\s*(
    (?:the )?(?:task|reminder|item|todo|number) #?\d+|#\d+|it|that one|this one
    |the (?:first|second|third|fourth|fifth|last) (?:one|task|reminder|item)
    |the (?:\d+)(?:st|nd|rd|th) (?:one|task)
  )$
`;
const DETAILS_OF = pattern('i')`
  ^(?:show(?: me)?|give me|what are|display|tell me|get)\s+(?:the )?(?:more )?(?:
    details?|info|information|status|notes?|description
  )\s+(?:of|on|about|for)\s+(.+)$
`;
/** "what is the status of …". */
const FIELD_OF = pattern('i')`
  ^(?:
    what(?:'s| is) the (?:status|title|name|priority|note|notes|description|duration|tags?) (?:of|for|on)
    |tell me more about|more about|details? (?:of|on|for|about)
  )\s+(.+)$
`;
/** "is the report done yet". */
const IS_IN_STATE = pattern('i')`
  ^is (?:the |my )(.+?) (?:
    late|overdue|still open|recurring|repeating|urgent|high priority|done|finished|completed?|ready|checked off
  )(?: yet| already)?$
`;
/** "how's the report coming along", "what about the dentist". */
const HOW_IS = /^(?:how(?:'s| is| are)) (?:the|my) (.{2,50}?) (?:coming along|coming on|coming|going|doing|looking|progressing|getting on)(?: so far)?$|^(?:and |so )?what about (?:the|my) (.{2,40})$|^when(?:'s| is) (?:the|my) ((?:\S+ ){0,2}(?:walk|clean|run|drive|trip|visit|delivery|check-?up|haircut|flight|pick-?up))$/i;
const HOW_LONG_UNTIL = pattern('i')`
  ^how (?:
    long|many (?:days|hours|weeks|months)|much (?:time|longer)
  )(?: (?:is it|do i have|is left|left|to go))* (?:until|till|before|to) (?:the |my )(.+)$
`;
const WHEN_IS = pattern('i')`
  ^(?:when|what (?:day|time|date)) (?:
    is|are|'s|was|does|do i have|do i need to|must i|should i|have i got
  )(?: the| my| our)? (.+?)(?: (?:
      due|scheduled(?: for)?|happening|supposed to (?:be|happen)|start|set for|planned|marked|on my calendar
      |to be (?:done|finished)
    )
  )*$
`;
/** "when is mom's birthday". */
const WHEN_IS_OCCASION = pattern('i')`
  ^(?:when|how soon|what (?:day|date))(?: is|'s| will)?(?: be)? (
    (?:\S+ ){1,3}(?:
      birthday|bday|anniversary|wedding|graduation|appointment|meeting|exam|interview|party|recital|dinner|lunch
    )
  )$
`;

/** One task: "show task 3", "details of the milk task", "when is the dentist appointment?". */
export function readOne(sentence: string, lower: string, clause: string, ctx: LanguageContext): Command | null {
  const shown =
    SHOW_POINTED.exec(lower) ??
    DETAILS_OF.exec(sentence) ??
    /^(?:show(?: me)?|list|what are|see) (?:the |all )?(?:sub-?tasks|steps|check ?list) (?:of|for|in|under|on) (.+)$/i.exec(sentence) ??
    FIELD_OF.exec(sentence);
  if (shown?.[1]) {
    const ref = refOf(shown[1]);
    if (ref && (ref.kind !== 'title' || !FOREIGN.test(ref.text)) && !/\b(?:lists?|calendar|week|today)\b/i.test(shown[1])) return { text: clause, kind: 'get', ref };
  }
  const done =
    /^when did (?:i|we) (?:last )?(?:finish|complete|do|check off|close|add|create|make) (?:the |my )?(.+)$/i.exec(sentence) ??
    /^(?:did|have) (?:i|we) (?:already )?(?:finish(?:ed)?|completed?|do|done|close[d]?|check(?:ed)? off) (?:the |my )?(.+?)(?: yet| already)?$/i.exec(sentence) ??
    /^(?:is|was) (it|that|this|task #?\d+|#?\d+) (?:already )?(?:done|finished|completed?)(?: yet| already)?$/i.exec(sentence) ??
    IS_IN_STATE.exec(sentence);
  if (done?.[1] && !FOREIGN.test(sentence) && !/^(?:anything|something|everything|all|any)\b/i.test(done[1])) {
    const ref = refOf(done[1]);
    if (ref) return { text: clause, kind: 'get', ref };
  }
  const called = /^(?:what(?:'s| is)|how is) (?:the )?((?:task |number )+#?\d+|it|that) (?:called|named)(?: now)?$/i.exec(sentence)?.[1];
  const named = called ? refOf(called) : null;
  if (named) return { text: clause, kind: 'get', ref: named };
  if (DID_IT.test(sentence)) return { text: clause, kind: 'get', ref: { kind: 'pronoun', which: 'it' } };
  const deed = DID.exec(sentence);
  if (deed?.[1] && deed[2] && !/ (?:on|in|to) my list$/i.test(sentence) && !FOREIGN.test(sentence) && !SERVICE.test(sentence)) {
    return { text: clause, kind: 'get', ref: { kind: 'title', text: `${deed[1].toLowerCase()} ${deed[2]}` } };
  }
  const how = HOW_IS.exec(sentence);
  const about = how?.[1] ?? how?.[2] ?? how?.[3];
  if (about && !FOREIGN.test(sentence) && !SERVICE.test(sentence) && !/^(?:day|week|weekend|month|(?:sun|mon|tues|wednes|thurs|fri|satur)day|morning|afternoon|evening|list|schedule|calendar|others?|rest|next|first|second|last)\b/i.test(about)) {
    const ref = refOf(about);
    if (ref) return { text: clause, kind: 'get', ref };
  }
  const until = HOW_LONG_UNTIL.exec(sentence);
  if (until?.[1] && !FOREIGN.test(sentence) && new RegExp(`\\b(?:${EVENT_NOUN}|task)\\b`, 'i').test(until[1]) && until[1].split(' ').length <= 5) {
    const ref = refOf(until[1]);
    if (ref) return { text: clause, kind: 'get', ref, ask: 'due' };
  }
  const due =
    WHEN_IS.exec(sentence) ??
    /^how soon (?:is|are) (?:the |my )?(.+?) due$/i.exec(sentence) ??
    /^(?:when's|when is) (?:the |my )?(.+?)(?: due| scheduled| set)?$/i.exec(sentence) ??
    /^(?:what(?:'s| is) the (?:due date|deadline|date|time|hour) (?:of|for|on)) (.+)$/i.exec(sentence) ??
    /^what(?:'s| is) (?:the|my) (?!soonest|earliest|nearest|closest|next|first|last|latest|furthest)(.{2,40}?)(?:'s)? (?:time|due date|deadline)$/i.exec(sentence);
  if (due?.[1] && !FOREIGN.test(sentence)) {
    const isDue = /\b(?:due|deadline)\b/i.test(sentence);
    const ours = isDue || new RegExp(`\\b(?:${EVENT_NOUN}|${TASK_NOUN}|calendar)\\b`, 'i').test(sentence);
    const ref = refOf(due[1].replace(/^(?:due date|deadline) (?:of|for) /i, ''));
    if (ours && ref && /\b(?:my|the|task|reminder|due|is|#\d)\b/i.test(sentence) && /^(?:next|my next|upcoming|first|last)\b/i.test(due[1])) {
      return toList(due[1].replace(/ and (?:who|how|what|where)\b.*$/i, ''), clause, ctx);
    }
    if (ref && (isDue || ref.kind === 'number' || (ours && (/\bmy\b/i.test(sentence) || THE_EVENT.test(sentence))))) {
      return { text: clause, kind: 'get', ref, ask: 'due' };
    }
    if (
      (ours && /\b(?:reminders?|calendar|meeting|appointment|task)\b/i.test(sentence)) ||
      /\b(?:marked|scheduled|planned|noted)$/i.test(sentence)
    ) return toList(due[1], clause, ctx);
  }
  const occasion = WHEN_IS_OCCASION.exec(sentence);
  if (occasion?.[1] && /'s\b|\b(?:my|our|the)\b/i.test(occasion[1]) && !/\bnext\b/i.test(occasion[1]) && !FOREIGN.test(sentence)) return toList(occasion[1], clause, ctx);
  return null;
}

const refOf = (text: string): Ref | null => {
  const pointer = readPointer(trimEnds(text).toLowerCase());
  if (pointer) return pointer;
  const title = bareTitle(text);
  return title ? { kind: 'title', text: title } : null;
};
