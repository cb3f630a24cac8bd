import { pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { isOnlyWhen } from './when';

/** "tag all tasks work, but not …". */
const TAG_EXCEPT = pattern('iu')`
  ^((?:tag|label) )((?:all|everything|every|them|these|those)\b.{0,60}?) (?:as |with )?(#?[\p{L}\p{N}_-]+),? (
    (?:but not|except(?: for)?|excluding|apart from|other than) .{1,100}?
  )[.!]*$
`;
/** "move all to Friday, except …". */
const CHANGE_EXCEPT = pattern('i')`
  ^(
    (?:\S+ ){0,3}?(?:move|reschedule|push|postpone|shift|snooze|set|mark|change|tag) )(.{2,80}?)( (?:to|until|till|by|as|with) [^,]{2,40}?| done| complete),? ((?:but not|except(?: for)?|excluding|apart from|other than) .{1,100}?)[.!]*$
`;

/** "delete 5 but keep 6": of single ones nothing more is said; of many it says what stays. */
const BUT_KEEP = pattern('i')`
  ^((?:please )?(?:delete|remove|erase|trash|cancel|complete|finish|clear|move|push|postpone|bump|reschedule|tag|mark)) (.{1,80}?),? (?:but|and) (?:please )?(?:(?:keep|leave|spare)|(?<=but )not) (.{1,60}?)(?: alone| as (?:it|they) (?:is|are)| though)?[.!]*$
`;
const NUMBERS = /^(?:tasks? )?#?\d+(?:(?:,| and|, and) #?\d+)*$/i;
const SEVERAL = /^(?:all|every|everything)\b|s$|\b(?:tasks|ones)\b/i;

/** "keep the standup but delete everything else tomorrow", "only the standup stays, the rest moves to Friday": what stays is said first. */
const KEEP_BUT = /^(?:please )?(?:keep|leave|spare) (.{2,40}?)(?: alone| as (?:it|they) (?:is|are)| where (?:it|they) (?:is|are))?,? (?:but|and|then) (?:please |you can )*(move|push|postpone|bump|delete|remove|cancel|clear|complete|tag|drop) (everything else|all (?:the )?others?|(?:all )?the (?:rest|others))(?: of (?:it|them))?\b(.*)$/i;
const ONLY_STAYS = /^(?:only (?=.* (?:stays?|remains?))|(?:keep|leave) )(.{2,40}?)(?: (?:stays?|remains?)| alone| as (?:it|they) (?:is|are)| where (?:it|they) (?:is|are))( (?:on )?(?:today|tomorrow|\w+day))?(?: (?:put|there))?,? (?:and |but )?(everything else|(?:all )?the (?:rest|others))( (?:on |next |this )?\w+)? (?:should |can |must )?(?:moves?|goes?|be moved) (to .+)$/i;
const others = (said: string, day: string): string => (/^everything/i.test(said) || day ? `everything${day}` : 'all of them');

/** Parts of one task, and no tasks. */
const FIELDS = /\b(?:notes?|description|tags?|steps|sub-?tasks|copy|date|day)\b/i;
/** "delete 1, 2 and not 3". */
const AND_NOT = /^((?:please )?(?:delete|remove|complete|move|tag) (?:tasks? )?#?\d.*?),? (?:and|but) not (?:task |number )?#?\d+[.!]*$/i;

const keepFirst = (said: string): string => said
  .replace(AND_NOT, '$1')
  .replace(KEEP_BUT, (_, kept: string, verb: string, rest: string, more: string) => {
    const to = / (?:to|until|till|as|with) .*$/i.exec(more)?.[0] ?? '';
    return `${verb} ${others(rest, more.slice(0, more.length - to.length))} except ${kept}${to}`;
  })
  .replace(ONLY_STAYS, (_, kept: string, day: string | undefined, rest: string, on: string | undefined, to: string) => `move ${others(rest, on ?? day ?? '')} except ${kept} ${to}`)
  .replace(BUT_KEEP, (whole: string, verb: string, what: string, kept: string) => {
  if (NUMBERS.test(what)) return `${verb} ${what}`;
  if (!SEVERAL.test(what) && !FIELDS.test(kept)) return `${verb} ${what}`;
  return SEVERAL.test(what) && !/\b(?:to|until)\b/i.test(what) && !FIELDS.test(kept) ? `${verb} ${/^(?:all|every|everything)\b/i.test(what) ? what : `all ${what.replace(/^(?:the|my) /i, '')}`} except ${kept}` : whole;
});

/** "move everything to Friday except the call": what is left out is said of the tasks, not of the day. */
export const exceptFirst = (text: string): string =>
  keepFirst(text).replace(TAG_EXCEPT, '$1$2 $4 with $3').replace(CHANGE_EXCEPT, '$1$2 $4$3');

/** "tag A with x and B with y". */
const TAG_TWICE = pattern('iu')`
  ^((?:tag|label) )(.{1,40}? (?:with|as) #?[\p{L}\p{N}_-]+),? and (
    (?:the|my|task) .{1,40}? (?:with|as) #?[\p{L}\p{N}_-]+
  )[.!]*$
`;
/** "make A high and B low". */
const LEVEL_TWICE = pattern('i')`
  ^((?:make|set) )(.{2,40}? (?:to )?)(high|medium|low)((?: priority)?),? and (?!make\b|set\b)(.{2,40}? (?:to )?)(high|medium|low)((?: priority)?)$
`;
/** "move A to Monday and B to Friday". */
const MOVE_TWICE = pattern('i')`
  ^(
    (?:.{0,20} )?(?:move|reschedule|push|postpone|shift|bump|change)
  ) (.{2,60}?) to (.{1,30}?),? and ((?:the |my |task )?.{1,60}?) to (.{1,30}?)[.!]*$
`;

/** "move the call to Tuesday and the meeting to Wednesday": the second half has the verb of the first. */
export function withoutGap(said: string, ctx: LanguageContext): string {
  const text = said.replace(TAG_TWICE, '$1$2 and $1$3').replace(LEVEL_TWICE, '$1$2$3$4 and $1the $5$6$7');
  const found = MOVE_TWICE.exec(text);
  if (
    !found?.[1] ||
    !found[3] ||
    !found[5] ||
    !isDay(found[3], ctx) ||
    !isDay(found[5], ctx) ||
    /^(?:move|reschedule|push|postpone|shift|bump|change)\b/i.test(found[4] ?? '')
  ) return text;
  const verb = /\S+$/.exec(found[1])?.[0] ?? '';
  return `${found[1]} ${found[2]} to ${found[3]} and ${verb} ${/^(?:the|my|task)\b/i.test(found[4] ?? '') ? '' : 'the '}${found[4]} to ${found[5]}`;
}

const isDay = (text: string, ctx: LanguageContext): boolean => isOnlyWhen(text, ctx) || /^(?:\d{1,2}|(?:the|this|next) weekend)$/i.test(text);

const MOVES = /^((?:.{0,20} )?(?:move|reschedule|push|postpone|shift|bump|change)) (.{5,200})$/i;
const EACH = /^((?:the |my |task |number |#)*[^,]{1,60}?) to (.{1,30}?)[.!]*$/i;

/** "move 3 to Monday, 4 to Tuesday": each has a day of its own. */
export function moveEach(text: string, ctx: LanguageContext): string {
  const [, verb, list] = MOVES.exec(text) ?? [];
  const parts = list?.split(/,\s*(?:and\s+)?|\s+and\s+/i) ?? [];
  if (!verb || parts.length < 2 || !list?.includes(',')) return text;
  const said = parts.map((part) => EACH.exec(part.trim()));
  if (!said.every((each) => each?.[1] && each[2] && isDay(each[2], ctx) && !/^(?:move|reschedule|push|postpone|shift|bump|change)\b/i.test(each[1]))) return text;
  const again = /\S+$/.exec(verb)?.[0] ?? '';
  return said.map((each, index) => {
    const name = each?.[1] ?? '';
    return `${index ? again : verb} ${/^(?:the|my|task|number|#)\b|^#/i.test(name) ? name : /^\d+$/.test(name) ? `task ${name}` : `the ${name}`} to ${each?.[2]}`;
  }).join(' and ');
}

const LONG_EVENT = new RegExp(`^((?:please )?)(?:schedule|set up|book|arrange|plan|add|create|put in) an? ((?:\\d{1,3}|one|two|three|half|half an|thirty|fifteen|forty[- ]five)[- ]?(?:hours?|hrs?|minutes?|mins?))(?:[- ]long)? ((?:\\S+ )?(?:meeting|call|session|appointment|lesson|class|workout|run|walk|nap|break|review|lunch|interview)\\b.{0,120}?)[.!]*$`, 'i');
const BLOCK = /^(?:please )?(?:block(?: off| out)?|set aside|reserve|keep|free up) (.{3,40}?) (?:for|to) (.{2,80}?)[.!]*$/i;

/** "schedule a 1 hour call with Ann on Friday", "block off Friday afternoon for deep work": what it is stands first in a task. */
export function nameFirst(text: string, ctx: LanguageContext): string {
  const long = LONG_EVENT.exec(text);
  if (long?.[3]) return `add ${long[3]} for ${(long[2] ?? '').replace(/-/g, ' ')}`;
  const [, when, what] = BLOCK.exec(text) ?? [];
  return when && what && isOnlyWhen(when, ctx) && !isOnlyWhen(what, ctx) ? `add ${what} ${when}` : text;
}
