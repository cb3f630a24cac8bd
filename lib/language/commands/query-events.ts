import { pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { list, spanned, toList } from './query-list';
import { readFilter } from './read-filter';
import type { Command } from './types';
import { FOREIGN } from './vocabulary';
import { hasWhen, isOnlyWhen, rangeIn } from './when';

/** What can only be somebody's own plan; dinners, bills and games are as often asked of other services. */
const EVENT = pattern('i')`
  \b(?:
    meet+ings?|appointments?|birthdays?|bday|anniversar(?:y|ies)|part(?:y|ies)|weddings?|marriages?|get-?togethers?
    |interviews?|exams?|class(?:es)?|lessons?|rehearsals?|practice|recitals?|gala|ceremon(?:y|ies)|graduation|reunion
    |conferences?|concert|match
    |(?:my|our) (?:\S+ )?(?:lunch|dinner|brunch|breakfast|trip|alerts|dentist|doctor|gym|yoga)
    |(?:lunch|dinner|brunch|breakfast|coffee|date) with|jobs|chores|errands|events?|reminders?|tasks?|function
  )\b
`;
const OPEN_DAY = [
  pattern('i')`
    ^what(?:'s| is|s| are|'ll be| will be)?(?: (?:
        in the books|on the books|in store|all|up|on|for|in|there|happening|planned|scheduled|coming up|going on|due
      )
    )* (?=\S)(.+)$
  `,
  pattern('i')`
    ^(?:what|how)(?:'s| does| will| is| would)? (.+?) (?:
      (?:will |is going to |is |should )?(?:looks?|looking|be|hold|bring|have)(?: like)?(?: in store)?
    )(?: for me| for us)?$
  `,
  pattern('i')`
    ^(?:
      (?:give|get|show)(?: me)? (?:an? |the |my )?(?:quick |short |brief )?(?:
        run-?down|overview|outline|recap|briefing
      ) (?:of|on|for)
      |(?:brief|fill) me (?:in )?(?:on|about)
      |(?:run|walk|talk|take) me through
    ) (.+)$
  `,
];
const DETAIL = pattern('i')`
  ^(?:
    when|what time|at what time|where|how soon
    |how long (?:until|till|before)|who(?:'s| is| are| all)?
    |what (?:day|date|place|location|venue)|which (?:day|date)
  )\b
`;
const SEEK = pattern('i')`
  ^(?:please )?(?:
    (?:
      show|check|see|give me|find|read|review|display|view|list|tell(?: me)?|speak|open|pull up|bring up
    )(?! task)(?: (?:about|out|for|on))?
    |get(?! rid)(?: me)?
    |(?:more )?(?:information|details?)(?: (?:on|of|about|for|regarding))?
    |updates? (?:on|of|about|for|regarding)
  )\b
`;
const MINE = /\b(?:i|my|me|we|our|us)\b|\b(?:today|tomorrow|tonight)'s\b/i;
const SOMEWHERE = pattern('iu')`
  \b(?:
    near|around|nearby|local|locally|downtown|city|town|area|cultural|sports?|concerts?|festivals?|news|world
    |in (?:the )?\p{Lu}|famous|history|born|price|cost|tickets?|flights?|boarding|vaccin\w*|visa|payday|paycheck|bank
    |holiday|oil change|tire|card|taxes|rewards?|stock|president|vacation|pto|insurance|credit|bills?|payments?|paid
    |delivery|order|articles?|social media|birth|p(?:la|al)ylist|review from
  )\b
`;
const BARE = pattern('i')`
  ^(?:
    all |the |my |our |any |some |current |latest |next |last |future |recent |upcoming |new |pending |planned |important )+(?:\S+ )?(?:
    events|meetings|appointments|reminders|alerts|notifications|activities|schedule|calendar|agenda|planner|tasks
    |plans|to-?do(?:'?s)?|list
  )(?: (?:please|again|now))?$
`;
const NEXT = /^(?:my |the )?next (?:\S+ )?(?:meeting|appointment|event|reminder|deadline)$/i;
const LISTS = pattern('i')`
  ^(?:
    (?:pull|bring|open|show|call|get)(?: me)?(?: up)?|find|read|check|see|view|display|speak|send
  )(?: me)?(?: all| out| back)? (?:the |my |our |a |all |last |latest |current )*(?:\S+ )?(?:lists?|groceries|errands|chores|items|list items|list entries|reminder list)(?: (?:
    uploaded|saved|please|again|entry|entries|in my(?: \S+)?|(?:for|on) .{3,20}
  ))?$
`;
const NAMED_LIST = pattern('i')`
  ^(?:
    (?:
      to-?\s?do|task|shopping|grocery|packing|reading|books to read|wish|party|guest|chores?|errands?|work|home|bucket
      |gift
    ) lists?(?: (?:entry|entries|items|contents?|please))?
    |list (?:entry|entries|items)
  )(?: (?:for|on) (.{3,30}))?$
`;
const PLURAL_DAY = /^(.{3,40}?) (?:meetings|events|appointments|tasks|reminders|plans)$/i;

const EVENT_QUESTION_LEAD = pattern('i')`
  ^(?:at )?(?:
    when|what time|where|how soon
    |how long (?:until|till|before)|who(?:'s)?(?: all)?
    |what (?:day|date|place|location|venue)s?|which (?:day|date)s?
  )(?: and (?:when|where|who))?\b
`;
const EVENT_FILLERS = pattern('gi')`
  \b(?:
    is|are|was|were|will|does|do|did|(?<!to )be|going to|gonna|take|takes|taking|place|happen|happens|happening|occur
    |occurred|start|starts|begin|begins|end|ends|held|located|scheduled|supposed|attending|attend|coming|invited|venue
    |booked|anywhere|soon|future|recent|latest|upcoming|current|any ?one'?s|ones|me|for|about
  )\b
`;

const plain = (phrase: string) =>
  phrase
    .replace(EVENT_QUESTION_LEAD, ' ')
    .replace(EVENT_FILLERS, ' ');

/** "when am I supposed to …". */
const SUPPOSED_TO = pattern('i')`
  ^(?:what time|when|where) (?:am|was|were|are|did|do|should|must) (?:i|we) (?:
    supposed|meant|going|plan(?:ning)?|scheduled|need|have
  )? ?to (.{3,60})$
`;
/** "do we need any … from the store". */
const NEEDED_FROM_STORE = pattern('i')`
  ^do (?:i|we) need (?:any |some |more |to (?:buy|get) )*(.{2,30}?) (?:at|from) the (?:
    store|shop|market|supermarket|grocery store
  )$
`;
/** "my work calendar", "meeting reminders for today". */
const SCHEDULE_ALONE = pattern('i')`
  ^my (?:\S+ ){0,2}(?:schedule|calendar|agenda|planner|list)$
  |^(?:meet+ings?|appointments?|events?|birthdays?|part(?:y|ies)) (?:\S+ ){0,2}(?:schedule|calendar|agenda)$
  |^(?:show )?(?:meeting|event|calendar|birthday) reminders\b(?: (?:from|between|on|for|this|next|today|tomorrow)\b.{0,30}
  )?$
`;
const LIST_FILLERS = pattern('gi')`
  ^(?:pull|bring|open|show|call|get|find|read|check|see|view|display|speak|send)(?: me)?(?: up| out| back)?
  |\b(?:uploaded|saved|last|latest|current|pda|please|again)\b
`;
/** What is asked of one's own events. */
const IN_TIME = /\b(?:upcoming|future|recent|latest|this event|next event)\b/i;
const EVENT_KINDS = pattern('i')`
  \b(?:
    birthday|anniversary|meet+ings?|appointments?|events?|reminders?|booked|anywhere|get-?togethers?|alerts?|jobs
    |chores|errands
  )\b
`;

/**
 * Questions after what is planned that name an event, a day or a list in other words than the readers before this one know:
 * "how soon is my anniversary?", "who is coming to the party on Friday?", "what's for today?", "my work schedule".
 */
export function readEvents(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  const text = sentence.replace(/[\s.!?]+$/, '').replace(/,? (?:please|again|for me)$/i, '');
  if (text.length > 200 || FOREIGN.test(text) || /\b(?:you|your)\b/i.test(text)) return null;
  for (const form of OPEN_DAY) {
    const day = form.exec(text)?.[1];
    if (
      day &&
      !/^the (?:date|day|time)\b/i.test(day) &&
      isOnlyWhen(spanned(day, ctx), ctx) &&
      !/^what(?:'?s| is| are| was)? ?(?:today|tomorrow|tonight|\d\S*|now|next \S+)$/i.test(text)
    ) return toList(day, clause, ctx);
  }
  const meant = SUPPOSED_TO.exec(text)?.[1] ?? NEEDED_FROM_STORE.exec(text)?.[1];
  if (meant && !SOMEWHERE.test(text)) return listed(meant, clause, ctx);
  const certain = /^(.{4,80}?),? (?:right|correct|isn't it|is that (?:right|correct)|yes|no)$/i.exec(text)?.[1];
  if (certain && EVENT.test(certain) && hasWhen(certain, ctx)) return listed(plain(certain), clause, ctx);
  const many = PLURAL_DAY.exec(text);
  if (BARE.test(text) || NEXT.test(text) || (many?.[1] && isDays(many[1], ctx)) || SCHEDULE_ALONE.test(text)) return toList(plain(text), clause, ctx);
  if ((LISTS.test(text) && !/\bnew\b/i.test(text)) || NAMED_LIST.test(text)) return toList(text.replace(LIST_FILLERS, ' '), clause, ctx);
  if (!EVENT.test(text) && !/^(?:do i have|what (?:days?|dates?) (?:do|am) i|have i got)\b.*\b(?:anywhere|booked|busy|planned|free)\b/i.test(text)) return null;
  if (SOMEWHERE.test(text)) return null;
  const near = MINE.test(text) || hasWhen(text, ctx) || /\b(?:the|this|that)\b|'s\b/i.test(text);
  if (/^how many\b/i.test(text) && MINE.test(text)) return toList(text.replace(/^how many/i, ' '), clause, ctx, true, /\bdid (?:i|we)\b/i.test(text));
  if (DETAIL.test(text) && near) return listed(plain(text), clause, ctx);
  if (SEEK.test(text) && (MINE.test(text) || hasWhen(text, ctx) || IN_TIME.test(text)) && text.split(' ').length <= 12) {
    return listed(plain(text.replace(SEEK, ' ')), clause, ctx);
  }
  if (
    /^(?:is|are|will|do|does|did|am|have|has|was|what|which)\b/i.test(text) &&
    near &&
    (MINE.test(text) || hasWhen(text, ctx)) &&
    EVENT_KINDS.test(text)
  ) return listed(plain(text), clause, ctx);
  return null;
}

/** Nothing but a day or a run of days. */
function isDays(phrase: string, ctx: LanguageContext): boolean {
  if (isOnlyWhen(phrase, ctx)) return true;
  const range = rangeIn(phrase, ctx);
  return range !== null && !/\p{L}/u.test(range.rest.replace(/\b(?:the|on|in|of|for|all|my|first)\b/gi, ''));
}

/** Few words are a title to look for; many are none, and the day alone is asked. */
function listed(phrase: string, clause: string, ctx: LanguageContext): Command {
  const read = readFilter(phrase.replace(/^\s*(?:what|which|who)\b/i, ' '), ctx);
  if (read.problem || read.words.split(' ').length <= 4) return toList(phrase.replace(/^\s*(?:what|which|who)\b/i, ' '), clause, ctx);
  return list({ ...read, words: '', filter: { ...read.filter, status: read.filter.status ?? 'pending' } }, clause);
}
