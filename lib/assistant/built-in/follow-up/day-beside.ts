import { formatDay, parseDay, weekdayOf } from '@/lib/language/calendar';
import { pattern } from '@/lib/language/pattern';

const AFTER = pattern('i')`
  ^(?:on )?the (?:
    (day|week) after
    |(?:next|following) (day|week)
    |(?:following )?((?:sun|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?)(?:day)?) after
    |following ((?:sun|mon|tues|wednes|thurs|fri|satur)day)
  )(?: that| it)?$
`;
const BEFORE = /^(?:on )?the (day|week) before(?: that| it)?$/i;
const BY = /^(?:by )?(?:an?|one|another|one more) (day|week) (later|earlier|after|before|sooner)$/i;
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** A day that is told from another one: "the day after", "the week before", "the following Friday"; null when it is none. */
export function dayBeside(said: string, dueDate: string): string | null {
  const start = parseDay(dueDate);
  if (start === null) return null;
  const by = BY.exec(said);
  const before = BEFORE.exec(said)?.[1] ?? (by && /earlier|before|sooner/i.test(by[2] ?? '') ? by[1] : undefined);
  if (before) return formatDay(start - (/day/i.test(before) ? 1 : 7));
  const after = AFTER.exec(said);
  if (!after && !by) return null;
  const unit = (after?.[1] ?? after?.[2] ?? by?.[1])?.toLowerCase();
  const weekday = DAYS.indexOf((after?.[3] ?? after?.[4] ?? '').slice(0, 3).toLowerCase());
  return formatDay(start + (unit === 'day' ? 1 : unit === 'week' ? 7 : (weekday - weekdayOf(start) + 6) % 7 + 1));
}
