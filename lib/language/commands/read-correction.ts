import { pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { trimEnds } from './normalize';
import { levelIn, newTitle, readChanges } from './read-changes';
import type { Command } from './types';
import { hasWhen } from './when';

const MARK = pattern('i')`
  ^(?:
    (?:
      no|oh|oops|sorry|wait|hmm|well|ah|ok|okay|on second thought|my mistake|i mean|i meant|that should be
      |it should be|should be|rather|correction
    )[\s,.:;!–-]+
  )*(?:
    actually|i mean|i meant|instead|rather|make (?:it|that|this)|change (?:it|that) to|change (?:it|that)
    |set (?:it|that) (?:to|for)|it(?:'s| is| should be)|that(?:'s| is| should be)|should be|sorry|no(?!t)|oops|wait
    |(?:scratch|strike) that|better|correction|let'?s (?:make it|say)|say|same day(?:,? but)?|on second thought
  )[\s,.:;–-]*(?:i meant?|make (?:it|that)|change (?:it|that) to|it'?s|it should be|should be|rather|let'?s (?:make it|say)|not \S+(?: \S+)?(?:,? (?:but|it'?s|it is)(?: on| at)?|,))?[\s,.:;–-]*(?:(?:for|on|at|to|until)\b)?\s*
`;

/** "no, change the time to …". */
const CHANGE_FIELD = pattern('i')`
  ^(?:(?:no|actually|sorry|wait)[\s,]+)*(?:change|set|move|update|put|switch|make) (?:the |its )(?:
    time|hour|date|day|due date|due time|deadline|priority
  ) (?:to|at|for)\s+(.+)$
`;
/** "yes, and make it high priority". */
const AND_LEVEL = pattern('i')`
  ^(?:(?:yeah|yes|yep|ok|oh|and|also|but)[\s,]+)+(?:
    (?:make (?:it|that)|with|give it|its?|it'?s|it is|that'?s)(?: really| very| pretty| quite| super)?
  )? ?((?:high|low|medium|top|no) priority|urgent|important)$
`;
const HOUR_ALONE = pattern('i')`
  ^(?:\d{1,2}|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: (?:thirty|fifteen|forty five))?)$
`;

/**
 * A detail put right: "actually make it 1pm", "no, Friday", "sorry, I meant high priority". Only what the sentence names is
 * changed, so a new time keeps the day. Null when the sentence is no correction.
 */
export function readCorrection(sentence: string, ctx: LanguageContext): Command | null {
  const text = trimEnds(sentence).replace(/^not (?=\S+(?: \S+)?, )/i, 'no, not ');
  if (text.length > 160) return null;
  const mark = MARK.exec(text);
  const marked = mark && mark[0].trim().length > 1 ? text.slice(mark[0].length) : null;
  const called = /^(?:(?:no|actually|sorry|wait|oops)[\s,]+)*(?:call it|name it|title it|rename it(?: to)?|it's called|make the title)\s+(.+?)(?: instead)?$/i.exec(text);
  if (called?.[1]) return { text: sentence, kind: 'correction', changes: { title: newTitle(called[1]) } };
  const tagged = /^(?:(?:no|actually|sorry|also)[\s,]+)*(?:and )?(?:tag it|label it|tag that)(?: as| with)?\s+#?([\p{L}\p{N}_-]+)$/iu.exec(text);
  if (tagged?.[1]) return { text: sentence, kind: 'change', tool: 'add_tags', refs: [{ kind: 'pronoun', which: 'it' }], tags: [tagged[1]] };
  const field = CHANGE_FIELD.exec(text) ?? /^(?:the )?same time (.+)$/i.exec(text);
  if (field?.[1]) return fromChanges(/^(?:1?\d|2[0-3])$/.test(field[1]) && /\b(?:time|hour)\b/i.test(text) ? `at ${field[1]}` : field[1], sentence, ctx);
  const level = AND_LEVEL.exec(text);
  if (level?.[1]) return fromChanges(level[1], sentence, ctx);
  if (marked === null) {
    const instead = /^(.{2,50}?) (?:instead|rather|actually)$/i.exec(text);
    if (!instead?.[1] || !(hasWhen(instead[1], ctx) || levelIn(instead[1]))) return null;
    return fromChanges(instead[1], sentence, ctx);
  }
  const detail = marked.replace(/\s+(?:instead|rather|please|then)$/i, '');
  return detail ? fromChanges(HOUR_ALONE.test(detail) && /\b(?:it|that|at|to)\s*$/i.test(mark?.[0] ?? '') ? `at ${detail}` : detail, sentence, ctx) : null;
}

function fromChanges(text: string, sentence: string, ctx: LanguageContext): Command | null {
  if (!hasWhen(text, ctx) && !levelIn(text) && !/\b(?:no|without).*(?:date|deadline)|recurring|repeat/i.test(text)) return null;
  const read = readChanges(text, ctx);
  if (read.rest || !Object.keys(read.changes).length) return null;
  if (read.problem) {
    return {
      text: sentence,
      kind: 'question',
      action: 'update',
      wants: 'date',
      question: read.problem,
      then: { text: sentence, kind: 'change', tool: 'update_tasks', refs: [{ kind: 'pronoun', which: 'it' }] },
    };
  }
  return { text: sentence, kind: 'correction', changes: read.changes };
}
