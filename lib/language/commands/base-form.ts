import { pattern } from '../pattern';

/** How a stem ends that takes no "e" back. */
const BARE_ENDINGS = pattern('')`
  (?:
    ch|sh|ss|ll|lk|nt|ct|ck|sk|ew|ow|w|y|rm|rk|st|pt|rt|il|er|ain|ean|oil|eer|ail|ilt|ist|int|lt|ld|nd|ner|ger|tr|x|en
    |act|it|ect|et|oad|urn
  )$
`;

/** Present form of a regular past: walked → walk, mopped → mop, replied → reply, filed → file. */
export function baseForm(past: string): string {
  if (/ied$/.test(past)) return past.replace(/ied$/, 'y');
  const stem = past.replace(/ed$/, '');
  if (BARE_ENDINGS.test(stem) && !/(?:ing|tir)$/.test(stem)) return stem;
  if (/([bdgmnprt])\1$/.test(stem)) return stem.slice(0, -1);
  return /[^aeiou][aeiou]?(?:[lvszcgukrmn]|(?<![aeiou])(?:ak|ik|ok))$/.test(stem) ? `${stem}e` : stem;
}
