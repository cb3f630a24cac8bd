import type { Token } from './tokens';

export type Found<T> = { value: T; next: number };

const SMALL = new Map('zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
  .split(' ').map((word, value): [string, number] => [word, value]));
const TENS = new Map('twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, index): [string, number] => [word, (index + 2) * 10]));
const ORDINALS = new Map('zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'
  .split(' ').map((word, value): [string, number] => [word, value]));
ORDINALS.set('thirtieth', 30);

/** A number in words ("twenty-three", "nineteen"), below 100. */
export function readSmallWords(tokens: Token[], at: number): Found<number> | null {
  const word = tokens[at]?.kind === 'word' ? tokens[at]?.text ?? '' : '';
  const small = SMALL.get(word);
  if (small !== undefined) return { value: small, next: at + 1 };
  const tens = TENS.get(word);
  if (tens === undefined) return null;
  const rest = afterHyphen(tokens, at + 1);
  const unit = SMALL.get(tokens[rest]?.text ?? '');
  if (unit !== undefined && unit > 0 && unit < 10) return { value: tens + unit, next: rest + 1 };
  return { value: tens, next: at + 1 };
}

/** A whole number in digits or words, up to the thousands ("two thousand and eighteen", "a hundred"). */
export function readCardinal(tokens: Token[], at: number): Found<number> | null {
  const token = tokens[at];
  if (!token) return null;
  if (token.kind === 'number') return { value: token.value, next: at + 1 };
  let found = readSmallWords(tokens, at);
  if (!found && token.text === 'a' && /^(hundred|thousand)$/.test(tokens[at + 1]?.text ?? '')) found = { value: 1, next: at + 1 };
  if (!found) return null;
  for (const [name, factor] of [['thousand', 1000], ['hundred', 100]] as const) {
    if (tokens[found.next]?.text !== name) continue;
    let next = found.next + 1;
    let value = found.value * factor;
    const rest = tokens[next]?.text === 'and' ? next + 1 : next;
    const tail = readSmallWords(tokens, rest);
    if (tail) {
      value += tail.value;
      next = tail.next;
    }
    return { value, next };
  }
  return found;
}

/** An ordinal in digits or words ("21st", "twenty first", "third"), 1–366. */
export function readOrdinal(tokens: Token[], at: number): Found<number> | null {
  const token = tokens[at];
  if (!token) return null;
  if (token.kind === 'ordinal') return token.value > 0 && token.value <= 366 ? { value: token.value, next: at + 1 } : null;
  const single = ORDINALS.get(token.text);
  if (single) return { value: single, next: at + 1 };
  const tens = TENS.get(token.text);
  if (tens === undefined) return null;
  const rest = afterHyphen(tokens, at + 1);
  const unit = ORDINALS.get(tokens[rest]?.text ?? '');
  return unit && unit < 10 ? { value: tens + unit, next: rest + 1 } : null;
}

/** A year: four digits, or words ("two thousand eighteen", "twenty eighteen"). */
export function readYear(tokens: Token[], at: number): Found<number> | null {
  const token = tokens[at];
  if (!token) return null;
  if (token.kind === 'number') return /^[12]\d{3}$/.test(token.text) ? { value: token.value, next: at + 1 } : null;
  const first = readSmallWords(tokens, at);
  if (!first) return null;
  if (tokens[first.next]?.text === 'thousand') {
    const all = readCardinal(tokens, at);
    return all && all.value >= 1000 && all.value < 3000 ? all : null;
  }
  if (first.value !== 19 && first.value !== 20) return null;
  const second = readSmallWords(tokens, first.next);
  return second && second.value >= 10 ? { value: first.value * 100 + second.value, next: second.next } : null;
}

export type Quantity = { value: number; next: number; vague?: boolean };

/** How many of a unit: "3", "2.5", "1/4", "a", "a couple of", "half a", "two and a half", "several". */
export function readQuantity(tokens: Token[], at: number): Quantity | null {
  const word = (index: number) => tokens[index]?.text ?? '';
  if (word(at) === 'half') {
    const next = word(at + 1) === 'a' || word(at + 1) === 'an' ? at + 2 : at + 1;
    return { value: 0.5, next };
  }
  if (word(at) === 'a' || word(at) === 'an' || word(at) === 'the') {
    if (/^(couple|pair)$/.test(word(at + 1))) return { value: 2, next: word(at + 2) === 'of' ? at + 3 : at + 2 };
    if (word(at + 1) === 'few') return { value: 3, next: at + 2, vague: true };
    if (word(at + 1) === 'dozen') return { value: 12, next: at + 2 };
    if (word(at + 1) === 'half') return { value: 0.5, next: at + 2 };
    if (word(at + 1) === 'quarter' && word(at + 2) === 'of') return { value: 0.25, next: /^an?$/.test(word(at + 3)) ? at + 4 : at + 3 };
    if (word(at) === 'the') return null;
    if (!/^(hundred|thousand)$/.test(word(at + 1))) return { value: 1, next: word(at + 1) === 'single' ? at + 2 : at + 1 };
  }
  if (word(at) === 'another' && !/^(\d+|a|few|couple|half)$/.test(word(at + 1)) && !readSmallWords(tokens, at + 1)) return { value: 1, next: at + 1 };
  if (word(at) === 'quarter' && /^(hour|- hour|of an)/.test(`${word(at + 1)} ${word(at + 2)}`)) return quarters(tokens, at + 1, 0.25);
  if (word(at) === 'couple') return { value: 2, next: word(at + 1) === 'of' ? at + 2 : at + 1 };
  if (word(at) === 'few') return { value: 3, next: at + 1, vague: true };
  if (word(at) === 'several') return { value: 7, next: at + 1, vague: true };
  if (word(at) === 'three' && tokens[at + 1]?.text === '-' && word(at + 2) === 'quarters') return quarters(tokens, at + 3, 0.75);
  if (word(at) === 'three' && word(at + 1) === 'quarters') return quarters(tokens, at + 2, 0.75);
  const whole = readCardinal(tokens, at);
  if (!whole) return null;
  const [mark, after] = [tokens[whole.next], tokens[whole.next + 1]];
  if (mark && after?.kind === 'number' && !mark.space && !after.space && tokens[at]?.kind === 'number') {
    if (mark.text === '.') return { value: Number(`${whole.value}.${after.text}`), next: whole.next + 2 };
    if (mark.text === '/' && after.value > 0) return quarters(tokens, whole.next + 2, whole.value / after.value);
  }
  // "1 1/2"
  const [part, slash, share] = [tokens[whole.next], tokens[whole.next + 1], tokens[whole.next + 2]];
  if (part?.kind === 'number' && slash?.text === '/' && share?.kind === 'number' && !slash.space && !share.space && part.value < share.value && share.value <= 4) {
    return { value: whole.value + part.value / share.value, next: whole.next + 3 };
  }
  if (word(whole.next) === 'and') {
    const half = /^an?$/.test(word(whole.next + 1)) ? whole.next + 2 : whole.next + 1;
    if (word(half) === 'half') return { value: whole.value + 0.5, next: half + 1 };
  }
  return { value: whole.value, next: word(whole.next) === 'more' ? whole.next + 1 : whole.next };
}

function quarters(tokens: Token[], at: number, value: number): Quantity {
  const next = tokens[at]?.text === 'of' ? at + 1 : at;
  return { value, next: /^an?$/.test(tokens[next]?.text ?? '') ? next + 1 : next };
}

function afterHyphen(tokens: Token[], at: number): number {
  return tokens[at]?.text === '-' ? at + 1 : at;
}
