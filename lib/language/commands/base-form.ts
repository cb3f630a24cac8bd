import { pattern } from '../pattern';
import { DOING_VERB } from './vocabulary';

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

const ERRAND = new RegExp(`^(?:${DOING_VERB})$`, 'i');

/** The verb of an errand: cleaning → clean, filing → file, cutting → cut, "picking up" → pick up; undefined where it is none. */
export function baseOfGerund(gerund: string, particle = ''): string | undefined {
  const stem = gerund.toLowerCase().slice(0, -3);
  const verb = [stem, `${stem}e`, stem.slice(0, -1)].find((base) => ERRAND.test(base) || (particle && ERRAND.test(`${base}${particle}`)));
  return verb && `${verb}${particle}`;
}
