import { GENERIC_LIST, LIST, MAKE_NOUN, NEW_LIST, OPENING, OWN_LIST, REMIND, STATED, THING } from './add-patterns';
import { ASKS_BACK } from './asks-back';
import { EVENT_NOUN, FOREIGN, FOREIGN_ADD, NUMBER_WORDS } from './vocabulary';

/** How a wish for a new task was put: it decides how eagerly "and" parts two tasks, and which words open the title. */
export type AddStyle = 'add' | 'remind' | 'need' | 'bare';

/** `sure`: said so plainly that no other reading of the sentence is tried. */
export type AddBody = { body: string; style: AddStyle; list?: string; empty?: boolean; several?: boolean; sure?: boolean };

/** Without one of these words at hand, no wish stands at the end of a sentence; the longer expressions are spared. */
const TAILED = /\b(?:remind(?:ed|er)?|forget|(?:this|it|that)(?: down)? (?:on|to|in|into|onto) (?:the|my|our))\b/i;

/** Finds the wish for a new task in a clause, or null. The courtesies must be off already. */
export function matchAdd(clause: string): AddBody | null {
  const sentence = clause.replace(/[\s.!?]+$/, '');
  if (/^remind me (?:who|where|how|why|when (?:is|was|were|did|does|the))\b/i.test(sentence)) return null;
  if (ASKS_BACK.test(sentence)) return null;
  for (const pattern of REMIND) {
    const found = pattern.exec(sentence);
    if (found) return { ...opened(found[1] ?? '', 'remind') };
  }
  const trailing = TAILED.test(sentence) ? /^(.{3,}?)[\s,.;–-]+(?:(?:so|and|please|could you|can you|pls)[\s,]+)*(?:remind me|don't let me forget|i (?:need|want|have) to be reminded(?: of| about)?|set (?:a |me a )reminder)(?: (?:about|of|for) (?:it|that|this))?(?: then| please)?$/i.exec(sentence) : null;
  if (trailing?.[1]) return { ...opened(trailing[1], 'remind') };
  const placed = TAILED.test(sentence) ? /^(.{3,}?)[\s,.;–-]+(?:(?:so|and|please|could you|can you|pls)[\s,]+)*(?:place|put|add|note|mark|include|write|enter) (?:this|it|that)(?: down)? ((?:on|to|in|into|onto) (?:the|my|our) (?:\S+ ){0,3}?(?:lists?|calend[ae]rs?|schedule|agenda|planner))$/i.exec(sentence) : null;
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
  if (/^(?:an?|another|one more) (?:new )?(?:reminder|task|to-?do|event|list item)(?: (?:made|set(?: up)?|created|added))?$/i.test(sentence)) return { body: '', style: 'add', empty: true, sure: true };
  const made = MAKE_NOUN.exec(sentence);
  const names = /\b(?:tasks?|items?|to-?dos?|todo)\s*#?\d/i.test(sentence);
  if (made && !names && !/["']/.test(made[1] ?? '') && !/\b(?:to|on|from|of|in|off|about|the|all|every|each|both|these|those|any)\b/i.test((made[1] ?? '').replace(/^the /i, ''))) return fromNoun(made[1] ?? '', made[2] ?? '', sentence);
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
  // "create a packing list with soap and socks on it": a task with its steps.
  const filled = NEW_LIST.test(body) && /^(?:create|make|start|add|new|set|plan)$/.test(verb) && !FOREIGN.test(body) ? /^(?:(?:a|an|the|my|me|new)\s+)*(.{3,60}? list with .+? on (?:it|the list))$/i.exec(body) : null;
  if (filled?.[1]) return { body: filled[1], style: 'add', sure: true };
  if (NEW_LIST.test(body) && /^(?:create|make|start|begin|open|produce|new|add|set|plan)$/.test(verb) && !LIST.test(` ${body}`) && !FOREIGN.test(body)) {
    return { body: '', style: 'add', empty: true, list: body };
  }
  const listed = fromList(body, 'add');
  if (listed && (/@\S+\.\w/.test(body) || /^(?:contacts?|emails?|e-?mail contacts?|favou?rites?)\b|\bplay$|\bcontacts?\b/i.test(listed.list ?? '') || /\bplay ?lists?\b/i.test(body) || /\b(?:songs?|music)\b/i.test(body))) return null;
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
export function fromList(text: string, style: AddStyle): AddBody | null {
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
