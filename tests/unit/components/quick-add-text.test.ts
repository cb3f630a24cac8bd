import { describe, expect, it } from 'vitest';
import { chipAt, cutLine, maskPlain, movePlain, toNewTask, unmask } from '@/components/tasks/quick-add-text';
import { readTask, type Span } from '@/lib/language';

const context = { now: new Date('2026-11-18T10:00:00Z'), timeZone: 'UTC' };
const read = (text: string, plain: { start: number; end: number }[] = []) => readTask(maskPlain(text, plain), context);
const where = (text: string, words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

describe('the line of quick add', () => {
  const text = 'Pay rent every 1st !high #home';

  it('is cut into words and what was understood, nothing lost', () => {
    const pieces = cutLine(text, read(text).spans);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.filter((piece) => piece.span).map((piece) => piece.span?.type)).toEqual(['recurrence', 'priority', 'tag']);
  });

  it('finds what the caret stands in or right behind', () => {
    const spans: Span[] = [{ type: 'tag', start: 4, end: 8 }];
    expect(chipAt(spans, 4)).toBeUndefined();
    expect(chipAt(spans, 8)).toBe(spans[0]);
    expect(chipAt(spans, 9)).toBeUndefined();
  });

  it('takes a piece back to plain words: they stay in the title and mean nothing', () => {
    const film = 'Watch Friday tomorrow';
    const plain = [where(film, 'Friday')];
    expect(toNewTask(read(film, plain), film, plain)).toEqual({ title: 'Watch Friday', dueDate: '2026-11-19' });
  });

  it('puts several plain pieces back in their order', () => {
    const plain = [where(text, '#home'), where(text, '!high')];
    expect(unmask(maskPlain(text, plain), text, plain)).toBe(text);
    expect(toNewTask(read(text, plain), text, plain).title).toBe('Pay rent !high #home');
  });

  it('keeps a plain piece at its words while one types before or behind it, and forgets it when they change', () => {
    const plain = [{ start: 6, end: 12 }];
    expect(movePlain('Watch Friday', 'Watch Friday now', plain)).toEqual(plain);
    expect(movePlain('Watch Friday', 'We watch Friday', plain)).toEqual([{ start: 9, end: 15 }]);
    expect(movePlain('Watch Friday', 'Watabcdefgday', plain)).toEqual([]);
    expect(movePlain('Watch Friday', 'Watch  Friday', plain)).toEqual([{ start: 7, end: 13 }]);
    expect(movePlain('Watch Friday', 'Watch Frday', plain)).toEqual([]);
  });
});
