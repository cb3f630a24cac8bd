import { readTask } from '..';
import { joined, pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { bareTitle, readPointer } from './read-refs';
import type { Command, CommandOf } from './types';
import { DOING_VERB } from './vocabulary';
import { durationIn, hasWhen } from './when';

const LENGTH = joined`
  (
    (?:about |at least )?(?:
      (?:
        an?|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|half an|a couple of|a few
        |\d{1,3}(?:\.5)?
      ) ?-?(?:minutes?|mins?|hours?|hrs?|days?|weeks?)(?:(?<=hours?|hrs?) and (?:a half|(?:\d{1,2}|five|ten|fifteen|twenty|thirty|forty-five) ?min(?:ute)?s?))?
      |the (?:day|night|evening|week|hour)
    )
  )
`;
const BEFORE = '(?:before|ahead of|prior to)';
const AHEAD = '(?:before(?:hand)?|early|earlier|in advance|ahead(?: of time)?|prior)';
const FORMS = [
  pattern('i')`
    ^(?:please )?(?:
      remind me|(?:set|add|create|give me) (?:a |me a |the )?reminder
    )(?: for)? ${LENGTH} ${BEFORE} (?:the |my |our )?(?<name>.{2,60}?)(?: (?:is|are) due)?$
  `,
  pattern('i')`
    ^(?:please )?(?:
      remind me (?:of|about)|(?:set|add|create|give me) (?:a |me a |the )?reminder (?:for|about|of|on)
    ) (?:the |my |our )?(?<name>.{2,60}?),? ${LENGTH} ${AHEAD}$
  `,
];
/** "before I leave", "before going out", "before noon": a moment, and no task. */
const MOMENT = /^(?:i|we|it|he|she|they|you|that|this|then|noon|midnight|bed(?:time)?|work|school)\b|^\p{L}+ing\b(?! )|^(?:going|leaving|getting|starting)\b/iu;

const sum = (a: number | undefined, b: number | undefined) => (a === undefined || b === undefined ? undefined : a + b);

const TWICE = pattern('i')`
  \bremind.*?\b${LENGTH} ${AHEAD}\b.{0,60}?(?:,|\band\b|\bplus\b|\bagain\b).{0,20}?\b${LENGTH} ${AHEAD}\b
  |\bremind.*?\b(?:an?|one|two|three|\d+|the) (?:days?|weeks?|night) and (?:(?:an?|one|two|three|\d+) (?:hours?|minutes?|mins?|days?)|again .{0,20}) ${AHEAD}\b
`;

/** "remind me a day before and an hour before": a task has one reminder, so which of them is asked. */
export function readTwoReminders(sentence: string): Command | null {
  if (sentence.length > 300 || !TWICE.test(sentence)) return null;
  const question = 'A task has one reminder here, not two. Say the whole sentence once more with the one that you want. Nothing was changed.';
  return { text: sentence, kind: 'question', action: 'none', question };
}

const MOVE_AND = new RegExp(`^((?:.{0,20} )?(?:move|reschedule|push|postpone|shift|change|set|make|bump|put) .{3,80}?),? and remind me(?: for it)? ${LENGTH} ${AHEAD}[.!]*$`, 'i');

/** "move the dentist to 2pm and remind me an hour before": both are said of one task. */
export function moveAndRemind(text: string): { rest: string; minutes: number } | null {
  const [, rest, length] = MOVE_AND.exec(text) ?? [];
  const minutes = length ? durationIn(length)?.minutes ?? (/the (?:day|night|evening)/i.test(length) ? 1_440 : undefined) : undefined;
  return rest && minutes ? { rest, minutes } : null;
}

const AHEAD_AND = pattern('i')`
  ^((?:please )?remind me(?: for)? ${LENGTH} ${BEFORE} (?:the |my |our )?(?:(?!and\b)\S+ ){1,6}?)and (?!remind\b|add\b)(?=(?:${DOING_VERB})\b)(.{3,80})$
`;

/** "remind me 15 minutes before the dentist and call mom at 5": what has an hour of its own is a task of its own. */
export function aheadAnd(text: string, ctx: LanguageContext): string {
  const [, ahead, , task] = AHEAD_AND.exec(text) ?? [];
  return ahead && task && !hasWhen(ahead.replace(/^.*?\b(?:before|prior to|ahead of)\b/i, ''), ctx) && hasWhen(task, ctx) ? `${ahead}and add ${task}` : text;
}

/**
 * "remind me 15 minutes before the team meeting": the reminder of a task that is thought to be there already. Where
 * its time is said as well, it is a new one.
 */
export function readAhead(sentence: string, ctx: LanguageContext): CommandOf<'create'> | null {
  for (const form of FORMS) {
    const found = form.exec(sentence.replace(/[\s.!?]+$/, ''));
    const [name, length] = [found?.groups?.name, found?.[1] === found?.groups?.name ? found?.[2] : found?.[1]];
    if (!name || !length || MOMENT.test(name) || readPointer(name.toLowerCase()) || / (?:one|task)$/i.test(name) || /\b(?:to|and|that)\b/i.test(name)) continue;
    const [whole = length, and] = length.split(/ and (?!a half)/);
    const minutes = sum(durationIn(whole)?.minutes, and ? durationIn(and)?.minutes : 0) ?? (/week/i.test(length) ? 10_080 : /hour/i.test(length) ? 60 : 1_440);
    if (hasWhen(name, ctx)) {
      const draft = readTask(name, ctx);
      if (draft.problem || !draft.title || !(draft.due?.time || (draft.due && minutes % 1_440 === 0))) continue;
      return { text: sentence, kind: 'create', tasks: [{ ...draft, reminder: { minutesBefore: minutes } }] };
    }
    const title = bareTitle(name);
    if (title) return { text: sentence, kind: 'create', ahead: true, tasks: [{ ...readTask(`"${title}"`, ctx), title, reminder: { minutesBefore: minutes } }] };
  }
  return null;
}
