import type { LanguageContext } from '../types';
import { lengthOnly, levelIn, newTitle } from './read-changes';
import { readRefs } from './read-refs';
import type { Changes, Command, Ref } from './types';
import { FOREIGN } from './vocabulary';
import { durationIn } from './when';
import { pattern } from '../pattern';

export const change = (text: string, refs: Ref[], changes: Changes): Command | null =>
  refs.length && Object.keys(changes).length ? { text, kind: 'change', tool: 'update_tasks', refs, changes } : null;

const NOTE_AFTER_COLON = pattern('i')`
  ^(?:add|attach|write|put|append|leave|set|make) (?:a |the |this |another )?(?:
    note|description|comment|details?|notes|info
  )s? (?:to|on|for|in|under|of) (.+?)\s*(?::|,? that says|,? saying)\s+(.+)$
`;
const NOTE_TO_POINTED = pattern('i')`
  ^(?:add|attach|write|put|append|leave|set|make) (?:a |the |this |another )?(?:
    note|description|comment|details?|notes|info
  )s? (?:to|on|for|in|under|of) (
    (?:task )?#?\d+|it|that|this|the .{1,60}? (?:one|task)
  )\s*(?:,? that|,? to say|,|\bto be\b|\bto\b|\bas\b)\s+(.+)$
`;
/** "add the note … to task 3". */
const NOTE_THEN_POINTED = pattern('i')`
  ^(?:add|attach|write|put|append) (?:the |a )?(?:note|description|comment) ["']?(.+?)["']? (?:to|on|for) (
    task #?\d+|#?\d+|it|that|the .+? (?:one|task)
  )$
`;

export function describe(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  const found =
    NOTE_AFTER_COLON.exec(sentence) ??
    NOTE_TO_POINTED.exec(sentence) ??
    /^(?:change|set|update|edit|modify) (?:the )?(?:note|notes|description|details?) (?:of|for|on) (.+?) (?:to|as)\s*:?\s+(.+)$/i.exec(sentence) ??
    /^(?:change|set|update|edit|modify) (.+?)(?:'s|s') (?:note|notes|description|details?) (?:to|as)\s*:?\s+(.+)$/i.exec(sentence) ??
    /^(?:note|notes|desc|describe|comment) (?:on |for )?(task #?\d+|#?\d+(?=\s*:)|it|that)\s*(?::|that|as)\s*(.+)$/i.exec(sentence) ??
    /^(?:a |quick )?(?:note|comment) (?:on|for|to|about) (?!self\b)(.{2,60}?)\s*:\s*(.+)$/i.exec(sentence);
  if (found?.[1] && found[2]) return change(clause, readRefs(found[1], ctx), { description: newTitle(found[2]).slice(0, 1_000) });
  const reversed = NOTE_THEN_POINTED.exec(sentence);
  const noted = /^(?:add|write|put|append) (.{1,500}?) (?:to|in|into|under) (?:the )?(?:notes?|description|comments?|details) (?:of|on|for) (.{1,80})$/i.exec(sentence);
  if (noted?.[1] && noted[2]) return change(clause, readRefs(noted[2], ctx), { description: newTitle(noted[1]).slice(0, 1_000) });
  return reversed?.[1] && reversed[2] ? change(clause, readRefs(reversed[2], ctx), { description: reversed[1] }) : null;
}

const BACK_TO_LEVEL = pattern('i')`
  ^(?:back |(?:assign|give|set|apply|put) )?(?:to )?(high|medium|low|normal|no)(?: priority)? (?:for|on|to) (
    tasks? .{1,30}|#?\d[\d, and#]*|it|that|them|those|these|all of (?:them|those|these)|both
  )$
`;

/** "back to high for 18", "18 back to high": the level is said first, or without a verb. */
function backTo(sentence: string): [string, string, string] | null {
  const first = BACK_TO_LEVEL.exec(sentence);
  if (first?.[1] && first[2]) return [sentence, first[2], first[1]];
  const last = /^(tasks? .{1,30}|#?\d[\d, and#]*|it|that|them|both) back to (high|medium|low|normal)(?: priority)?$/i.exec(sentence);
  return last?.[1] && last[2] ? [sentence, last[1], last[2]] : null;
}

const PRIORITY_OF = pattern('i')`
  ^(?:
    set|change|make|raise|lower|increase|decrease|update|put|give|bump|assign|adjust|edit
  )(?: up| down)? (?:the )?(?:priority|prio|importance|urgency)(?: level)? (?:of|for|on|to) (.+?) (?:to|as|at|=|up to|down to)\s*(?:a )?(.+)$
`;
/** "mark … as urgent". */
const MARK_LEVEL = pattern('i')`
  ^(?:
    mark|set|make|flag|change|bump|put|update|label|classify|treat|move|turn|lower|raise|drop|upgrade|downgrade
  ) (.+?) (?:as |to |at |up to |down to |to be |with )?(?:(?:a|an|super|really|very|extremely|quite|pretty) )*(
    (?:high|low|medium|top|no|normal|highest|lowest)(?:[- ]priority)?|urgent|important|critical|unimportant
    |not (?:so )?(?:important|urgent)
    |priority (?:high|low|medium|1|2|3|one|two|three)|p[123]|top priority
  )(?: priority| prio)?$
`;
/** "… is now high priority". */
const IS_LEVEL = pattern('i')`
  ^(.+?) (?:is|are|should be|can be|becomes?|'s) (?:now |very |really |a |an )*(
    (?:high|low|medium|top)[- ]priority|(?<=(?:the|my) .* (?:should|can) be (?:now )?)(?:high|low|medium)|urgent|important|critical|not (?:so )?(?:important|urgent)
  )(?: now)?$
`;

/** "the bill isn't that important". */
const NOT_THAT = /^((?:the|my|task|it|that)\b.{0,50}?)(?: (?:is|are)(?:n't| not)|'s not) (?:(?:all )?that|so|very|really|too|super) (?:important|urgent)$/i;
/** "a bit more urgent". */
const DEGREE = /^(?:(?:make|mark|set) (it|that|this|(?:the|my) .{2,50}?|task #?\d+) )?(?:(?:as )?(?:a (?:bit|little|lot|touch)|slightly|somewhat|much|even) )?(more|less) (?:urgent|important)$/i;

export function setPriority(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  const star = /^(prioriti[sz]e|deprioriti[sz]e|de-prioriti[sz]e|star|unstar|unflag|flag(?= (?:the|my|it|that|task|#?\d)\b(?!.* (?:as|for|with)\b)))\s+(.+)$/i.exec(sentence);
  if (star?.[1] && star[2]) {
    if (/^(?:my )?(?:day|tasks|list|week)$/i.test(star[2])) return null;
    return change(clause, readRefs(star[2], ctx), { priority: /^un/i.test(star[1]) ? 'none' : /^de/i.test(star[1]) ? 'low' : 'high' });
  }
  const step = /^(raise|increase|bump up|bump|lower|decrease|reduce) (?:the )?priority (?:of|for|on) ((?:(?! (?:to|as|at) ).)+)$/i.exec(sentence);
  if (step?.[1] && step[2]) return change(clause, readRefs(step[2], ctx), { priority: /^(?:lower|decrease|reduce)/i.test(step[1]) ? 'low' : 'high' });
  const cool = NOT_THAT.exec(sentence)?.[1];
  if (cool && !FOREIGN.test(cool)) return change(clause, readRefs(cool, ctx), { priority: 'low' });
  const degree = DEGREE.exec(sentence);
  if (degree?.[2]) {
    const name = degree[1] ?? 'it';
    const priority = degree[2].toLowerCase() === 'more' ? 'high' : 'low';
    const offer = change(clause, readRefs(name, ctx), { priority });
    return offer && { text: clause, kind: 'question', action: 'update', question: `Shall I make ${name} ${priority} priority?`, offer };
  }
  const found =
    PRIORITY_OF.exec(sentence) ??
    backTo(sentence) ??
    /^(?:set|change|make|raise|lower|increase|decrease|update|bump) (.+?)(?:'s|s')? (?:priority|importance)(?: level)? (?:to|as|=)?\s*(.+)$/i.exec(sentence) ??
    /^(?:take|bring|drop|put|move|turn|set|lower|raise) (.+?) (?:back |down |up )+to (?:a )?((?:high|low|medium|top|no|normal)(?:[- ]priority)?)$/i.exec(sentence) ??
    /^(?:assign|give|apply) (.+?) (?:a |an |the )?((?:high|low|medium|top|no|normal)(?:est)? priority)$/i.exec(sentence) ??
    MARK_LEVEL.exec(sentence) ??
    IS_LEVEL.exec(sentence);
  if (found?.[1] && found[2]) {
    const level = levelIn(found[2]);
    if (!level || /\bif\b|^(?:send|what|which|who|how|where|why|the volume|my life|show|list|tell)\b/i.test(found[1])) return null;
    if (FOREIGN.test(found[1]) || /\b(?:at|on|to|in) the$/i.test(found[1])) return null;
    // "set the meeting to 3pm high priority" carries more than a level: leave it to the reader of all fields.
    if (level.rest && !/^(?:priority|prio|level|a|an|please|now|\W)*$/i.test(level.rest)) return null;
    return change(clause, readRefs(found[1], ctx), { priority: level.priority });
  }
  return null;
}

export function nest(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  const found =
    /^(?:make|turn|set|convert) (.+?) (?:in)?(?:to )?(?:a |as a )?(?:sub-?task|child|step) (?:of|under|to) (.+)$/i.exec(sentence) ??
    /^make (.+?) (?:a )?part of (.+)$/i.exec(sentence) ??
    /^(?:move|nest|put) (.+?) under (?:neath )?(.+)$/i.exec(sentence);
  const free = /^make (.+?) (?:a )?(?:stand[- ]?alone|independent|separate|normal|regular|top[- ]level|its own)(?: task)?$/i.exec(sentence);
  const alone = free?.[1] ? readRefs(free[1], ctx) : [];
  if (alone.length && alone.every((ref) => ref.kind !== 'title' || /^(?:the|my|task)\b/i.test(free?.[1] ?? ''))) {
    return { text: clause, kind: 'change', tool: 'update_tasks', refs: alone, parent: null };
  }
  if (!found?.[1] || !found[2]) return null;
  const refs = readRefs(found[1], ctx);
  const [parent] = readRefs(found[2], ctx);
  return refs.length && parent ? { text: clause, kind: 'change', tool: 'update_tasks', refs, parent } : null;
}

const REMIND_BEFORE = pattern('i')`
  ^remind me (?:about |of |for )?(task #?\d+|#\d+|it|that|this one|the .+? (?:one|task))\s+(.+?) (?:
    before(?:hand)?|earlier|ahead(?: of time)?|in advance|prior
  )$
`;

export function remindBefore(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  const found =
    REMIND_BEFORE.exec(sentence) ??
    /^(?:remind me|set (?:a|the|its) reminder) (?:for )?(.+?) before (?:the )?(task #?\d+|#\d+|it(?: is due)?|that(?: is due)?|the .+? (?:one|task))$/i.exec(sentence) ??
    lead(sentence) ??
    /^(?:an? )?reminder (?:for|on|about) (?:the |my )?(.{2,40}?) ((?:an?|half an?|one|two|three|five|ten|\d+) (?:minutes?|mins?|hours?|hrs?|days?|weeks?)) (?:before(?:hand)?|ahead|earlier)$/i.exec(sentence) ??
    /^(?:set|add|put|create) (?:a |an |another )?(\S+[- ](?:minute|min|hour|day)) reminder (?:on|to) (?:the |my )?(.{2,40})$/i.exec(sentence);
  if (!found?.[1] || !found[2]) return null;
  const [target, when] = durationIn(found[2]) && !durationIn(found[1]) ? [found[1], found[2]] : [found[2], found[1]];
  const duration = durationIn(when);
  return duration ? change(clause, readRefs(target.replace(/ is due$/, ''), ctx), { reminder: { minutesBefore: duration.minutes } }) : null;
}

const REMINDER_AHEAD = pattern('i')`
  ^(?:set|add|put|create|make|give me) (?:a |an |another |me a )?reminder (?:for )?(.{2,25}?) (?:
    before(?:hand)?|earlier|ahead(?: of time)?|in advance|prior
  )$
`;

/** "set a reminder two days before", of the one that is spoken of. */
function lead(sentence: string): [string, string, string] | null {
  const found = REMINDER_AHEAD.exec(sentence);
  return found?.[1] && durationIn(found[1])?.rest.trim() === '' ? [sentence, 'it', found[1]] : null;
}

export function setLength(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  const found =
    /^(?:set|change|make|update) (?:the )?(?:duration|length|estimate) (?:of|for) (.+?) (?:to|as|be)\s+(.+)$/i.exec(sentence) ??
    /^(?:extend|lengthen|prolong|shorten) (.+?) to (.+)$/i.exec(sentence) ??
    /^make (it|that|(?:the|my) .{2,50}?) an? (.{1,20}?[- ](?:minutes?|mins?|hours?|hrs?))(?: long)? (?:thing|one|task|slot|meeting|job|session)$/i.exec(sentence) ??
    /^make (.+?) (?:last |take )?((?:\S+ ){1,3}(?:minutes?|mins?|hours?|hrs?)) long$/i.exec(sentence) ??
    /^(?:can|could|should) ((?:the|my) .{2,50}?) (?:be|last|take)(?: only| just)? (.+?)(?: long)?$/i.exec(sentence) ??
    /^(task #?\d+|#\d+|it|that|(?:the|my) .{2,60}?) (?:takes|will take|should take|lasts|needs) (?:about |around )?(.+)$/i.exec(sentence) ??
    /^((?!(?:i|we|you|he|she|they|what|how|which)\b)(?:[\p{L}'-]+ ){0,3}[\p{L}'-]+) (?:should(?: only)? (?:take|last|be)|will(?: only)? (?:take|last)) (?:about |around |only |just )?(.+?)(?: long)?$/iu.exec(sentence);
  const minutes = found?.[2] ? lengthOnly(found[2]) : null;
  return found?.[1] && minutes ? change(clause, readRefs(found[1], ctx), { durationMinutes: minutes }) : null;
}
