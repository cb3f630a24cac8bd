import { joined, pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { baseOfGerund } from './base-form';
import { deedRefs, PAST, REGULAR } from './deeds';
import { trimEnds } from './normalize';
import { bareTitle, readRefs } from './read-refs';
import type { Command, Ref } from './types';
import { DOING_VERB, FOREIGN, SERVICE } from './vocabulary';

const UNSURE = pattern('i')`
  ^(?:(?:i'm |i am |im )?(?:pretty |fairly |almost |quite |99% )?sure(?: that)?|i (?:think|believe|guess|suppose|reckon|might have|may have|must have)(?: that)?|maybe|perhaps|probably) (?=(?:i|we|the|my|task|\S+ed\b)\b)
`;
const DEED = `${Object.keys(PAST).join('|')}|${REGULAR}`;
/** "rent paid", "dog walked", "mom called": who did it is not told. */
const DONE_LAST = new RegExp(`^(?:the |my |our )?((?:(?!(?:i|we|you|he|she|they|it|who|what|have|has|had|is|was|were|are|get|got|not|never|be|been|being|as|mark|set|flag|tick|check|want|need|to)\\b)[\\p{L}\\d'-]+ ){1,3})(?<!\\band )(${DEED}) ?(?:now|already|today|finally|at last|[.!])*$`, 'iu');
const BACK_FROM = /^(?:i |i'm |i am |i've |i have )?(?:just |finally |now )?(?:(?:got |come |came |am |been )?back from|got (?:a)?round to|managed to finish|got through) (\p{L}+ing) (.{2,50}?)(?: just now| now)?$/iu;
const OUT_OF_THE_WAY = pattern('i')`
  ^((?!(?:it|that|this|i|we|you|he|she|they|what|which|who|all|everything)\b)(?: ?\S+){1,6}?) (?:is|are|'s) (?:now |finally |at last |all )*(?:
    off my (?:desk|plate|back|mind|hands)|out of the way|in the bag|behind me|wrapped up|sorted(?: out)?|a done deal|over and done with|taken care of|dealt with
  )(?: now| finally| at last)?$
`;
const SORTED = /^(?:finally |just |already )?(?:sorted(?: out)?|took care of|taken care of|dealt with|wrapped up|knocked out|knocked off|cleared off|got through) (?:the |my |task |#)(.{1,60})$/i;
/** "I haven't called mom yet". */
const NOT_YET = new RegExp(joined`
  ^(?:i|we) (?:still )?(?:haven't|have not|havent|didn't|did not) (?:actually |really |even |yet |quite )*(${DEED}|${DOING_VERB}) (.{2,60}?)(?: (?:yet|after all|actually|though|today|so far))*$
`, 'i');
/** "the project is half done", "water's still open". */
const UNFINISHED = pattern('iu')`
  ^((?:[\p{L}\d'-]+ ){0,4}?[\p{L}\d-]+)(?:'s|'re| is| are) (?:only |just |about |still |sadly )*(?:
    (?:half|almost|nearly|partly|mostly|halfway|not quite|nowhere near|far from) (?:done|finished|completed?|there|through|written|ready)
    |still (?:open|to do|to be done|pending|outstanding|not done|unfinished|undone|on)
    |(?<=\b(?:it|that)(?:'s| is) )not (?:actually |really )?(?:done|finished|complete)
    |(?<=still )(?:open|to do|to be done|pending|outstanding|not done|unfinished|undone|on)
  )(?: though| yet)?$
`;
/** "I never did call dad", "neither did I call dad". */
const NEVER = new RegExp(`^(?:(?:i|we) (?:never|still haven't|didn't) (?:actually |even )?(?:did |got (?:a)?round to |get (?:a)?round to |managed to |manage to |get to |got to )|(?:and )?neither did i |i was (?:supposed|meant|going) to (?=.* but (?:i )?(?:didn'?t|forgot|couldn'?t|never did)))(?:(${DOING_VERB}) |(\\p{L}+ing) )(.{2,60}?)(?: (?:yet|either|though)|,? but (?:i )?(?:didn'?t|forgot|couldn'?t|never did))*$`, 'iu');
/** "dad's call didn't happen". */
const NOT_HAPPENED = /^((?:\S+ ){0,4}?\S+) (?:(?:didn'?t|did not) (?:happen|get done|work out|take place)|never (?:happened|got done|took place))(?: (?:yet|after all|though))?$/i;
const ALMOST = /^(?:i|we)(?:'m|'re|'ve| am| are| have)? (?:almost|nearly|half|still|not quite|about|partly) (?:way )?(?:done |through |finished |doing |working )(?:with |on )?((?:the |my |task ).{2,50})$/i;

/**
 * What is perhaps done, or surely not: "I think I finished the report" and "rent paid" are asked about; "I haven't called mom yet"
 * looks whether it was ticked too early. Null when nothing of the kind is said.
 */
export function readHedged(sentence: string, clause: string, ctx: LanguageContext, read: (clause: string, ctx: LanguageContext) => Command | null): Command | null {
  if (FOREIGN.test(sentence) || SERVICE.test(sentence)) return null;
  const ask = (refs: Ref[], name: string): Command | null =>
    (refs.length
      ? { text: clause, kind: 'question', action: 'update', question: `Shall I mark ${name} as done?`, offer: { text: clause, kind: 'change', tool: 'complete_tasks', refs } }
      : null);
  if (UNSURE.test(sentence)) {
    const sure = read(sentence.replace(UNSURE, ''), ctx);
    return sure?.kind === 'change' && sure.tool === 'complete_tasks' ? ask(sure.refs, nameOf(sure.refs)) : null;
  }
  const back = BACK_FROM.exec(sentence);
  const verb = back?.[1] ? baseOfGerund(back[1]) : undefined;
  if (verb && back?.[2]) return { text: clause, kind: 'change', tool: 'complete_tasks', refs: [{ kind: 'title', text: `${verb} ${back[2]}` }] };
  const away = OUT_OF_THE_WAY.exec(sentence)?.[1] ?? SORTED.exec(sentence)?.[1];
  if (away) return ask(readRefs(away, ctx), `"${bareTitle(away)}"`);
  const last = DONE_LAST.exec(sentence);
  if (last?.[1] && last[2]) {
    const refs = deedRefs(last[2].toLowerCase(), trimEnds(last[1]), ctx);
    return ask(refs, nameOf(refs));
  }
  const not = NOT_YET.exec(sentence);
  if (not?.[1] && not[2] && (/\b(?:yet|actually|really|haven'?t|have not|after all)\b/i.test(sentence) || /^(?:the|my|our) /i.test(not[2])) && !/^(?:got|get|have|be|been|know|see|use|tell|think|like|go(?: to)?|went)$/i.test(not[1])) {
    const past = new RegExp(`^(?:${DEED})$`, 'i').test(not[1]);
    const refs = past ? deedRefs(not[1].toLowerCase(), not[2], ctx) : [{ kind: 'title' as const, text: trimEnds(`${not[1]} ${not[2]}`) }];
    const [ref, more] = refs;
    return ref && !more && (ref.kind === 'title' || ref.kind === 'number') ? { text: clause, kind: 'get', ref, ask: 'open' } : null;
  }
  const [, doing, gerund = '', object] = NEVER.exec(sentence) ?? [];
  const undone = doing ?? baseOfGerund(gerund);
  if (undone && object) return { text: clause, kind: 'get', ref: { kind: 'title', text: `${undone} ${trimEnds(object)}` }, ask: 'open' };
  const unfinished = UNFINISHED.exec(sentence)?.[1] ?? NOT_HAPPENED.exec(sentence)?.[1];
  const [part, several] = unfinished && !/^(?:i|we|you|what|who|how)\b/i.test(unfinished) ? readRefs(unfinished.replace(/^(?:so|but|and) /i, ''), ctx) : [];
  if (part && !several && part.kind !== 'filter') return { text: clause, kind: 'get', ref: part, ask: 'open' };
  const almost = ALMOST.exec(sentence)?.[1];
  const [ref] = almost ? readRefs(almost, ctx) : [];
  return ref ? { text: clause, kind: 'get', ref } : null;
}

const nameOf = (refs: Ref[]): string => refs.map((ref) => (ref.kind === 'title' ? `"${ref.text}"` : ref.kind === 'number' ? `task ${ref.n}` : 'it')).join(' and ');
