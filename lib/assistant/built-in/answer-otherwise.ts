import type { LanguageContext } from '@/lib/language';
import { isOnlyWhen, readRefs } from '@/lib/language/commands';
import type { Pending } from './pending';
import type { Item } from './perform';
import { byNumber } from './say-outcome';
import { listOf } from './say-tasks';
import { withChoice } from './with-choice';
import { withRefs } from './with-refs';

type Choice = Extract<Pending, { kind: 'choose' | 'pick' }>;

/** "neither, the dentist": none of those that were asked about, but another. */
const ANOTHER = /^(?:neither|none(?: of (?:them|these|those))?|no|nope|not (?:those|these|either))(?: of them)?[\s,.;:!-]+(?:(?:i meant?|but|rather|it'?s|actually)\s+)*(?:the |my |task |number )(?!other\b|first\b|second\b|last\b|one\b|two\b|both\b)(.{2,60}?)[.!]*$/i;
const EARLIER = /^(?:the )?(earlier|earliest|sooner|soonest|later|latest)(?: (?:one|task|of (?:them|the two|those)))?(?: please)?[.!]*$/i;
const TELL = /^(?:what(?:'s| is| are) (?:the )?(?:difference|options|choices|they|those|these)(?: again)?|(?:which|what) (?:ones|tasks)(?: are (?:there|they))?|show (?:me )?(?:them|both|the (?:list|options))(?: again)?|(?:what|which)(?: ones?)?(?: again)?|tell me (?:more|again)|list them(?: again)?|i (?:don'?t|do not) (?:know|remember)|not sure|hmm+|huh|idk)[\s?.!]*$/i;

/** An answer to "which one?" that points at none of the tasks by its name: another task, the earlier one, or the list once more. */
export function answerOtherwise(pending: Choice, text: string, ctx: LanguageContext): Item[] | null {
  const { candidates } = pending;
  const said = text.trim();
  if (!candidates.length) return null;
  const another = ANOTHER.exec(said)?.[1];
  if (another && !isOnlyWhen(another, ctx)) {
    const refs = readRefs(another, ctx);
    const [ref, more] = refs;
    if (!ref || more || ref.kind === 'filter' || ref.kind === 'pronoun' || ref.kind === 'ordinal') return null;
    if (pending.kind === 'pick') return [withRefs(pending.command, refs)];
    return [{ kind: 'raw', text, call: withChoice(pending.call, pending.ref, [ref.kind === 'number' ? String(ref.n) : ref.text]) }];
  }
  const edge = EARLIER.exec(said)?.[1]?.toLowerCase();
  if (edge && candidates.length > 1 && candidates.every(({ dueDate }) => dueDate)) {
    const at = (index: number) => `${candidates[index]?.dueDate} ${candidates[index]?.dueTime ?? ''}`;
    const order = candidates.map((_, index) => index).sort((a, b) => at(a).localeCompare(at(b)));
    if (/^(?:later|earlier|sooner)$/.test(edge) && candidates.length !== 2) return null;
    const [first, last] = [order[0] ?? 0, order.at(-1) ?? 0];
    const [index, beside] = /^late/.test(edge) ? [last, order.at(-2) ?? 0] : [first, order[1] ?? 0];
    const task = candidates[index];
    if (!task || at(index) === at(beside)) return null;
    if (pending.kind === 'pick') return [withRefs(pending.command, [{ kind: 'number', n: task.number }])];
    return [{ kind: 'raw', text, call: withChoice(pending.call, pending.ref, [String(task.number)]) }];
  }
  if (!TELL.test(said)) return null;
  return [{ kind: 'say', text, answer: `Which of these do you mean?\n\n${listOf(byNumber(candidates), ctx)}\n\nSay its number, or "none".`, pending }];
}
