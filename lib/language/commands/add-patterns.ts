import { joined, pattern } from '../pattern';
import { DOING_VERB, EVENT_NOUN, TASK_NOUN } from './vocabulary';

const NOUN = joined`
  (?:
    (?:calendar |event |to-?do |new |list )?(?:
      to-?dos?|to dos
      |to do(?! (?:the|my|an?|our|your|some|his|her|their|this|that|it|so)\b)|tasks?|reminder alarm
      |re(?:mind|main)ers?|remainders?|items?
      |(?<=calendar )info(?:rmation)?|entry|notice|notification|notifications|alert|memo|note|errand|chore|event|nudge
      |heads[- ]?up
    )
  )
`;
const MAKE = joined`
  add|create|make|set|set up|schedule|start|begin|new|send me
  |(?:text|email|message|shoot|drop) me|put|put in|put down|leave|enter|turn on|log|record|write|write down|jot down
  |give|need|want|insert|include|place|register|activate|save|mention|compose|throw in|open|get
  |have(?= an? (?:\w+ )?(?:reminder|notification))
`;

export const REMIND: RegExp[] = [
  pattern('i')`
    ^(?:set|set up|create|make|add|put|schedule|send)(?: me)? (?:an? |another |one |the )?(?:\w+ )?(?:
      alarm|notification|alert|note|event|reminder|message
    )s? to (?:remind|tell|alert|notify) me\b[\s,:]*(.*)$
  `,
  /^tell me(?: (?:later|on \S+|tomorrow|tonight|today|at \S+))? to\b[\s,:]*(.+)$/i,
  /^(?:put|pencil|mark) me (?:down|in) (?:for|to)\b[\s,:]*(.+)$/i,
  /^(?:get|be) reminded\b[\s,:]*(.+)$/i,
  /^(?:please )?(?:don'?t|do not|never) let me forget(?: about| to| that)?\b[\s,:]*(.*)$/i,
  /^(?:i|we) (?:don'?t|do not|can'?t|cannot|mustn'?t|must not|shouldn'?t) (?:want to |wanna )?forget(?: about| to| that)?\b[\s,:]*(.*)$/i,
  /^(?:don'?t|do not|never|can'?t|cannot|mustn'?t) (?:let (?:me|us) )?forget(?: about| to| that)?\b[\s,:]*(.*)$/i,
  /^(?:(?:i|we) (?:need|have|want|ought|should|must|would like|'d like)(?: to)? )?(?:to )?(?:help me (?:to )?)?remember(?: about| to| that)?\b[\s,:]+(.+)$/i,
  /^(?:i|we)(?:'d| would)? (?:need|have|want|like|wish) (?:you )?to (?:be |get )?remind(?:ed)?(?: me)?\b[\s,:]*(.*)$/i,
  /^(?:make sure|ensure|see to it)(?: that)? (?:i|we)(?: don't forget(?: about| to)?| remember(?: to)?)?\b[\s,:]*(.*)$/i,
  /^(?:remind|remember|alert|notify|nudge|ping|buzz|warn|prompt) (?:me|us)\b[\s,:]*(.*)$/i,
  /^(?:keep|stop|prevent) me from forgetting(?: about| to)?\b[\s,:]*(.+)$/i,
  /^(?:let me know|tell me) (?:when (?:it's|it is) time (?:to|for) )(.+)$/i,
  pattern('i')`
    ^(?:let me know|tell me) (?:when )(
      (?:my|our|the) (?!(?:\S+ ){0,2}?(?:flight|delivery)\b)(?:\S+ ){0,2}?(?:${EVENT_NOUN}|event) (?:
        starts?|begins?|(?:is |are )?(?:about to|going to|gonna)|comes? up|is (?:near|close|approaching)
      ).*
    )$
  `,
  /^remind\b(?= to| about| of| that| at| on| (?:my|the|our|this|next|upcoming) )[\s,:]*(.*)$/i,
  /^(?:i|we)(?: would|'d)? (?:need|want|like|wish) to be (?:notified|alerted|told|informed)\b[\s,:]*(.*)$/i,
  /^inform me (?:about|of) (?:my|our) ((?:\S+ ){0,2}?(?:meeting|appointment|birthday|anniversary|class|exam|interview|flight|party|wedding)\b.*)$/i,
  /^(?:new )?calendar (?:event|entry|item|reminder)\b[\s,:]*(.*)$/i,
  /^(?:event|meeting|calendar|birthday|appointment) reminder\b[\s,:]+(?!for (?:this|my|the) list)(.+)$/i,
  /^(?:mark|note)(?: down)? that (?:i|we) (?:am|are|have|will be|will|need|must)\b\s+(.+)$/i,
  /^(?:set |just )?(?:me )?reminder\b\s*[:.,–-]*\s*(?:me )?(.*)$/i,
  /^(?:note to self|memo to self|to-?do|todo|task|new task|new todo|note|memo)\s*[:–-]+\s*(.*)$/i,
  new RegExp(`^(?:to-?\\s?do|todo|task|new task|new todo|note to self|reminder)\\s+(?!lists?\\b)((?:${DOING_VERB}) \\S.*)$`, 'i'),
  /^(?:(?:make|take|leave) (?:a )?(?:mental )?note|note(?: down)?|jot down|write down|put down)(?: of| that| to)?\b[\s,:]*(.*)$/i,
];

export const MAKE_NOUN = pattern('i')`
  ^(?!
    (?:give|get|open|read)(?: me)?(?: back)? (?:the|my|all|our)\b
    |get (?:\S+ )?(?:items|tasks|to-?dos|reminders|things) (?:on|in|from|of|for) (?:my|the)\b
  )(?:(?:${MAKE})|i (?:need|want)|we need|i'd (?:like|love)|i (?:would (?:like|love)|could use))(?: me| us)?(?: in)?\s+((?:[^\s]+\s+){0,5}?)${NOUN}\b(?![- ](?:list|app)\b)(?:\s+(?:in|on|to|into) (?:my|the) (?:calendar|list|schedule|agenda))?[\s,:.–-]*(.*)$
`;

export const OPENING = pattern('i')`
  ^(?:
    [\s,:.\-–—]+
    |(?:
      called|named|titled|entitled|saying|that says|says|which says|labell?ed
      |(?:created|made|added|scheduled|set up)(?= (?:for|to|on|called|that)\b)|with (?:the )?(?:title|name)|to|that
      |for me to
    )\s+
    |(?:about|of|for|regarding|concerning|on the subject of)\s+(?:(?:my|our|the|a|an)\s+)?
  )
`;
export const STATED = pattern('i')`
  ^(?:that )?(?:i|we) am\s+(?=\S)
  |^(?:that )?(?:i|we)(?:
    've| have|'ve got| have got| got| must| gotta| should
  )?(?: (?:need|have|got|to|a|an|my|some|the))*\s+(?=\S)
  |^(?:that )?(?:
    it's|it is|this is|there's|there is|there will be|today is|i'm|i am|we're|we are
  )(?: (?:a|an))?\s+(?=\S)
`;

export const LIST = new RegExp(
  joined`
    \s+(?:to|on|onto|on to|in|into|under)\s+(?:(?:my|the|our|your|this|that|a)\s+)?(?:(today|tomorrow|tonight)(?:'s)?\s+)?(?:
      ((?:(?!\b(?:to(?!-?\s?do)|on|in|onto|into|at|my|the|our)\b)[\p{L}\p{N}' -]){1,30}?)[ -]?
    )?(lists?|calendars?|calenders?|schedule|agenda|planner|diary|to-?dos?|backlog)\b(?: of (?:
        (things(?: i need)?(?: to (?:do|buy|get|remember))?|to-?dos?)
        |([\p{L}]{2,20}(?: [\p{L}]{2,20})?)(?=$|[,.]|\s(?:for|on|at|by)\b)
      )
    )?
  `,
  'iu',
);

export const OWN_LIST = pattern('iu')`
  \s+(?:to|on|in|into|under)\s+(?:(?:my|the|our)\s+|(?=groceries$))(?:
    (groceries|shopping|errands|chores|wish ?list|bucket ?list)|([\p{L}\p{N}-]{2,20}) (?:tag|label|category|folder)
  )$
`;
export const GENERIC_LIST = /^(?:to-?\s?do|todo|to do|task|tasks|reminder|reminders|main|current|new|own|event|events|the|my|list|personal to-?do|things|calendar|whole|same|sayso)$/i;
export const THING = pattern('i')`
  ^(?:(?:a|an|the|this|that|these|those|another|some|new|my|one|first|extra|additional|further|@)\s+)*(?:
    ${TASK_NOUN}|it|this|that|them|about|of|to|for|list|lists|something|something new|another|item name|one more
  )?$
`;
export const NEW_LIST = pattern('i')`
  ^(?:a |an |the |my |me (?:a )?|another |up (?:a )?)*(?:brand )?(?:new |fresh )*(?:\S+ ){0,3}?(?:
    lists?|checklists?|catalogues?|catalogs?|registers?
  )\b(?!\s*(?:item|entry))
`;
/** A task with its parts, and no list by itself: "party planning with a checklist: cake, music". */
export const WITH_PARTS = /\bwith (?:an? |the )?(?:check ?list|sub-? ?tasks|steps)\b/i;

/** "put lunch with Ann at noon": what is put on a day or at an hour. */
export const PUT_WHEN = pattern('iu')`
  \b(?:for|at|on|in) (?:the |next |this )?(?:
    \d|noon|midnight
    |(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today|tonight|week|month|january|february|march|april|may
    |june|july|august|september|october|november|december
    |(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b
    |(?:\p{L}+ )?\p{L}+(?:th|nd|rd|st|second|third) of
  )
`;
