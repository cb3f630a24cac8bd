import type { Changes, CommandOf, Ref } from '@/lib/language/commands';
import { pattern } from '@/lib/language/pattern';
import { tierOf } from '@/lib/tasks/match-title';
import type { ChangeView } from '../outcome';
import type { Item } from '../perform';
import type { FollowUp } from '.';
import { commandFor } from './command-for';
import { undo } from './way-back';

const NOT_IT = pattern('')`
  ^(?:(?:no|nope|oops|wait|sorry|but|oh|actually|hmm)[\s,.!-]+)*(?:
    (?:not|except|leave(?: out)?|without|keep) (?:the |my )?(.{1,50}?)(?: one)?(?: (?:
        alone|out|where it (?:is|was)|as it (?:is|was)
        |(?:on |for )?(?:today|tomorrow|(?:sun|mon|tues|wednes|thurs|fri|satur)day)
      )
    )?
    |(?:the |my )?(.{1,50}?)(?: one)? (?:was|is) (?:a mistake|wrong|not (?:done|finished|one of them)(?: yet)?)
  )$
`;
const ONLY_IT = pattern('')`
  ^(?:(?:no|nope|oops|wait|sorry|but|oh)[\s,.!-]+)+(?:only|just) (?:the |my )?(.{1,50}?)(?: one)?$
  |^(?:only|just) (?:the |my )?(.{1,50}?)(?: one)? (?:i (?:meant|mean|said|wanted)|actually|please|then)$
`;
/** "actually, keep walking the dog today", just after it was moved. */
const KEEP_ON = pattern('')`
  ^(?:(?:no|oh|wait|actually|but|hmm|sorry)[\s,.!-]+)*(?:keep|leave) (?:the |my )?(.{1,50}?) (?:on |for )?(?:
    today|tomorrow|(?:sun|mon|tues|wednes|thurs|fri|satur)day|where it (?:is|was)|as it (?:is|was)
  )$
`;
const OPPOSITE: Record<string, CommandOf<'change'>['tool']> = { complete: 'reopen_tasks', reopen: 'complete_tasks', delete: 'restore_tasks' };
const FIELDS = new Set(['dueDate', 'dueTime', 'priority']);

/** "not the dog" or "no, only the milk", just after several were changed at once: the others stay as they were said. */
export function partBack({ text, said, memory: { latest, changes } }: FollowUp): Item[] | null {
  if (latest?.outcome.kind !== 'ok' || latest.turnsAgo !== 1) return null;
  const done = latest.outcome.changes;
  const [sole, other] = done;
  const stays = sole && !other ? KEEP_ON.exec(said)?.[1] : undefined;
  if (stays && sole && tierOf(stays, sole.title)) {
    const back = asItWas(sole, text);
    return back ? [back] : null;
  }
  if (done.length < 2) return null;
  const away = NOT_IT.exec(said);
  const [not, only] = [away?.[1] ?? away?.[2], ONLY_IT.exec(said)?.slice(1).find(Boolean)];
  const meant = (name: string) =>
    done.filter(({ number, title }) => (/^(?:task |number )?#?\d+$/.test(name) ? Number(/\d+/.exec(name)?.[0]) === number : tierOf(name, title)));
  const named = meant(not ?? only ?? '');
  if (!named.length || named.length === done.length) return null;
  const [back, kept] = not ? [named, done.filter((change) => !named.includes(change))] : [done.filter((change) => !named.includes(change)), named];
  const [first, more] = back;
  const task = latest.outcome.tasks.find(({ number }) => number === first?.number);
  const single = first && !more && !(task?.recurrence && first.operation === 'complete') ? asItWas(first, text) : null;
  if (single) return [single];
  const again = commandFor(latest.call, kept.map(({ number: n }): Ref => ({ kind: 'number', n })), text);
  return again ? [undo(text, changes.slice(-1)), again] : null;
}

/** The change that puts one task back; null where other fields would have to be. */
function asItWas({ number, operation, before, after }: ChangeView, text: string): CommandOf<'change'> | null {
  const refs: Ref[] = [{ kind: 'number', n: number }];
  const tool = OPPOSITE[operation];
  if (tool) return { text, kind: 'change', tool, refs };
  const fields = Object.keys(after ?? {});
  if (
    !/^(?:update|snooze)$/.test(operation) ||
    !before ||
    !fields.every((field) => FIELDS.has(field) || /^(?:dueAt|timeZone|version|updatedAt)$/.test(field))
  ) return null;
  const changes: Changes = Object.fromEntries(fields.filter((field) => FIELDS.has(field)).map((field) => [field, before[field]]));
  return Object.keys(changes).length ? { text, kind: 'change', tool: 'update_tasks', refs, changes } : null;
}
