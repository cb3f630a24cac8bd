import { type CivilDay, startOfWeek, weekdayOf } from './calendar';
import type { Piece } from './pieces';
import { closesHere, phrase, type Reader, touches, word } from './reader';
import { DAY_PARTS, DOUBTFUL_WEEKDAYS, MONTHS, TODAY, TOMORROW, TONIGHT, UNITS, WEEKDAYS } from './words';
import { pattern } from './pattern';

type FixedPiece = Extract<Piece, { kind: 'fixed' }>;

export function fixed(day: CivilDay, next: number, rest: Partial<FixedPiece> = {}): FixedPiece {
  return { kind: 'fixed', day, next, strong: true, ...rest };
}

/** "today", "tonight", "day after tomorrow", "yesterday", "the other day's" neighbours. */
export function readRelativeDay(reader: Reader, at: number): Piece | null {
  const text = word(reader, at);
  const { today } = reader;
  if (isName(reader, at)) return null;
  if (TODAY.has(text) || text === 'tod' && isShort(reader, at)) return fixed(today, at + 1, { relative: true });
  if (TOMORROW.has(text) || text === 'tom' && isShort(reader, at)) return fixed(today + 1, at + 1, { relative: true });
  if (TONIGHT.has(text)) return fixed(today, at + 1, { part: 'night', relative: true });
  if (text === 'yesterday') return fixed(today - 1, at + 1, { past: true, relative: true });
  if (text === 'overmorrow') return fixed(today + 2, at + 1);
  if (text === '2' && touches(reader, at + 1) && /^(moro|morrow|mrw|nite|day)$/.test(word(reader, at + 1))) {
    if (word(reader, at + 1) === 'day') return fixed(today, at + 2, { relative: true });
    return word(reader, at + 1) === 'nite' ? fixed(today, at + 2, { part: 'night' }) : fixed(today + 1, at + 2);
  }
  const start = text === 'the' ? at + 1 : at;
  const after = phrase(reader, start, 'day after');
  const before = phrase(reader, start, 'day before');
  if (after && TOMORROW.has(word(reader, after))) return fixed(today + 2, after + 1);
  if (before && word(reader, before) === 'yesterday') return fixed(today - 2, before + 1, { past: true });
  const dayPart = text === 'next' ? DAY_PARTS.get(word(reader, at + 1)) : undefined;
  if (dayPart && /^(morning|afternoon|evening)$/.test(word(reader, at + 1))) return fixed(today + 1, at + 2, { part: dayPart });
  const last = phrase(reader, at, 'last night');
  if (last) return fixed(today - 1, last, { past: true, part: 'night' });
  return null;
}

/** What stands before a name that is spelt like a day. */
const BEFORE_PERSON = pattern('')`
  ^(
    call|with|for|to|from|email|e-mail|mail|ask|see|meet|visit|text|and|tell|message|ping|pay|thank|help|of|about
    |remind
  )$
`;

/** "tom" and "tod" are names as well. */
function isShort(reader: Reader, at: number): boolean {
  const token = reader.tokens[at];
  const before = word(reader, at - 1);
  const after = word(reader, at + 1);
  const hour = reader.tokens[at + 1]?.kind === 'number' && /^(am|pm|a|p|:|h)?$/.test(word(reader, at + 2));
  const ends = hour || after === '' || (after === '.' && reader.tokens[at + 2] === undefined) || /^(morning|afternoon|evening|night|at)$/.test(after);
  return token !== undefined && token.raw === token.text && ends && at > 1 && !BEFORE_PERSON.test(before);
}

/** "Friday", "next tue", "this coming Monday", "Wednesday next week", "friday after next", "the sunday". */
export function readWeekday(reader: Reader, at: number, led: boolean): Piece | null {
  let next = at;
  let which: 'coming' | 'this' | 'next' | 'last' = 'coming';
  let marked = false;
  if (word(reader, next) === 'the' && WEEKDAYS.has(word(reader, next + 1)) && reader.tokens[next + 1]?.raw !== 'SAT') next += 1;
  for (let count = 0; count < 3; count += 1) {
    const text = word(reader, next);
    if (text === 'next' || text === 'following') which = 'next';
    else if (/^(this|coming|upcoming)$/.test(text)) which = which === 'next' ? 'next' : 'this';
    else if (/^(last|past|previous)$/.test(text)) which = 'last';
    else break;
    [marked, next] = [true, next + 1];
  }
  const weekday = reader.tokens[next]?.kind === 'word' ? WEEKDAYS.get(word(reader, next)) : undefined;
  if (weekday === undefined || !closesWeekday(reader, next + 1)) return null;
  if (!marked && !led && isNamesake(reader, next)) return null;
  if (/^(black|cyber|giving|fat|shrove|ash|good|palm|maundy|whit|bloody|casual|meatless|taco|ruby|freaky|manic|throwback|easter)$/.test(word(reader, next - 1))) return null;
  if (!marked && !led && DOUBTFUL_WEEKDAYS.has(word(reader, next)) && !looksLikeDay(reader, next)) return null;
  next += 1;
  if (word(reader, next) === '.' && touches(reader, next) && word(reader, next - 1).length <= 5 && !touches(reader, next + 1) && reader.tokens[next + 1]) next += 1;
  const weeks = readWeekBehind(reader, next);
  if (weeks) {
    const start = startOfWeek(reader.today, reader.weekStart) + weeks.ahead * 7;
    const day = start + ((weekday - weekdayOf(start) + 7) % 7);
    return fixed(day, weeks.next, { past: weeks.ahead < 0 });
  }
  const afterNext = phrase(reader, next, 'after next');
  if (afterNext) return { kind: 'weekday', weekday, which: 'after-next', next: afterNext, strong: true };
  const beforeLast = phrase(reader, next, 'before last');
  if (beforeLast) return { kind: 'weekday', weekday, which: 'before-last', next: beforeLast, strong: true };
  return { kind: 'weekday', weekday, which, next, strong: true };
}

/** Names that begin with a day: no day is meant whatever stands around them. */
const NAMES: Record<string, RegExp> = {
  sunday: /^(bloody|school|roasts?|best|times|papers?|drivers?)\b/,
  monday: /^(blues|motivation)\b/,
  wednesday: /^addams\b/,
  friday: /^(night lights|feeling)\b/,
  saturday: /^night (fever\b|live$|live (at|on|in|with|tonight|episode))/,
  tomorrow: /^never (dies|knows|comes)\b/,
};

/** "Sunday school", "Friday Night Lights", "the Today show". */
function isName(reader: Reader, at: number): boolean {
  const [day, next] = [word(reader, at), word(reader, at + 1)];
  if (Object.hasOwn(NAMES, day)) return NAMES[day]?.test([next, word(reader, at + 2), word(reader, at + 3)].join(' ').trim()) ?? false;
  // "today show the slides to Ann" has a verb.
  return day === 'today' && /^(show|programme?)$/.test(next) && (word(reader, at - 1) === 'the' || /^(|tickets|hosts?|interview|episode)$/.test(word(reader, at + 2)) || reader.tokens[at + 1]?.raw === 'Show');
}

/** "Sunday school", "talk to Friday Okafor": no day. */
function isNamesake(reader: Reader, at: number): boolean {
  const after = reader.tokens[at + 1];
  if (isName(reader, at)) return true;
  return (
    /^(to|with|ask|tell|email|call|meet|text|thank|ping)$/.test(word(reader, at - 1)) &&
    after?.kind === 'word' &&
    /^\p{Lu}\p{Ll}/u.test(after.raw) &&
    !DAY_PARTS.has(after.text) &&
    !MONTHS.has(after.text) &&
    !WEEKDAYS.has(after.text)
  );
}

function closesWeekday(reader: Reader, at: number): boolean {
  return closesHere(reader, at) || /^[-–]$/.test(word(reader, at)) || (word(reader, at) === '/' && WEEKDAYS.has(word(reader, at + 1)));
}

function readWeekBehind(reader: Reader, at: number): { ahead: number; next: number } | null {
  const of = /^(of|in|from)$/.test(word(reader, at)) ? at + 1 : at;
  const the = word(reader, of) === 'the' ? of + 1 : of;
  const afterNext = phrase(reader, the, 'week after next');
  if (afterNext) return { ahead: 2, next: afterNext };
  if (!/^(week|wk)$/.test(word(reader, the + 1))) return null;
  const text = word(reader, the);
  if (/^(next|following|coming)$/.test(text)) return { ahead: 1, next: the + 2 };
  if (/^(this|current)$/.test(text)) return { ahead: 0, next: the + 2 };
  if (/^(last|previous|past)$/.test(text)) return { ahead: -1, next: the + 2 };
  return null;
}

/** "sat" and "sun" are also a verb and a star: the words beside them decide. */
function looksLikeDay(reader: Reader, at: number): boolean {
  const token = reader.tokens[at];
  const before = word(reader, at - 1);
  const after = reader.tokens[at + 1];
  const afterText = after?.text ?? '';
  if (at === 0 && (!after || (afterText === ':' && reader.tokens[at + 2]?.space))) return true;
  if (MONTHS.has(afterText) || (MONTHS.has(word(reader, at + 2)) || reader.tokens[at + 2]?.kind === 'number') && afterText === ',') return true;
  if (afterText === 'of' && /^(the|next|this|last)$/.test(word(reader, at + 2)) && UNITS.get(word(reader, at + 3)) === 'week') return true;
  if (afterText === '@' || /^(morning|afternoon|arvo|evening|night|noon|midnight|next|am|pm|eod)$/.test(afterText)) return true;
  if (/^([-–/,&]|to|thru|through|and|or)$/.test(afterText) && WEEKDAYS.has(word(reader, at + 2))) return true;
  if (after && (after.kind === 'number' || after.kind === 'ordinal')) return true;
  if (/^(at|between|from)$/.test(afterText) && (reader.tokens[at + 2]?.kind === 'number' || word(reader, at + 2) === 'noon')) return true;
  if (afterText === '.' && at === 0 && !reader.tokens[at + 2]) return true;
  if (/^(the|a|in|i|he|she|we|they|it|who|that|my|our|under|of|full|and|dog|cat|newly)$/.test(before)) {
    return /^(and|or)$/.test(before) && WEEKDAYS.has(word(reader, at - 2));
  }
  // "Lunch with Sun Li"
  if (after?.kind === 'word' && /^\p{Lu}\p{Ll}/u.test(after.raw)) return false;
  // "SAT prep book"
  const capital = token !== undefined && /^\p{Lu}\p{Ll}/u.test(token.raw) && at > 0;
  const ends = !after || (after.kind === 'symbol' && /^[,.;!?)-]$/.test(afterText));
  return at > 0 && (ends || capital && !/^(in|down|on|by|with|through|cream|screen)$/.test(afterText));
}
