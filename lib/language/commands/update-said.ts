import { pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { trimEnds } from './normalize';
import { readChanges } from './read-changes';
import { readRefs } from './read-refs';
import type { Command } from './types';
import { change } from './update-details';
import { EVENT_NOUN, FOREIGN, TASK_NOUN } from './vocabulary';
import { hasWhen, isOnlyWhen, pointIn, recurrenceIn } from './when';

const INSTEAD = /^(?:(?:can|could|should|shall|may|would) (?:we|you|i) |let's |i'd rather )?(?:do|have|make|hold|move|put|schedule) (.{4,80}) instead$/i;
const LATER = /^(?:the )?(?:due date|deadline|date|time) (?:for|of|on) (.{2,60}?) (?:is|has been|should be)(?: now)?(?: (?:moved|changed|set|pushed))?(?: to)? (.{2,40})$/i;
/** "my boss moved the deadline of the report to Friday". */
const SHIFTED = pattern('iu')`
  ^(?:
    (?!if\b|when\b|did\b|has\b|have\b|who\b|why\b)[\p{L}' -]{1,30} )?(?:has |have |just )?(?:moved|changed|pushed|extended) the (?:deadline|due date|date) (?:of|for|on) (.{2,60}?) to (.{2,40})$
`;
const NO_LONGER = pattern('iu')`
  ^(task #?\d+|#\d+|it|that|(?:the|my) .{2,60}?|(?:[\p{L}'-]+ ){0,3}[\p{L}'-]+(?= no longer)) (?:(?:is|are) )?(?:no longer|(?<=(?:is|are) )not) (?:so |that |really )*(?:
    urgent|important|critical|(?:a )?high[- ]priority
  )(?: any ?more)?$
`;
const ASKED = pattern('i')`
  ^(?:can|could|should|may|might|would) ((?:the|my|our) .{2,60}?) be (?:
    moved|changed|pushed|rescheduled|postponed|shifted|switched|brought forward
  )(?: back| up| out)? (?:to|until|till|for) (.{1,40})$
`;
const SHOULD = /^((?!(?:it|that|this|there|he|she|they|you|i|we|what|which|how|when|where|who)\b)(?:\S+ ){1,6}?)should be (?:(?:due )?(?:on|at|by)|due|moved to) (.{2,40})$/i;
const ABOUT = /^remind me (?:about |of |for )?(task #?\d+|#\d+) (.{2,40}?)(?: instead)?$/i;
const GIVEN = /^(?:assign|give) (.{3,30}?) to (.{2,60})$/i;
const DO_ON = /^do (it|that|them|both|the (?:first|second|third|fourth|fifth|last|other)(?: (?:one|task))?|(?:task |number )?#?\d+) (?:on |at |for )?(.{2,40})$/i;
/** "the dentist is at 10, not 9". */
const NOT_THEN = /^((?:the|my|our) .{2,50}?|task #?\d+|#\d+|it|that) (?:is|are|was|starts|begins)(?: actually| really| now)? ((?:at|on|for) .{1,30}?),? (?:and )?not (.{1,30})$/i;
/** "the dentist is now at 11", "task 9 due Friday". */
const NOW_AT = pattern('i')`
  ^(
    (?:the|my|our) (?:(?!that|which|who)\S+ ){0,4}?\S+?|task #?\d+|#\d+|it|that
  ) (?:(?:is|are|'s|starts|begins|will be) (?:actually |really )?now|now (?:is|starts|begins)) ((?:at|on|due|for) .{1,40}|\d{1,2}(?::\d\d)? ?[ap]m)$
`;
const IS_AT_NOW = /^((?:the|my|our) (?:\S+ ){0,4}?\S+?|task #?\d+|#\d+) (?:is|are|starts|begins) ((?:at|on|due) .{1,30}?) (?:now|from now on)$/i;
/** "dinner is at 8 now, not 7.30", "standup is 9.30 from now on": only what was so before is said to be so now. */
const CHANGED_NOW = pattern('iu')`
  ^((?:the |my |our )?(?!(?:it|that|this|he|she|they|you|i|we|what|which|how|when|where|who|there)\b)(?:[\p{L}\d'-]+ ){0,4}?[\p{L}\d-]+)(?:'s| is| are| starts| begins|'ll be| will be) (?:actually |really )?(?:now )?(
    (?:at |on |for )?.{1,25}?)(?:,? (?:and )?not (?:at |on |in )?.{1,20}|,? instead of .{1,25}| from now on(?:wards)?| now)+$
`;
/** "gym only on weekdays from now on", "the call is now every other week". */
const RHYTHM_NOW = /^(?!(?:it|i|we|you|remind|add|create|put|set)\b)(?:(.{4,80}?)(?: from now on(?:wards)?| instead)|(.{3,50}? is now .{4,40}))$/i;
const NUMBER_DUE = /^(task #?\d+|#\d+)(?: is| should be)? ((?:due|by|on|at) .{2,40})$/i;
const OURS = new RegExp(`\\b(?:${EVENT_NOUN}|${TASK_NOUN})\\b`, 'i');

/** Changes that are said as a fact or a proposal: "could we do the meeting on Thursday instead?", "the deadline for the essay is now the 20th". */
export function readSaid(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  if (FOREIGN.test(sentence)) return null;
  const cooler = NO_LONGER.exec(sentence);
  // "not important" is low; what is urgent no longer is like any other.
  if (cooler?.[1] && /\bno longer\b|any ?more$/i.test(sentence)) return change(clause, readRefs(cooler[1], ctx), { priority: 'none' });
  const asked = ASKED.exec(sentence) ?? SHOULD.exec(sentence) ?? ABOUT.exec(sentence);
  if (asked?.[1] && asked[2]) return dated(asked[1].trim(), /^(?:[1-9]|1[0-2])$/.test(asked[2]) ? `at ${asked[2]}` : asked[2], clause, ctx);
  const now = NOW_AT.exec(sentence) ?? IS_AT_NOW.exec(sentence) ?? NUMBER_DUE.exec(sentence);
  if (now?.[1] && now[2]) return dated(now[1], now[2].replace(/^due (?=(?:on|at|by)\b)/i, ''), clause, ctx);
  const changed = CHANGED_NOW.exec(sentence);
  if (changed?.[1] && changed[2]) {
    const when = [changed[2], `at ${changed[2]}`].find((said) => isOnlyWhen(said, ctx));
    if (when) return dated(changed[1], when, clause, ctx);
  }
  const rhythm = RHYTHM_NOW.exec(sentence);
  const rule = rhythm ? recurrenceIn(rhythm[1] ?? rhythm[2] ?? '', ctx) : null;
  const name = rule?.rest.trim().replace(/(?: (?:should|only|be|is|now|happens?|repeats?))+$/i, '') ?? '';
  if (rule && !rule.problem && name && name.split(' ').length <= 6) return change(clause, readRefs(name, ctx), { recurrence: rule.rule });
  const shifted = SHIFTED.exec(sentence);
  if (shifted?.[1] && shifted[2]) return dated(shifted[1], shifted[2], clause, ctx);
  const later = LATER.exec(sentence);
  if (later?.[1] && later[2]) return dated(later[1], later[2], clause, ctx);
  const right = NOT_THEN.exec(sentence);
  if (
    right?.[1] &&
    right[2] &&
    right[3] &&
    isOnlyWhen(right[2], ctx) &&
    (isOnlyWhen(right[3], ctx) || /^(?:at |on |the )?\d{1,2}$/i.test(right[3]))
  ) return dated(right[1], right[2], clause, ctx);
  const given = GIVEN.exec(sentence);
  if (given?.[1] && given[2] && hasWhen(given[1], ctx)) return dated(given[2], given[1], clause, ctx);
  const done = DO_ON.exec(sentence);
  if (done?.[1] && done[2]) return dated(done[1], done[2], clause, ctx);
  const other = INSTEAD.exec(sentence)?.[1];
  if (!other || !hasWhen(other, ctx) || !OURS.test(other)) return null;
  const read = readChanges(other, ctx);
  const target = trimEnds(read.rest).replace(/ (?:on|at|for|to|in)$/i, '');
  return target && !read.problem ? change(clause, readRefs(target, ctx), read.changes) : null;
}

function dated(target: string, when: string, clause: string, ctx: LanguageContext): Command | null {
  const { changes, rest, problem } = readChanges(when, ctx);
  if (problem) {
    return {
      text: clause,
      kind: 'question',
      action: 'update',
      wants: 'date',
      question: problem,
      then: { text: clause, kind: 'change', tool: 'update_tasks', refs: readRefs(target, ctx), changes: {} },
    };
  }
  if (rest || !(changes.dueDate || changes.dueTime)) return null;
  // "dinner is at 8 now" is the evening.
  const time = changes.dueTime ? pointIn(`${target} ${when}`, ctx)?.time ?? changes.dueTime : undefined;
  return change(clause, readRefs(target, ctx), time ? { ...changes, dueTime: time } : changes);
}
