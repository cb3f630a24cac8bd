/** Long names that are often mistyped. Short ones are left alone: a slip makes them another word. */
const NAMES = `sunday monday tuesday wednesday thursday friday saturday january february august september october november december tomorrow tonight`.split(' ');
/** Words and surnames that are one letter away from such a name. */
const WORDS = new Set(['sundry', 'munday', 'friary']);

/** A name of a day or month with one slip of the keys in it ("satruday", "novemeber", "wendesday"), or "nxt" or "untill", as it was meant. */
export function corrected(word: string): string {
  if (word === 'nxt') return 'next';
  if (word === 'untill') return 'until';
  if (word.length < 5 || word.length > 10 || WORDS.has(word)) return word;
  return NAMES.find((name) => name !== word && isOneSlip(word, name)) ?? word;
}

/** Whether one letter is missing, too many, wrong or swapped with its neighbour; people hit the first and the last one right. */
function isOneSlip(typed: string, name: string): boolean {
  const more = typed.length - name.length;
  if (typed.charAt(0) !== name.charAt(0) || typed.at(-1) !== name.at(-1) || Math.abs(more) > 1) return false;
  let at = 0;
  while (typed.charAt(at) === name.charAt(at) && at < name.length) at += 1;
  const rest = (word: string, skipped: number) => word.slice(at + skipped);
  if (more === 1) return rest(typed, 1) === rest(name, 0);
  if (more === -1) return rest(typed, 0) === rest(name, 1);
  const swapped = typed.charAt(at) === name.charAt(at + 1) && typed.charAt(at + 1) === name.charAt(at);
  return rest(typed, 1) === rest(name, 1) || (swapped && rest(typed, 2) === rest(name, 2));
}
