import { describeDue, readTask } from '..';
import type { LanguageContext } from '../types';
import { trimEnds } from './normalize';
import { bareTitle } from './read-refs';
import { splitTasks } from './split-tasks';
import type { Command, CommandOf, NewDraft } from './types';
import { EVENT_NOUN, FOREIGN, FOREIGN_ADD, NUMBER_WORDS, TASK_NOUN } from './vocabulary';

/** How a wish for a new task was put: it decides how eagerly "and" parts two tasks, and which words open the title. */
export type AddStyle = 'add' | 'remind' | 'need' | 'bare';
/** `sure`: said so plainly that no other reading of the sentence is tried. */
export type AddBody = { body: string; style: AddStyle; list?: string; empty?: boolean; several?: boolean; sure?: boolean };

const NOUN = '(?:(?:calendar |event |to-?do |new |list )?(?:to-?\\s?dos?|tasks?|reminder alarm|reminders?|items?|entry|notification|notifications|alert|memo|note|errand|chore|event))';
const MAKE = 'add|create|make|set|set up|schedule|start|begin|new|send me|put|put in|put down|leave|enter|turn on|log|record|write|write down|jot down|give|need|want|insert|include|register|compose|throw in|open|get';

const REMIND: RegExp[] = [
  /^(?:please )?(?:don't|do not|never) let me forget(?: about| to| that)?\b[\s,:]*(.*)$/i,
  /^(?:i|we) (?:don't|do not|can't|cannot|mustn't|must not|shouldn't) (?:want to |wanna )?forget(?: about| to| that)?\b[\s,:]*(.*)$/i,
  /^(?:don't|do not|never) (?:let (?:me|us) )?forget(?: about| to| that)?\b[\s,:]*(.*)$/i,
  /^(?:(?:i|we) (?:need|have|want|ought|should|must|would like|'d like)(?: to)? )?(?:to )?(?:help me (?:to )?)?remember(?: about| to| that)?\b[\s,:]+(.+)$/i,
  /^(?:i|we)(?:'d| would)? (?:need|have|want|like|wish) (?:you )?to (?:be )?remind(?:ed)?(?: me)?\b[\s,:]*(.*)$/i,
  /^(?:make sure|ensure|see to it)(?: that)? (?:i|we)(?: don't forget(?: about| to)?| remember(?: to)?)?\b[\s,:]*(.*)$/i,
  /^(?:remind|remember|alert|notify|nudge|ping|buzz|warn|prompt) (?:me|us)\b[\s,:]*(.*)$/i,
  /^remind\b(?= to| about| of| that| at| on)[\s,:]*(.*)$/i,
  /^(?:set |just )?(?:me )?reminder\b\s*[:.,–-]*\s*(?:me )?(.*)$/i,
  /^(?:note to self|memo to self|to-?do|todo|task|new task|new todo|note|memo)\s*[:–-]+\s*(.*)$/i,
  /^(?:(?:make|take|leave) (?:a )?(?:mental )?note|note|note down|jot down|write down|put down)(?: of| that| to)?\b[\s,:]*(.*)$/i,
];
const MAKE_NOUN = new RegExp(
  `^(?:(?:${MAKE})|i (?:need|want)|we need|i'd like|i would like)(?: me| us)?(?: in)?\\s+((?:[^\\s]+\\s+){0,5}?)${NOUN}\\b(?![- ](?:list|app)\\b)(?:\\s+(?:in|on|to|into) (?:my|the) (?:calendar|list|schedule|agenda))?[\\s,:.–-]*(.*)$`,
  'i',
);
const OPENING = /^(?:[\s,:.\-–—]+|(?:called|named|titled|entitled|saying|that says|says|which says|labell?ed|with (?:the )?(?:title|name)|to|that|for me to)\s+|(?:about|of|for|regarding|concerning|on the subject of)\s+(?:(?:my|our|the|a|an)\s+)?)/i;
const STATED = /^(?:that )?(?:i|we) am\s+(?=\S)|^(?:that )?(?:i|we)(?:'ve| have|'ve got| have got| got| must| gotta| should)?(?: (?:need|have|got|to|a|an|my|some|the))*\s+(?=\S)|^(?:that )?(?:it's|it is|this is|there's|there is|there will be|today is|i'm|i am|we're|we are)(?: (?:a|an))?\s+(?=\S)/i;
const LIST = new RegExp(
  "\\s+(?:to|on|onto|on to|in|into|under)\\s+(?:(?:my|the|our|your|this|that|a)\\s+)?(?:(today|tomorrow|tonight)(?:'s)?\\s+)?(?:([\\p{L}\\p{N}' -]{1,30}?)[ -]?)?(lists?|calendars?|calenders?|schedule|agenda|planner|diary|to-?dos?|backlog)\\b(?: of (?:(things(?: i need)?(?: to (?:do|buy|get|remember))?|to-?dos?)|([\\p{L}]{2,20}(?: [\\p{L}]{2,20})?)(?=$|[,.]|\\s(?:for|on|at|by)\\b)))?",
  'iu',
);
const OWN_LIST = /\s+(?:to|on|in|into|under)\s+(?:my|the|our)\s+(groceries|shopping|errands|chores|wish ?list|bucket ?list)$/i;
const GENERIC_LIST = /^(?:to-?\s?do|todo|to do|task|tasks|reminder|reminders|main|current|new|own|event|events|the|my|list|personal to-?do|things|calendar|whole|same|sayso)$/i;
const THING = new RegExp(`^(?:(?:a|an|the|this|that|these|those|another|some|new|my|one|first|@)\\s+)*(?:${TASK_NOUN}|it|this|that|them|list|lists|something|something new|another|item name|one more)?$`, 'i');
const NEW_LIST = /^(?:a |an |the |my |me (?:a )?|another |up (?:a )?)*(?:brand )?(?:new )?(?:\S+ ){0,3}?(?:lists?|checklists?|catalogues?|catalogs?|registers?)\b(?!\s*(?:item|entry))/i;

/** Finds the wish for a new task in a clause, or null. The courtesies must be off already. */
export function matchAdd(clause: string): AddBody | null {
  const sentence = clause.replace(/[\s.!?]+$/, '');
  for (const pattern of REMIND) {
    const found = pattern.exec(sentence);
    if (found) return { ...opened(found[1] ?? '', 'remind') };
  }
  const trailing = /^(.{3,}?)[\s,.;–-]+(?:(?:so|and|please|could you|can you|pls)[\s,]+)*(?:remind me|don't let me forget|i (?:need|want|have) to be reminded(?: of| about)?|set (?:a |me a )reminder)(?: (?:about|of|for) (?:it|that|this))?(?: then| please)?$/i.exec(sentence);
  if (trailing?.[1]) return { ...opened(trailing[1], 'remind') };
  const placed = /^(.{3,}?)[\s,.;–-]+(?:(?:so|and|please|could you|can you|pls)[\s,]+)*(?:place|put|add|note|mark|include|write|enter) (?:this|it|that)(?: down)? ((?:on|to|in|into|onto) (?:the|my|our) (?:\S+ ){0,3}?(?:lists?|calend[ae]rs?|schedule|agenda|planner))$/i.exec(sentence);
  if (placed?.[1] && placed[2] && !/^(?:is|are|do|does|did|what|when|how|who|where|can|could)\b/i.test(placed[1])) {
    const said = placed[1].replace(/^(?:i|we)(?:'d| would)? (?:want|like|need|have) to /i, '');
    return fromList(`${said} ${placed[2]}`, 'add') ?? opened(said, 'add');
  }
  const before = /^(.{2,60}?)[\s,]+(?:please )?(?:remind me|set (?:a|me a) reminder)\s+(?:to|that|about|of|for)\s+(.+)$/i.exec(sentence);
  if (before?.[1] && before[2] && /\d|day|night|morning|noon|tomorrow|tonight|week|month|hour|minute|every/i.test(before[1]) && !/\b(?:add|delete|remove|cancel|move|show|mark)\b/i.test(before[1])) {
    return { body: `${opened(before[2], 'remind').body} ${before[1]}`, style: 'remind' };
  }
  const onList = /^(?:on|to|in) (?:my|the) ([\p{L} -]{0,30}?)\s?lists?,? (?:please )?(?:add|put|include|write)\s+(.+)$/iu.exec(sentence);
  if (onList?.[2]) return { body: onList[2], style: 'add', ...tagOf(onList[1]) };
  const stock = /^(?:i|we) need (.{2,40}? (?:on|in) (?:my|the) (?:\S+ )?list)(?: too| as well)?$/i.exec(sentence);
  if (stock?.[1]) return fromList(stock[1], 'add');
  const added = /^(?:i|we) (?:need|want|would like|'d like)\s+(.+?)\s+(?:added|put|placed|written)(?: down)? (?=to|on|in|into|onto)(.+)$/i.exec(sentence);
  if (added?.[1]) return fromList(`${added[1]} ${added[2]}`, 'add') ?? { body: added[1], style: 'add' };
  const made = MAKE_NOUN.exec(sentence);
  const names = /\b(?:tasks?|items?|to-?dos?|todo)\s*#?\d/i.test(sentence);
  if (made && !names && !/["']/.test(made[1] ?? '') && !/\b(?:to|on|from|of|in|off|about|the)\b/i.test((made[1] ?? '').replace(/^the /i, ''))) return fromNoun(made[1] ?? '', made[2] ?? '', sentence);
  return matchPlainAdd(sentence);
}

function matchPlainAdd(sentence: string): AddBody | null {
  // A list by itself asks for nothing yet: what belongs on it is asked.
  const only = /^(?:(?:edit|update|modify|extend) (?:my |the |this )?((?:\S+ ){0,3}?)list(?: with (?:new |more |some )*(?:items|things|stuff))?|(?:my |a |the )?(?:\S+ ){0,3}?new (?:\S+ ){0,3}?list)$/i.exec(sentence);
  if (only && !FOREIGN.test(sentence) && !/^(?:show|delete|remove|read|open|find|get|what|is|clear)\b/i.test(sentence)) return { body: '', style: 'add', empty: true, list: only[1] ?? 'list', sure: true };
  const plain = /^(?:add|append|include|insert|enter|jot|throw|stick|pop|place|put|note|log|register|write|record|save|mark|flag|take note of|make a note of|set|schedule|create|make|start|begin|open|produce|plan|new|arrange|pencil in|count)\b[:,]?\s*(.*)$/i.exec(sentence);
  if (!plain) return null;
  const verb = (/^\S+/.exec(sentence)?.[0] ?? '').toLowerCase().replace(/\W/g, '');
  const body = (plain[1] ?? '').replace(/^(?:me|us|down|in|up)\s+/i, '');
  const sure = /^(?:add|append|include|insert|enter|jot)$/.test(verb);
  if (NEW_LIST.test(body) && /^(?:create|make|start|begin|open|produce|new|add|set|plan)$/.test(verb) && !LIST.test(` ${body}`) && !FOREIGN.test(body)) {
    return { body: '', style: 'add', empty: true, list: body };
  }
  const listed = fromList(body, 'add');
  if (listed && (/@\S+\.\w/.test(body) || /^(?:contacts?|emails?|e-?mail contacts?|play|favou?rites?)\b/i.test(listed.list ?? '') || /\b(?:songs?|music|lights?)\b/i.test(body))) return null;
  if (listed) return listed;
  if (sure) {
    if (FOREIGN_ADD.test(body) && !/\b(?:task|todo)\b/i.test(body)) return null;
    return { ...opened(body, 'add') };
  }
  const eventful = new RegExp(`^(?:(?:a|an|my|the|new|another|our|team|weekly|monthly|daily)\\s+){0,4}(?:[\\p{L}'-]+\\s+){0,3}(?:${EVENT_NOUN})\\b`, 'iu');
  if (/^(?:schedule|set|create|make|plan|new|arrange|pencil|book|log|record|note)$/.test(verb) && eventful.test(body) && !FOREIGN.test(body)) {
    if (verb === 'plan' && /^(?:my )?(?:day|week|tomorrow|today)/i.test(body)) return null;
    if (verb === 'set' || verb === 'make') {
      if (/\b(?:as|to (?=\d|noon|mon|tue|wed|thu|fri|sat|sun|tom|next|high|low|medium|the|be|rep)|done|complete|completed|finished|due|high|low|medium|priority|urgent|important|recurring)\b/i.test(body)) return null;
    }
    // "set the meeting to 3pm" is about one that is there; "set a meeting" and "schedule my meeting" make one.
    const made = !/^(?:the|it|that|this|task|#|\d)\b/i.test(body) && (verb !== 'set' && verb !== 'make' || !/^(?:my|our)\b/i.test(body));
    return { ...opened(body.replace(/^(?:a|an)\s+(?:new )?/i, ''), 'add'), sure: made };
  }
  return null;
}

/** "set a 7pm reminder to pick up prescriptions tomorrow": what stands before the noun belongs to the task too. */
function fromNoun(middle: string, after: string, sentence: string): AddBody | null {
  const details = middle.replace(/^(?:(?:a|an|the|my|me|another|new|one|some|quick|this|following|calendar|event|just|up)\s+)+/i, '').replace(/\b(?:new|called)\b/gi, '').trim();
  const count = NUMBER_WORDS[details.toLowerCase()] ?? Number(details);
  const several = (Number.isInteger(count) && count > 1 && count < 50) || /\b(?:tasks|todos|to-dos|reminders|items)\b\s*[:,-]/i.test(sentence);
  const listed = fromList(` ${after}`, 'add');
  const rest = listed && !listed.empty ? listed : opened(after, /remind|alert|notif/i.test(sentence.slice(0, sentence.length - after.length)) ? 'remind' : 'add');
  if (details && !Number.isInteger(count) && /^(?:to|for|as)$/i.test(details)) return null;
  const body = Number.isInteger(count) ? rest.body : `${rest.body} ${details}`.trim();
  return { ...rest, body, several, sure: true, empty: !rest.body && !details };
}

/** "milk on my shopping list": the list's name becomes a tag, unless it is just the to-do list. */
function fromList(text: string, style: AddStyle): AddBody | null {
  const own = OWN_LIST.exec(text);
  if (own?.[1]) return { body: text.slice(0, own.index), style, ...tagOf(own[1]) };
  const found = LIST.exec(` ${text}`);
  if (!found) return null;
  const padded = ` ${text}`;
  const day = found[1] ? ` ${found[1]}` : '';
  const body = `${padded.slice(0, found.index)}${day}${padded.slice(found.index + found[0].length)}`.trim();
  return { ...opened(body, style), ...tagOf(found[5] ?? (found[4] ? undefined : found[2])) };
}

function tagOf(name: string | undefined): { list?: string } {
  const clean = (name ?? '').trim().replace(/^(?:my|the|our)\s+/i, '').replace(/'s$/, '');
  return clean && !GENERIC_LIST.test(clean) && !/^things\b/i.test(clean) ? { list: clean.toLowerCase() } : {};
}

/** The body without the words that only lead to it ("about my", "that I have to"). */
function opened(text: string, style: AddStyle): AddBody {
  let body = text.trim().replace(/\s+(?:as well|too)$/i, '').replace(/^(?:also|please|again)\s+/i, '');
  for (let round = 0; round < 3; round += 1) body = body.replace(OPENING, '');
  if (style === 'remind') body = body.replace(STATED, '').replace(/^to (?:to )?(?=\S)/i, '');
  return { body: body.trim(), style, empty: THING.test(body.trim()) };
}

/** True when somebody asks what was noted, in the form of "remind me of …". */
export const isRecall = (clause: string): boolean =>
  /^(?:remind me|refresh my memory)(?: of| about| what)?\b.*\b(?:my (?:to-?do |reminders? |task )?list|(?:items|things|tasks|reminders) (?:on|that|i|in|for|from)\b.*|what (?:i|is|'s) (?:have|on|need to do|had|left|due)\b.*|what's (?:on|due|left))/i.test(clause) &&
  !/grocery|groceries/i.test(clause);

/** One command from what is to be added: the tasks, or a question where something is missing or impossible. */
export function toCreate(found: AddBody, text: string, ctx: LanguageContext): Command {
  if (found.empty || !found.body.trim()) {
    if (found.list) {
      return { text, kind: 'question', action: 'add', wants: 'title', question: 'Lists are made of tags here, so a list begins with its first task. What should I put on it?' };
    }
    const draft = found.body ? readTask(found.body, ctx) : undefined;
    return { text, kind: 'question', action: 'add', wants: 'title', question: 'What should the task be called?', ...(draft ? { draft } : {}) };
  }
  const drafts = splitTasks(found, ctx).map((part) => draftOf(part, found, ctx));
  const [first] = drafts;
  const open = drafts.find((draft) => draft.problem) ?? drafts.find((draft) => !draft.title);
  if (open) {
    const question = problemOf(open, ctx) ?? `What should the task${open.due || open.recurrence ? ' at that time' : ''} be called?`;
    return { text, kind: 'question', action: 'add', wants: open.problem ? 'date' : 'title', question, draft: open };
  }
  if (!first) return { text, kind: 'unknown' };
  return { text, kind: 'create', tasks: drafts };
}

/** The question that a date or a repetition which cannot be meant raises. */
export function problemOf(draft: NewDraft, ctx: LanguageContext): string | undefined {
  switch (draft.problem?.code) {
    case undefined:
      return undefined;
    case 'past_date':
      return `${draft.due ? describeDue(draft.due, ctx) : 'That'} is already past. Which day should "${draft.title}" have? Say "anyway" to add it with that date.`;
    case 'contradiction':
      return `${draft.problem?.message ?? ''} Which one should it be?`;
    case 'impossible_rule':
      return `${draft.problem?.message ?? ''} How often should it repeat?`;
    case 'impossible_date':
      return `${draft.problem?.message ?? ''} Which day do you mean?`;
  }
}

function draftOf(part: string, found: AddBody, ctx: LanguageContext): NewDraft {
  const draft = readTask(part, ctx);
  const literal = draft.title !== '' && [`"${draft.title}"`, `'${draft.title}'`].some((quote) => part.includes(quote));
  const title = literal ? draft.title : tidyTitle(draft.title, found.style);
  const tags = found.list && !draft.tags.some((tag) => tag.toLowerCase() === found.list) ? [...draft.tags, found.list] : draft.tags;
  return { ...draft, title, tags, ...(literal ? { literal } : {}) };
}

/** What a date leaves at the ends of a title when it is taken out: "at to get gas", "the meeting on". */
function tidyTitle(title: string, style: AddStyle): string {
  let text = trimEnds(title).replace(/^(?:(?:to|that|says|saying|for|about)\s+)+(?=\S)/i, '').replace(/\s+(?:and|to|at|on|by|for|from|in|please|,)$/i, '');
  if (style === 'remind') text = text.replace(STATED, '').replace(/^(?:about|of|for)\s+(?:my |the |our )?(?=\S)/i, '');
  return trimEnds(text);
}

/** The task that a new one is put under: "add butter to my reminder to buy bread", "add a subtask call Ann to task 3". */
export function readSubtask(clause: string, ctx: LanguageContext): CommandOf<'create'> | null {
  const found =
    /^(?:add|create|put|make)\s+(?:a |an |the |another )?(?:new )?(?:sub-?tasks?|steps?|check ?list items?|sub-?items?)\b[\s:,]*(?:called |named |to )?(.+?)\s+(?:to|under|for|on|in|of)\s+(?:the )?(task #?\d+|#\d+|\d+|it|that|.+?)$/i.exec(clause) ??
    /^(?:add|create|put)\s+(.+?)\s+(?:as (?:a )?(?:sub-?task|step|sub-?item)s?)\s+(?:to|under|of|for)\s+(.+)$/i.exec(clause) ??
    /^(?:add|put)\s+(.+?)\s+(?:to|on|under)\s+((?:my|the) (?:reminder|task|to-?do|note) (?:to|for|about|called|of) .+)$/i.exec(clause) ??
    /^under (.+?),? (?:add|put|create)\s+(?:a sub-?task )?(.+)$/i.exec(clause);
  if (!found?.[1] || !found[2]) return null;
  const under = /^under /i.test(clause);
  const [child, parent] = under ? [found[2], found[1]] : [found[1], found[2]];
  const number = /^(?:the )?(?:task )?#?(\d{1,9})$/i.exec(parent.trim());
  const draft = readTask(trimEnds(child), ctx);
  if (!draft.title) return null;
  const ref = number
    ? ({ kind: 'number', n: Number(number[1]) } as const)
    : /^(?:it|that|this)$/i.test(parent.trim())
      ? ({ kind: 'pronoun', which: 'it' } as const)
      : ({ kind: 'title', text: bareTitle(parent) } as const);
  return { text: clause, kind: 'create', tasks: [draft], parent: ref };
}
