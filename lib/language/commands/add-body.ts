import { GENERIC_LIST, LIST, OPENING, OWN_LIST, STATED, THING } from './add-patterns';

/** How a wish for a new task was put: it decides how eagerly "and" parts two tasks, and which words open the title. */
export type AddStyle = 'add' | 'remind' | 'need' | 'bare';

/** `sure`: said so plainly that no other reading of the sentence is tried. */
export type AddBody = { body: string; style: AddStyle; list?: string; empty?: boolean; several?: boolean; sure?: boolean };

/** "milk on my shopping list": the list's name becomes a tag, unless it is just the to-do list. */
export function fromList(text: string, style: AddStyle): AddBody | null {
  const own = OWN_LIST.exec(text);
  const mine = own?.[1] ?? own?.[2];
  if (own && mine) return { body: text.slice(0, own.index), style, ...tagOf(mine) };
  const found = LIST.exec(` ${text}`);
  if (!found) return null;
  const padded = ` ${text}`;
  const day = found[1] ? ` ${found[1]}` : '';
  const body = `${padded.slice(0, found.index)}${day}${padded.slice(found.index + found[0].length)}`.trim();
  return { ...opened(body.replace(/(?<=\S) down$/i, ''), style), ...tagOf(found[5] ?? (found[4] ? undefined : found[2])) };
}

function tagOf(name: string | undefined): { list?: string } {
  const clean = (name ?? '').trim().replace(/^(?:my|the|our)\s+/i, '').replace(/'s$/, '');
  return clean && !GENERIC_LIST.test(clean) && !/^things\b/i.test(clean) ? { list: clean.toLowerCase() } : {};
}

/** "a task with no name". */
export const NAMELESS = /^(?:with(?:out)? )?(?:no|any|a blank|an empty) (?:name|title)$/i;

const ANOTHER_LEAD = /^(?:another|one more)(?: (?:one|task|thing|item))?\s*[:,]\s*/i;
const AS_WELL_END = /\s+(?:as well|too|instead|as (?:new )?(?:tasks|to-?dos|reminders))$/i;

/** The body without the words that only lead to it ("about my", "that I have to"). */
export function opened(text: string, style: AddStyle): AddBody {
  let body = text.trim().replace(ANOTHER_LEAD, '').replace(AS_WELL_END, '').replace(/^(?:also|please|again)\s+/i, '');
  for (let round = 0; round < 3; round += 1) body = body.replace(OPENING, '');
  if (style === 'remind') body = body.replace(STATED, '').replace(/^to (?:to )?(?=\S)/i, '');
  return { body: body.trim(), style, empty: THING.test(body.trim()) || NAMELESS.test(body.trim()) };
}
