import { DAY_PART_TIME, DAY_PARTS, WEEKDAYS } from '../words';
import { formatMinutes } from '../calendar';
import { joined, pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { trimEnds } from './normalize';
import { readAhead } from './read-ahead';
import { bareTitle } from './read-refs';
import type { Beside, Command, CommandOf } from './types';
import { DOING_VERB, NUMBER_WORDS } from './vocabulary';
import { hasWhen, pointIn } from './when';

const LENGTH = joined`
  (?:
    (?<amount>an?|one|two|three|four|five|six|seven|eight|nine|ten|a couple(?: of)?|a few|half an|\d{1,2})[ -](?<unit>minutes?|mins?|hours?|hrs?|days?|weeks?|fortnights?|months?)
    |the (?<one>day|night|evening|morning|afternoon|week|month|(?:sun|mon|tues|wednes|thurs|fri|satur)day)
  )
`;
const IT = '(?:it|that|then|this)';
const NAME = "(?:the|my|our|his|her|their|[\\p{L}]+(?:'s|s')) (?!(?:same|next|other|first|last|end|beginning|time)\\b)[\\p{L}\\p{N}][^,;.]{1,50}?";
const SIDE = '(?<side>before|after|prior to|ahead of|following)';
const LOOSE = '(?:(?:right|straight|just|sometime|soon|shortly) )?';
const WHAT = '(?<what>\\S.{1,200}?)';
const PART = '(?<part>day|morning|afternoon|evening|night)';
const SAME = `(?:on |for )?(?:the day(?: itself| of (?<it>it|that))?|(?:that|the same) ${PART})`;

/** A day told from that of another task, behind what is to be done: "pack two days before the trip", "flowers on the day". */
const BEHIND = [
  pattern('iu')`^${WHAT},? (?:on )?${LENGTH} ${SIDE} (?<name>${NAME})$`,
  pattern('iu')`^${WHAT},? (?:on )?${LENGTH} (?:(?<side>before|after|prior)(?:hand|wards?)?|later)(?: (?<it>${IT}))?$`,
  pattern('iu')`^${WHAT},? ${LOOSE}(?<side>before|after|by|until|in time for) (?<it>${IT})$`,
  pattern('iu')`^${WHAT},? (?<side>before)hand$`,
  pattern('iu')`^${WHAT},? (?<side>after)wards?$`,
  pattern('iu')`^${WHAT},? (?:on |for )?the ${PART} of (?<name>${NAME})$`,
  pattern('iu')`^${WHAT},? (?:later |early |late )?${SAME}$`,
];
/** And in front of it: "an hour before the dentist leave the house". */
const AHEAD = [
  pattern('iu')`^(?:remind me )?(?:on )?${LENGTH} ${SIDE} (?<it>${IT}),? (?:i (?:need|have|want) to |i should |to )?${WHAT}$`,
  pattern('iu')`^(?:on )?${LENGTH} (?<side>before|after)(?:hand|wards?)?, ${WHAT}$`,
  pattern('iu')`^${LOOSE}(?<side>before|after) (?<it>${IT}),? ${WHAT}$`,
  pattern('iu')`^${SAME},? ${WHAT}$`,
];
const NAMED_AHEAD = pattern('iu')`^(?:remind me )?(?:on )?(?:${LENGTH} ${SIDE}|the ${PART} of) (?<rest>(?:the|my|our|his|her|their|[\p{L}]+(?:'s|s')) \S.{5,200})$`;
/** Where the name of the other task ends and the errand begins. */
const ERRAND = new RegExp(`^(?:to |i (?:need|have|want) to |i should |remind me to )?((?:${DOING_VERB}|chase|mend|hoover|thank|congratulate|rsvp)\\b.*)$`, 'i');
const VERB = new RegExp(`^(?:${DOING_VERB})$`, 'i');
/** A reminder of the task itself, and no other task. */
const REMINDING = /\b(?:me|us|reminder|alarm|alert|notification)$|^(?:every|any|each)\b|^(?:an? )?reminder (?:for|on|about)\b/i;
const TOO = /,? (?:too|as well|also)$/i;
/** What is done to a task that is there. */
const MOVING = /^(?:move|push|shift|drag|switch|change|put|modify|adjust|edit|bring (?:forward|back))\b/i;
const MINUTES: [RegExp, number][] = [[/^min/, 1], [/^h/, 60]];
const DAYS: [RegExp, number][] = [[/^d/, 1], [/^w/, 7], [/^f/, 14]];

/** Without one of these words no day is told so, and the longer expressions are spared. */
const TOLD = /\b(?:before|after|prior|ahead|following|later|beforehand|afterwards?|(?:by|until|in time for) (?:it|that|then|this)|that|the (?:same|day|morning|afternoon|evening|night))\b/i;

/** "the budget meeting send the notes": the name, and what is to be done. */
function parted(rest: string): { name: string; what: string } | null {
  const [, before, behind] = /^([^,]{3,60}),\s*(.+)$/.exec(rest) ?? [];
  if (before && behind) return { name: before, what: ERRAND.exec(behind)?.[1] ?? behind };
  const words = rest.split(' ');
  for (let at = 2; at < Math.min(words.length, 7); at += 1) {
    const what = ERRAND.exec(words.slice(at).join(' '))?.[1];
    // "the team call book a room": the first of two verbs is a noun.
    if (what && !VERB.test(what.split(' ')[1] ?? '')) return { name: words.slice(0, at).join(' '), what };
  }
  return null;
}

function found(sentence: string): { what: string; groups: Record<string, string | undefined>; name?: string } | null {
  if (!TOLD.test(sentence)) return null;
  const named = NAMED_AHEAD.exec(sentence);
  const parts = named?.groups?.rest ? parted(named.groups.rest) : null;
  if (named?.groups && parts) return { ...parts, groups: named.groups };
  for (const form of [...AHEAD, ...BEHIND]) {
    const groups = form.exec(sentence)?.groups;
    if (groups?.what) return { what: groups.what, groups, ...(groups.name ? { name: groups.name } : {}) };
  }
  return null;
}

/** How far from the other task, by what was said. */
function shiftOf({ amount, unit, one, side, part }: Record<string, string | undefined>): Omit<Beside, 'of'> {
  const sign = side && !/^(?:after|following)$/i.test(side) ? -1 : 1;
  const named = (one ?? part ?? '').toLowerCase();
  const dayPart = DAY_PARTS.get(named);
  const time = dayPart ? { time: formatMinutes(DAY_PART_TIME[dayPart]) } : {};
  if (amount && unit) {
    const count = /half/i.test(amount) ? 0.5 : NUMBER_WORDS[amount.toLowerCase().replace(/^a (?:couple|few).*$/, (words) => (/few/.test(words) ? 'few' : 'couple'))] ?? Number(amount);
    const minutes = MINUTES.find(([name]) => name.test(unit.toLowerCase()))?.[1];
    if (minutes) return { minutes: sign * count * minutes };
    return /^mo/i.test(unit) ? { months: sign * count } : { days: sign * count * (DAYS.find(([name]) => name.test(unit.toLowerCase()))?.[1] ?? 1) };
  }
  if (WEEKDAYS.has(named)) return { weekday: WEEKDAYS.get(named) ?? 0, days: sign };
  if (one) return /^month$/i.test(named) ? { months: sign } : { days: sign * (/^week$/i.test(named) ? 7 : 1), ...time };
  return side ? { side: /^before$/i.test(side) ? 'before' : sign > 0 ? 'after' : 'by' } : { days: 0, ...time };
}

/** Whether a text tells a day from that of another task. */
export const saysBeside = (text: string): boolean => found(trimEnds(text).replace(TOO, '')) !== null;

/**
 * A task whose day is told from that of another one, or of the one spoken of: "get a present a week before", "the day after the
 * budget meeting send the notes". The rest is read as it would be with a day of its own; null where that is no new task.
 */
export function readBeside(sentence: string, ctx: LanguageContext, read: (sentence: string) => Command): CommandOf<'create'> | null {
  const said = sentence.length < 300 && !sentence.includes('"') ? found(trimEnds(sentence).replace(TOO, '')) : null;
  if (!said || REMINDING.test(said.what) || /\?/.test(sentence) || readAhead(sentence, ctx)) return null;
  const { name, groups } = said;
  if (name && hasWhen(name, ctx)) return null;
  const day = pointIn('on friday', ctx)?.date;
  const command = read(`${said.what.replace(/^(?:i|we) (?=need|have|should|must|gotta)/i, 'i ')} on friday`);
  const errand = command.kind === 'change' && !MOVING.test(said.what) ? command.errand : undefined;
  const create = errand ?? (command.kind === 'question' && command.offer ? command.offer : command);
  if (create.kind !== 'create' || create.parent || create.ahead) return null;
  const tasks = create.tasks.map((draft) => ({ ...draft, due: draft.due?.time ? { date: null, time: draft.due.time } : null }));
  if (create.tasks.some(({ due, problem, recurrence }) => problem || recurrence || (due?.date && due.date !== day))) return null;
  const of: Beside['of'] = name ? { kind: 'title', text: bareTitle(name) } : groups.it ? { kind: 'pronoun', which: 'it' } : null;
  return { text: sentence, kind: 'create', tasks, beside: { of, ...shiftOf(groups) } };
}
