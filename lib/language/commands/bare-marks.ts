import { pattern } from '../pattern';

/** A day, not just an hour: what a machine is told to do, it is told to do soon. */
export const ON_DAY = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:at )?\d|\b(?:on (?:the \d|\S+day\b)|next (?:week|month|\S+day)|this (?:weekend|\S+day))/i;

/** What is answered, and never done. */
export const ANSWERED = /^(?:tell|show|give|read|say|let|ask|play|search|find|what|how)\b/i;

/** A verb of ours whose object is somebody, nothing, or one of what was shown, is no errand: "put him on Friday", "change on 16". */
export const POINTING = pattern('i')`
  \b(?:is|are) (?:not |already )?(?:done|finished|completed?)\b
  |\b(?:they|he|she|it|we)(?:'ve| have| has)? (?:moved|called|said|told|changed|pushed|cancel+ed|rescheduled)\b
  |^(?:and )?(?:the|my) .{2,40} to (?:after|before)\b|^(?:sort|rank|order) by\b
  |^(?:everything|all|the others|the rest|both)\b(?! (?:hands|day|saints|souls)\b)
  |\b(?:moved|rescheduled|can be|could be|should be|postponed)$
  |^(?:
    pay|do|finish|complete|send|leave|keep|drop|skip|start|stop|have|take|get|bring|buy|see|show
  ) (?:it|that|this|those|these)(?: (?:off|back|out|up|down|away|to|on|at|for|in|by|until|till|today|tomorrow|tonight|next|this|now|later)\b.*
  )?$
  |^(?:leave|keep) (?:him|her|them)\b|^its\b
  |^(?:
    put|move|change|push|set|make|shift|bump|postpone|reschedule|update|cancel|delete|mark
  )(?: (?:him|her|them|it|that|this|those|these))?(?: (?:to|on|at|for|in|by|until|till)\b.*| \d.*)?$
  |^(?:all of )?(?:these|those|them|they|both|neither|either|nothing|what else|tasks?) ?(?:\d|->|$)
  |^\d+\b(?! ?(?:[ap]\.?m|o'clock|:|\/|-))
`;
/** What a chat program is asked to write or to explain is for it to do. */
export const WRITTEN = pattern('i')`
  ^(?:write|summari[sz]e|explain|translate|describe|draft|compose|tell|give|rewrite|generate)\b.*\b(?:
    haiku|poem|poems|joke|jokes|story|song|essay about|limerick|rhyme|my tasks|my list|my to-?dos|what you
    |you (?:did|said|have|just)|this conversation|yourself|python|javascript|code|sql|regex
  )\b
`;

/** What no shop sells: "I need more time". */
export const ABSTRACT = pattern('i')`
  ^(?:
    time|sleep|rest|help|advice|work|money|cash|space|room|info(?:rmation)?|details?|energy|motivation|discounts?
    |credit|privacy|patience|love|hugs?|answers?|options|examples|practice|support|attention|everything|hand|break|favou?r|luck
  )$
`;

/** A journey or a booking with its hour, as people note it down. Another service may be meant, so it is only offered. */
export const JOURNEY = pattern('iu')`
  ^(?:(?:my|the|our|his|her|\p{L}+'s) )?(?:return |early |late )?(?:
    flight|train|bus|coach|ferry|taxi|cab|uber|hotel|reservation|booking|table|check-?in|movie|cinema|film
  )\b(?!s\b)(?!.*\b(?:status|cost|price|cheap|cheapest|fares?|delayed|late|available|please|find|search|how|what|when|which)\b)(?!.*\?)
`;

/** A question after the comma; a ban or a fact to know. */
export const ASKED_INSIDE = /[,;] (?:how|what|where|when) (?:do|can|should|is|are) (?:i|we|the|it)\b|^(?:do not|know)\b/i;
export const TAKING_PART = /^(?:attend|join|host|celebrate|rehearse|practi[cs]e|study|visit|meet)\b/i;
export const IS_OCCASION = /\b(?:is|'s) (?:my |our |\w+'s )?(?:birthday|anniversary|deadline|wedding|due)\b/i;

/** What is said to a person as often as to a machine. */
const MACHINE_VERB = pattern('i')`
  ^(?:
    (?:
      call|email|e-mail|text|send|reply|write|report|read|prepare|organi[sz]e|take|bring|print|help|put|watch|have|go
      |see|do|vacuum|make|get|change|check|keep|record|upload|download|close
    )\b
    |set (?:up|out|down) )
`;

/** "call mom tomorrow", "text Ann at 5", "set up the tent Saturday": spoken to oneself, not to a telephone. */
export const personal = (sentence: string): boolean =>
  MACHINE_VERB.test(sentence) &&
  !/^\S+ (?:it|that|them|me)\b|^go (?:back|on|ahead|forward)\b/i.test(sentence) &&
  !/^send (?:\S+ ){1,2}?(?:a |an |the )?(?:notification|message|text|alert)\b/i.test(sentence) &&
  !/^(?:make|prepare|get|brew)\b.*\b(?:coffee|tea|lights?|room)\b/i.test(sentence) &&
  !/^(?:call|get|send|book|order)\b.*\b(?:uber|taxi|cab|ride|number|restaurant|me)\b/i.test(sentence) &&
  !/^(?:tell|ask|show|give|get|send|read|call|let) (?:me|us)\b/i.test(sentence) &&
  !/^(?:check|see|tell|ask|read|report|watch|play)\b.*\b(?:what|how|if|whether|is|are)\b/i.test(sentence);
