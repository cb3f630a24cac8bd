import { pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { toCreate } from './create-command';
import { toWhen } from './move-without';
import { trimEnds } from './normalize';
import { readRefs } from './read-refs';
import type { Command } from './types';
import { moved } from './update-when';
import { DOING_VERB, FOREIGN, OTHER_ASSISTANT_VERB, startsWith } from './vocabulary';
import { hasWhen, isOnlyWhen } from './when';

/** "the report is now due Friday". */
const IS_DUE = pattern('i')`
  ^(task #?\d+|#\d+|it|that|(?:the|my) [^?]{2,60}?) (?:
    is|are|'s|should be|has been|have been|got|was|were
  )(?: now| been)? (?:
    due|moved to|rescheduled (?:to|for)|changed to|postponed to|scheduled for|put off (?:to|until)|due on|due by
  )\s+(.+)$
`;
/** "all of it needs to be moved to …". */
const NEEDS_MOVING = pattern('i')`
  ^(everything(?: .{2,40}?)?|all .+?|(?:the|my) [^?]{2,60}?|task #?\d+|it|that|they|those|both) (?:
    (?:needs?|has|have|should|must|ought) (?:to )?(?:be )?(?:
      moved?|rescheduled?|pushed?|postponed?|shifted?
    )(?: over| back)? (?:to|until|till)
    |can (?:wait|go|move|be (?:moved|pushed|rescheduled))(?: over| back)? (?:to|until|till)
  )\s+(.+)$
`;
/** "dentist moved to Friday". */
const WAS_MOVED = pattern('iu')`
  ^(
    (?!(?:i|we|you|he|she|they|it|what|which|who|this|that|there|how|why|if|when)\b)(?:[\p{L}\d'-]+ ){0,3}?[\p{L}\d'-]+
  ) (?:
    (?:is |was |got |has been )?(?:now )?(?:moved|rescheduled|pushed|postponed|shifted) (?:to|until|till|for)
    |(?:can|could) be(?: done)?(?: on| at)?
  ) (.+)$
`;
/** "the dentist rescheduled me to Monday at 4". */
const MOVED_ME = /^((?:the|my) (?:[\p{L}'-]+ ){0,2}[\p{L}'-]+) (?:has |have |just |had )?(?:rescheduled|moved|pushed|bumped|shifted|changed) (?:me|us|it|things|(?:our|my|the) (?:appointment|meeting|session|call))(?: back| up| out)? (?:to|until|till) (.{2,40})$/iu;
/** "prep for the review has to be done by Wednesday". */
const DONE_BY = /^((?!(?:it|that|this|i|we|they|which|what)\b)(?:\S+ ){0,6}?\S+) (?:has|have|needs?|must|should|ought)(?: to)? be (?:done|finished|ready|in|complete|completed|submitted|handed in|sorted|paid|sent|returned|signed|written) ((?:by|before|on) .{2,30})$/i;
const CAN_WAIT = pattern('iu')`
  ^(
    (?!(?:i|we|you|he|she|they|what|which|who|this|there|how|why)\b)(?:[\p{L}\d'-]+ ){0,4}[\p{L}\d'-]+
  ) (?:can wait|could wait|waits|goes|moves) (?:till|until|to) (.+)$
`;

const DOING = startsWith(DOING_VERB);
/** "rewind to 4:12". */
const PLAYER = new RegExp(`^(?:${OTHER_ASSISTANT_VERB})$`, 'i');
const NO_NAME = /^(?:and |so )*(?:i|we|you|he|she|they|it'?s|from|up|down|back|on|off|due|closer|close|next|nothing|something|what|when|how|why|who|ok|yes|no|not|listen|looking|want|need|have|has)\b/i;

/** "task 3 is due Friday", "the report is now on Monday". */
export function state(said: string, clause: string, ctx: LanguageContext): Command | null {
  const sentence = said.replace(/(?: now)?,? instead of (?:on |at )?.{2,30}$/i, '');
  const found = IS_DUE.exec(trimEnds(sentence));
  const me = MOVED_ME.exec(trimEnds(sentence));
  if (me?.[1] && me[2]) return moved(me[1], me[2], clause, ctx);
  const wanted = found ?? NEEDS_MOVING.exec(trimEnds(sentence));
  const plain = wanted ?? WAS_MOVED.exec(trimEnds(sentence));
  // "the budget thing to Friday", "dentist to Friday".
  const short = /^(?:and )?((?:the |my )?(?:[\p{L}\d'-]+ ){0,4}[\p{L}\d'-]+) to (.{2,40})$/iu.exec(trimEnds(sentence));
  if (!plain && short?.[1] && short[2] && isOnlyWhen(short[2], ctx) && !FOREIGN.test(short[1]) && !NO_NAME.test(short[1]) && !PLAYER.test(short[1]) && !hasWhen(short[1], ctx)) {
    const command = moved(short[1], short[2], clause, ctx);
    // "review prep to Thursday": what begins like an errand is asked about.
    return command?.kind === 'change' && DOING.test(short[1])
      ? { text: clause, kind: 'question', action: 'update', question: `Shall I move ${short[1]} to ${short[2]}?`, offer: command }
      : command;
  }
  const done = DONE_BY.exec(trimEnds(sentence));
  const due = !plain && done?.[1] && done[2] && !FOREIGN.test(done[1]) ? moved(done[1], done[2], clause, ctx) : null;
  if (due?.kind === 'change' && done?.[1]) {
    const whole = /\b(?:paid|sent|returned|signed|written)\b/i.test(sentence);
    const errand = toCreate({ body: whole ? sentence : `${done[1].replace(/^(?:the|my) /i, '')} ${done[2]}`, style: 'bare' }, clause, ctx);
    return { ...due, ...(errand.kind === 'create' ? { errand } : {}) };
  }
  const waiting = plain ?? CAN_WAIT.exec(trimEnds(sentence));
  if (!waiting?.[1] || !waiting[2] || FOREIGN.test(waiting[1])) return null;
  const command = moved(waiting[1], waiting[2], clause, ctx);
  const later = waiting === plain ? null : readRefs(waiting[1], ctx);
  return command ?? (later?.length ? toWhen(later, `I can't tell when "${waiting[2]}" is. To which day?`, clause) : null);
}
