import { pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { isOnlyWhen } from './when';

/** "open my shopping list and add …". */
const OPEN_THEN = pattern('iu')`
  ^(.{0,30}?)(?:
    re-?open|open|bring up|pull up|go to|go (?:in|into)|check|look (?:at|in)|get|find|access|change|list|show
  )(?: up)? (?:(?:the )?events on )?(?:the |my |all (?:the |my )?)?(?:([\p{L}-]+) )?(groceries|lists?|calend[ae]rs?|schedule|agenda|plans?|tasks|reminders|events)(?:,? and|,| then|,? and then|[.;])? (?=(?:please )?(?:
    add|put|make|create|delete|remove|erase|clear|set
  )\b)
`;
/** "find the meeting and delete it", "I'm not going to the party, cancel it". */
const FIND_THEN_DELETE = pattern('i')`
  ^(.{0,30}?)\b(?:
    find|locate|open|get|go to|list|look (?:up|for)
    |if there(?:'s| is| are)(?: an?| any)?
    |(?:i|we)(?:'m| am|'re| are|'ll| will)(?: be)? (?:no longer|not)(?: be)? (?:
      going to|attending|doing|joining|having
    )
    |i (?:
      won't|can't|cannot|will not|am not able to|'m not able to
    )(?: be able to)? (?:make it to|make|go to|attend|be at|join)
    |whatever
  )\s+(.{3,80}?),?(?: and| so| then)? (?:please )?(delete|remove|erase|cancel)(?: (?:it|them|that)\b(.*)|[.!]*)$
`;
/** "the meeting is cancelled, remove it". */
const CALLED_OFF = pattern('i')`
  ^(?:my|the|our) (.{3,60}?) (?:
    (?:is|was|got|has been) (?:cancel+ed|called off|off)
    |(?:isn't|is not|aren't|are not|won't be) (?:happening|on|going ahead|taking place|needed)(?: any ?more)?
  )[,.;]?(?: so| and)? (?:please |can you |could you )*(?:remove|delete|cancel|clear) (?:it|that)\b(.*)$
`;
/** "I have the milk, so take it off". */
const GOT_ALREADY = pattern('iu')`
  ^(?:i|we) (?:already )?(?:have|got|bought) (?:the |some |enough )?([\p{L} -]{2,40}?),? (?:so|and) (?:please |can you |you can )*(?:remove|delete|take) (?:it|them|that)\b(?: off)?(.*)$
`;

const CAN_YOU = "(?:(?:can|could|would|will) (?:you|we) (?:please )?|please |let'?s |just |i (?:want|need) to |i'd like to )*";
const TURNED = '(?:move|push|bump|reschedule|postpone|delay|shift|change|delete|remove|drop|cancel|complete|finish|snooze|tag|untag|mark|rename|give|set|put|make|lower|raise|clear)';
const SOME = '(?:(?:everything|anything|whatever|every|each|any|all)\\b|the (?:\\S+ ){0,2}(?:ones|tasks|things|stuff)\\b)';
/** "the dentist, can you move that to Monday?", "the ones without a date, drop them to low": the tasks are said first. */
const SAID_FIRST = new RegExp(`^(?:and |also |as for |about )*((?:the|my) (?:(?!\\b(?:is|was|are|were|has|have|got|isn't|will|won't)\\b)[^,]){2,40}|${SOME}[^,]{0,60}),? ${CAN_YOU}(${TURNED}) (?:that one|that|it|this|them all|all of them|them|those)\\b(.*)$`, 'i');
const TO = '(?: back| over| out| down)* (?:to|until|till) ';
/** "everything but the dentist can go to Monday", "all my work things to Friday": what becomes of many is said of them. */
const MANY_TO = new RegExp(`^(?:and |also |then )*(${SOME}.{0,60}?)(?: (?:can|could|should|may|must|needs? to|ha(?:s|ve) to|ought to|will|to|gets?)(?: be)?(?: all)? (?:go|wait|slide|slip|be|moved?|pushed?|bumped?|shifted?|postponed|rescheduled))?(${TO}.{2,30})$`, 'i');
/** "rather than Monday do the report Tuesday". */
const RATHER_THAN = /^(?:rather than|instead of) (.{3,25}?),? (?:let's )?(?:do|have|make|finish) ((?:the|my) (?:\S+ ){0,3}?\S+) ((?:on |at )?\S+(?: \S+){0,2})$/i;
/** "just the dentist to Monday, leave the rest". */
const JUST_TO = /^(?:just|only) (?:move |push )?((?:the|my) [^,]{2,40}?) to (.{2,30}?)(?:,? (?:and |but )?(?:leave|keep) .*)?$/i;
/** "the report's with my boss now, so tick it off". */
const SO_DO = /^((?:the|my) (?:[\p{L}-]+ ){0,3}?[\p{L}-]+)(?:'s| is| are| was| has| have| got) [^,]{2,40}?,? so (?:you can |please |can you |let's |just )*(tick|check|mark|delete|remove|move|push|cancel|complete|cross) (?:it|that|them|this)\b(.*)$/iu;
/** "remind me about dad tomorrow instead of Sunday". */
const REMIND_INSTEAD = /^remind me (?:about |of |to )(?:the |my )?(.{2,50}?) ((?:on |at )?\S+(?: \S+)?) (?:instead of|rather than|not) ((?:on |at )?\S+(?: \S+)?)$/i;
/** "I'd like the oil change moved to Friday". */
const WISH_MOVED = /^(?:i(?:'d| would) (?:like|love|prefer)|i (?:want|need)|(?:can|could) (?:you|we) (?:get|have)|get|have) ((?:the|my) .{2,40}?) (?:moved|pushed|rescheduled|shifted|bumped|brought)(?: forward| back| up| out)? (to .{2,40})$/i;
const TAGGED = /^(.{2,60}?) (?:should|needs? to|ha(?:s|ve) to|must|can|could|ought to) (?:all )?be (?:tagged|labell?ed)(?: as| with)? (.{2,60})$/i;
/** "I'll do the report tomorrow instead". */
const INSTEAD = /^(?:i'll|i will|i'd rather|i would rather|let me|let's|i want to|i'm going to) (?:do|finish|tackle) (?:the |my )?(.{2,50}?) (today|tonight|tomorrow(?: \w+)?|(?:on |this |next )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|week|weekend|month)|later today|at \d[\d:]*(?: ?[ap]m)?) instead$/i;

/** "open the grocery list and add milk": where to look is said first, what to do comes after. */
export function withoutDetour(text: string, ctx: LanguageContext): string {
  const found = OPEN_THEN.exec(text);
  const looked = FIND_THEN_DELETE.exec(text);
  if (looked?.[2] && !/\S{30}/.test(text)) return `${looked[1] ?? ''}${looked[3] ?? ''} ${looked[2].replace(/ is(?= (?:in|on) )/i, '')}${looked[4] ?? ''}`;
  const first = SAID_FIRST.exec(text.replace(/[\s.!?]+$/, ''));
  if (first?.[1] && !new RegExp(`^${SOME}.*\\b(?:to|until) `, 'i').test(first[1])) return `${first[2]} ${/^the \S+ (?:ones|stuff|things)$/i.test(first[1]) ? 'all ' : ''}${first[1]}${first[3] ?? ''}`;
  const sooner = REMIND_INSTEAD.exec(text.replace(/[\s.!]+$/, ''));
  if (sooner?.[1] && sooner[2] && sooner[3] && isOnlyWhen(sooner[2], ctx) && isOnlyWhen(sooner[3], ctx)) return `move the ${sooner[1]} to ${sooner[2].replace(/^(?:on|at) /i, '')}`;
  const so = SO_DO.exec(text.replace(/[\s.!]+$/, ''));
  if (so?.[1]) return `${so[2]} ${so[1]}${so[3] ?? ''}`;
  const wished = WISH_MOVED.exec(text.replace(/[\s.!]+$/, ''));
  if (wished?.[1]) return `move ${wished[1]} ${wished[2]}`;
  const rather = RATHER_THAN.exec(text.replace(/[\s.!]+$/, ''));
  if (rather?.[1] && rather[2] && rather[3] && isOnlyWhen(rather[1], ctx) && isOnlyWhen(rather[3], ctx)) return `move ${rather[2]} to ${rather[3].replace(/^(?:on|at) /i, '')}`;
  const only = JUST_TO.exec(text.replace(/[\s.!]+$/, ''));
  if (only?.[1] && only[2] && isOnlyWhen(only[2], ctx)) return `move ${only[1]} to ${only[2]}`;
  const many = MANY_TO.exec(text.replace(/[\s.!]+$/, ''));
  if (many?.[1] && many[2] && isOnlyWhen(many[2].replace(new RegExp(TO, 'i'), ''), ctx)) return `move ${many[1]}${many[2].replace(new RegExp(TO, 'i'), ' to ')}`;
  const tagged = TAGGED.exec(text.replace(/[\s.!]+$/, ''));
  if (tagged?.[1] && tagged[2]) return `tag ${tagged[1]} as ${tagged[2]}`;
  const instead = INSTEAD.exec(text.replace(/[\s.!]+$/, ''));
  if (instead?.[1]) return `move the ${instead[1]} to ${(instead[2] ?? '').replace(/^(?:on|at) /i, '')}`;
  const off = CALLED_OFF.exec(text);
  const had = GOT_ALREADY.exec(text);
  if (had?.[1]) return `delete ${had[1]}${(had[2] ?? '').replace(/^ (?:my|the|our) /i, ' from$&')}`;
  if (off?.[1]) return `delete the ${off[1]}${off[2] ?? ''}`;
  if (!found || /\S{30}/.test(text)) return text;
  const rest = `${found[1] ?? ''}${text.slice(found[0].length)}`;
  // "show my tasks and delete the first": the list is what is counted in.
  if (/\b(?:delete|remove|erase|clear) (?:the |my )?(?:first|second|third|fourth|fifth|last|top|bottom|it|them|those|these|that)\b/i.test(rest)) return text;
  return found[2] && /^(?:.{0,30}?)(?:add|put)\b/i.test(rest) && !/\blist\b/i.test(rest)
    ? `${rest.replace(/[.!\s]+$/, '')} to my ${found[2]} ${found[3] ?? 'list'}`
    : /^groceries$/i.test(found[3] ?? '') ? `${rest} to my groceries` : rest;
}
