import { readTask } from '..';
import { pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { GENERIC_LIST } from './add-patterns';
import { asOffer } from './create-command';
import { trimEnds } from './normalize';
import { itemsOf } from './read-headed';
import type { Command } from './types';

const BULLET = /(?:^|\n)\s*(?:[-*•‣–]|\[ ?\])\s+/;
const HEAD = pattern('iu')`
  ^(?:
    (?:hi|hey|ok(?:ay)?|please|can you|could you|i need to|i want to|i'd like to)[\s,]+
  )*(?:add|create|make|put|note(?: down)?|write down|set up|new)\b(?: me)?(?: (?:the|these|this|following|all|of|my|a few|some|new|two|three|four|five|six|\d{1,2})
  )*(?: (?:
    tasks?|items?|things|to-?dos?|to-?do list|reminders?|list
  ))?(?: (?:to|on|in) (?:my|the) (?:([\p{L}-]{2,20}) )?(?:list|tasks|to-?dos?))?\s*:?$
`;
const NAMED_LIST = /^(?:my |the )?([\p{L}-]{2,20})(?: list)?\s*:$/iu;
const TASKS = /^(?:my |the |new )?(?:tasks|to-?dos?|to-?do list|list|things to do|reminders)\s*:?$/i;
/** add "call mom" and "call dad": each as it stands. */
const QUOTED = /^(?:please )?(?:add|create)(?: tasks?)?:? "[^"]{1,200}"(?:(?:,| and|, and|;) "[^"]{1,200}")+[.!]*$/i;
/** "make a list called adulting with do taxes, call insurance", "put these on my shopping list: milk, eggs". */
const WITH_ITEMS = [
  pattern('iu')`^(?:please |can you |could you )*(?:make|create|start|add|set up|open|new)(?: me)?(?: an?| my| the)?(?: new)? list (?:called|named|titled|labell?ed) "?(?<name>[\p{L}\p{N}' -]{2,30}?)"?(?:,? (?:with|containing|including|and (?:put|add))|\s?:|,) (?<items>.{3,600}?)(?: (?:on|in|to) it)?$`,
  pattern('iu')`^(?:please |can you |could you )*(?:add|put)(?: (?:these|this|those|the following|all (?:of )?(?:this|these)))?(?: \p{L}+)? (?:to|on|in) (?:my |the )?(?<name>[\p{L}\p{N}'-]{2,30})(?: list)?\s*:\s*(?<items>.{3,600})$`,
];
const ITEMS_AT_MOST = 50;

/** "1. pack 2. rent a van" or lines with a sign before each: the head, and the items. Null when it is no such list. */
function partsOf(text: string): { head: string; items: string[] } | null {
  const cuts: { start: number; end: number }[] = [];
  let from = 0;
  for (let count = 1; count <= ITEMS_AT_MOST; count += 1) {
    const found = new RegExp(`(?:^|[\\s:,;])${count}[.)]\\s+(?=\\S)`).exec(text.slice(from));
    if (!found) break;
    cuts.push({ start: from + found.index, end: from + found.index + found[0].length });
    from += found.index + found[0].length;
  }
  if (cuts.length < 2) {
    cuts.length = 0;
    for (const found of text.matchAll(new RegExp(BULLET, 'g'))) cuts.push({ start: found.index, end: found.index + found[0].length });
  }
  const [first] = cuts;
  if (!first || cuts.length < 2 || cuts.length > ITEMS_AT_MOST) return null;
  const items = cuts.map(({ end }, at) => trimEnds(text.slice(end, cuts[at + 1]?.start ?? text.length).replace(/\s+/g, ' ')));
  return items.every(Boolean) ? { head: text.slice(0, first.start).trim().replace(/\s+/g, ' '), items } : null;
}

/** Tasks that are written as a list, numbered or with a sign before each: one task for each line. */
export function readListed(text: string, ctx: LanguageContext): Command | null {
  if (text.length > 4_000) return null;
  const quotes = QUOTED.test(text.trim()) ? [...text.matchAll(/"([^"]{1,200})"/g)].map((found) => readTask(found[0], ctx)) : [];
  if (quotes.length > 1 && quotes.every(({ title, problem }) => title && !problem)) return { text: text.trim(), kind: 'create', tasks: quotes };
  const line = trimEnds(text.replace(/\s+/g, ' '));
  const { name, items: named } = WITH_ITEMS.map((form) => form.exec(line)?.groups).find(Boolean) ?? {};
  if (name && named && !/\n/.test(text)) {
    const tags = GENERIC_LIST.test(name) || /^(?:calendar|schedule|agenda|it|that)$/i.test(name) ? [] : [name.toLowerCase()];
    const tasks = itemsOf(named).map((item) => readTask(item, ctx)).map((draft) => ({ ...draft, tags: [...new Set([...draft.tags, ...tags])] }));
    if (tasks.length && tasks.every(({ title, problem }) => title && !problem)) return { text: line, kind: 'create', tasks };
  }
  const parts = partsOf(text);
  if (!parts) return null;
  const { head, items } = parts;
  const added = HEAD.exec(head);
  const list = added ? added[1] : NAMED_LIST.exec(head)?.[1];
  if (!added && !list && head && !TASKS.test(head)) return null;
  const tag = list && !GENERIC_LIST.test(list) && !/^(?:tasks?|todos?|items|things|following|list)$/i.test(list) ? [list.toLowerCase()] : [];
  const drafts = items.map((item) => readTask(item, ctx)).map((draft) => ({ ...draft, tags: [...new Set([...draft.tags, ...tag])] }));
  if (drafts.some(({ title, problem }) => !title || problem)) return null;
  const command: Extract<Command, { kind: 'create' }> = { text: text.replace(/\s+/g, ' ').trim(), kind: 'create', tasks: drafts };
  if (added || list || head) return command;
  return { ...asOffer(command, 'add'), kind: 'question', action: 'add', question: `Shall I add these ${drafts.length} as tasks?`, offer: command };
}
