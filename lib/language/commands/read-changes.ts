import { pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { quoted, trimEnds } from './normalize';
import type { Changes } from './types';
import { durationIn, pointIn, recurrenceIn } from './when';

/** New values read from the end of a sentence, or what is wrong with them. */
export type ChangeReading = { changes: Changes; problem?: string; rest: string };

const PROBLEMS = {
  impossible_date: 'That day does not exist. Which day do you mean?',
  contradiction: 'That names more than one day. Which one should it be?',
  several_times: 'That names more than one time. Which one should it be?',
  past: 'That day is already past. Which day do you mean?',
} as const;

const RHYTHMS = {
  impossible_rule: 'That repetition never happens. How often should it repeat?',
  unclear_rule: 'That leaves open on which days. Which ones should it be?',
  unclear_times: 'That leaves open at what times. Which ones should it be?',
  several_rules: 'That is more than one repetition. Which one should it be?',
} as const;

const LEVELS: [RegExp, Changes['priority']][] = [
  [/\b(?:(?:high|highest|top)(?:est)?(?:[- ]priority)?|p1|priority (?:1|one|high)|urgent|important|critical|crucial|!high|!1|asap|top priority)\b/i, 'high'],
  [/\b(?:(?:medium|normal|moderate|mid)(?:[- ]priority)?|p2|priority (?:2|two|medium)|!medium|!2)\b/i, 'medium'],
  [/\b(?:(?:low|lowest|lower)(?:[- ]priority)?|p3|priority (?:3|three|low)|not (?:so |that )?(?:important|urgent)|unimportant|no rush|!low|!3)\b/i, 'low'],
  [/\b(?:no priority|priority (?:none|zero)|none|without priority)\b/i, 'none'],
];

/** A priority level in a phrase, with the phrase without it. */
export function levelIn(text: string): { priority: NonNullable<Changes['priority']>; rest: string } | null {
  const low = LEVELS[2];
  const order = low && /\bnot (?:so |that )?(?:important|urgent)|unimportant\b/i.test(text) ? [low, ...LEVELS] : LEVELS;
  for (const [pattern, priority] of order) {
    const found = pattern.exec(text);
    if (found && priority) return { priority, rest: `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`.trim() };
  }
  return null;
}

const LEFT_OVER = pattern('i')`
  ^(?:
    (?:
      to|at|on|for|by|until|till|the|be|as|is|it|a|an|of|in|from|and|with|priority|due|date|time|deadline|instead|now
      |please|then|actually|same|day|repeat(?:ing|s)?|recur(?:ring|s)?|happen|again|o'clock|around|starting|scheduled
      |set|or so|task|one|level|prio|reminder|,
    )\b
    |[\s,.!?'-]
  )*$
`;

/**
 * Reads "Monday 10am", "high priority", "every Friday", "45 minutes" as changes. `rest` is what none of them explains: empty
 * (or little words) means that the phrase was all change.
 */
export function readChanges(text: string, ctx: LanguageContext): ChangeReading {
  let rest = ` ${text} `.replace(/\s+/g, ' ');
  const changes: Changes = {};
  let problem: string | undefined;
  if (/\b(?:no|without (?:a )?|remove the|any) (?:due )?(?:date|deadline)\b|\bundated\b/i.test(rest)) {
    changes.dueDate = null;
    rest = rest.replace(/\b(?:no|without (?:a )?|any) (?:due )?(?:date|deadline)\b|\bundated\b/i, ' ');
  }
  if (/\b(?:not|non|no longer|no more|stop) ?-?(?:recurring|repeating|repeat)\b|\bonce only\b|\bone[- ]?time\b|\bonly once\b/i.test(rest)) {
    changes.recurrence = null;
    rest = rest.replace(/\b(?:not|non|no longer|no more|stop) ?-?(?:recurring|repeating|repeat)\b|\bonce only\b|\bone[- ]?time\b|\bonly once\b/i, ' ');
  }
  if (/[,\s](?:and |with )?(?:no|without an?|any) (?:specific |fixed |set )?time\b/i.test(rest)) {
    changes.dueTime = null;
    rest = rest.replace(/,? (?:and |with )?(?:no|without an?|any) (?:specific |fixed |set )?time\b/i, ' ');
  }
  const level = levelIn(rest);
  if (level) {
    changes.priority = level.priority;
    rest = level.rest;
  }
  const repeat = recurrenceIn(rest, ctx);
  if (repeat) {
    if (repeat.problem) problem = RHYTHMS[repeat.problem];
    changes.recurrence = repeat.rule;
    if (repeat.fromCompletion) changes.fromCompletion = true;
    if (repeat.due.date) changes.dueDate = repeat.due.date;
    if (repeat.due.time) changes.dueTime = repeat.due.time;
    rest = repeat.rest;
  }
  const point = pointIn(rest, ctx);
  if (point) {
    if (point.problem) problem = PROBLEMS[point.problem];
    if (point.date && !(repeat && !/\b(?:start|from)/i.test(rest))) changes.dueDate = point.date;
    if (point.time) changes.dueTime = point.time;
    // A clock alone is read as its next occurrence; as a change it means the day that the task has.
    if (point.time && point.date && !namesDay(rest)) delete changes.dueDate;
    rest = point.rest;
  }
  return { changes, rest: LEFT_OVER.test(rest) ? '' : trimEnds(rest), ...(problem ? { problem } : {}) };
}

const DAY_WORD = pattern('i')`
  \b(?:
    to(?:day|night|morrow)|tmrw?|tomm?or+ow|yesterday
    |(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?|weeks?|weekend|days?|months?|years?|quarter
    |(?:jan|febr?|mar|apr|jun|jul|aug|sept?|oct|nov|dec)[a-z]*|may|christmas|easter|eve|halloween|thanksgiving
    |valentine'?s?|eod|eow|eom|fortnight|hours?|minutes?|mins?|hrs?
    |this (?:morning|afternoon|evening)
  )\b
  |\b\d{1,2}(?:st|nd|rd|th)\b|\d[/-]\d|\d{4}
`;

/** True when a phrase names a day and not only a time of day. */
export const namesDay = (text: string): boolean =>
  DAY_WORD.test(text) ||
  /\b\d{1,2}\.\d{1,2}\.(?:\d{2,4})?/.test(text);

/** A new title: what is quoted, else the words as they stand. */
export const newTitle = (text: string): string => /^["'\s]*$/.test(text) ? '' : quoted(text) ?? trimEnds(text.replace(/^(?:be |say |read )\s*/i, ''));

/** A length of time as a task's duration in minutes, when that is all there is. */
export function lengthOnly(text: string): number | null {
  const found = durationIn(text);
  return found && LEFT_OVER.test(found.rest) ? found.minutes : null;
}
