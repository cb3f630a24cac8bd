import { formatMinutes, parseMinutes } from '@/lib/language/calendar';
import { type CommandOf, isOnlyWhen, newTitle, NUMBER_WORDS, readChanges, type Ref } from '@/lib/language/commands';
import { pattern } from '@/lib/language/pattern';
import type { Item } from '../perform';
import { nameOf, plainText } from '../say-tasks';
import type { FollowUp } from '.';
import { undo } from './way-back';

const NO = '(?:(?:no|nope|oh|oops|wait|sorry|actually|hmm|hang on|hold on|rather|i mean|i meant|my (?:bad|mistake))[\\s,.!-]+)';
/** "no wait 4", just after "at 3". */
const HOUR = new RegExp(`^${NO}+(?:(?:at|make it|make that|it'?s|say|for|i mean|i meant)\\s+)*(\\d{1,2}|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))(?: o'?clock)?(?: instead| then| please)*$`);
const OOPS = /^(?:no,? wait|wait,? no|oops|whoops|oh no|uh ?oh|damn(?: it)?|shit|argh+|my (?:bad|mistake)|ugh+)$/;
/** "I meant bread", just after something was added. */
const MEANT = new RegExp(`^(?:${NO}*(?:i meant?|i said|i wanted(?: to say)?|change (?:it|that) (?:to|into))|${NO}+not \\S+,?(?: but| i meant)?)\\s+(?:to say )?(.{2,60})$`, 'i');
const NOT_DONE = pattern('')`
  ^(?:(?:no|nope|oh|oops|wait|sorry|actually|hmm|but|argh)[\s,.!-]+)*(?:
    (?:it'?s |that'?s |it is |that is )?not (?:actually |really )?(?:done|finished|complete)(?: yet)?
    |i (?:actually |still )?(?:forgot|haven'?t|have not|didn'?t|did not|never did)(?: (?:to|actually|really|even|yet))*(?: (?:do|done|buy|bought|get|got|call|called|finish|finished|send|sent|pay|paid|make|made))?(?: (?:it|that|this))?(?: yet)?
  )$
`;

/** What was just done, seen otherwise a moment later: another hour, another name, not done after all. Where it is no order, it is asked. */
export function secondThoughts({ text, said, alone, memory, ctx }: FollowUp): Item[] | null {
  const { focus, latest, changes } = memory;
  const [task] = focus;
  if (!latest?.changed || latest.turnsAgo !== 1 || latest.outcome.kind !== 'ok') return null;
  const last = changes.at(-1);
  const ask = (question: string, offer: Item & { kind: 'call' | 'change' }): Item[] => [{ text, kind: 'question', action: 'update', question, offer }];
  if (OOPS.test(said) && last && latest.call.tool !== 'undo') {
    const offer = undo(text, [last]);
    return offer.kind === 'call' ? ask(`Shall I take back the last change? It was: ${plainText(last.message)}`, offer) : null;
  }
  if (!task || focus.length !== 1) return null;
  const refs: Ref[] = [{ kind: 'number', n: task.number }];
  const change = (tool: CommandOf<'change'>['tool'], more: Partial<CommandOf<'change'>> = {}): CommandOf<'change'> => ({ text, kind: 'change', tool, refs, ...more });
  if (NOT_DONE.test(said) && alone.kind !== 'call' && latest.call.tool === 'complete_tasks' && task.status === 'completed') return ask(`Shall I reopen ${nameOf(task)}?`, change('reopen_tasks'));
  const hour = HOUR.exec(said)?.[1];
  const before = parseMinutes(task.dueTime ?? null);
  const timed = latest.call.tool === 'create_tasks' || 'dueTime' in Object(latest.call.input.changes);
  if (hour && before !== null && timed) {
    const n = NUMBER_WORDS[hour] ?? Number(hour);
    if (n > 23) return null;
    // The same half of the day, unless that is night: "at 9, no wait 4" is the afternoon.
    const same = n <= 12 ? formatMinutes((n % 12) * 60 + (before >= 720 ? 720 : 0)) : formatMinutes(n * 60);
    const dueTime = n <= 12 && before < 720 && n < 6 ? readChanges(`at ${n}`, ctx).changes.dueTime ?? same : same;
    const set = change('update_tasks', { changes: { dueTime } });
    // A number may be another task's, where the change named one.
    return latest.call.tool === 'create_tasks' || !/#?\b\d+\b(?!:|\s*(?:[ap]\.?m|o'clock))/.test(latest.user.replace(/\b(?:at|to|for|by) \d{1,2}\b/g, ''))
      ? [set]
      : ask(`Shall I set ${nameOf(task)} to ${dueTime}?`, set);
  }
  const meant = latest.call.tool === 'create_tasks' && alone.kind !== 'correction' && alone.kind !== 'call' ? MEANT.exec(text.trim().replace(/[.!]+$/, ''))?.[1] : undefined;
  if (!meant || /^(?:it|that|this|for|to|at|on|in|by|the other|what|not|you|as)\b/i.test(meant) || isOnlyWhen(meant, ctx)) return null;
  return ask(`Shall I rename ${nameOf(task)} to "${plainText(newTitle(meant))}"?`, change('update_tasks', { changes: { title: newTitle(meant) } }));
}
