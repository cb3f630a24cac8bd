import { describe, expect, it } from 'vitest';
import { nextOccurrence, readDate, readDateRange, readRecurrence, readTask, type LanguageContext } from '@/lib/language';

const WORDS = `call buy the a an at on in by for from to until before after since every each other next last this first second third monday tue fri sat
  sundays may march december 5 12 31 2026 99999 0 1st 22nd 3pm 15:30 7.30 noon midnight tonight tomorrow today yesterday week month year weekend
  day days hours minutes ago from now half quarter past two twenty three couple of and or , . : - / @ # ! !high #home "quoted" remind me with milk eggs
  on it except starting times twice daily weekly christmas eve end beginning morning evening urgent no rush priority tag it 👍 ünï مرحبا 你好 \u0000 \u202e <b> '; DROP`.split(/\s+/);
const ZONES = ['UTC', 'America/New_York', 'Pacific/Auckland', 'Asia/Kathmandu', 'America/St_Johns'];

/** A repeatable stream of numbers in 0…1 (mulberry32). */
function stream(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function check(text: string, ctx: LanguageContext): void {
  const date = readDate(text, ctx);
  const range = readDateRange(text, ctx);
  const recurrence = readRecurrence(text, ctx);
  const draft = readTask(text, ctx);
  for (const place of [date, range, recurrence, ...draft.spans]) {
    if (!place) continue;
    expect(place.start).toBeGreaterThanOrEqual(0);
    expect(place.end).toBeGreaterThanOrEqual(place.start);
    expect(place.end).toBeLessThanOrEqual(text.length);
  }
  for (const due of [date?.due, recurrence?.due, draft.due]) {
    if (due?.date != null) expect(due.date).toMatch(/^\d{4}-\d\d-\d\d$/);
    if (due?.time != null) expect(due.time).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
  }
  if (recurrence && !recurrence.problem && recurrence.due.date) {
    const { rule, due } = recurrence;
    const next = nextOccurrence(rule, { from: due.date ?? '', start: due.date ?? '', time: due.time });
    if (next !== null && !/HOURLY|MINUTELY|SECONDLY|BYHOUR/.test(rule)) expect(next > (due.date ?? '')).toBe(true);
  }
}

describe('whatever is written', () => {
  it('is read without an error, and every span lies within it', () => {
    const random = stream(20261118);
    for (let count = 0; count < 1500; count += 1) {
      const length = 1 + Math.floor(random() * 14);
      const text = Array.from({ length }, () => WORDS[Math.floor(random() * WORDS.length)]).join(random() < 0.1 ? '' : ' ');
      const now = new Date(Date.UTC(2024, 0, 1) + Math.floor(random() * 4 * 365 * 1440) * 60_000);
      check(text, { now, timeZone: ZONES[count % ZONES.length] ?? 'UTC', weekStart: count % 2 === 0 ? 0 : 1 });
    }
  }, 120_000);

  it('may be of any length', () => {
    const ctx = { now: new Date('2026-11-18T10:00:00Z'), timeZone: 'UTC' };
    const random = stream(7);
    for (const piece of ['x', '(', '"', '#', ' ', '\n', '1', 'every ', 'mon ', 'in 2 weeks before ', 'a@', 'with a, ', ...WORDS]) check(piece.repeat(Math.ceil(10_000 / piece.length)).slice(0, 10_000), ctx);
    check(Array.from({ length: 10_000 }, () => String.fromCharCode(32 + Math.floor(random() * 1000))).join(''), ctx);
  }, 120_000);

  it('gives the same answer to the same question', () => {
    const ctx = { now: new Date('2026-11-18T10:00:00Z'), timeZone: 'UTC' };
    const text = 'Gym every Mon and Thu at 7pm for 90 min #health !2';
    expect(readTask(text, ctx)).toEqual(readTask(text, ctx));
  });

  it('looks forward: a weekday is never more than a week away', () => {
    for (let day = 0; day < 14; day += 1) {
      const now = new Date(Date.UTC(2026, 1, 20 + day, 12));
      for (const name of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']) {
        const due = readDate(name, { now, timeZone: 'UTC' })?.due.date ?? '';
        const ahead = (Date.parse(due) - Date.parse(now.toISOString().slice(0, 10))) / 86_400_000;
        expect(ahead).toBeGreaterThanOrEqual(1);
        expect(ahead).toBeLessThanOrEqual(7);
      }
    }
  });
});
