import type { LanguageContext } from '../types';
import { addDays, localNow } from './normalize';
import type { Filter, Sort } from './types';
import { PLACE_NOUN, TASK_NOUN } from './vocabulary';
import { pointIn, rangeIn } from './when';

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

const COUNTS: Record<string, number> = { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twenty: 20 };
const COUNT = `\\d{1,3}|${Object.keys(COUNTS).join('|')}`;
const TAG = "#?[\\p{L}\\p{N}][\\p{L}\\p{N}_'-]*";
const NOT_A_TAG = /^(?:that|which|are|is|due|this|today|tomorrow|and|or|with|in|on|for|my|the|of|by)$/i;

const SORTS: [RegExp, Sort, 'asc' | 'desc'][] = [
  [/\b(?:due|dates?|deadlines?)\b/, 'due', 'asc'],
  [/\b(?:priority|priorities|importance)\b/, 'priority', 'desc'],
  [/\burgency\b/, 'urgency', 'desc'],
  [/\b(?:created|creation|added|age)\b/, 'created', 'desc'],
  [/\b(?:updated|changed|modified)\b/, 'updated', 'desc'],
  [/\b(?:title|name|alphabet\w*)\b/, 'title', 'asc'],
  [/\bnumbers?\b/, 'number', 'asc'],
];

const STATUS: [RegExp, Filter, string][] = [
  [/\b(?:not (?:yet )?(?:done|completed?|finished)|incomplete|uncompleted|unfinished|undone|pending|outstanding|open|active|unchecked|remaining|unresolved|still (?:open|to do|due)|to be done|(?:that (?:are|is) )?left(?: to do| over)?|yet to do|haven't (?:done|finished|completed)(?: yet)?|(?:still )?(?:have|need) to do)\b/, { status: 'pending' }, 'open'],
  [/\b(?:completed?|done|finished|closed|checked[- ]off|ticked[- ]off|accomplished|complete)\b/, { status: 'completed' }, 'completed'],
  [/\b(?:overdue|past[- ]due|late|missed|behind)\b/, { overdue: true }, 'overdue'],
  [/\b(?:in the )?(?:trash(?:ed)?|deleted|bin)\b/, { status: 'trash' }, 'in the trash'],
  [/\b(?:recurring|repeating|recurrent)\b/, { recurring: true }, 'repeating'],
  [/\b(?:without|with no|have no|has no|lacking|no) (?:an? |any )?(?:due )?(?:dates?|deadlines?)\b|\b(?:undated|unscheduled|not scheduled)\b/, { noDue: true }, 'without a due date'],
  [/\b(?:untagged|without (?:any |a )?(?:tags?|labels?)|with no (?:tags?|labels?)|not tagged)\b(?! (?:with|as))/, { untagged: true }, 'without tags'],
];

const PRIORITY: [RegExp, Filter['priority'], string][] = [
  [/\b(?:high|highest|top|p1)(?:[- ]priority)?\b|\b(?:urgent|important|critical|crucial)\b|\bpriority (?:is )?high\b|!high\b|!1\b/, ['high'], 'high priority'],
  [/\bmedium(?:[- ]priority)?\b|\bp2\b|\bpriority (?:is )?medium\b|\bnormal[- ]priority\b/, ['medium'], 'medium priority'],
  [/\blow(?:est)?[- ]priority\b|\bp3\b|\bpriority (?:is )?low\b|\b(?:unimportant|non-?urgent)\b/, ['low'], 'low priority'],
  [/\b(?:no|without(?: a)?) priority\b/, ['none'], 'without priority'],
];

const TIMES: [RegExp, string, string, string][] = [
  [/\b(?:in the |this )?mornings?\b/, '00:00', '12:00', 'in the morning'],
  [/\b(?:in the |this )?afternoons?\b/, '12:00', '17:00', 'in the afternoon'],
  [/\b(?:in the |this )?evenings?\b/, '17:00', '23:59', 'in the evening'],
];

const FILLER = new RegExp(
  `\\b(?:${TASK_NOUN}|${PLACE_NOUN}|all|any|every|everything|anything|each|my|mine|our|the|a|an|of|on|in|at|for|from|with|that|which|who|are|is|were|was|be|been|have|has|had|i|we|me|us|you|do|does|did|to|due|by|until|till|there|set|up|marked|tagged|labell?ed|having|named|called|about|it|them|those|these|this|and|but|just|only|currently|current|right now|now|please|again|list|listed|show|so far|coming up|upcoming|existing|available|saved|scheduled|planned|programs?|data|content|contents|also|as|well|how many|what|whats|else|got|going|happening|know|see|hear|next)\\b`,
  'giu',
);

/**
 * Reads which tasks a phrase means: status, priority, tags, days, times of day, order and count. The clock and zone come in
 * `ctx`. Never fails: what it cannot read is left in `words`.
 */
export function readFilter(phrase: string, ctx: LanguageContext): Selection {
  let rest = ` ${phrase.toLowerCase()} `;
  const filter: Filter = {};
  const about: string[] = [];
  const out: Selection = { filter, words: '', about: '' };
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const found = pattern.exec(rest);
    if (found) rest = `${rest.slice(0, found.index)} ${rest.slice(found.index + found[0].length)}`.replace(/\s+/g, ' ');
    return found;
  };

  const words = take(/\s"([^"]{1,150})"/) ?? take(/\s'([^']{2,150})'(?=[\s,.!?])/);
  const sort = take(/,?\s(?:sort(?:ed)?|order(?:ed)?|arranged?|ranked|organi[sz]ed)(?: them| it)? by ([a-z ]{3,30}?)(?:,? (asc\w*|desc\w*|newest first|latest first|oldest first|highest first|lowest first))?(?=\s*[,.!?]|\s+and\b|\s*$)/) ?? take(/\s(alphabetically|by (?:priority|due date|date|deadline|urgency|importance|title|name|number))(?=\s*[.!?]*\s*$)/);
  if (sort) {
    const key = SORTS.find(([pattern]) => pattern.test(sort[1] ?? ''));
    if (key) [, out.sort, out.order] = key;
    if (/^(?:desc|newest|latest|highest)/.test(sort[2] ?? '')) out.order = 'desc';
    if (/^(?:asc|oldest|lowest)/.test(sort[2] ?? '')) out.order = 'asc';
  }
  const age = take(/\s(?:the )?(newest|latest|most recent(?:ly added)?|oldest)(?: (?:ones? )?first)?(?=\s)/);
  if (age) [out.sort, out.order] = ['created', age[1] === 'oldest' ? 'asc' : 'desc'];
  const count = take(new RegExp(`\\s(?:the |my )?(top|first|next|last|latest)? ?(${COUNT}) (?=(?:[a-z-]+ ){0,3}(?:tasks|todos|to-dos|items|reminders|things|ones))`));
  if (count?.[2]) {
    out.limit = COUNTS[count[2]] ?? Number(count[2]);
    if (count[1] === 'top') [out.sort, out.order] = ['urgency', 'desc'];
    else if (count[1] === 'next') [out.sort, out.order] = ['due', 'asc'];
    else if (count[1] === 'last' || count[1] === 'latest') [out.sort, out.order] = ['created', 'desc'];
  }

  readTags(take, filter, about);
  readPast(take, filter, about, ctx);
  // "not so important" is no wish for the important ones.
  if (take(/\b(?:not (?:so |that |very )?(?:important|urgent)|less important)\b/)) {
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
    .replace(FILLER, ' ')
    .replace(/(?:^|\s)(?:'s|s'|'re|'ve)(?=\s|$)/g, ' ')
    .replace(/[^\p{L}\p{N}'&+\-\s]/gu, ' ')
    .replace(/(?:^|\s)[-'&+]+(?=\s|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  out.about = about.join(', ');
  return out;
}

type Take = (pattern: RegExp) => RegExpExecArray | null;

function readTags(take: Take, filter: Filter, about: string[]): void {
  const without = take(new RegExp(`\\s(?:not tagged|without (?:the )?tags?|except (?:those )?tagged|but not|without)(?: with| as)? (#${TAG.slice(2)}|(?<=tagg?e?d? )${TAG})`, 'u'));
  if (without?.[1]) {
    filter.tagsNone = [without[1].replace(/^#/, '')];
    about.push(`not tagged ${without[1]}`);
  }
  const names: string[] = [];
  let all = false;
  const said = take(new RegExp(`\\s(?:(?:that are |which are )?(?:tagged|labell?ed)(?: (?:with|as))?|with (?:the )?(?:tags?|labels?)|under(?: the)? (?:tag|label)|(?:in|on|from) (?:the )?(?:tag|label|project|category)|(?:tags?|labels?|category|project)(?: is)?:?) ["']?(${TAG}(?:(?: and | or |, ?(?:and |or )?| & )${TAG}){0,5})["']?`, 'u'));
  if (said?.[1]) {
    const list = said[1].split(/ and | or |, ?(?:and |or )?| & /).map((name) => name.replace(/^#/, '').replace(/'$/, ''));
    names.push(...list.filter((name) => name && !NOT_A_TAG.test(name)));
    all = / and | & /.test(said[1]) && !/ or /.test(said[1]);
  }
  let either = false;
  for (let next = take(new RegExp(`(\\sor)?\\s#(${TAG.slice(2)})`, 'u')); next?.[2] && names.length < 10; next = take(new RegExp(`(\\sor)?\\s#(${TAG.slice(2)})`, 'u'))) {
    names.push(next[2]);
    if (next[1]) either = true;
    else if (names.length > 1) all = true;
  }
  if (!names.length) return;
  filter[all && !either ? 'tagsAll' : 'tagsAny'] = [...new Set(names)];
  about.push(`tagged ${names.join(all && !either ? ' and ' : ' or ')}`);
}

/** "added yesterday", "finished last week": ranges of creation and completion, which look back. */
function readPast(take: Take, filter: Filter, about: string[], ctx: LanguageContext): void {
  const found = take(
    /\b(?:(?:that |which )?(?:i |we |were |was |have been |have |i've |got )*)?(added|add|created|create|made|entered|finished|completed|done|checked off|accomplished|did|complete|finish)(?: in| on| during| for)? (today|yesterday|(?:this|last|the last|the past|past) (?:week|month|year|weekend|\d{1,3} (?:days|weeks|months))|(?:since|on|in) [a-z]+(?: \d{1,2}(?:st|nd|rd|th)?)?)\b/,
  );
  if (!found?.[1] || !found[2]) return;
  const range = pastRange(found[2], ctx);
  if (!range) return;
  if (/^(?:add|creat|made|enter)/.test(found[1])) {
    [filter.createdFrom, filter.createdTo] = [range.from, range.to];
    about.push(`added ${found[2]}`);
  } else {
    filter.status = 'completed';
    [filter.completedFrom, filter.completedTo] = [range.from, range.to];
    about.push(`completed ${found[2]}`);
  }
}

/** A span of days that ends today at the latest: "this week" so far, "last month", "the past 7 days". */
export function pastRange(words: string, ctx: LanguageContext): { from: string; to: string } | null {
  const { date: today } = localNow(ctx.now, ctx.timeZone);
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  const sinceStart = (weekday - (ctx.weekStart ?? 1) + 7) % 7;
  const monday = addDays(today, -sinceStart);
  const month = `${today.slice(0, 7)}-01`;
  if (/\btoday\b/.test(words)) return { from: today, to: today };
  if (/\byesterday\b/.test(words)) return { from: addDays(today, -1), to: addDays(today, -1) };
  if (/\bthis week\b/.test(words)) return { from: monday, to: today };
  if (/\bthis month\b/.test(words)) return { from: month, to: today };
  if (/\bthis year\b/.test(words)) return { from: `${today.slice(0, 4)}-01-01`, to: today };
  const span = /\b(?:last|past) (\d{1,3}) (day|week|month)s?\b/.exec(words);
  if (span) return { from: addDays(today, 1 - Number(span[1]) * (span[2] === 'day' ? 1 : span[2] === 'week' ? 7 : 30)), to: today };
  if (/\b(?:last|past|previous) weekend\b/.test(words)) {
    const saturday = addDays(today, -((weekday + 1) % 7 || 7));
    return { from: saturday, to: addDays(saturday, 1) };
  }
  if (/\b(?:last|past|previous) week\b/.test(words)) return { from: addDays(monday, -7), to: addDays(monday, -1) };
  if (/\b(?:last|past|previous) month\b/.test(words)) {
    const end = addDays(month, -1);
    return { from: `${end.slice(0, 7)}-01`, to: end };
  }
  if (/\b(?:last|past|previous) year\b/.test(words)) {
    const year = Number(today.slice(0, 4)) - 1;
    return { from: `${year}-01-01`, to: `${year}-12-31` };
  }
  const day = /\b(since|on|in) (.+)$/.exec(words);
  const point = day?.[2] ? pointIn(day[2], ctx) : null;
  if (!day || !point?.date) return null;
  // The engine looks forward; what is done lies behind, so step back by the week or the year that it went ahead.
  let from = point.date;
  if (from > today) from = addDays(from, -7) <= today ? addDays(from, -7) : `${Number(from.slice(0, 4)) - 1}${from.slice(4)}`;
  return { from, to: day[1] === 'on' ? from : today };
}

function readTimes(take: Take, filter: Filter, about: string[], ctx: LanguageContext, rest: () => string): void {
  const bound = take(/\s(after|before|by|past|from|at|around|for) (noon|midday|\d{1,2}(?::\d\d)? ?(?:am|pm|a\.m\.?|p\.m\.?|o'clock)|\d{1,2}:\d\d)(?=[\s,.!?])/) ?? take(/\s(my|the) (\d{1,2}(?::\d\d)? ?(?:am|pm|a\.m\.?|p\.m\.?))(?=[\s,.!?])/);
  if (bound?.[1] && bound[2]) {
    const time = pointIn(`at ${bound[2]}`, ctx)?.time;
    if (time) {
      if (/after|past|from/.test(bound[1])) filter.timeFrom = time;
      else if (/before|by/.test(bound[1])) filter.timeTo = time;
      else [filter.timeFrom, filter.timeTo] = [time, nextMinute(time)];
      about.push(`${bound[1].replace(/^(?:my|the|for)$/, 'at')} ${bound[2].trim()}`);
    }
    return;
  }
  if (/\btonight\b/.test(rest())) filter.timeFrom ??= '17:00';
  for (const [pattern, from, to, said] of TIMES) {
    const found = take(pattern);
    if (!found) continue;
    filter.timeFrom = from;
    if (to !== '23:59') filter.timeTo = to;
    about.push(said);
    if (found[0].startsWith('this ')) {
      filter.dueFrom = filter.dueTo = localNow(ctx.now, ctx.timeZone).date;
    }
  }
}

const nextMinute = (time: string): string => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const next = Math.min(hours * 60 + minutes + 1, 1_439);
  return `${String(Math.floor(next / 60)).padStart(2, '0')}:${String(next % 60).padStart(2, '0')}`;
};
