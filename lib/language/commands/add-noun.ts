import { type AddBody, fromList, NAMELESS, opened } from './add-body';
import { NUMBER_WORDS } from './vocabulary';

/** "set a 7pm reminder to pick up prescriptions tomorrow": what stands before the noun belongs to the task too. */
export function fromNoun(middle: string, after: string, sentence: string): AddBody | null {
  const details = middle
    .replace(/^(?:(?:a|an|the|my|me|another|new|one|some|quick|this|following|calendar|event|just|up)\s+)+/i, '')
    .replace(/\b(?:new|called)\b/gi, '')
    .trim();
  const count = NUMBER_WORDS[details.toLowerCase()] ?? Number(details);
  const several = (Number.isInteger(count) && count > 1 && count < 50) || /\b(?:tasks|todos|to-dos|reminders|items)\b\s*[:,-]/i.test(sentence);
  const listed = fromList(` ${after}`, 'add');
  const rest = listed && !listed.empty ? listed : opened(after, /remind|alert|notif/i.test(sentence.slice(0, sentence.length - after.length)) ? 'remind' : 'add');
  if (details && !Number.isInteger(count) && /^(?:to|for|as)$/i.test(details)) return null;
  const body = Number.isInteger(count) ? rest.body : `${rest.body} ${details}`.trim();
  return { ...rest, body, several, sure: true, empty: (!rest.body && !details) || NAMELESS.test(rest.body) };
}
