import * as chrono from 'chrono-node';
import { placeSpans, readTask } from '@/lib/language';
import { understandChat } from '@/lib/language/commands';
import { instantOf, rowsOf, Tally, type QuickAddRow, type Score, type SlotRow } from './rows';

/** Words without the article, the case and the punctuation at their edges: sources differ in those. */
const plain = (text: string) => text.toLowerCase().replace(/[\s.!?'",]+$/, '').replace(/^(?:a|an|the|my)\s+/, '').replace(/\s+/g, ' ').trim();
const bag = (texts: string[]) => texts.join(' ').toLowerCase().split(/[^\p{L}\p{N}:]+/u).filter(Boolean).sort().join(' ');

const TITLE_SIGILS = /[+@]|\d\s?\/|\d+[hm]\s*\//;

/** Reminder requests as a whole utterance (task words, date span) and quick-add lines whose marks are ours. */
export function scoreTasks(folder: string): Score[] {
  const tally = new Tally();
  const now = instantOf('2026-11-18T10:00:00');
  for (const row of rowsOf<SlotRow>(folder, 'slots.jsonl')) {
    const ctx = { now, timeZone: 'UTC' };
    const part = understandChat(row.text, ctx).draft;
    const draft = part && placeSpans(part, row.text, ctx);
    const when = (draft?.spans ?? []).filter(({ type }) => type === 'date' || type === 'time' || type === 'recurrence');
    const ours = bag(when.map(({ start, end }) => row.text.slice(start, end)));
    const theirs = bag(chrono.parse(row.text, { instant: now, timezone: 0 }).map(({ text }) => text));
    const want = bag([...row.datetime, ...row.recurring]);
    tally.add('reminder requests: date span', ours === want, theirs === want);
    tally.add('reminder requests: task words', draft !== null && plain(draft.title) === plain(row.todo), null);
  }
  for (const row of rowsOf<QuickAddRow>(folder, 'quickadd.jsonl')) {
    const want = row.expect.title;
    if (typeof want !== 'string' || (row.src === 'superprod' && TITLE_SIGILS.test(row.text))) continue;
    const draft = readTask(row.text, { now: instantOf(row.ref), timeZone: row.tz });
    tally.add(`quick add: title (${row.src})`, plain(draft.title) === plain(want), null);
    if (typeof row.expect.start !== 'string') continue;
    const start = `${draft.due?.date}T${draft.due?.time ?? '00:00'}:00`;
    const found = chrono.parse(row.text, { instant: instantOf(row.ref), timezone: 0 }, { forwardDate: true })[0]?.start.date().toISOString() ?? '';
    const exact = row.expect.allDay === true ? 10 : 16;
    tally.add(`quick add: date (${row.src})`, start.slice(0, exact) === row.expect.start.slice(0, exact), found.slice(0, exact) === row.expect.start.slice(0, exact));
  }
  return tally.list();
}
