import { createRequire } from 'node:module';
import { nextOccurrence, readRecurrence } from '@/lib/language';
import { instantOf, rowsOf, Tally, type RecurrenceRow, type Score } from './rows';

// rrule is CommonJS whose names Node cannot see from a module.
const { RRule } = createRequire(import.meta.url)('rrule') as typeof import('rrule');

type Reading = { rule: string; fromCompletion: boolean; date: string | null; time: string | null };
type Fields = Record<string, string>;

const fieldsOf = (rule: string): Fields => Object.fromEntries(rule.split(';').filter(Boolean).map((part) => part.split('=')));
const asSet = (value: unknown) => String(value ?? '').toUpperCase().split(',').filter(Boolean).sort().join(',');

function readOurs(text: string, now: Date): Reading | null {
  const got = readRecurrence(text, { now, timeZone: 'UTC' });
  return got && { rule: got.rule, fromCompletion: got.fromCompletion, date: got.due.date, time: got.due.time };
}

/** What rrule's own text parser makes of a phrase. */
function readWithRrule(text: string): Reading | null {
  try {
    const options = RRule.parseText(text);
    if (!options) return null;
    const rule = RRule.optionsToString(options).replace(/^RRULE:/, '');
    return rule === '' ? null : { rule, fromCompletion: false, date: null, time: null };
  } catch {
    return null;
  }
}

const PRESETS: Record<string, string> = {
  DAILY: 'FREQ=DAILY', MONTHLY_CURRENT_DATE: 'FREQ=MONTHLY', YEARLY_CURRENT_DATE: 'FREQ=YEARLY', MONDAY_TO_FRIDAY: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
  WEEKLY_CURRENT_WEEKDAY: 'FREQ=WEEKLY',
};
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

function matchesFields(got: Reading, want: Record<string, unknown>): boolean {
  const fields = fieldsOf(got.rule);
  if (fields.FREQ !== String(want.freq).toUpperCase() || Number(fields.INTERVAL ?? 1) !== Number(want.interval ?? 1)) return false;
  const excluded = Array.isArray(want.exdate) ? want.exdate : [];
  // Dates taken out one by one are no part of a rule; whole months are, as the months that stay.
  if (excluded.some((one) => !Array.isArray(one))) return false;
  const months = asSet(fields.BYMONTH).split(',').map(Number);
  if (excluded.some((one) => Array.isArray(one) && months.includes(Number(one[0])))) return false;
  const names = ['byday', 'bymonthday', 'bysetpos', 'byyearday', 'byweekno', 'count', ...(excluded.length > 0 ? [] : ['bymonth'])];
  if (names.some((name) => asSet(fields[name.toUpperCase()]) !== asSet(want[name]))) return false;
  if (want.until !== undefined && !(fields.UNTIL ?? '').startsWith(String(want.until))) return false;
  if (want.byhour !== undefined && got.time !== `${String(want.byhour).padStart(2, '0')}:${String(want.byminute ?? 0).padStart(2, '0')}`) return false;
  return want.dtstart === undefined || (got.date ?? '').replaceAll('-', '') >= String(want.dtstart);
}

function matchesTimex(got: Reading, want: Record<string, unknown>): boolean {
  const fields = fieldsOf(got.rule);
  const first = want.first === null || want.first === `${got.date}${got.time ? ` ${got.time}:00` : ''}`;
  const period = /P(\d+)([DWMY])$/.exec(String(want.timex));
  const frequency: Fields = { D: 'DAILY', W: 'WEEKLY', M: 'MONTHLY', Y: 'YEARLY' };
  return first && (!period || (fields.FREQ === frequency[period[2] ?? ''] && (fields.INTERVAL ?? '1') === period[1]));
}

function matchesPreset(got: Reading | null, want: Record<string, unknown>): boolean {
  const repeat = want.repeat as { repeatCycle: string; repeatEvery: number } | null | undefined;
  if (repeat === null && want.repeatPreset === undefined) return !got || got.rule === '';
  if (!got) return false;
  const fields = fieldsOf(got.rule);
  if (repeat) return fields.FREQ === repeat.repeatCycle && Number(fields.INTERVAL ?? 1) === repeat.repeatEvery;
  const preset = fieldsOf(PRESETS[String(want.repeatPreset)] ?? '');
  const weekday = typeof want.weekday === 'number' ? WEEKDAYS[want.weekday] : undefined;
  return fields.FREQ === preset.FREQ && (preset.BYDAY === undefined || asSet(preset.BYDAY) === asSet(fields.BYDAY)) && (weekday === undefined || fields.BYDAY === weekday);
}

function matchesRule(got: Reading, want: string): boolean {
  const [ours, theirs] = [fieldsOf(got.rule), fieldsOf(want)];
  return [...Object.keys(ours), ...Object.keys(theirs)].every((name) => asSet(ours[name]) === asSet(theirs[name]));
}

function matchesNext(got: Reading, row: RecurrenceRow): boolean {
  const { due, scheduled, start } = row.task ?? { due: null, scheduled: null, start: null };
  const from = row.fromCompletion ? row.completedOn : due ?? scheduled ?? start;
  const want = due ? row.expect.due : row.expect.scheduled;
  return got.fromCompletion === row.fromCompletion && from != null && nextOccurrence(got.rule, { from, start: from }) === want;
}

function isRight(row: RecurrenceRow, got: Reading | null): boolean {
  if (row.src === 'superprod') return matchesPreset(got, row.expect);
  if (!got) return false;
  if (row.src === 'recurrent') return matchesFields(got, row.expect);
  if (row.src === 'rrule') return matchesRule(got, String(row.expect.rrule));
  return row.src === 'obsidian-next' ? matchesNext(got, row) : matchesTimex(got, row.expect);
}

/** Recurrence rows, exact, per source, beside rrule's own text parser. */
export function scoreRecurrence(folder: string): Score[] {
  const tally = new Tally();
  for (const row of rowsOf<RecurrenceRow>(folder, 'recurrence.jsonl')) {
    const now = instantOf(row.ref ?? row.completedOn ?? '2026-11-18');
    tally.add(row.src, isRight(row, readOurs(row.text, now)), isRight(row, readWithRrule(row.text)));
  }
  return tally.list();
}
