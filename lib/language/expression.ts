import { readDayThenMonth } from './day-numbers';
import { readPart } from './day-part';
import { readDayPiece } from './day-piece';
import { addClock, addLateEnd, CLOCK_LEADS, isToldByVerbs, readUsableClock } from './expression-clock';
import { addDay, hasDay } from './expression-days';
import { readLongLead, skipTail } from './expression-edges';
import type { Expression } from './expression-type';
import { isFollowed } from './followers';
import { isParticle } from './particles';
import type { Piece } from './pieces';
import { readClock } from './read-clock';
import { closesHere, opensHere, type Reader, touches, word } from './reader';
import { MONTHS, TODAY, TOMORROW, WEEKDAYS } from './words';

const LEADS = new Set(['on', 'at', '@', 'by', 'before', 'after', 'around', 'about', 'over', 'approximately', 'for', 'from', 'in', 'due', 'until', 'till', 'til', 'since', 'during', 'of', 'between', 'sometime', 'anytime', 'starting', 'year', '~', 'through', 'this']);

/** The expression that begins exactly at `at`, with its preposition; null when there is none. */
export function readExpression(reader: Reader, at: number): Expression | null {
  if (!opensHere(reader, at) || isParticle(reader, at)) return null;
  const first = readFrom(reader, at, at, '');
  let best = first;
  let lead = '';
  let next = at;
  for (let count = 0; count < 3; count += 1) {
    const longer = readLongLead(reader, next);
    if (!longer && !LEADS.has(word(reader, next))) break;
    lead = longer?.lead ?? word(reader, next);
    next = longer?.next ?? next + (word(reader, next + 1) === 'the' && word(reader, next + 2) === 'year' ? 2 : 1);
    const found = readFrom(reader, at, next, lead);
    if (found && (!best || found.next > best.next)) best = found;
  }
  return best;
}

function readFrom(reader: Reader, from: number, at: number, lead: string): Expression | null {
  const expression: Expression = { lead, from, next: at };
  let next = at;
  let before = lead;
  for (let count = 0; count < 7; count += 1) {
    const after = addPiece(reader, expression, next, before, count === 0) ?? (next > expression.next ? addPiece(reader, expression, expression.next, '', false) : null);
    if (after === null) break;
    expression.next = addLateEnd(reader, expression, addFarEnd(reader, expression, addTrailingYear(reader, expression, after)));
    const join = skipJoin(reader, Math.max(after, expression.next));
    [next, before] = [join.next, join.lead];
  }
  if (expression.next === at) return null;
  if (hasDay(expression)) expression.next = skipTail(reader, expression.next);
  if (!isEnough(reader, expression)) return null;
  return isToldByVerbs(reader, expression) ? { ...expression, from: from - 1 } : expression;
}

/** "Thu Oct 26 11:00:09 2023": the year behind the time. */
function addTrailingYear(reader: Reader, expression: Expression, at: number): number {
  const { day, clock } = expression;
  const year = reader.tokens[at];
  if (!clock || day?.kind !== 'month-day' || day.year !== null || !year || !/^(19|20)\d\d$/.test(year.text) || !closesHere(reader, at + 1)) return at;
  expression.day = { ...day, year: year.value };
  return at + 1;
}

/** "Mon 9am to Wed 5pm": the last day behind the hour of the first, and its hour, which is no end on the first day. */
function addFarEnd(reader: Reader, expression: Expression, at: number): number {
  if (
    !expression.clock ||
    expression.clockEnd ||
    expression.until ||
    !hasDay(expression) ||
    !/^(-|–|—|to|through|thru|until|till|til)$/.test(word(reader, at))
  ) return at;
  const end = readDayPiece(reader, at + 1, 'on');
  if (!end || !/^(weekday|month-day|fixed)$/.test(end.kind) || (end.kind === 'fixed' && end.range)) return at;
  expression.until = end;
  const hour = readClock(reader, word(reader, end.next) === 'at' ? end.next + 1 : end.next, true);
  return hour && closesHere(reader, hour.next) ? hour.next : end.next;
}

function skipJoin(reader: Reader, at: number): { next: number; lead: string } {
  let next = at;
  let lead = '';
  while (next < at + 3) {
    const text = word(reader, next);
    if (/^[,(@)]$/.test(text) || (text === '-' && !touches(reader, next + 1) === !touches(reader, next))) {
      if (text === '@') lead = '@';
      next += 1;
    } else if (/^(and|or|&|\/)$/.test(text) && joinsDays(reader, next)) {
      next += 1;
    } else if (/^(at|on|by|around|about|from|of|for|before|after|in|sharp|this|the|between)$/.test(text)) {
      lead = text === 'the' || text === 'this' ? lead : text;
      if (text === 'this' || text === 'the') break;
      next += 1;
    } else break;
  }
  return { next, lead };
}

/** "Monday and Wednesday", "today or tomorrow", "Oct 5 and Oct 23rd": two days, of which a task can have one. */
function joinsDays(reader: Reader, at: number): boolean {
  const before = word(reader, at - 1);
  const after = word(reader, at + 1);
  if (WEEKDAYS.has(before) && WEEKDAYS.has(after)) return true;
  const isNamed = (text: string) => WEEKDAYS.has(text) || TODAY.has(text) || TOMORROW.has(text);
  const isDated = (month: number, number: number) => MONTHS.has(word(reader, month)) && /^(number|ordinal)$/.test(reader.tokens[number]?.kind ?? '');
  const isSecond =
    (MONTHS.has(before) && readDayThenMonth(reader, at + 1) !== null) ||
    (
      reader.tokens[at - 1]?.kind === 'ordinal' &&
      WEEKDAYS.has(after) &&
      reader.tokens[at + (word(reader, at + 2) === 'the' ? 3 : 2)]?.kind === 'ordinal'
    );
  return (
    isSecond ||
    (isNamed(before) && isNamed(after) && isFollowed(reader, at + 2)) ||
    (
      isDated(at - 2, at - 1) &&
      (isDated(at + 1, at + 2) || (reader.tokens[at + 1]?.kind === 'ordinal' && isFollowed(reader, at + 2)))
    )
  );
}

function addPiece(reader: Reader, expression: Expression, at: number, lead: string, isFirst: boolean): number | null {
  const token = reader.tokens[at];
  if (!token || token.kind === 'opaque') return null;
  // "on Monday for Friday's guests": a second preposition of this kind may bring an hour, not another day.
  const onlyClock = !isFirst && /^(for|of|before|after)$/.test(lead) && expression.lead !== lead && hasDay(expression);
  const part = expression.part || onlyClock ? null : readPart(reader, at, lead, hasDay(expression) || expression.clock !== undefined);
  const day = onlyClock ? weekOf(reader, expression, at, lead) : readDayPiece(reader, at, isFirst ? lead : lead || (hasDay(expression) ? 'on' : ''));
  const clock = expression.clock ? null : readUsableClock(reader, at, lead, expression);
  if (part && part.next >= (day?.next ?? 0) && part.next >= (clock?.next ?? 0)) {
    expression.part = part;
    return part.next;
  }
  const dayFirst = day && (!clock || day.next > clock.next || (day.next === clock.next && day.strong && !CLOCK_LEADS.has(lead)));
  if (day && dayFirst) return addDay(reader, expression, day, at, isFirst);
  if (clock && !(onlyClock && !clock.strong)) return addClock(reader, expression, clock, at, lead);
  return null;
}

/** "the Monday of the week of December 14": the week that a weekday is in. */
function weekOf(reader: Reader, expression: Expression, at: number, lead: string): Piece | null {
  const week = lead === 'of' && expression.weekday && !expression.day ? readDayPiece(reader, at, 'of') : null;
  return week?.kind === 'fixed' && week.week ? week : null;
}

/** What makes an expression more than a stray word: something strong, or a preposition that calls for it. */
function isEnough(reader: Reader, expression: Expression): boolean {
  if (!closesHere(reader, expression.next)) return false;
  if (hasDay(expression) || expression.clock) return true;
  return expression.part?.named === true;
}
