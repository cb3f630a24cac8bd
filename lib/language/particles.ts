import { joined, pattern } from './pattern';
import { type Reader, word } from './reader';
import { TODAY, TOMORROW, TONIGHT, WEEKDAYS } from './words';

/** Verbs whose sense is in the little word behind them: "log in", "carry on", "stop by". */
const ADJACENT: Record<string, string> = {
  in: joined`
    log|check|sign|clock|hand|turn|fill|move|drop|stay|sleep|come|call|phone|dial|opt|go|join|stop|step|tune|give|send
    |zoom|flying|badge|break|chip|pitch|wade|settle|cave
  `,
  on: 'carry|hold|move|keep|log|sign|hang|catch|pass|hop|get|go|come|try|work|put|turn|switch',
  over: 'come|go|move|start|sleep|stop|pop|head|think it|talk it',
  by: 'stop|drop|swing|pop|come',
  around: 'come|look|ask|shop|stop|drop|go|call|swing|pop|phone',
  about: 'ask|think|talk|read|write|forget',
  for: 'paid|pay|asked|ask|look|looked|looking|wait|waited|waiting|apply|applied|sign up|signed up|shop|search|called|vote|root',
};
/** Verbs that take their object between: "turn the heating on", "hand the essay in". */
const PARTED = pattern('i')`
  \b(?:
    turn(?:ing)?|put|switch|bring|hand|try|plug|leave|let|fill|type|key|invite|tuck|sew|screw
  ) (?:\S+ ){1,6}(?:on|in|over|around)$
  |\b(?:take|get) (?:\S+ ){1,4}in$
`;
const WITH_ADJACENT = new RegExp(`\\b(?:${Object.entries(ADJACENT).map(([particle, verbs]) => `(?:${verbs}) ${particle}`).join('|')})$`, 'i');

/** Words that no preposition of time stands before. */
const AHEAD = /^(?:on|at|@|by|before|after|until|till|til|from|during|between|since|every|each|daily|weekly|monthly)$/;

/** Whether a text ends in the little word of its verb: "log in", "turn the heating on". */
export function endsInParticle(text: string): boolean {
  const tail = text.slice(-80);
  return WITH_ADJACENT.test(tail) || PARTED.test(tail);
}

/** Whether the word at `at` belongs to the verb before it, and not to the day or time behind it: "log in | on Monday", "stop by | tomorrow". */
export function isParticle(reader: Reader, at: number): boolean {
  const text = word(reader, at);
  if (at === 0 || !Object.hasOwn(ADJACENT, text)) return false;
  const next = word(reader, at + 1);
  const named = TODAY.has(next) || TOMORROW.has(next) || TONIGHT.has(next);
  const relative = (named && !/^(?:for|about)$/.test(text)) || (next === 'in' && text !== 'in');
  const undue = text === 'in'
    ? WEEKDAYS.has(next) || /^(?:next|this)$/.test(next)
    : text === 'by' && (WEEKDAYS.has(next) || /^(?:this|next|around|about|in)$/.test(next));
  return (AHEAD.test(next) || relative || undue) && endsInParticle(reader.text.slice(Math.max(0, (reader.tokens[at]?.end ?? 0) - 80), reader.tokens[at]?.end));
}
