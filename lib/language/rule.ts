import { formatDay, parseDay, type CivilDay } from './calendar';

export type Frequency = 'SECONDLY' | 'MINUTELY' | 'HOURLY' | 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';

/** A weekday of a rule; `nth` counts within the month or year (−1 the last), null is every one. */
export type RuleDay = { weekday: number; nth: number | null };

/** An RFC 5545 recurrence rule, as far as tasks need it. */
export type Rule = {
  freq: Frequency;
  interval: number;
  byMonth: number[];
  byWeekNo: number[];
  byYearDay: number[];
  byMonthDay: number[];
  byDay: RuleDay[];
  byHour: number[];
  byMinute: number[];
  bySetPos: number[];
  count: number | null;
  until: CivilDay | null;
};

const CODES = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const FREQUENCIES: readonly string[] = ['SECONDLY', 'MINUTELY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'];

/** A rule that repeats at `freq` with nothing else said. */
export function emptyRule(freq: Frequency, interval = 1): Rule {
  return {
    freq, interval, byMonth: [], byWeekNo: [], byYearDay: [], byMonthDay: [], byDay: [], byHour: [], byMinute: [],
    bySetPos: [], count: null, until: null,
  };
}

const mondayFirst = (weekday: number) => (weekday + 6) % 7;

/** The rule in RFC 5545's notation, without the prefix; parts in a fixed order, days from Monday on. */
export function formatRule(rule: Rule): string {
  const days = [...rule.byDay]
    .sort((a, b) => mondayFirst(a.weekday) - mondayFirst(b.weekday) || (a.nth ?? 0) - (b.nth ?? 0))
    .map(({ weekday, nth }) => `${nth ?? ''}${CODES[weekday] ?? ''}`);
  const parts: [string, (string | number)[]][] = [
    ['BYMONTH', rule.byMonth], ['BYWEEKNO', rule.byWeekNo], ['BYYEARDAY', rule.byYearDay], ['BYMONTHDAY', rule.byMonthDay],
    ['BYDAY', days], ['BYHOUR', rule.byHour], ['BYMINUTE', rule.byMinute], ['BYSETPOS', rule.bySetPos],
  ];
  const text = [`FREQ=${rule.freq}`];
  if (rule.interval !== 1) text.push(`INTERVAL=${rule.interval}`);
  for (const [name, values] of parts) if (values.length > 0) text.push(`${name}=${[...new Set(values)].join(',')}`);
  if (rule.count !== null) text.push(`COUNT=${rule.count}`);
  if (rule.until !== null) text.push(`UNTIL=${formatDay(rule.until).replaceAll('-', '')}`);
  return text.join(';');
}

/** Reads RFC 5545's notation (a `RRULE:` prefix is allowed); null when it is not a rule. */
export function parseRule(text: string): Rule | null {
  const fields = new Map<string, string>();
  for (const part of text.trim().replace(/^RRULE:/i, '').split(';')) {
    const equals = part.indexOf('=');
    if (equals > 0) fields.set(part.slice(0, equals).toUpperCase(), part.slice(equals + 1).toUpperCase());
  }
  const freq = FREQUENCIES.find((name) => name === fields.get('FREQ')) as Frequency | undefined;
  const interval = Number(fields.get('INTERVAL') ?? 1);
  if (!freq || !Number.isInteger(interval) || interval < 1) return null;
  const numbers = (name: string) => (fields.get(name) ?? '').split(',').filter(Boolean).map(Number).filter(Number.isInteger);
  const rule = emptyRule(freq, interval);
  rule.byMonth = numbers('BYMONTH');
  if (rule.byMonth.some((month) => month < 1 || month > 12)) return null;
  rule.byWeekNo = numbers('BYWEEKNO');
  rule.byYearDay = numbers('BYYEARDAY');
  rule.byMonthDay = numbers('BYMONTHDAY');
  rule.byHour = numbers('BYHOUR');
  rule.byMinute = numbers('BYMINUTE');
  rule.bySetPos = numbers('BYSETPOS');
  for (const day of (fields.get('BYDAY') ?? '').split(',').filter(Boolean)) {
    const match = /^([+-]?\d+)?(SU|MO|TU|WE|TH|FR|SA)$/.exec(day);
    if (!match) return null;
    rule.byDay.push({ weekday: CODES.indexOf(match[2] ?? 'MO'), nth: match[1] ? Number(match[1]) : null });
  }
  const count = Number(fields.get('COUNT') ?? NaN);
  rule.count = Number.isInteger(count) ? count : null;
  const until = /^(\d{4})(\d{2})(\d{2})/.exec(fields.get('UNTIL') ?? '');
  rule.until = until ? parseDay(`${until[1]}-${until[2]}-${until[3]}`) : null;
  return rule;
}
