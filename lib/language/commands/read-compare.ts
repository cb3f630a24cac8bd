import type { LanguageContext } from '../types';
import { bareQuestion } from './ask-of';
import type { CommandOf, Ref } from './types';
import { FOREIGN } from './vocabulary';
import { isOnlyWhen } from './when';

const COMPARED = 'first|sooner|earlier|next|last|later|longer|shorter|quicker|more (?:urgent|important|pressing)';
const EITHER = [
  new RegExp(`^(?:what|which)(?: one)?(?:'s| is| comes| happens| takes)?(?: (?:due|the|up|on|coming))* (${COMPARED})(?: (?:due|up))?,? (?:out )?(?:of|between|from) (.{2,40}?) (?:and|or) (.{2,40})$`, 'i'),
  new RegExp(`^(?:what|which)(?: one)?(?:'s| is| comes| happens| do i (?:do|have)| takes)?(?: (?:due|the|up|on|coming))* (${COMPARED})(?: (?:due|up))?[\\s,:-]+(.{2,40}?) or (.{2,40})$`, 'i'),
  new RegExp(`^(?:is|are|does|do i (?:do|have)) (.{2,40}?) or (.{2,40}?)(?: (?:come|due|happening|the|take|coming|up|is))* (${COMPARED})$`, 'i'),
];
const BESIDE = /^(?:is|are|does|do i (?:do|have)|will)(?: there)? (.{2,40}?)(?: (?:come|due|happening|be|coming))* (before|after) ((?:the|my) .{2,40}|(?:\S+ ){0,2}\S+)$/i;
const BETWEEN = /^how (?:long|much time|many days)(?: (?:is there|is it|do i have|have i got|are there|is))? between (.{2,40}?) and (.{2,40})$/i;

/** "how long after that is the meeting?" */
const AFTER = /^how (?:long|soon|much later|many days) (?:after|before) (.{2,40}?) (?:is|are|does|do) (.{2,40}?)(?: start| begin| due)?$/i;

/** Two tasks beside each other: "is the report or the meeting first?", "is the dentist before the team meeting?". */
export function readCompare(sentence: string, clause: string, ctx: LanguageContext): CommandOf<'compare'> | null {
  const asked = bareQuestion(sentence);
  const [of, first, second] = EITHER.map((form) => form.exec(asked));
  const [word, a, b] = of ? [of[1], of[2], of[3]] : first ? [first[1], first[2], first[3]] : second ? [second[3], second[1], second[2]] : [];
  const beside = word ? null : BESIDE.exec(asked);
  const apart = word || beside ? null : BETWEEN.exec(asked) ?? AFTER.exec(asked);
  const refs = [a ?? beside?.[1] ?? apart?.[1], b ?? beside?.[3] ?? apart?.[2]].map((name): Ref | null => {
    if (/^(?:it|that|this)$/i.test(name ?? '')) return { kind: 'pronoun', which: 'it' };
    const text = name?.replace(/^(?:the|my|our|that|to|i) /i, '').trim();
    return !text || isOnlyWhen(text, ctx) || FOREIGN.test(text) || /^(?:any\w*|some\w*|an?|more|noon|lunch(?: ?time)?|dinner(?: ?time)?|breakfast|work|school|bed(?: ?time)?|i|them|there|then)\b/i.test(text) ? null : { kind: 'title', text };
  });
  const [one, other] = refs;
  if (!one || !other) return null;
  const by = /long|short|quick/.test(word ?? '') ? 'length' : /urgent|important|pressing/.test(word ?? '') ? 'priority' : 'due';
  const ask = apart ? 'between' : beside ? (/before/i.test(beside[2] ?? '') ? 'before' : 'after') : /last|later|shorter|quicker/.test(word ?? '') ? 'least' : 'most';
  return { text: clause, kind: 'compare', refs: [one, other], by, ask };
}
