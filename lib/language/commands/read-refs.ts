import { pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { quoted, trimEnds } from './normalize';
import { readFilter } from './read-filter';
import { searchable } from './search-words';
import type { Filter, Ref } from './types';
import { EVENT_NOUN, NUMBER_WORDS, ORDINAL_WORDS, PLACE_NOUN, TASK_NOUN } from './vocabulary';
import { hasWhen, isOnlyWhen } from './when';

const THEM = pattern('')`
  ^(?:
    (?:all|every one|each)(?: of)? (?:them|these|those)(?: (?:tasks|ones|items|reminders))?
    |(?:all )?(?:them|'?em|these|those|they)(?: all)?(?: (?:tasks|ones|items|reminders))?|the (?:whole )?lot
    |all (?:two|three|four|five)(?: of them)?|(?:all (?:of )?(?:that|this|it))|it all
  )$
`;
const BOTH = /^(?:both|both of (?:them|these|those)|both (?:tasks|ones)|the two(?: of them)?|them both|those two|these two)$/;
const OTHER = /^(?:the other|the other (?:one|task|item|reminder)|other one)$/;
const IT = new RegExp(`^(?:it|that|this|that's|(?:that|this|the same|the current|current)(?: (?:one|${TASK_NOUN}))|(?:the )?(?:task|item|reminder|one|event))$`);
const LAST_ADDED = pattern('')`
  ^(?:the |my )?(?:
    (?:last|latest|newest|most recent)(?:ly)? (?:(?:${TASK_NOUN}) )?(?:
      (?:that |which )?i(?:'ve| have)? (?:just )?(?:added|created|made|typed|set|said|entered)
    )
    |(?:newest|latest|most recent|last (?:added|created|set))(?: (?:${TASK_NOUN}))?
    |(?:the )?new(?:est)? (?:one|task)
    |what i (?:just )?(?:added|typed|said|created|made|entered)
    |(?:${TASK_NOUN}) (?:that |which )?i(?:'ve| have)? just (?:added|scheduled|created|made|set)
    |the one (?:i|you) (?:just )?(?:added|created|made)
  )$
`;
const ORDINAL = new RegExp(`^(?:the |my )?(?:(${Object.keys(ORDINAL_WORDS).join('|')})|(\\d{1,3})(?:st|nd|rd|th)|number (\\d{1,3}) (?:on|in|from) (?:the|my|that|this) list)(?: (?:one|${TASK_NOUN}))?(?: (?:on|in|from|of) (?:the|that|this|my) list| of (?:those|these|them))?$`);
const REMAINING = /^(?:all )?(?:the )?(?:remaining|leftover|left over) (?:ones?|tasks?|items?|two|three|four|five)$/;
const OTHERS = /^(?:the |all the )?(?:others|rest|other ones|rest of (?:them|these|those))$/;
const NEXT = new RegExp(`^(?:the )?(?:next|following) (?:one|${TASK_NOUN})(?: on (?:the|that|this|my) list)?$`);
/** No one in particular of several. */
const ANY_ONE = pattern('')`
  ^(?:any |either |just |only )?one of (?:them|these|those|the two)$|^either(?: one| of them)?$
  |^(?:some|a few|few|several|half|most|a couple|one or two|a bunch)(?: of (?:them|these|those|it|(?:my|the) (?:list|tasks)))?$
`;
const EDGE = new RegExp(`^(?:the )?(?:very )?(top|first|bottom|last) (?:one|${TASK_NOUN})$`);
const NUMBERED = new RegExp(`^(?:the )?(?:(?:${TASK_NOUN}|number|no\\.?|num|id|nr\\.?)\\s*)*(?:number |no\\.? ?|id )?#?(\\d{1,9})$`);
/** "task nine", "number ten". */
const SPELT = new RegExp(`^(?:the )?(?:(?:task|number|no\\.?|item|todo)\\s+){1,2}(${Object.keys(NUMBER_WORDS).filter((word) => word.length > 2 && !/^(?:couple|few)$/.test(word)).join('|')})$`);
const RANGE = new RegExp(`^(?:the )?(?:(?:${TASK_NOUN}|numbers?)\\s*)?#?(\\d{1,5}) ?(?:-|–|to|through|thru|until)\\s*#?(\\d{1,5})$`);
const MANY = new RegExp(`^(?:the|my|our|those|these|both|all) (?:two|three|four|five) \\S+s$|^(?:all|both(?: of)?(?: (?:my|the))? \\S+|every|everything|each|any|anything|whatever|whichever)\\b|\\b(?:all|everything)$`);
const PLURAL = pattern('')`
  \b(?:
    tasks|todos|to-?dos|to dos|reminders|items|things|entries|events|ones|meetings|appointments|calls|errands|chores
    |assignments|birthdays|classes|bills|workouts|payments|programs|schedules|stuff
  )\b
`;
const CALLED = pattern('i')`
  ^(?:the |my |a |an |that |this |our )?(?:(?:${TASK_NOUN}|alarm) )?(?:reminder |task |item |todo |to-do )?(?:
    (?:that (?:is |was )?|which is )?(?:called|named|titled|saying|that says|labell?ed)|to|for|about|of|regarding|on
    |that says|for the|:
  )\s+(?=\S)
`;
const SUFFIX = new RegExp(`\\s+(?:one|task|to-?do|reminder|item|entry|event)s?(?:'s)?$`, 'i');
const KEEP_IN = pattern('iu')`
  (?:
    ,? (?:from|off(?: of)?|in|on|out of) (?:of )?(?:my|the|our|this|that)(?: ([\p{L}\p{N}' -]{1,30}?))?[ -]?(?:${PLACE_NOUN})(?: of things(?: to do)?| of to-?dos| app
    )?
  )$
`;

const TRAILING_ADVERB = pattern('i')`
  \s+(?:please|now|too|as well|already|instead|right now|for good|for now|again|yet|any ?more|any longer)$
`;

/** What a phrase after a verb points at: "tasks 3 and 4", "the milk one", "all of them", "my morning meetings". */
export function readRefs(phrase: string, ctx: LanguageContext): Ref[] {
  let text = trimEnds(phrase).replace(/^(?:also|just|only|please|now)\s+/i, '').replace(TRAILING_ADVERB, '');
  const place = KEEP_IN.exec(text);
  if (place && place.index > 0) text = text.slice(0, place.index);
  if (!text) return [];
  if (/^(?:tasks?|number|#)? ?-\d+$/i.test(phrase.trim())) return [{ kind: 'title', text: phrase.trim() }];
  const literal = quoted(text);
  if (literal) return [{ kind: 'title', text: literal }];
  const lower = text.toLowerCase();

  const simple = readPointer(lower);
  if (simple) return [simple];
  const span = RANGE.exec(lower);
  if (span) {
    const [from, to] = [Number(span[1]), Number(span[2])];
    if (to > from && to - from < 100) return Array.from({ length: to - from + 1 }, (_, i) => ({ kind: 'number' as const, n: from + i }));
  }
  const several = /^(?:the |my )?(first|last) (two|three|four|five|six|[2-9])(?: (?:ones|tasks|items|reminders|of them))?$/.exec(lower);
  if (several) {
    const count = { two: 2, three: 3, four: 4, five: 5, six: 6 }[several[2] ?? ''] ?? Number(several[2]);
    return Array.from({ length: count }, (_, i) => ({ kind: 'ordinal' as const, n: several[1] === 'last' ? i - count : i + 1 }));
  }
  const without = /^(.{1,200}?),? (?:but not|(?<=^(?:all|every|everything|anything)\b.*)but|except(?: for)?|excluding|apart from|other than|besides) (.{1,100})$/.exec(lower);
  if (without?.[1] && without[2]) {
    const named = readRefs(without[1], ctx);
    const [all, left] = [named.length > 1 && named.every(({ kind }) => kind === 'number' || kind === 'ordinal') ? named : null, readNumbers(without[2]) ?? [readPointer(without[2])]];
    const [whole, other] = named;
    if (whole?.kind === 'pronoun' && whole.which === 'them' && !other) return [{ ...whole, but: readRefs(without[2], ctx) }];
    if (whole?.kind === 'filter' && !whole.one && !other && !whole.filter.q?.match(/\b(?:except|but)\b/)) return [{ ...whole, but: readRefs(without[2], ctx) }];
    if (all) return all.filter((ref) => !left.some((other) => JSON.stringify(other) === JSON.stringify(ref)));
  }
  const numbers = readNumbers(lower);
  if (numbers) return numbers;
  const selected = readSelected(lower, ctx);
  if (selected) return [selected];
  const parts = splitNames(text);
  if (parts.length > 1) return parts.flatMap((part) => readRefs(part, ctx));
  const title = bareTitle(text);
  return title ? [{ kind: 'title', text: title }] : [];
}

/** Pronouns, ordinals and a single number. */
export function readPointer(lower: string): Ref | null {
  if (BOTH.test(lower)) return { kind: 'pronoun', which: 'both' };
  if (THEM.test(lower)) return { kind: 'pronoun', which: 'them' };
  if (ANY_ONE.test(lower)) return { kind: 'pronoun', which: 'one' };
  if (OTHER.test(lower)) return { kind: 'pronoun', which: 'other' };
  if (OTHERS.test(lower)) return { kind: 'pronoun', which: 'others' };
  if (REMAINING.test(lower)) return { kind: 'pronoun', which: 'remaining' };
  if (NEXT.test(lower)) return { kind: 'pronoun', which: 'next' };
  if (LAST_ADDED.test(lower)) return { kind: 'pronoun', which: 'last' };
  if (IT.test(lower)) return { kind: 'pronoun', which: 'it' };
  const number = NUMBERED.exec(lower);
  if (number) return { kind: 'number', n: Number(number[1]) };
  const spelt = NUMBER_WORDS[SPELT.exec(lower)?.[1] ?? ''];
  if (spelt) return { kind: 'number', n: spelt };
  const edge = EDGE.exec(lower);
  if (edge) return { kind: 'ordinal', n: /top|first/.test(edge[1] ?? '') ? 1 : -1 };
  const ordinal = ORDINAL.exec(lower);
  if (ordinal) return { kind: 'ordinal', n: ORDINAL_WORDS[ordinal[1] ?? ''] ?? Number(ordinal[2] ?? ordinal[3]) };
  return null;
}

/** "3, 4 and #7": numbers and ordinals only, else null. */
function readNumbers(lower: string): Ref[] | null {
  if (!/\d|first|second|third|last/.test(lower) || lower.length > 300) return null;
  const parts = lower.replace(/(?<=#?\d) (?=#?\d)/g, ', ').split(/\s*(?:,\s*and\b|,|&|\+|\band\b)\s*/).filter(Boolean);
  const refs = parts.map(readPointer);
  return parts.length > 1 && refs.every((ref): ref is Ref => ref !== null && ref.kind !== 'pronoun') ? refs : null;
}

const FROM_DAY = pattern('')`
  \bfrom (?=
    (?:
      today|tomorrow|yesterday|tonight|(?:this|last|next) \w+|(?:sun|mon|tues|wednes|thurs|fri|satur)day
    )\b(?! (?:on|onwards?|forward|to|until|till|through)\b)
  )
`;
/** "today's tasks". */
const OWNED_TASKS = /(\p{L})'s\b(?= (?:tasks?|reminders?|to-?dos?|list|events?|meetings?|appointments?|schedule))/gu;

/** Tasks told by what they have in common. A singular one ("the reminder for tomorrow") must turn out to be exactly one. */
function readSelected(lower: string, ctx: LanguageContext): Ref | null {
  const many = MANY.test(lower) || PLURAL.test(lower) || /^(?:the |my )?overdue(?: stuff)?$/.test(lower);
  const generic = new RegExp(`\\b(?:${TASK_NOUN}|${PLACE_NOUN}|${EVENT_NOUN})\\b`).test(lower);
  const clock = /^(?:my|the) (?:\d{1,2} ?[ap]\.?m\.?|\d{1,2}:\d\d(?: ?[ap]\.?m\.?)?)(?= |$)/.test(lower) && isOnlyWhen(lower.replace(/^(?:my|the) /, 'at '), ctx);
  if (!many && !clock && !(generic && hasWhen(lower, ctx)) && !/^(?:the |my )?(?:completed|done|finished|overdue)(?: ones?| stuff)?$/.test(lower)) return null;
  if (many && /^(?:all )?(?:the )?(?:tasks?|items?) (?:called|named|titled)\b/.test(lower)) return null;
  // "everything from today" is what is due then; what comes after it is not meant.
  const days = /\b(?:completed|finished|done|created|added)\b/.test(lower) ? lower : lower.replace(FROM_DAY, 'due ');
  const read = readFilter(days.replace(/^(?:all|both|every|each|any)(?: of)? (?:my |the )?|^(?:the|my|our|those|these) (?=(?:two|three|four|five) )/, 'all ').replace(/^all (?:two|three|four|five) /, 'all ').replace(OWNED_TASKS, '$1'), ctx);
  const words = read.words.replace(/^(?:to|about) /, '');
  const fields = Object.keys(read.filter).length;
  if (!many && !fields) return null;
  // A plural that says nothing further but a noun of its own ("the groceries", "bills") is a title, not a selection.
  if (many && !fields && words && !MANY.test(lower)) return null;
  const filter: Filter = { ...read.filter, ...(words ? { q: searchable(words) } : {}) };
  if (!filter.status && !filter.overdue) filter.status = 'pending';
  const about = [read.about, words ? `matching "${words}"` : ''].filter(Boolean).join(', ');
  return many || read.filter.status === 'completed'
    ? { kind: 'filter', filter, about }
    : { kind: 'filter', filter, about, one: true };
}

/** Several titles in one phrase, split at commas and "and"; quoted ones stay whole. */
function splitNames(text: string): string[] {
  if (!/,|\band\b|&/i.test(text)) return [text];
  const quotes: string[] = [];
  const masked = text.replace(/"[^"]*"/g, (match) => `\u0001${quotes.push(match) - 1}\u0001`);
  return masked
    .split(/\s*,\s*and\s+|\s*,\s*|\s+and\s+|\s+&\s+/i)
    .map((part) => trimEnds(part.replace(/\u0001(\d+)\u0001/g, (_, index: string) => quotes[Number(index)] ?? '')))
    .filter(Boolean);
}

/** A title without the words around it: "my reminder to call David" → "call David", "the milk one" → "milk". */
export function bareTitle(text: string): string {
  let title = trimEnds(text);
  const inner = /"([^"]{1,200})"/.exec(title)?.[1];
  if (inner) return inner.trim();
  title = title.replace(CALLED, '');
  title = title.replace(/^(?:the|my|our|that|this|a|an|your)\s+(?=\S)/i, '');
  const shorter = title.replace(SUFFIX, '');
  if (shorter && shorter !== title) title = shorter.replace(/^(?:the|my)\s+(?=\S)/i, '');
  return quoted(title) ?? trimEnds(title.replace(/^(?:task|reminder|item|todo)\s+(?=\S)/i, ''));
}
