import { formatMinutes, localParts, parseMinutes } from '../calendar';
import { pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { pastRange } from './past-range';
import type { Filter } from './types';
import { pointIn } from './when';

const TAG = "#?[\\p{L}\\p{N}][\\p{L}\\p{N}_'-]*";
const NOT_A_TAG = /^(?:that|which|are|is|due|this|today|tomorrow|and|or|with|in|on|for|my|the|of|by)$/i;

const TIMES: [RegExp, string, string, string][] = [
  [/\b(?:in the |this )?mornings?\b/, '00:00', '12:00', 'in the morning'],
  [/\b(?:in the |this )?afternoons?\b/, '12:00', '17:00', 'in the afternoon'],
  [/\b(?:in the |this )?evenings?\b/, '17:00', '23:59', 'in the evening'],
];

const HOUR = "(?:noon|midday|\\d{1,2}(?::\\d\\d)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: ?(?:am|pm|a\\.m\\.?|p\\.m\\.?|o'clock))?";
/** "from three to five", "between 9am and noon": the hours of a day. Two bare numbers may be anything else. */
const HOURS = pattern('')`
  \s(?:from|between) (?!\d+ \S+ \d+\s)(${HOUR}) (?:to|and|until|till|-) (${HOUR})(?=
    \s*(?:$|[,.!?]|(?:on|today|tomorrow|tonight|this|next|in|mon|tues|wednes|thurs|fri|satur|sun))
  )
`;

type Take = (pattern: RegExp) => RegExpExecArray | null;

export function readTags(take: Take, filter: Filter, about: string[]): void {
  const without = take(new RegExp(`\\s(?:(?:(?:that |which )?(?:is|are)(?:n't| not)|not) (?:tagged|labell?ed)|without (?:the )?tags?|except (?:those )?tagged|but not|without)(?: with| as)? (#${TAG.slice(2)}|(?<=tagg?e?d? |labell?ed )${TAG})((?:(?:,| or|, or| and) ${TAG})*)(?=[\\s,.!?])`, 'u'));
  if (without?.[1]) {
    const none = `${without[1]}${without[2] ?? ''}`.split(/,? or | and |, /).map((name) => name.replace(/^#/, ''));
    filter.tagsNone = none;
    about.push(`not tagged ${none.join(' or ')}`);
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

/** "that I finished this week". */
const CHANGED_WHEN = pattern('')`
  \b(?:(?:that |which )?(?:i |we |were |was |have been |have |i've |got )*)?(?<!\bto be )(
    added|add|created|create|made|entered|finished|completed|done|checked off|accomplished|did|complete|finish
  )(?: in| on| during| for)? (
    today|yesterday
    |(?:this|last|the last|the past|past) (?:week|month|year|weekend|\d{1,3} (?:days|weeks|months))
    |(?:since|on|in) [a-z]+(?: \d{1,2}(?:st|nd|rd|th)?)?
  )\b
`;
/** "completed tasks from last month". */
const CHANGED_TASKS_OF = pattern('')`
  \b(
    completed|finished|done|checked off|created|added
  )(?: (?:my|the))? (?:tasks?|to-?dos?|items?|things?|ones?) (?:from|in|of|during|for|on)? ?(
    today|yesterday|(?:this|last|the last|the past|past) (?:week|month|year|weekend|\d{1,3} (?:days|weeks|months))
  )\b
`;

/** "added yesterday", "finished last week": ranges of creation and completion, which look back. */
export function readPast(take: Take, filter: Filter, about: string[], ctx: LanguageContext): void {
  const found = take(CHANGED_WHEN);
  const of = found ? null : take(CHANGED_TASKS_OF);
  readPastOf(found ?? of, filter, about, ctx);
}

function readPastOf(found: RegExpExecArray | null, filter: Filter, about: string[], ctx: LanguageContext): void {
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

const AT_CLOCK = pattern('')`
  \s(after|before|by|past|from|at|around|for) (
    noon|midday|\d{1,2}(?::\d\d)? ?(?:am|pm|a\.m\.?|p\.m\.?|o'clock)|\d{1,2}:\d\d
  )(?=[\s,.!?])
`;
/** "my 3 pm". */
const CLOCK_ALONE = /\s(my|the) (\d{1,2}(?::\d\d)? ?(?:am|pm|a\.m\.?|p\.m\.?)|\d{1,2}:\d\d)(?=[\s,.!?])/;

export function readTimes(take: Take, filter: Filter, about: string[], ctx: LanguageContext, rest: () => string): void {
  const hours = take(HOURS);
  if (hours?.[1] && hours[2]) {
    [filter.timeFrom, filter.timeTo] = [clockOf(hours[1], ctx), clockOf(hours[2], ctx)];
    about.push(hours[0].trim());
    return;
  }
  const bound = take(AT_CLOCK) ?? take(CLOCK_ALONE);
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
      filter.dueFrom = filter.dueTo = localParts(ctx.now, ctx.timeZone).date;
    }
  }
}

/** An hour that is said without its half of the day is one of the waking ones. */
const clockOf = (hour: string, ctx: LanguageContext): string | undefined =>
  pointIn(`at ${hour}${/^(?:[1-7]|one|two|three|four|five|six|seven)$/.test(hour) ? ' pm' : /^(?:8|9|1[01]|eight|nine|ten|eleven)$/.test(hour) ? ' am' : ''}`, ctx)?.time;

const nextMinute = (time: string): string => formatMinutes(Math.min((parseMinutes(time) ?? 0) + 1, 1_439));
