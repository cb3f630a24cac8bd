import { readTask } from '..';
import { pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { WEEKDAYS } from '../words';
import { asOffer, toCreate } from './create-command';
import { trimEnds } from './normalize';
import type { Command } from './types';
import { DOING_VERB, FOREIGN, startsWith } from './vocabulary';
import { isOnlyWhen } from './when';

const COUNTED = '(?:(?:these|those|the|my|following|a few|a couple(?: of)?|a lot of|lots of|some|several|many|two|three|four|five|six|seven|\\d{1,2}|new|more|other|quick|small|little) )*';
const THINGS = '(?:things|tasks|errands|chores|to-?dos|stuff|items|jobs)';

/** What stands before the colon of a list of things to do. */
const HEADS = pattern('i')`
  ^(?:(?:so|ok|okay|right|well|hey|hi|also|and|now|please|can you|could you) )*(?:
    (?:i|we)(?:'ve|'d| have| need| want| must| should| got| gotta| still| also)+(?: to)?(?: (?:do|get done|finish|handle|take care of|add|remember|sort out))? ${COUNTED}${THINGS}(?: to (?:do|get done|finish|take care of|sort out))?
    |(?:i|we)(?:'ve| have| need| must| should| got| gotta| still)+ to(?: (?:do|get done))?
    |(?:need|got|have|gotta|must)(?: to)? (?:do|get done|finish|sort) ${COUNTED}${THINGS}
    |(?:add|create|note(?: down)?|make|put(?: down)?|write down)(?: me)? ${COUNTED}${THINGS}
    |(?:(?:i|we)(?:'ve| have| need| must| should| got| gotta| want)+ (?:to )?)?(?:knock|get|bang|tick|sort|do|finish|tackle|handle|buy|pick up|call|email|text|order)(?: out| off)? (?:these|this|those|the following|all (?:of )?(?:this|these)|them)(?: ${THINGS})?(?: out| off| done| sorted| finished)?
    |(?:here(?:'s| is| are| goes) )?(?:a |my |quick |big )*brain ?-?dump(?: time| incoming)?|(?:things |stuff |what's )?(?:on|off) (?:my|the|top of my) (?:mind|plate|head|list|radar)(?: right now)?|(?:still |left )?to (?:sort|finish|arrange|buy|remember)|remaining|(?:my )?(?:errands|chores|jobs|homework)
    |(?:here(?:'s| is| are) )?(?:the |my |our )?(?:${THINGS} to (?:do|get done)|to-?do list|to-?do|task list|list of ${THINGS}|${COUNTED}${THINGS}|list|plan|agenda)
    |to do
  )?[\s,]*(.*)$
`;
/** An order or a question, which a heading of a day alone does not turn into a task. */
const ORDER = /^(?:please )?(?:delete|remove|undo|redo|show|list|find|search|mark|tick|complete|reopen|restore|reschedule|postpone|snooze|move|rename|tag|what|which|who|how|when|where|why|is|are|do|did|can|could|would|will|add|remind|tell|give|note|set)\b/i;
/** "I need to get my act together.", "this week is nuts:": what is said of all that follows. */
const REMARK = pattern('i')`
  ^(?:(?:so|ok|right|well|ugh|oh|man|god|hmm|argh)[\s,]+)*(?:
    (?:i|we)(?:'ve| have|'m| am|'re| are)? (?:(?:really|still|so) )*(?:need|have|got|gotta|must|should|to|swamped|behind|busy|stressed|slammed|snowed)\b.*
    |(?:so|too) (?:much|many)\b.*|(?:lots?|loads|tons|plenty) ?(?:of |to |on).*|a (?:lot|ton|bunch|million) .*|(?:this|next|the|my|it's|it) .*\b(?:nuts|crazy|busy|mad|mental|insane|hectic|packed|full|chaos|wild|a lot)(?: already)?|(?:busy|crazy|big|mad|hectic|full) (?:day|week|weekend|month|one).*
  )$
`;
/** "my list for today is gym, emails". */
const LIST_IS = /^((?:my|the|our|today's|tomorrow's) (?:to-?\s?do )?(?:list|agenda|plan|tasks|errands|chores|jobs)(?: (?:for|on) [^,:]{3,20}?)?) (?:is|are|includes?|has)[\s,:]+(?=[^,:?]+,)/i;
const SENTENCE = /\b(?:is|are|was|were|i|we|you|he|she|they|it|that|because|if|so)\b|\?/i;
const DOING = startsWith(DOING_VERB);
const ABBREVIATED = /^(mon|tues?|wed|thur?s?|fri|sat|sun)\b[\s:.-]+(?=\S)(.+)$/i;
const FULL = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** "buy these:" is said of each. */
const OBJECTS = /\b(buy|pick up|call|e-?mail|text|order) (?:these|this|those|the following|them|all)\b/i;

/** "mon dentist" of a list: "dentist on monday". */
const dayLast = (item: string): string => item.replace(ABBREVIATED, (_, day: string, what: string) => `${what} on ${FULL[WEEKDAYS.get(day.toLowerCase()) ?? 0]}`);

/** The items of a list: parted by commas, the last two by "and". */
export function itemsOf(list: string): string[] {
  const parts = list.split(/\s*[,;]\s*(?:and\s+|then\s+)?/i);
  const last = parts.pop() ?? '';
  return [...parts, ...last.split(/\s+and\s+/i)].map(trimEnds).filter(Boolean);
}

/** "things to do today: laundry, call the bank and pay rent": each is a task, and has the day of the heading unless it has its own. */
export function readHeaded(said: string, ctx: LanguageContext): Command | null {
  const text = said.replace(LIST_IS, '$1: ');
  const blocks = text.split(/[.;]\s+(?=[^:.,;]{2,30}:\s)/);
  if (blocks.length > 1) {
    const read = blocks.map((block) => readHeaded(block, ctx));
    const tasks = read.flatMap((command) => (command?.kind === 'create' ? command.tasks : []));
    return read.every((command) => command?.kind === 'create') ? { text, kind: 'create', tasks } : null;
  }
  const [, head = '', colon, list = ''] = /^([^:".!]{2,80})(:|[.!]|\s[-–—])\s+(.{5,1500})$/.exec(text) ?? [];
  const items = itemsOf(list).map(dayLast);
  if (!colon || items.length < 2 || items.some((item) => item.split(' ').length > 8)) return null;
  const heading = HEADS.exec(head.trim());
  const when = trimEnds((heading?.[1] ?? '').replace(/^(?:for|due|on the list for) /i, ''));
  const hasDay = (item: string) => readTask(item, ctx).spans.some(({ type }) => type === 'date' || type === 'recurrence');
  if (colon !== '.' && colon !== '!' && heading && (!when || isOnlyWhen(when, ctx))) {
    const onlyDay = head.trim() === when;
    if (onlyDay && items.some((item) => ORDER.test(item))) return null;
    const week = /\b(?:this|next) week\b/i.test(when);
    const verb = OBJECTS.exec(head)?.[1];
    const body = items.map((item) => (verb && !DOING.test(item) ? `${verb} ${item}` : item)).map((item) => (when && (!hasDay(item) || week) ? `${item} ${when}` : item)).join(', ');
    const command = toCreate({ body, style: 'add', several: true }, text, ctx);
    // "my list is long, boring and full" may be said of it.
    return text !== said && !when && command.kind === 'create' ? asOffer(command, 'add') : command;
  }
  // Any other heading, and errands behind it.
  if (colon === ':' && !REMARK.test(head.trim()) && !ORDER.test(head.trim()) && items.filter((item) => DOING.test(item)).length * 2 >= items.length && !items.some((item) => SENTENCE.test(item) || ORDER.test(item)) && !DOING.test(head.trim()) && !FOREIGN.test(text)) {
    const command = toCreate({ body: items.join(', '), style: 'add', several: true }, text, ctx);
    return command.kind === 'create' ? asOffer(command, 'add') : null;
  }
  if (items.length < 3 || !REMARK.test(head.trim()) || items.some((item) => SENTENCE.test(item) || ORDER.test(item))) return null;
  const command = toCreate({ body: items.join(', '), style: 'add', several: true }, text, ctx);
  if (command.kind !== 'create' || (colon === ':' && items.every((item) => hasDay(item) || DOING.test(item)))) return command;
  return asOffer(command, 'add');
}
