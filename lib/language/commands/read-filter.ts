import type { LanguageContext } from '../types';
import { readPast, readTags, readTimes } from './filter-parts';
import { COUNT, COUNTS, FILLER, NOT_LEVEL, PRIORITY, SORTS, STATUS } from './filter-words';
import type { Filter, Sort } from './types';
import { pointIn, rangeIn } from './when';
import { pattern } from '../pattern';

/** A description of tasks taken apart. `about` says it back ("due this week"); `words` is what no field explains. */
export type Selection = {
  filter: Filter;
  sort?: Sort;
  order?: 'asc' | 'desc';
  limit?: number;
  words: string;
  about: string;
  /** A day that does not exist, as a question. */
  problem?: string;
};

const SORTED_BY = pattern('')`
  ,?\s(?:sort(?:ed)?|order(?:ed)?|arranged?|ranked|organi[sz]ed)(?: them| it)? by ([a-z ]{3,30}?)(?:
    ,? (asc\w*|desc\w*|newest first|latest first|oldest first|highest first|lowest first)
  )?(?=\s*[,.!?]|\s+and\b|\s*$)
`;
const SORT_WORD = pattern('')`
  \s(alphabetically|by (?:priority|due date|date|deadline|urgency|importance|title|name|number))(?=\s*[.!?]*\s*$)
`;
const MOST_URGENT_FIRST = pattern('')`
  \s(?:so (?:that )?)?(?:the )?(?:
    most (?:important|urgent)|highest priority
  )(?: (?:ones?|tasks?|things?|stuff))?(?: (?:come|comes|are|is|go|goes|being))? first(?=[\s.])
`;

/**
 * Reads which tasks a phrase means: status, priority, tags, days, times of day, order and count. The clock and zone come in
 * `ctx`. Never fails: what it cannot read is left in `words`.
 */
export function readFilter(phrase: string, ctx: LanguageContext): Selection {
  let rest = ` ${phrase.toLowerCase().replace(/\b(today|tomorrow|tonight|(?:sun|mon|tues|wednes|thurs|fri|satur)day|week|weekend|month|year)'s\b/g, '$1')} `;
  const filter: Filter = {};
  const about: string[] = [];
  const out: Selection = { filter, words: '', about: '' };
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const found = pattern.exec(rest);
    if (found) rest = `${rest.slice(0, found.index)} ${rest.slice(found.index + found[0].length)}`.replace(/\s+/g, ' ');
    return found;
  };

  // "all IT tasks": a department, and not a word of little meaning.
  if (take(/(?<=^ |\s(?:all|my|the|any|open|show|list|our))\s?it (?=(?:tasks|to-?dos|items|ones|stuff|reminders)\b)/)) {
    filter.tagsAny = ['it'];
    about.push('tagged it');
  }
  const words = take(/\s"([^"]{1,150})"/) ?? take(/\s'([^']{2,150})'(?=[\s,.!?])/);
  const sort = take(SORTED_BY) ?? take(SORT_WORD);
  if (sort) {
    const key = SORTS.find(([pattern]) => pattern.test(sort[1] ?? ''));
    if (key) [, out.sort, out.order] = key;
    // The most urgent come first where urgency goes up.
    const [high, low] = out.sort === 'urgency' ? (['asc', 'desc'] as const) : (['desc', 'asc'] as const);
    if (/^(?:desc|newest|latest|highest)/.test(sort[2] ?? '')) out.order = high;
    if (/^(?:asc|oldest|lowest)/.test(sort[2] ?? '')) out.order = low;
  }
  if (take(MOST_URGENT_FIRST)) [out.sort, out.order] = ['urgency', 'asc'];
  // "my 5 most urgent tasks": an order, and no level of priority.
  if (take(/(?<=\s(?:\S+ )?)(?:the |my )?most (?:important|urgent|pressing)(?=\s(?!first))/)) [out.sort, out.order] = ['urgency', 'asc'];
  take(/(?<=\s)(?:the )?most (?=overdue\b)/);
  const age = take(/\s(?:the )?(newest|latest|most recent(?:ly added)?|oldest)(?: (?:ones? )?first)?(?=\s)/);
  if (age) [out.sort, out.order] = ['created', age[1] === 'oldest' ? 'asc' : 'desc'];
  const count = take(new RegExp(`\\s(?:the |my )?(top|first|next|last|latest)? ?(${COUNT}) (?=(?:[a-z-]+ ){0,3}(?:tasks|todos|to-dos|items|reminders|things|ones|events|meetings|appointments))`));
  if (count?.[2]) {
    out.limit = COUNTS[count[2]] ?? Number(count[2]);
    if (count[1] === 'top') [out.sort, out.order] = ['urgency', 'asc'];
    else if (count[1] === 'next') [out.sort, out.order] = ['due', 'asc'];
    else if (count[1] === 'last' || count[1] === 'latest') [out.sort, out.order] = ['created', 'desc'];
  }

  readTags(take, filter, about);
  readPast(take, filter, about, ctx);
  // "not so important" is no wish for the important ones, and "not urgent" is none for the urgent.
  for (const [pattern, levels, said] of NOT_LEVEL) {
    if (filter.priority || !take(pattern)) continue;
    filter.priority = levels;
    about.push(said);
  }
  if (take(/\b(?:not (?:so |that |very )(?:important|urgent)|less (?:important|urgent))\b/)) {
    filter.priority = ['low'];
    about.push('low priority');
  }
  const levels: NonNullable<Filter['priority']> = [];
  for (const [pattern, level, said] of PRIORITY) {
    if (level && take(pattern)) {
      levels.push(...level);
      about.push(said);
    }
  }
  if (levels.length) filter.priority = levels;
  take(/\bpriority\b/);
  for (const [pattern, part, said] of STATUS) {
    if ((part.status && filter.status) || (part.status && filter.completedFrom)) continue;
    if (take(pattern)) {
      Object.assign(filter, part);
      about.push(said);
    }
  }
  readTimes(take, filter, about, ctx, () => rest);
  const range = rangeIn(rest, ctx);
  if (range) {
    rest = range.rest;
    if (range.from) filter.dueFrom = range.from;
    if (range.to) filter.dueTo = range.to;
    about.push(`due ${range.said}`);
  } else if (pointIn(rest, ctx)?.problem === 'impossible_date') out.problem = 'That day does not exist. Which day do you mean?';
  if (words?.[1]) filter.q = words[1];
  out.words = rest
    .replace(/(?<=\p{L})(?:-| is | are )related\b(?: to)?|\brelated to\b|\b(?:to|anything|something) do with\b/gu, ' ')
    .replace(FILLER, ' ')
    .replace(/(?:^|\s)(?:'s|s'|'re|'ve)(?=\s|$)/g, ' ')
    .replace(/[^\p{L}\p{N}'&+\-\s]/gu, ' ')
    .replace(/(?:^|\s)[-'&+]+(?=\s|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  out.about = about.join(', ');
  return out;
}
