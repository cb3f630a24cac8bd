import { joined, pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { baseForm } from './base-form';
import { trimEnds } from './normalize';
import { readRefs } from './read-refs';
import type { Command, Ref } from './types';
import { FOREIGN, SERVICE } from './vocabulary';

/** Irregular past forms of errands; regular ones lose their -ed. */
export const PAST: Record<string, string> = {
  bought: 'buy', paid: 'pay', made: 'make', took: 'take', wrote: 'write', sent: 'send', got: 'get', went: 'go to', fed: 'feed', swept: 'sweep',
  read: 'read', brought: 'bring', told: 'tell', gave: 'give', sold: 'sell', built: 'build', hung: 'hang', drove: 'drive', threw: 'throw', put: 'put',
  spoke: 'speak', cut: 'cut', rang: 'ring', ran: 'run', swam: 'swim', mown: 'mow', drew: 'draw', taught: 'teach', learnt: 'learn', baked: 'bake', ate: 'eat', written: 'write', 'picked up': 'pick up', 'dropped off': 'drop off',
};
export const REGULAR = joined`
  walked|called|emailed|mailed|washed|cleaned|vacuumed|mopped|dusted|ironed|folded|mowed|watered|cooked|fixed
  |repaired|replaced|renewed|returned|scheduled|arranged|packed|unpacked|charged|printed|signed|filed|filled
  |registered|applied|attended|visited|collected|fetched|updated|checked|backed|installed|painted|planted|refilled
  |asked|contacted|replied|answered|invited|wrapped|donated|listed|submitted|prepared|reviewed|studied|practiced
  |practised|phoned|texted|picked|dropped|turned|handed|emptied|cancelled|canceled|transferred|deposited|claimed
  |confirmed|deployed|merged|tested|published|shipped|trimmed|tidied|organized|organised|sorted|shaved|groomed
  |fueled|changed|moved|grabbed|closed|ordered|booked|reserved|followed|exercised|jogged|stretched|meditated
  |recycled|defrosted|raked|shoveled|patched|drafted|proofread|researched|uploaded|downloaded|posted|subscribed
  |unsubscribed|notified|edited|recorded
`;
const I_DID = new RegExp(`^(?:i|we)(?:'ve| have)? (?:already |just |finally |also |now )?(${Object.keys(PAST).join('|')}|${REGULAR}) (?!to |for something)(.+?)(?: (?:already|today|just now|this morning|this afternoon|yesterday|earlier|last night|now|too|as well|at last|finally))*$`, 'i');

/** "the milk i have bought already": what was done is said first. */
const FRONTED = new RegExp(`^(?:the |my |(?=task #?\\d))((?:\\S+ ){0,3}\\S+),? (?:i|we)(?:(?:'ve| have| already| have already|'ve already| just)+|(?= did)) (did|${Object.keys(PAST).join('|')}|done|finished|completed|${REGULAR})(?: (?:already|now|today))*$`, 'i');

/** Without its subject only the plainest: "bought milk", "called mom". */
const DEED_ALONE = pattern('i')`
  ^(?:already |just |finally )?(
    bought|paid|fed|called|emailed|texted|phoned|walked|washed|watered|mowed|vacuumed|mailed|submitted|picked up
    |dropped off|renewed|returned|got(?= (?:my|some) )
  ) (?!to |for |(?:leave|time|holiday|vacation)\b)(\S+(?: \S+){0,4})$
`;
const WAS_DONE = pattern('i')`
  ^(?:(?:the|my|our|all the|both(?: the)?) )?(?!(?:it|that|this|they|he|she|who|what|which|there|i|we|you|everything|nothing|all|some|your|his|her|a|an)\b)((?:\S+ ){0,3}\S+?)(?:
    (?<=\w)'s(?: been)?| is| are| was| were| has been| have been| got
  ) (?:now |already |all |finally )*(
    paid|bought|sent|fed|swept|written|washed|cleaned|watered|mowed|vacuumed|ironed|folded|walked|packed|submitted
    |signed|filed|renewed|fixed|repaired|mailed|wrapped|baked|painted|emptied|picked up|dropped off|booked|returned|ordered
  )(?: and \w+(?:ed|t|n))?(?: now| already)?$
`;
/** When it was done, said at the end. */
const WHEN_DONE = / (?:this (?:morning|afternoon|evening|week)|earlier(?: today| on| this week)?|today|tonight|yesterday(?: \w+)?|last (?:night|week)|just now|(?:an?|\d+|two|three|a few|half an) \w+ ago|(?:over|at) the weekend|at lunch(?:time)?|on the way (?:home|here|back)|(?:at|on) \w+ (?:already)|btw|by the way|finally|at last)$/i;
export const NEXT_DEED = new RegExp(`^(.+?)(?:,| and|, and)(?: i)? (did|finished|completed|${Object.keys(PAST).join('|')}|${REGULAR}) (.+)$`, 'i');

/** What is said to be done without naming a task. */
const NOT_COMPLETED = /^(?:a lot|nothing|everything|it all|you|this message|my mind)\b/i;

/**
 * "I walked the dog", "bought milk", "the rent has been paid": a deed is the task that it fulfils. Null when it is a deed of
 * another kind, undefined when nothing is said to be done.
 */
export function readDeed(told: string, clause: string, ctx: LanguageContext): Command | null | undefined {
  const sentence = told.replace(WHEN_DONE, '').replace(WHEN_DONE, '');
  const was = WAS_DONE.exec(sentence);
  if (was?.[1] && was[2] && !FOREIGN.test(sentence) && !SERVICE.test(sentence)) {
    return { text: clause, kind: 'change', tool: 'complete_tasks', refs: deedRefs(was[2].toLowerCase(), was[1], ctx) };
  }
  const fronted = FRONTED.exec(sentence);
  if (fronted?.[1] && fronted[2] && !FOREIGN.test(sentence)) {
    return { text: clause, kind: 'change', tool: 'complete_tasks', refs: deedRefs(fronted[2].toLowerCase(), fronted[1], ctx) };
  }
  const alone = SERVICE.test(sentence) || FOREIGN.test(sentence) ? null : DEED_ALONE.exec(sentence.replace(/(?: (?:already|just now|now|today|too|as well))+$/i, ''));
  // "I've got practice every Tuesday" is had, not done.
  const deed = alone ?? (/^(?:i|we)(?:'ve| have) got\b/i.test(sentence) ? null : I_DID.exec(sentence));
  // "I told Marco I'd send the photos": what was promised is still to be done.
  if (deed?.[1] && deed[2] && sentence.split(' ').length <= 10 && !/\b(?:i|we)(?:'d|'ll| would| will)\b/i.test(deed[2])) {
    const refs = deedRefs(deed[1].toLowerCase(), deed[2], ctx);
    if (
      FOREIGN.test(sentence) ||
      NOT_COMPLETED.test(deed[2]) ||
      (/^got$/i.test(deed[1]) && /^(?:\S+ed|into|in|out|up|home|sick|lost|stuck|back)\b/i.test(deed[2]))
    ) return null;
    return { text: clause, kind: 'change', tool: 'complete_tasks', refs };
  }
  return undefined;
}

export function deedRefs(verb: string, object: string, ctx: LanguageContext): Ref[] {
  const next = NEXT_DEED.exec(object);
  if (next?.[1] && next[2] && next[3]) return [...deedRefs(verb, next[1], ctx), ...deedRefs(next[2].toLowerCase(), next[3], ctx)];
  const refs = readRefs(object, ctx);
  if (refs.length && refs.every((ref) => ref.kind === 'number' || ref.kind === 'pronoun')) return refs;
  if (/^(?:did|finished|completed|done|sorted|handled|settled|tackled)$/.test(verb)) return refs;
  const base = PAST[verb] ?? baseForm(verb);
  return [{ kind: 'title', text: trimEnds(`${base} ${object}`) }];
}
