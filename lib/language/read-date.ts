import { readExpression } from './expression';
import type { Expression } from './expression-type';
import { resolveExpression, type Meaning } from './resolve';
import { mayStart } from './starters';
import { openReader, type Reader } from './reader';
import type { DateReading, LanguageContext } from './types';

export type FoundExpression = { expression: Expression; meaning: Meaning; start: number; end: number };

/** All date and time expressions of a text, in order, without overlap. */
export function findExpressions(reader: Reader): FoundExpression[] {
  const found: FoundExpression[] = [];
  for (let at = 0; at < reader.tokens.length;) {
    const token = reader.tokens[at];
    const expression = token && mayStart(token) ? readExpression(reader, at) : null;
    if (!expression) {
      at += 1;
      continue;
    }
    const opening = reader.tokens[expression.from]?.text === 'due' ? expression.from + 1 : expression.from;
    const start = reader.tokens[opening]?.start ?? 0;
    const end = reader.tokens[expression.next - 1]?.end ?? start;
    found.push({ expression, meaning: resolveExpression(reader, expression), start, end });
    at = Math.max(expression.next, at + 1);
  }
  return found;
}

const hasDay = ({ expression }: FoundExpression) => expression.day !== undefined || expression.weekday !== undefined;
const hasTime = ({ meaning }: FoundExpression) => meaning.due.time !== null;
const isNow = ({ expression }: FoundExpression) =>
  expression.day?.kind === 'instant' &&
  /^(now|right|just|at|atm|immediately)$/.test(expression.lead || 'now') &&
  expression.clock === undefined;

/** "by Friday" says when; "Friday slides" in mid-sentence may belong to the task. */
function weight(reader: Reader, one: FoundExpression): number {
  const { lead, from, next } = one.expression;
  if (isNow(one)) return -10;
  const rest = reader.tokens.slice(next, next + 2);
  const ends = rest.length === 0 || (rest.length === 1 && rest[0]?.kind === 'symbol');
  const when = /^(by|due|before|until|till)$/.test(lead) ? 3 : lead === 'for' ? 1 : lead !== '' || ends || (from === 0 && one.expression.day?.kind !== 'holiday') ? 2 : 1;
  return when + (hasDay(one) ? 4 : 0);
}

export type Chosen = { main: FoundExpression; other: FoundExpression | null; meaning: Meaning };

/** The expression that says when: one with a day before one with a time alone; with its other half if that stands apart. */
export function chooseExpressions(reader: Reader, found: FoundExpression[]): Chosen | null {
  let main = found[0];
  if (!main) return null;
  for (const one of found) if (weight(reader, one) > weight(reader, main)) main = one;
  const other = hasDay(main) && !hasTime(main) && main.expression.day?.kind !== 'instant'
    ? found.find((one) => one !== main && !hasDay(one) && one.expression.clock !== undefined) ?? null
    : null;
  if (!other) return { main, other: null, meaning: main.meaning };
  const joined: Expression = {
    ...main.expression,
    clock: other.expression.clock,
    clockEnd: other.expression.clockEnd,
    part: main.expression.part ?? other.expression.part,
  };
  return { main, other, meaning: resolveExpression(reader, joined) };
}

/**
 * The best date or time expression anywhere in `text`. A time alone means its next occurrence. `problem` says why a day
 * cannot be taken as said; with `impossible_date` the due is empty. Null when the text names no day and no time.
 */
export function readDate(text: string, ctx: LanguageContext): DateReading | null {
  const reader = openReader(text, ctx);
  const chosen = chooseExpressions(reader, findExpressions(reader));
  if (!chosen) return null;
  const { main, other, meaning } = chosen;
  const parts = (other ? [main, other] : [main]).map(({ start, end }) => ({ start, end }));
  return { ...meaning, start: main.start, end: main.end, ...(other ? { parts } : {}) };
}
