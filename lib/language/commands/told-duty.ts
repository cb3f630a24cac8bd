import { pattern } from '../pattern';
import { ABSTRACT } from './bare-marks';
import { baseForm, baseOfGerund } from './base-form';
import { PAST } from './deeds';
import { DOING_VERB } from './vocabulary';

const MUST = "(?:(?:really|still|probably|definitely|also|seriously|just) )*(?:has to|have to|needs to|need to|should|must|ought to|had better|'d better|better|gotta|got to|'s got to|'s gotta|'ve got to)(?: (?:really|probably|definitely|seriously|finally|just))*";
/** Said by the way: one keeps forgetting it, has promised it, thinks of it, or somebody must do it. What is to be done comes last. */
const FORMS = [
  pattern('i')`^(?:i|we)(?:'ve| have| am|'m)? (?:always |just |still )?(?:keep|kept|been|always) (?:on )?(?:forgetting|meaning|wanting|needing|trying|intending|putting off) to (.+)$`,
  pattern('i')`^(?:somebody|someone|one of us|we all|everyone) ?${MUST} (.+)$`,
  pattern('i')`^it(?:'s| is) (?:about |high |really )*time to (.+)$`,
  pattern('i')`^(?:it )?(?:might|would|may|could) (?:also )?(?:be )?(?:a )?(?:good|smart|nice|worth|best|wise)(?: idea)? (?:to|if (?:i|we)) (.+)$`,
  pattern('i')`^(?:the )?(?:first|next|last|only|other|main) (?:thing|step|job)(?: (?:i|we) (?:need|have) to do| to do| on the list)? (?:is|would be)(?: to)? (.+)$`,
  pattern('iu')`^(?!(?:i|we|you|he|she|they|it)\b)(?:(?:my|the|our) )?\p{L}+(?: \p{L}+)? (?:(?:said|says|told me|asked me|reminded me|wants? me|needs? me|expects? me|is expecting me)(?: that)? (?:to|(?:i|we) (?:should|need to|have to|must|ought to|'ve got to))) (.+)$`,
];
/** "I owe my brother a call". */
const OWED = /^(?:i|we) (?:still |also )?owe ((?:my |the |our )?[\p{L}' ]{2,30}?) an? (call|text|e-?mail|visit|reply|letter|message)(?: back)?( .{2,40})?$/iu;
const AGREED_TO = /^(?:(?:i|we)(?:'ve| have)? )?(?:said yes|agreed|committed|signed (?:us |me )?up|volunteered) (?:to|for) (\p{L}+ing) (.{2,100})$/iu;
const PROMISED = pattern('iu')`
  ^(?:(?:i|we)(?:'ve| have)? )?(?:kind of |sort of |also )?(?:
    (?:said|promised|told|swore)(?: (?!(?:i|we|that|to)\b)(?<who>\p{L}+(?: \p{L}+)?))?(?:,? that)? (?:i|we)(?:'d| would|'ll| will)|(?:promised|agreed|offered|swore|volunteered) to
  ) (?<what>.+)$
`;
const SHORT_OF = pattern('iu')`
  ^(?:(?:i|we)(?:'re|'m| are| am| have|'ve)? )?(?:(?:just|almost|nearly|getting|all|now) )*(?:(?:ran|run|running) (?:out of|low on|short (?:of|on))|out of|low on|short (?:of|on)) (?<goods>\p{L}[\p{L}' -]{1,40})$
  |^(?:the |my |our )?[\p{L} ]{2,30}?(?:'s| is|'re| are) (?:almost |nearly |all |completely )?(?:(?:running )?low on|(?:running )?out of) (?<out>\p{L}[\p{L}' -]{1,40})$
  |^(?:(?:i|we)(?: really| also)? )?could (?:really )?(?:do with|use) (?:a |an |some )?(?<new>(?:new |more )?\p{L}[\p{L}' -]{1,40})$
  |^(?:the |my |our )?(?<gone>\p{L}[\p{L}' -]{1,30}?)(?: is| are| has| have|'s|'re) (?:almost |nearly |all )?(?:run(?:ning)? (?:out|low)|(?:all )?gone|out)$
`;
/** What one is out of without buying any. */
const NO_GOODS = /^(?:the |my |our )?(?:time|date|office|order|town|control|reach|hand|print|stock|line|luck|touch|breath|ideas?|staff|battery|shape|contract|here|work|school|bed|hospital|patience|country|house|fashion)\b|\b(?:next|on|until|till|this|for|from|to|at|in|tomorrow|today|tonight|\w+day)\b/i;
const THING = "(?:(?:the|my|our|his|her|their|that|those|these|this|both|all the|\\p{L}+'s) )?(?:(?!(?:i|we|you|it|he|she|they|who|what|nobody|nothing|everything|anything|something|time|please|add|remind|to|and|that|if|when)\\b)[\\p{L}\\d'-]+ ){1,4}?";
const NEEDS = pattern('iu')`
  ^(?<thing>${THING})(?:(?:really|also|still|badly|desperately|definitely|just) )*(?:needs?|wants?|could do with|could use|requires?)(?: an?)?(?: good| quick| proper)? (?:
    (?<doing>\p{L}+ing)(?<particle> (?:up|out|off|in|down|away|back|over))?|to be (?<done>\p{L}+(?:ed|t|d|n|de))
    |(?<=an? (?:good |quick |proper )?)(?<noun>wash|clean|wipe|polish|service|trim|cut|walk|check|tidy|dust|hoover|vacuum|mow|rinse|scrub|review|paint)
  )(?<rest> .{2,80})?$
`;
/** "the bins need to go out", "the dog needs his shots": said as it is. */
const AS_SAID = pattern('iu')`^(?:the|my|our|his|her|their|\p{L}+'s) (?:[\p{L}\d'-]+ ){1,4}?(?:really |also |still )?(?:needs?|wants?|expects?) \S.{2,80}$`;
const DUE_FOR = pattern('iu')`
  ^(?<owner>(?:(?:the|my|our|his|her) )?(?:[\p{L}-]+ ?){1,3}?)(?:'s| is| are) (?:(?:over)?due|up)(?: for)? (?:its|an?|his|her|their|another|some) (?<due>\p{L}[\p{L}' -]{1,40})$
`;

/** What a sentence says must be done, without the word: "the gutters need cleaning" → "clean the gutters". Null when it says none. */
export function dutyIn(sentence: string): string | null {
  for (const form of FORMS) {
    const body = form.exec(sentence)?.[1];
    if (body) return / /.test(body) && !/\byou\b/i.test(body) ? body : null;
  }
  const [, person, contact = '', when = ''] = OWED.exec(sentence) ?? [];
  if (person) return `${/reply|letter|message/i.test(contact) ? `send a ${contact} to` : contact} ${person}${when}`;
  const [, gerund = '', object] = AGREED_TO.exec(sentence) ?? [];
  const agreed = baseOfGerund(gerund);
  if (agreed && object) return `${agreed} ${object}`;
  const { who, what } = PROMISED.exec(sentence)?.groups ?? {};
  if (what) return who && !/^(?:him|her|them|you|myself|everyone|everybody|people)$/i.test(who) ? what.replace(/\b(?:him|them|her(?= (?:a|an|the|some|my)\b|$))\b/i, who).replace(/\b(?:his|their|her)(?= \p{L})/iu, `${who}'s`) : what;
  const { goods, out, new: fresh, gone } = SHORT_OF.exec(sentence)?.groups ?? {};
  const stock = goods ?? gone ?? out;
  if (stock) return ABSTRACT.test(stock) || NO_GOODS.test(stock) ? null : `buy ${stock}`;
  if (fresh) return ABSTRACT.test(fresh) ? null : `get ${fresh}`;
  const { thing, doing, particle = '', done, noun, rest = '' } = NEEDS.exec(sentence)?.groups ?? {};
  const verb = doing ? baseOfGerund(doing, particle) : noun ?? (done ? PAST[done.toLowerCase()] ?? (/^done$/i.test(done) ? 'do' : verbOf(baseForm(done.toLowerCase()))) : undefined);
  if (thing && verb) return `${verb} ${thing.trim()}${rest}`;
  const { owner, due } = DUE_FOR.exec(sentence)?.groups ?? {};
  if (owner && due) return `${due} for ${owner.trim()}`;
  return AS_SAID.test(sentence) ? sentence : null;
}

/** Whether a sentence says that something needs something: "soccer gear needs washing". */
export const saysNeed = (sentence: string): boolean => NEEDS.test(sentence);

const DOING = new RegExp(`^(?:${DOING_VERB})$`, 'i');
const verbOf = (word: string): string | undefined => (DOING.test(word) ? word : undefined);
