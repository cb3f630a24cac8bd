import { type AddBody, fromList, opened } from './add-body';
import { fromNoun } from './add-noun';
import { LIST, MAKE_NOUN, NEW_LIST, PUT_WHEN, REMIND, STATED, WITH_PARTS } from './add-patterns';
import { matchForms } from './add-forms';
import { ASKS_BACK } from './asks-back';
import { DOING_VERB, EVENT_NOUN, FOREIGN, FOREIGN_ADD } from './vocabulary';
import { pattern } from '../pattern';

const ERRAND_OPENS = new RegExp(`^(?:to )?(?:${DOING_VERB}|add)\\b`, 'i');

/** Without one of these words at hand, no wish stands at the end of a sentence; the longer expressions are spared. */
const TAILED = /\b(?:remind(?:ed|er)?|forget|(?:this|it|that)(?: down)? (?:on|to|in|into|onto) (?:the|my|our))\b/i;

/** "the rent is due Friday, so remind me". */
const REMINDER_LAST = pattern('i')`
  ^(.{3,}?)[\s,.;–-]+(?:(?:so|and|please|could you|can you|pls)[\s,]+)*(?:
    remind me|don't let me forget|i (?:need|want|have) to be reminded(?: of| about)?|set (?:a |me a )reminder
  )(?: (?:about|of|for) (?:it|that|this))?(?: then| please)?$
`;
/** "milk and eggs, add this to my shopping list". */
const PUT_ON_LIST_LAST = pattern('i')`
  ^(.{3,}?)[\s,.;–-]+(?:
    (?:so|and|please|could you|can you|pls)[\s,]+
  )*(?:place|put|add|note|mark|include|write|enter) (?:this|it|that)(?: down)? (
    (?:on|to|in|into|onto) (?:the|my|our) (?:\S+ ){0,3}?(?:lists?|calend[ae]rs?|schedule|agenda|planner)
  )$
`;
/** "I need milk added to my list". */
const WANTED_ADDED = pattern('i')`
  ^(?:i|we) (?:need|want|would like|'d like)\s+(?!to (?:get|have|put|place) )(.+?)\s+(?:added|put|placed|written)(?: down)? (?=to|on|in|into|onto)(.+)$
`;
const NEW_WITHOUT_NAME = pattern('i')`
  ^(?:an?|another|one more) (?:new )?(?:reminder|task|to-?do|event|list item)(?: (?:made|set(?: up)?|created|added))?$
`;
const LINKING_WORD = /\b(?:to|on|from|of|in|off|about|the|all|every|each|both|these|those|any|ideas?|suggestions?|recipes?)\b/i;

/** Finds the wish for a new task in a clause, or null. The courtesies must be off already. */
export function matchAdd(clause: string): AddBody | null {
  const sentence = clause.replace(/[\s.!?]+$/, '');
  if (/^remind me (?:who|where|how|why|when (?:is|was|were|did|does|the))\b/i.test(sentence)) return null;
  if (ASKS_BACK.test(sentence)) return null;
  const told = /^know\b(.{0,30}?) that (?:i|we) (?:have|need|ought) to (.+)$/i.exec(sentence);
  const timed = /^(?:schedule|find|make|set aside|book|block(?: off| out)?|reserve|plan) (?:some |a bit of )?time (?:to|for) (.+)$/i.exec(sentence);
  if (timed?.[1]) return { body: timed[1], style: 'add', sure: true };
  const woken = /^wake me(?: up)? (.{2,30}?) to (.+)$/i.exec(sentence);
  if (woken?.[2]) return { body: `${woken[2]} ${woken[1] ?? ''}`, style: 'remind' };
  if (told?.[2]) return { body: `${told[2]}${told[1] ?? ''}`, style: 'remind' };
  for (const pattern of REMIND) {
    const found = pattern.exec(sentence);
    if (found) return noted(sentence, found[1] ?? '') ?? { ...opened(found[1] ?? '', 'remind') };
  }
  const trailing = TAILED.test(sentence) ? REMINDER_LAST.exec(sentence) : null;
  if (trailing?.[1]) return { ...opened(trailing[1], 'remind') };
  const placed = TAILED.test(sentence) ? PUT_ON_LIST_LAST.exec(sentence) : null;
  if (placed?.[1] && placed[2] && !/^(?:is|are|do|does|did|what|when|how|who|where|can|could)\b/i.test(placed[1])) {
    const said = placed[1].replace(/^(?:i|we)(?:'d| would)? (?:want|like|need|have) to /i, '').replace(STATED, '').replace(/^(?:all )?out of /i, '');
    return fromList(`${said} ${placed[2]}`, 'add') ?? opened(said, 'add');
  }
  const before = /^(.{2,60}?)[\s,]+(?:please )?(?:remind me|set (?:a|me a) reminder)\s+(?:to|that|about|of|for)\s+(.+)$/i.exec(sentence);
  if (before?.[1] && before[2] && /\d|day|night|morning|noon|tomorrow|tonight|week|month|hour|minute|every/i.test(before[1]) && !/\b(?:add|delete|remove|cancel|move|show|mark)\b/i.test(before[1])) {
    return { body: `${opened(before[2], 'remind').body} ${before[1]}`, style: 'remind' };
  }
  const formed = matchForms(sentence, (text) => fromList(text, 'add'));
  if (formed) return formed;
  const stock = /^(?:i|we) need (?!everything|all\b|a recipe|something)(.{2,40}? (?:on|in) (?:my|the) (?:\S+ )?list)(?: too| as well)?$/i.exec(sentence);
  if (stock?.[1]) return fromList(stock[1], 'add');
  const added = WANTED_ADDED.exec(sentence);
  if (added?.[1] && !FOREIGN_ADD.test(sentence)) return fromList(`${added[1]} ${added[2]}`, 'add') ?? { body: added[1], style: 'add' };
  if (NEW_WITHOUT_NAME.test(sentence)) return { body: '', style: 'add', empty: true, sure: true };
  const made = MAKE_NOUN.exec(sentence);
  const names = /\b(?:(?:tasks?|items?|to-?dos?|todo)\s*#?\d|(?:errands?|chores?|memos?|entry) #?\d+(?![\d:/.]|st\b|nd\b|rd\b|th\b| ?[ap]m\b| o'clock))/i.test(sentence);
  const moves = /^put (?:the|my) .+ (?:task|item|to-?do) (?:on|to|for|at)\b/i.test(sentence);
  if (made && !names && !moves && !/["']/.test(made[1] ?? '') && !LINKING_WORD.test((made[1] ?? '').replace(/^the /i, ''))) {
    return fromNoun(made[1] ?? '', made[2] ?? '', sentence);
  }
  return matchPlainAdd(sentence);
}

/** "update my shopping list", "new list". */
const LIST_ALONE = pattern('i')`
  ^(?:
    (?:edit|update|modify|extend) (?:my |the |this )?((?:\S+ ){0,3}?)list(?: with (?:an? |new |more |some )*(?:items?|things?|stuff)
    )?
    |(?:my |a |the )?(?:\S+ ){0,3}?(?:new|fresh) (?:\S+ ){0,3}?list|list new
  )$
`;
const READS_OR_CLEARS = /^(?:show|delete|remove|read|open|find|get|what|is|clear)\b/i;
/** The verbs that add, and all that follows. */
const ADD_LEAD = pattern('i')`
  ^(?:
    add|append|include|insert|enter|jot|throw|stick|pop|place|put|note|log|register|write|record|save|mark|flag|book
    |take note of|make a note of|set|schedule|create|make|generate|start|begin|open|produce|plan|new|arrange|pencil in
    |count
  )\b[:,]?\s*(.*)$
`;
const LIST_WITH_ON_IT = /^(?:(?:a|an|the|my|me|new)\s+)*(.{3,60}? list with .+? on (?:it|the list))$/i;
const MAKING_VERB = /^(?:create|make|generate|start|begin|open|produce|new|add|set|plan)$/;
/** Contacts, mail and music are kept elsewhere. */
const OF_OTHER_APPS = /^(?:contacts?|emails?|e-?mail contacts?|favou?rites?)\b|\bplay$|\bcontacts?\b/i;
/** Points at what is there, or is no name at all. */
const NOT_A_TITLE = pattern('i')`
  ^(?:
    away|out|off|it|that|this|them|those|these|both|all|everything|task|#?\d+$
    |(?:the |my )?(?:first|second|third|last|other)\b
  )
`;
/** "set … as done", "mark … to high". */
const CHANGES_A_FIELD = pattern('i')`
  \b(?:
    as
    |to (?=\d|noon|mon|tue|wed|thu|fri|sat|sun|tom|next|high|low|medium|the|be|rep)|done|complete|completed|finished
    |due|high|low|medium|priority|urgent|important|recurring
  )\b
`;

function matchPlainAdd(sentence: string): AddBody | null {
  // A list by itself asks for nothing yet: what belongs on it is asked.
  const only = LIST_ALONE.exec(sentence);
  if (only && !FOREIGN.test(sentence) && !READS_OR_CLEARS.test(sentence)) return { body: '', style: 'add', empty: true, list: only[1] ?? 'list', sure: true };
  const wanted = /^(?:i|we)(?:'d| would)? (?:need|want|like)(?: to have)? (?=an? (?:new|another) (?:\S+ )?(?:check)?list\b)(.+)$/i.exec(sentence);
  if (wanted?.[1] && !FOREIGN.test(sentence)) return { body: '', style: 'add', empty: true, list: wanted[1], sure: true };
  const plain = ADD_LEAD.exec(sentence);
  if (!plain || /^add (?:me|us) (?:on|to|as|in|into)\b/i.test(sentence)) return null;
  const verb = (/^\S+/.exec(sentence)?.[0] ?? '').toLowerCase().replace(/\W/g, '');
  const body = (plain[1] ?? '').replace(/^(?:(?:me|us|down|in|up)\s+)+(?:for\s+(?=an?\s))?/i, '');
  if (/^(?:in )?(?:an?|the|my) order (?:for|of)\b/i.test(body)) return null;
  const sure = /^(?:add|append|include|insert|enter|jot|pencil)$/.test(verb);
  // "create a packing list with soap and socks on it": a task with its steps.
  const filled = NEW_LIST.test(body) && /^(?:create|make|start|add|new|set|plan)$/.test(verb) && !FOREIGN.test(body) ? LIST_WITH_ON_IT.exec(body) : null;
  if (filled?.[1]) return { body: filled[1], style: 'add', sure: true };
  if (NEW_LIST.test(body) && !WITH_PARTS.test(body) && MAKING_VERB.test(verb) && !LIST.test(` ${body.replace(/^(?:(?:a|an|the|my|new|another|me) )+to-?\s?do\b/i, '')}`) && !FOREIGN.test(body)) {
    return { body: '', style: 'add', empty: true, list: body };
  }
  const listed = fromList(body, 'add');
  if (listed && (/@\S+\.\w/.test(body) || OF_OTHER_APPS.test(listed.list ?? '') || /\bplay ?lists?\b/i.test(body) || /\b(?:songs?|music)\b/i.test(body))) return null;
  // "put lunch on my calendar for Friday" makes one; "put it on Friday" moves one that is there.
  if (listed) return { ...listed, ...(/^(?:put|enter|add|place|stick|pop|throw)$/.test(verb) && !NOT_A_TITLE.test(body) ? { sure: true } : {}) };
  if (sure) {
    if (FOREIGN_ADD.test(body.split(WITH_PARTS)[0] ?? '') && !/\b(?:task|todo)\b/i.test(body)) return null;
    return { ...opened(body, 'add') };
  }
  const eventful = new RegExp(`^(?:(?:a|an|my|the|new|another|our|team|weekly|monthly|daily)\\s+){0,4}(?:[\\p{L}'-]+\\s+){0,3}(?:${EVENT_NOUN})\\b`, 'iu');
  if (/^(?:schedule|set|create|make|plan|new|arrange|pencil|book|log|record|note|save|put)$/.test(verb) && eventful.test(body) && !FOREIGN.test(body)) {
    if (verb === 'plan' && /^(?:my )?(?:day|week|tomorrow|today)/i.test(body)) return null;
    if (
      verb === 'put' &&
      (
        /\b(?:to|off|back|until|till|aside|away|hold|as|under|before|after)\b/i.test(body) ||
        /^(?:my|our|the|this|that)\b/i.test(body) ||
        !PUT_WHEN.test(body)
      )
    ) return null;
    if (
      verb === 'make' &&
      /^(?:(?:a|an|my|our|the|some|another) )?(?:phone |quick )?(?:calls?|lunch|dinner|breakfast|brunch|payments?|report)\b/i.test(body)
    ) return null;
    if (verb === 'book' && !/^(?:(?:a|an|my|our|the|another) )?(?:\S+ )?(?:meet+ings?|calls?|interview)\b/i.test(body)) return null;
    if ((verb === 'set' && !/^set up\b/i.test(sentence)) || verb === 'make') {
      if (CHANGES_A_FIELD.test(body)) return null;
    }
    // "set the meeting to 3pm" is about one that is there; "set a meeting" and "schedule my meeting" make one.
    const made = !/^(?:the|it|that|this|task|#|\d)\b/i.test(body) && (verb !== 'set' && verb !== 'make' || !/^(?:my|our)\b/i.test(body));
    return { ...opened(body.replace(/^(?:a|an)\s+(?:new )?/i, ''), 'add'), sure: made };
  }
  return null;
}

/** "write down eggs on the shopping list": a thing and its place, and no errand about the list. */
function noted(sentence: string, body: string): AddBody | null {
  if (!/^(?:note|jot|write|put|don't|do not|never)\b/i.test(sentence) || ERRAND_OPENS.test(body)) return null;
  const listed = /\slists?$/i.test(body) ? fromList(body.replace(/^that |\s(?:is|are) needed(?=\s)/gi, ''), 'add') : null;
  return listed && !listed.empty ? { ...listed, sure: true } : null;
}
