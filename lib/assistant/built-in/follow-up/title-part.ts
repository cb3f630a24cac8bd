import { type Changes, type CommandOf, isOnlyWhen, newTitle, readChanges } from '@/lib/language/commands';
import { pattern } from '@/lib/language/pattern';
import type { Item } from '../perform';
import { nameOf, plainText } from '../say-tasks';
import type { FollowUp } from '.';

const SWAP = pattern('i')`
  ^(?:(?:and|also|please|ok|oh|no|sorry|actually|can you|could you|wait|hmm+)[\s,]+)*(?:
    (?:change|switch|turn|correct|fix) (?:the (?:word )?)?(?<was>.{1,40}?) (?:to|into) (?<is>.{1,60}?)
    |(?:replace|swap) (?:the )?(?<was2>.{1,40}?) (?:with|for|by) (?<is2>.{1,60}?)
    |(?:it'?s |that'?s )?not (?<was4>.{1,40}?)(?:,? (?:but|it'?s|its|it should be)|,) (?<is4>.{1,40}?)
    |(?:it'?s|that'?s|it should be|it should say|should say|make it|i meant|it is|its) (?<is3>.{1,40}?),? (?:and )?not (?<was3>.{1,40}?)
  )(?: (?:please|instead|in (?:that|it)|in the title))*$
`;
const NUMBER = /^(?:(?:no|oh|sorry|actually|wait|oops|hmm+)[\s,]+)*(?:it'?s|it was|that'?s|that was|make it|it should be|should be|i meant?|actually) ([£$€]?\d+(?:[.,]\d+)?)(?: (?:actually|not .+|sorry|instead))?$/i;

/** A part of the title put in other words: "change lunch to coffee" of "lunch with Priya", "it was 30 actually" of "pay back £20". */
export function titlePart({ text, said, memory: { focus, latest }, ctx }: FollowUp): Item[] | null {
  const [task, more] = focus;
  if (!task || more || task.deletedAt || !latest || latest.turnsAgo > 2) return null;
  // "not milk, plants", just after one was completed or deleted: another task was meant.
  if (/^(?:complete|delete|reopen|restore)_/.test(latest.call.tool)) return null;
  const change = (title: string): CommandOf<'change'> & { changes: Changes } => ({ text, kind: 'change', tool: 'update_tasks', refs: [{ kind: 'number', n: task.number }], changes: { title } });
  const parts = SWAP.exec(text.trim().replace(/[.!]+$/, ''))?.groups;
  const [was, is] = [parts?.was ?? parts?.was2 ?? parts?.was3 ?? parts?.was4, parts?.is ?? parts?.is2 ?? parts?.is3 ?? parts?.is4];
  if (was && is && !isOnlyWhen(is, ctx) && !isOnlyWhen(was, ctx) && Object.keys(readChanges(is, ctx).changes).length === 0) {
    const title = replaced(task.title, was, is);
    return title ? [change(title)] : null;
  }
  const amount = NUMBER.exec(said)?.[1];
  const numbers = task.title.match(/\d+(?:[.,]\d+)?/g) ?? [];
  const [old] = numbers;
  // Where the task has a time, a number may be that.
  if (!amount || !old || numbers.length > 1 || task.dueTime) return null;
  const title = task.title.replace(/[£$€]?\d+(?:[.,]\d+)?/, (found) => (/^[£$€]/.test(amount) ? amount : found.replace(old, amount)));
  return title === task.title ? null : [{ text, kind: 'question', action: 'update', question: `Shall I rename ${nameOf(task)} to "${plainText(title)}"?`, offer: change(title) }];
}

/** The title with other words in the place of some; null where it does not have those, or has them twice. */
function replaced(title: string, was: string, is: string): string | null {
  const words = new RegExp(`(?<![\\p{L}\\p{N}])${was.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'giu');
  const found = title.match(words) ?? [];
  const name = newTitle(is);
  if (found.length !== 1 || !name) return null;
  return title.replace(words, (part) => (/^\p{Lu}/u.test(part) ? name.charAt(0).toUpperCase() + name.slice(1) : name));
}
