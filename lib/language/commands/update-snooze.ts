import type { LanguageContext } from '../types';
import { readChanges } from './read-changes';
import { readRefs } from './read-refs';
import type { Command } from './types';
import { MOVE } from './update-when';
import { FOREIGN } from './vocabulary';
import { durationIn, hasWhen } from './when';
import { pattern } from '../pattern';

const SNOOZE_FOR = pattern('i')`
  ^(?:postpone|delay|defer|put off|push(?: back)?|snooze|bump)\s+(.+?)\s+(
    (?:
      an?|another|half an?|a couple of|a few|one|two|three|four|five|\d+
    ) (?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?)
  )()$
`;

const LENGTH = '(?:an?|another|half an?|a couple of|a few|one|two|three|four|five|\\d+) (?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?)';
const SOMEBODY = '(?!(?:i|we|you|he|she|they|there|what|which|who|when|how|why|and|call|remind|come|go|wake|be|do)\\b)';
/** "the oil change needs to be a week earlier", "and the hotel a few days later". */
const SHIFTED_BY = new RegExp(`^(?:(?:and|so|also|but|then) )*(${SOMEBODY}(?:[\\p{L}\\d'#-]+ ){0,4}?[\\p{L}\\d'-]+)(?:(?: (?:needs? to|ha(?:s|ve) to|should|must|can|could|ought to|will|might))? (?:be|start|begin|happen|come|move|go|is|are|starts|begins)| (?:moved|pushed))? (${LENGTH}) (later|earlier|sooner)$`, 'iu');
/** "the meeting was moved up an hour". */
const MOVED_BY = new RegExp(`^(?:(?:and|so|also|but|then) )*(${SOMEBODY}(?:[\\p{L}\\d'#-]+ ){0,4}?[\\p{L}\\d'-]+?)(?: (?:is|was|got|has been|have been|were))? (?:now )?(moved up|brought forward|pushed back|moved back|pushed out|pushed|delayed|postponed)(?: by)? (${LENGTH})$`, 'iu');
/** "half an hour earlier for the dentist". */
const BY_FOR = new RegExp(`^(${LENGTH}) (later|earlier|sooner) (?:for|on|with) (.{2,50})$`, 'i');

/** "give me another two days on the report". */
const MORE_TIME = /^give me (?=.*\b(?:another|extra|additional|more|longer)\b)(?:another|an extra|an additional)? ?(.{3,15}?)(?: more| extra| longer)? (?:on|for|with) (it|that|this|(?:the|my) .{2,50}|task #?\d+)$/i;

function shift(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  const [, ahead, sense, name] = BY_FOR.exec(sentence) ?? [];
  const [, subject, length, way] = SHIFTED_BY.exec(sentence) ?? [];
  const [, longer, late] = MORE_TIME.exec(sentence) ?? [];
  const extra = longer ? durationIn(longer) : null;
  if (late && !hasWhen(late, ctx) && extra && !extra.rest.trim()) return { text: clause, kind: 'change', tool: 'snooze_tasks', refs: readRefs(late, ctx), snooze: { byMinutes: extra.minutes } };
  const [, moved, how, by] = MOVED_BY.exec(sentence) ?? [];
  const [target, duration] = [name ?? subject ?? moved, durationIn(ahead ?? length ?? by ?? '')];
  if (!target || !duration || duration.rest.trim()) return null;
  const refs = readRefs(target, ctx);
  const sign = /later|back|out|pushed|delayed|postponed/i.test(sense ?? way ?? how ?? '') ? 1 : -1;
  return refs.length ? { text: clause, kind: 'change', tool: 'snooze_tasks', refs, snooze: { byMinutes: sign * duration.minutes } } : null;
}

/** Put off by a length of time, or snoozed until a day: "push the call back an hour", "snooze milk till tomorrow". */
export function snoozeBy(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  const found =
    new RegExp(`^(?:${MOVE}|extend)\\s+(?:the (?:due date|deadline|date) (?:of|for) )?(.+?)(?:'s (?:due date|deadline))?\\s+(?:back |forward |out |off |up )?(?:by|for|back|forward|out|up|another)\\s+((?:an? |another |half an? |a couple of |a few |\\w+ )?[\\w.]+(?: (?:and a half))?)(?: (later|earlier|sooner|back|forward|out|ahead))?$`, 'i').exec(sentence) ??
    new RegExp(`^(?:${MOVE})\\s+(.+?)\\s+((?:an? |half an? |a couple of |a few |\\w+ )(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?)) (later|earlier|sooner|back|forward|ahead|out)$`, 'i').exec(sentence) ??
    SNOOZE_FOR.exec(sentence);
  if (found?.[1] && found[2]) {
    const duration = durationIn(found[2]);
    const set = /^(?:set|make|put(?! off)|change|update|schedule|adjust|edit|modify|switch)\b/i.test(sentence) && !/ by /i.test(sentence) && !found[3];
    if (duration && !duration.rest.trim() && !set && !FOREIGN.test(found[1])) {
      const back = /^(?:earlier|sooner|forward|ahead)$/i.test(found[3] ?? '') && !/^push/i.test(sentence);
      const earlier = back || /^(?:bring|advance|pull forward)/i.test(sentence) || /\s(?:forward by|up(?: by)?) /i.test(sentence) && !/^push/i.test(sentence);
      const refs = readRefs(found[1], ctx);
      return refs.length ? { text: clause, kind: 'change', tool: 'snooze_tasks', refs, snooze: { byMinutes: earlier ? -duration.minutes : duration.minutes } } : null;
    }
  }
  const shifted = shift(sentence, clause, ctx);
  if (shifted) return shifted;
  const snooze = /^snooze\s+(.+?)(?:\s+(?:until|till|to|for)\s+(.+))?$/i.exec(sentence);
  if (!snooze?.[1]) return null;
  const refs = readRefs(snooze[1], ctx);
  if (!refs.length) return null;
  if (!snooze[2]) {
    return {
      text: clause,
      kind: 'question',
      action: 'update',
      wants: 'date',
      question: 'Until when?',
      then: { text: clause, kind: 'change', tool: 'snooze_tasks', refs },
    };
  }
  const duration = durationIn(snooze[2]);
  if (duration && !duration.rest.trim()) return { text: clause, kind: 'change', tool: 'snooze_tasks', refs, snooze: { byMinutes: duration.minutes } };
  const read = readChanges(snooze[2], ctx);
  if (read.problem) {
    return {
      text: clause,
      kind: 'question',
      action: 'update',
      wants: 'date',
      question: read.problem,
      then: { text: clause, kind: 'change', tool: 'snooze_tasks', refs },
    };
  }
  const { dueDate, dueTime } = read.changes;
  if (!dueDate && !dueTime) return null;
  return { text: clause, kind: 'change', tool: 'snooze_tasks', refs, snooze: { ...(dueDate ? { dueDate } : {}), ...(dueTime ? { dueTime } : {}) } };
}
