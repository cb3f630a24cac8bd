import { pattern } from '@/lib/language/pattern';
import type { Item } from '../perform';
import type { FollowUp } from '.';

/** "it's for the invites, so make a note of that". */
const NOTE_THAT = pattern('i')`
  ^(.{3,300}?)[\s,.;:–-]+(?:(?:so|and|please|can you|could you|maybe|just)\s+)*(?:
    (?:make|add|put|stick|leave|take) (?:a |that as a |it as a )?note(?: (?:of|about|on|to|for) (?:that|it|this))
    |(?:make|add|put|stick|pop|write|get|have) (?:that|it|this)(?: down)? (?:in|to|on|into|under|as)(?: the| its| a| my)? (?:notes?|description|details|comments?)
    |note (?:that|it|this)(?: down)?
  )(?: (?:please|too|as well|for me))*[.!]*$
`;

/** What was just told, noted on the one task that is spoken of, below what it notes already. */
export function noteThat({ text, memory: { focus, latest } }: FollowUp): Item[] | null {
  const [task, more] = focus;
  const note = NOTE_THAT.exec(text.trim())?.[1]?.replace(/^(?:oh|and|also|ok|btw)[\s,]+/i, '');
  if (!note || !task || more || task.deletedAt || !latest || latest.turnsAgo > 2) return null;
  const description = task.description ? `${task.description}\n${note}` : note;
  return [{ text, kind: 'change', tool: 'update_tasks', refs: [{ kind: 'number', n: task.number }], changes: { description: description.slice(0, 1_000) } }];
}
