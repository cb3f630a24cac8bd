import type { LanguageContext } from '../types';
import { readFields } from './asked-fields';
import type { Selection } from './read-filter';
import { searchable } from './search-words';
import type { Command, Inputs } from './types';
import { hasWhen } from './when';
import { pattern } from '../pattern';

/** "my week" is this week, unless the phrase names its days itself. */
export function spanned(phrase: string, ctx: LanguageContext): string {
  const named = /\b(?:my|our) (day|week|weekend|month)\b/i.exec(phrase);
  if (!named?.[1]) return phrase;
  const rest = phrase.replace(named[0], ' ');
  return hasWhen(rest, ctx) ? rest : phrase.replace(named[0], named[1].toLowerCase() === 'day' ? 'today' : `this ${named[1]}`);
}

/** Words before "tasks" that name no tag. */
const NO_TAG = pattern('i')`
  ^(?:
    to-?do|todo|do|task|tasks|reminder|reminders|my|the|this|that|a|current|to-dos|today|tomorrow|of|event|events|full
    |whole|entire|complete|which|last|next|on|in|from|daily|weekly|things|january|february|march|april|may|june|july
    |august|september|october|november|december|friday|monday|tuesday|wednesday|thursday|saturday|sunday|open|pending
    |completed|overdue|done|high-priority|what
  )$
`;

export function toList(asked: string, clause: string, ctx: LanguageContext, counting = false, everywhere = false): Command {
  // "my first appointment tomorrow" is one of them.
  const edge = /\b(?:my|the) (first|earliest|very first|last|latest) (?=(?:\S+ )?(?:appointment|meeting|event|thing|task|call)\b)/i.exec(asked);
  const phrase = spanned(edge ? asked.replace(edge[0], ' ') : asked, ctx);
  const place = /\b(?:on|in|from|of|at)?\s*(?:my|the|our|that|this)?\s*\b([\p{L}'-]+) (?:lists?|calendar)\b/iu.exec(phrase);
  const tag = place?.[1]?.toLowerCase().replace(/'s$/, '');
  const isTag = tag && !NO_TAG.test(tag);
  const read = readFields(isTag && place ? phrase.replace(place[0], ' ') : phrase, ctx);
  if (edge) [read.sort, read.order, read.limit] = ['due', /^la/i.test(edge[1] ?? '') ? 'desc' : 'asc', 1];
  if (isTag) {
    read.filter.tagsAny = [...(read.filter.tagsAny ?? []), tag];
    read.about = [read.about, `tagged ${tag}`].filter(Boolean).join(', ');
  }
  if (read.problem) return { text: clause, kind: 'question', action: 'query', question: read.problem };
  const all =
    /\b(?:all|every|everything)\b.*\b(?:tasks?|to-?dos?)\b/i.test(phrase) && /\b(?:tasks|to-?dos)$/i.test(phrase.trim()) ||
    /\bincluding (?:completed|done|finished)\b/i.test(phrase);
  if (all && !Object.keys(read.filter).length) read.filter.status = undefined;
  else if (!read.filter.status && !read.filter.overdue && !everywhere) read.filter.status = 'pending';
  const command = list(read, clause, counting);
  return edge && command.kind === 'call' ? { ...command, ask: 'edge' } : command;
}

/** `list_tasks`, or `search_tasks` when words are left that no field explains. */
export function list(read: Selection, clause: string, counting = false): Command {
  const { q, ...filter } = read.filter;
  const words = [q, searchable(read.words)].filter(Boolean).join(' ');
  const said = [q, read.words].filter(Boolean).join(' ');
  const input: Inputs = { ...filter };
  if (read.sort) input.sort = read.sort;
  if (read.order) input.order = read.order;
  if (read.limit) input.limit = read.limit;
  for (const key of Object.keys(input)) if (input[key] === undefined) delete input[key];
  const about = [read.about, said ? `matching "${said}"` : '', counting ? '#count' : ''].filter(Boolean).join(', ');
  return words
    ? { text: clause, kind: 'call', tool: 'search_tasks', input: { query: words.slice(0, 200), ...input }, about }
    : { text: clause, kind: 'call', tool: 'list_tasks', input, about };
}
