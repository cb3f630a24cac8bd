import { readTask } from './read-task';
import type { LanguageContext, Span, TaskDraft } from './types';

/**
 * A draft that was read from a part of `text` ("remind me to" taken off), with its offsets counted from the start of
 * `text`. Spans that cannot be found again in it are left out.
 */
export function placeSpans(draft: TaskDraft, text: string, ctx: LanguageContext): TaskDraft {
  const spans = shifted(draft, text, ctx) ?? found(draft, text, ctx);
  return { ...draft, spans: spans.sort((a, b) => a.start - b.start || a.end - b.end) };
}

const sameSpan = (a: Span, b: Span) => a.type === b.type && a.start === b.start && a.end === b.end;

/** Where the part was one piece of the text, all spans move by the same distance. */
function shifted(draft: TaskDraft, text: string, ctx: LanguageContext): Span[] | null {
  const title = draft.spans.find(({ type }) => type === 'title');
  const opening = draft.title.split(/\s+/).slice(0, 2).join(' ');
  if (!title || opening === '') return null;
  const length = Math.max(...draft.spans.map(({ end }) => end));
  for (let at = text.indexOf(opening), tries = 0; at !== -1 && tries < 5; at = text.indexOf(opening, at + 1), tries += 1) {
    const distance = at - title.start;
    if (distance < 0 || distance + length > text.length) continue;
    const again = readTask(text.slice(distance, distance + length), ctx).spans;
    if (again.length !== draft.spans.length || !draft.spans.every((span) => again.some((other) => sameSpan(span, other)))) continue;
    return draft.spans.map(({ type, start, end }) => ({ type, start: start + distance, end: end + distance }));
  }
  return null;
}

/** Otherwise what the whole text says, as far as the draft holds it too. */
function found(draft: TaskDraft, text: string, ctx: LanguageContext): Span[] {
  const types = new Set(draft.spans.map(({ type }) => (type === 'time' ? 'date' : type)));
  const spans = readTask(text, ctx).spans.filter(({ type }) => type !== 'title' && types.has(type === 'time' ? 'date' : type));
  const at = draft.title === '' ? -1 : text.indexOf(draft.title);
  return at === -1 ? spans : [...spans, { type: 'title', start: at, end: at + draft.title.length }];
}
