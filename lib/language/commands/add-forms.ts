import { joined, pattern } from '../pattern';
import { THING } from './add-patterns';
import type { AddBody } from './add-body';
import { DOING_VERB, TASK_NOUN } from './vocabulary';

const PLACE = joined`
  (?:my|the|our|your|this)\s+(?:[\p{L}'-]+\s+){0,3}?(?:
    lists?|to-?\s?dos?(?: lists?)?|cal[ae]nd[ae]rs?|schedule|agenda|planner|diary
  )(?: of (?:things(?: i (?:need|have))?(?: to (?:do|buy|get))?|to-?dos|chores|errands|housework)
  )?(?: for (?:shopping|groceries))?
`;
const ASKING = '(?:please |also |just |can you |could you |would you |will you |you can |i (?:need|want|would like|\'d like) (?:you )?to )*';
const PUT = joined`
  (?:
    add(?:ed)?|put|includ(?:e|ed)|written|writ(?:e|ten)|enter(?:ed)?|insert(?:ed)?|list(?:ed)?|schedul(?:e|ed)
    |mark(?:ed)?|not(?:e|ed)|mention(?:ed)?|record(?:ed)?|sav(?:e|ed)
  )
`;
const MADE = '(?:added|put|placed|included|written|entered|inserted|listed|scheduled?|marked|noted|recorded|saved|created|made|set(?: up)?|tacked on|planned)';
const POINTER = /^(?:it|that|this|they|them|those|these|everything|all|nothing)$|^(?:what|which|who|how|when|where|why)\b/i;

/** Where the thing goes is said first: "on my list of chores, add dusting", "to my calendar please put lunch with Ann". */
const PLACE_FIRST = [
  pattern('iu')`
    ^(?:on|to|onto|in|into|for) (${PLACE})[,:]? ${ASKING}${PUT}(?: down)? (?:that )?(?:
      (?:i|we)(?:'m| am|'re| are)(?: having)? )?(.+?)(?: as well| too| also)?$
  `,
  new RegExp(`^(?:on|to|onto|in|into|for) (${PLACE})[,:]? i (?:need|want|would like|'d like) (?!to )(.+?) ${PUT}$`, 'iu'),
  pattern('iu')`
    ^(?:add|put|enter|insert|write)(?: down)? (?:on|to|onto|in|into) (${PLACE})[,:]? (?:that )?(?:
      (?:i|we)(?:'m| am|'re| are)(?: having)? )?(.+)$
  `,
  new RegExp(`^(${PLACE}) (?:is |needs |has |should |must )?(?:to )?be updated (?:with|to (?:include|show|reflect)) (.+)$`, 'iu'),
  new RegExp(`^(?:update|edit|change) (${PLACE})[,:]? (?:to reflect|to include|to show|to say)(?: that)? (.+)$`, 'iu'),
];
/** The thing first: "milk should be added to my list", "could eggs be put on the list". */
const THING_FIRST = [
  new RegExp(`^(?:i am|i'm|we are|we're) (?:all )?out of (.+?) (?:and|so) (?:i |we )?(?:need|want)(?: to have)? (?:it|them|some|more|that|those)?(?: to be)? ?(?:added|put|placed) (?:to|on|onto|in|into) (${PLACE})(.*)$`, 'iu'),
  new RegExp(`^(.+?) (?:(?:is|are|has|have|needs?|ought) )?(?:to|should|must)(?: also)? be ${MADE}(?: down)? (?:to|on|onto|in|into|under) (${PLACE})(.*)$`, 'iu'),
  new RegExp(`^(?:could|can|may|might|should|would) (.+?) (?:also )?be ${MADE}(?: down)? (?:to|on|onto|in|into|under) (${PLACE})(.*)$`, 'iu'),
  pattern('iu')`
    ^(?:please |also |just )*(?:list|jot|note|pen|tack|chuck|pop)(?: down| on| in)? (
      (?:${DOING_VERB}) (?!(?:\S+ ){0,1}(?:${TASK_NOUN}|everything|all)\b).{2,60}
    ) (?:to|on|onto|in|into|under) (${PLACE})(.*)$
  `,
  new RegExp(`^get (?!(?:everything|all|the rest|rid|me|us|my|to)\\b|(?:\\S+ )?(?:${TASK_NOUN})\\b)(.{2,40}?) (?:put |added )?(?:on|onto|to) (${PLACE})()$`, 'iu'),
  new RegExp(`^(?:tack|chuck|pop|slap|throw|stick)(?: on| in| down)? (?!away |out |off )(.{2,60}?) (?:to|on|onto|in|into|under) (${PLACE})(.*)$`, 'iu'),
];
const PASSIVE = pattern('i')`
  ^(
    an? (?:new |another )?(?:\S+ ){0,3}?(?:lists?|meetings?|appointments?|events?|reminders?|tasks?)\b.{0,80}?
  ) (?:(?:is|are|has|needs?) )?(?:to|should|must) be ${MADE}(.*)$
`;
const ARRANGED = pattern('i')`
  ^(?:i|we)(?:'d| would)? (?:need|want|like) (?:to have )?an? (
    (?:\S+ ){0,2}?(?:meet+ings?|appointments?|calls?|events?|lunch|dinner)\b.{0,60}?
  ) (?:to be )?(?:schedule[d]?|set(?: up)?|arranged|planned|added|booked|created|made)\b(?! (?:to|on|in|for) (?:my|the))(.*)$
`;
/** "I need a meeting with the board on Thursday" asks for one as it stands. */
const MEETING = pattern('i')`
  ^(?:i|we)(?:'d| would)? (?:need|want|like) (?:to have )?an? ((?:\S+ )?(?:meet+ing|appointment|conference call)) (
    (?:with .{2,60} )?(?:on|at|for|till|until|from|tomorrow|today|next|this)\b.*
  )$
`;

const DATED = pattern('i')`
  \d
  |\b(?:
    (?:sun|mon|tues|wednes|thurs|fri|satur)days?|to(?:day|night|morrow)|week|weekend|month|january|february|march
    |april|june|july|august|september|october|november|december
    |(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|teenth|tieth|hour|minute)s?
  )\b
  |(?:teen|tie)th\b
`;
/** A fact, and the wish that it be kept: "the 13th is election day, please set it", "I have a function tomorrow, remind it". */
const KEEP_IT = pattern('i')`
  ^(.{6,120}?)[\s,.;–-]+(?:and |so )?(?:please |plz\.? |pls\.? |kindly |also |can you |could you )*(?:
    set|save|note|mark|remind|remember|schedule|record|add|keep|(?:make|take) (?:a )?note of
  ) (?:it|this|that|me|(?:my|the) (?:cal[ae]nd[ae]r|schedule)(?: for (?:it|this|that))?)(?: down| up)?(?: (?:in|on|to) (?:my |the )?(?:corresponding |same |that )?(?:date|day|cal[ae]nd[ae]r|schedule|agenda)
  )?(?: please)?$
`;
const OPENS_ORDER = pattern('i')`
  ^(?:please )?(?:
    show|list|find|open|read|tell|give|delete|remove|cancel|clear|erase|move|reschedule|complete|finish|mark|rename
    |change|update|snooze|undo|what|which|who|when|where|how|why|is|are|do|does|did|can|could|will|would|if
  )\b
`;

/** "pop the plumber down for Tuesday morning". */
const PUT_DOWN = /^(?:put|pop|pencil|stick|get|slot|jot|write) (?!me\b|it\b|that\b|them\b|this\b|us\b)(.{2,60}?) (?:down|in) ((?:for|on|at) .{2,40})$/i;

/** Wishes to add that put the place or the thing before the verb. The courtesies must be off. `listed` reads "milk to my shopping list". */
export function matchForms(sentence: string, listed: (text: string) => AddBody | null): AddBody | null {
  for (const form of PLACE_FIRST) {
    const found = form.exec(sentence);
    if (found?.[1] && found[2] && !POINTER.test(found[2])) return placed(found[2], found[1], listed);
  }
  for (const form of THING_FIRST) {
    const found = form.exec(sentence);
    if (found?.[1] && found[2] && !POINTER.test(found[1])) return placed(`${found[1]}${found[3] ?? ''}`, found[2], listed);
  }
  const down = PUT_DOWN.exec(sentence);
  if (down?.[1] && down[2] && DATED.test(down[2]) && !DATED.test(down[1])) return { body: `${down[1].replace(/^(?:the|a|an) /i, '')} ${down[2].replace(/^for /i, 'on ')}`, style: 'add', sure: true };
  const passive = PASSIVE.exec(sentence);
  if (passive?.[1]) {
    return {
      body: /\blists?$/i.test(passive[1]) ? '' : `${passive[1].replace(/^an? (?:new |another )?/i, '')}${passive[2] ?? ''}`,
      style: 'add',
      sure: true,
      ...(/\blists?$/i.test(passive[1]) ? { empty: true, list: 'list' } : {}),
    };
  }
  const arranged = ARRANGED.exec(sentence) ?? MEETING.exec(sentence);
  if (arranged?.[1]) return { body: `${arranged[1]} ${(arranged[2] ?? '').trim()}`, style: 'add', sure: true };
  const kept = KEEP_IT.exec(sentence);
  if (kept?.[1] && DATED.test(kept[1]) && !OPENS_ORDER.test(kept[1])) {
    return { body: kept[1].replace(/\b(?:i|we)(?:'ll| will)(?: be)? (?=\p{L})/iu, ''), style: 'remind', sure: true };
  }
  return null;
}

/** The list's name is read from its place alone: "to ten am" before it is no part of it. */
function placed(body: string, place: string, listed: (text: string) => AddBody | null): AddBody {
  const list = listed(`x to ${place}`)?.list;
  return { body, style: 'add', sure: true, empty: THING.test(body.trim()), ...(list ? { list } : {}) };
}
