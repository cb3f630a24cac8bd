import { pattern } from '../pattern';
import type { Filter, Sort } from './types';
import { PLACE_NOUN, TASK_NOUN } from './vocabulary';

export const COUNTS: Record<string, number> = { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twenty: 20 };
export const COUNT = `\\d{1,3}|${Object.keys(COUNTS).join('|')}`;

export const SORTS: [RegExp, Sort, 'asc' | 'desc'][] = [
  [/\b(?:due|dates?|deadlines?)\b/, 'due', 'asc'],
  [/\b(?:priority|priorities|importance)\b/, 'priority', 'desc'],
  [/\burgency\b/, 'urgency', 'asc'],
  [/\b(?:created|creation|added|age)\b/, 'created', 'desc'],
  [/\b(?:updated|changed|modified)\b/, 'updated', 'desc'],
  [/\b(?:title|name|alphabet\w*)\b/, 'title', 'asc'],
  [/\bnumbers?\b/, 'number', 'asc'],
];

export const STATUS: [RegExp, Filter, string][] = [
  [pattern('')`
    \b(?:
      not (?:yet )?(?:done|completed?|finished)|incomplete|uncompleted|unfinished|undone|pending|outstanding|open
      |active|unchecked|remaining|unresolved|still (?:open|to do|due)|to be done
      |(?:that (?:are|is) )?left(?: to do| over)?|yet to do
      |(?:haven't|hasn't|isn't|aren't) (?:yet |been )*(?:done|finished|completed?)(?: yet)?
      |(?:still )?(?:have|need) to do
    )\b
  `, { status: 'pending' }, 'open'],
  [/\b(?:completed?|done|finished|closed|checked[- ]off|ticked[- ]off|accomplished|complete)\b/, { status: 'completed' }, 'completed'],
  [/\b(?:(?:is|are)(?:n't| not)|not|non)(?: yet)?[ -](?:overdue|late|past[- ]due)\b/, { overdue: false }, 'not overdue'],
  [/\b(?:(?:is|are|do|does)(?:n't| not)|not|non)[ -](?:recurring|repeat(?:ing)?|recur)\b/, { recurring: false }, 'not repeating'],
  [/\b(?:overdue|past[- ]due|late|missed|behind)\b/, { overdue: true }, 'overdue'],
  [/\b(?:in the )?(?:trash(?:ed)?|deleted|bin)\b/, { status: 'trash' }, 'in the trash'],
  [/\b(?:recurring|repeating|recurrent)\b/, { recurring: true }, 'repeating'],
  [/\b(?:without|with no|have no|has no|(?:do|does|has|have)(?:n't| not) (?:have|got) |lacking|no) ?(?:an? |any )?(?:due )?(?:dates?|deadlines?)\b|\b(?:undated|unscheduled|not scheduled)\b/, { noDue: true }, 'without a due date'],
  [/\b(?:untagged|without (?:any |a )?(?:tags?|labels?)|(?:with|have|has) no (?:tags?|labels?)|not tagged)\b(?! (?:with|as))/, { untagged: true }, 'without tags'],
];

/** What is said not to be so: every level but that one. */
const NOT = "(?:(?:that |which )?(?:is|are|was|were)(?:n't| not)|not|non)(?: marked| (?:a|an|of|really|actually))*[ -]";
export const NOT_LEVEL: [RegExp, NonNullable<Filter['priority']>, string][] = [
  [new RegExp(`\\b${NOT}(?:(?:high|highest|top|p1)(?:[- ]priority)?|urgent|important|critical|crucial)\\b`), ['none', 'low', 'medium'], 'not high priority'],
  [new RegExp(`\\b${NOT}(?:medium(?:[- ]priority)?|p2)\\b`), ['none', 'low', 'high'], 'not medium priority'],
  [new RegExp(`\\b${NOT}(?:low(?:est)?[- ]priority|p3)\\b`), ['none', 'medium', 'high'], 'not low priority'],
];

export const PRIORITY: [RegExp, Filter['priority'], string][] = [
  [/\b(?:high|highest|top|p1)(?:[- ]priority)?\b|\b(?:urgent|important|critical|crucial)\b|\bpriority (?:is )?high\b|!high\b|!1\b/, ['high'], 'high priority'],
  [/\bmedium(?:[- ]priority)?\b|\bp2\b|\bpriority (?:is )?medium\b|\bnormal[- ]priority\b/, ['medium'], 'medium priority'],
  [/\blow(?:est)?[- ]priority\b|\bp3\b|\bpriority (?:is )?low\b|\b(?:unimportant|non-?urgent)\b/, ['low'], 'low priority'],
  [/\b(?:no|without(?: a)?) priority\b/, ['none'], 'without priority'],
];

export const FILLER = pattern('giu')`
  \b(?:
    ${TASK_NOUN}|${PLACE_NOUN}|all|any|every|everything|anything|each|my|mine|our|the|a|an|of|on|in|at|for|from|with
    |that|which|who|whatever|whichever|are|is|were|was|be|been|have|has|had|i|we|me|us|you|do|does|did|to|due|by|until|till|there|set|up
    |marked|tagged|labell?ed|having|named|called|about|it|them|those|these|this|and|but|just|only|currently|current
    |right now|now|please|again|list|listed|show|so far|coming up|upcoming|existing|available|saved|scheduled|planned
    |programs?|data|content|contents|also|as|well|how many|what|whats|else|got|going|happening|know|see|hear|next
  )\b
`;
