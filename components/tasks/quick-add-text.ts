import type { Span, TaskDraft } from '@/lib/language';
import type { NewTask } from '@/lib/tasks/schemas';

/** A piece of the line that is words again, though it could be understood: half-open offsets. */
export type Plain = { start: number; end: number };

/** A character that means nothing to the reader; a run of it stands for words that are to stay words. */
const BLANK = '\uE000';
const isChip = (span: Span) => span.type !== 'title';

/** The line as the reader is given it, plain pieces made meaningless, every offset the same. */
export function maskPlain(text: string, plain: readonly Plain[]): string {
  let masked = text;
  for (const { start, end } of plain) masked = masked.slice(0, start) + BLANK.repeat(end - start) + masked.slice(end);
  return masked;
}

/** Puts the words of plain pieces back into a text made from the masked line, in their order. */
export function unmask(made: string, text: string, plain: readonly Plain[]): string {
  const ordered = [...plain].sort((a, b) => a.start - b.start);
  return made.replace(new RegExp(`${BLANK}+`, 'g'), () => {
    const piece = ordered.shift();
    return piece ? text.slice(piece.start, piece.end) : '';
  });
}

/** The line cut into pieces, the understood ones with their kind. */
export function cutLine(text: string, spans: readonly Span[]): { text: string; span: Span | null }[] {
  const pieces: { text: string; span: Span | null }[] = [];
  let at = 0;
  for (const span of [...spans].filter(isChip).sort((a, b) => a.start - b.start)) {
    if (span.start < at) continue;
    if (span.start > at) pieces.push({ text: text.slice(at, span.start), span: null });
    pieces.push({ text: text.slice(span.start, span.end), span });
    at = span.end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), span: null });
  return pieces;
}

export const chipAt = (spans: readonly Span[], caret: number) =>
  spans.find((span) => isChip(span) && caret > span.start && caret <= span.end);

/** Keeps plain pieces at their words while the line is edited; a piece whose words change is forgotten. */
export function movePlain(before: string, after: string, plain: readonly Plain[]): Plain[] {
  if (plain.length === 0) return [];
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let same = 0;
  while (same < shorter - head && before.at(-1 - same) === after.at(-1 - same)) same++;
  const grown = after.length - before.length;
  return plain.flatMap(({ start, end }) => {
    if (end <= head) return [{ start, end }];
    return start >= before.length - same ? [{ start: start + grown, end: end + grown }] : [];
  });
}

/** What was understood, as a task to create; absent where nothing was said. */
export function toNewTask(draft: TaskDraft, text: string, plain: readonly Plain[]): NewTask {
  return {
    title: unmask(draft.title, text, plain),
    ...(draft.description && { description: unmask(draft.description, text, plain) }),
    ...(draft.due?.date && { dueDate: draft.due.date }),
    ...(draft.due?.time && { dueTime: draft.due.time }),
    ...(draft.recurrence && { recurrence: draft.recurrence, fromCompletion: draft.fromCompletion }),
    ...(draft.priority && { priority: draft.priority }),
    ...(draft.tags.length > 0 && { tags: draft.tags }),
    ...(draft.reminder && { reminder: draft.reminder }),
    ...(draft.durationMinutes && { durationMinutes: draft.durationMinutes }),
    ...(draft.subtasks.length > 0 && { subtasks: draft.subtasks }),
  };
}

/** What the tints say, for those who do not see them. */
export function understood(draft: TaskDraft): string {
  const said = [
    draft.due?.date && `due ${draft.due.date}`,
    draft.due?.time && `at ${draft.due.time}`,
    draft.recurrence && 'repeats',
    draft.priority && `${draft.priority} priority`,
    draft.tags.length > 0 && `tags ${draft.tags.join(', ')}`,
  ].filter(Boolean);
  return said.length > 0 ? `Understood: ${said.join(', ')}.` : '';
}
