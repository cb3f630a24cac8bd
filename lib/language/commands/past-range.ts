import { addMonths, formatDay, localParts, parseDay } from '../calendar';
import type { LanguageContext } from '../types';
import { pointIn } from './when';

const addDays = (date: string, days: number): string => formatDay((parseDay(date) ?? 0) + days);

/** A span of days that ends today at the latest: "this week" so far, "last month", "the past 7 days". */
export function pastRange(words: string, ctx: LanguageContext): { from: string; to: string } | null {
  const { date: today } = localParts(ctx.now, ctx.timeZone);
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  const sinceStart = (weekday - (ctx.weekStart ?? 1) + 7) % 7;
  const monday = addDays(today, -sinceStart);
  const month = `${today.slice(0, 7)}-01`;
  if (/\btoday\b/.test(words)) return { from: today, to: today };
  if (/\byesterday\b/.test(words)) return { from: addDays(today, -1), to: addDays(today, -1) };
  if (/\bthis week\b/.test(words)) return { from: monday, to: today };
  if (/\bthis month\b/.test(words)) return { from: month, to: today };
  if (/\bthis year\b/.test(words)) return { from: `${today.slice(0, 4)}-01-01`, to: today };
  const span = /\b(?:last|past) (\d{1,3}) (day|week|month)s?\b/.exec(words);
  if (span) return { from: addDays(today, 1 - Number(span[1]) * (span[2] === 'day' ? 1 : span[2] === 'week' ? 7 : 30)), to: today };
  if (/\b(?:last|past|previous) weekend\b/.test(words)) {
    const saturday = addDays(today, -((weekday + 1) % 7 || 7));
    return { from: saturday, to: addDays(saturday, 1) };
  }
  if (/\b(?:last|past|previous) week\b/.test(words)) return { from: addDays(monday, -7), to: addDays(monday, -1) };
  if (/\b(?:last|past|previous) month\b/.test(words)) {
    const end = addDays(month, -1);
    return { from: `${end.slice(0, 7)}-01`, to: end };
  }
  if (/\b(?:last|past|previous) year\b/.test(words)) {
    const year = Number(today.slice(0, 4)) - 1;
    return { from: `${year}-01-01`, to: `${year}-12-31` };
  }
  const day = /\b(since|on|in) (.+)$/.exec(words);
  const point = day?.[2] ? pointIn(day[2], ctx) : null;
  if (!day || !point?.date) return null;
  // The engine looks forward; what is done lies behind, so step back by the week or the year that it went ahead.
  let from = point.date;
  if (from > today) from = addDays(from, -7) <= today ? addDays(from, -7) : `${Number(from.slice(0, 4)) - 1}${from.slice(4)}`;
  const isMonth = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?: \d{4})?$/.test(day[2] ?? '');
  if (isMonth && day[1] === 'in') {
    const end = formatDay(addMonths(parseDay(from) ?? 0, 1) - 1);
    return { from, to: end < today ? end : today };
  }
  return { from, to: day[1] === 'on' ? from : today };
}
