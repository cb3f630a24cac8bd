const DAY_NAMES: Record<string, string> = { MO: 'Mon', TU: 'Tue', WE: 'Wed', TH: 'Thu', FR: 'Fri', SA: 'Sat', SU: 'Sun' };
const LONG_DAYS: Record<string, string> = {
  MO: 'Monday', TU: 'Tuesday', WE: 'Wednesday', TH: 'Thursday', FR: 'Friday', SA: 'Saturday', SU: 'Sunday',
};
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const UNITS: Record<string, string> = { MINUTELY: 'minute', HOURLY: 'hour', DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' };

const ordinal = (n: number) => {
  if (n === -1) return 'last';
  const tail = n % 100 > 10 && n % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${tail}`;
};

function days(list: string): string {
  const all = list.split(',');
  if (all.length === 7) return 'day';
  if (all.length === 5 && !all.includes('SA') && !all.includes('SU')) return 'weekday';
  if (all.length === 2 && all.includes('SA') && all.includes('SU')) return 'weekend';
  const named = all.map((day) => {
    const [, position, code = ''] = /^([+-]?\d+)?([A-Z]{2})$/.exec(day) ?? [];
    const name = (all.length === 1 ? LONG_DAYS[code] : DAY_NAMES[code]) ?? code;
    return position ? `${ordinal(Number(position))} ${name}` : name;
  });
  return named.join(', ');
}

/** An RFC 5545 rule in a few words, "every Monday", "every 2 weeks"; what it cannot say well becomes "repeats". */
export function sayRecurrence(rule: string, fromCompletion = false): string {
  const field = new Map(rule.split(';').map((pair) => pair.split('=') as [string, string]));
  const unit = UNITS[field.get('FREQ') ?? ''];
  if (!unit) return 'repeats';
  const interval = Number(field.get('INTERVAL') ?? 1);
  const every = interval === 1 ? 'every' : interval === 2 ? 'every other' : `every ${interval}`;
  const many = interval > 2 ? 's' : '';
  const byDay = field.get('BYDAY');
  const byMonthDay = field.get('BYMONTHDAY');
  const byMonth = field.get('BYMONTH')?.split(',').map((month) => MONTHS[Number(month) - 1] ?? month).join(', ');
  const position = field.get('BYSETPOS');
  let text = `${every} ${unit}${many}`;
  if (byDay && unit === 'week') text = interval === 1 ? `every ${days(byDay)}` : `${every} week${many} on ${days(byDay)}`;
  else if (byDay && unit === 'month') text = `${every} month${many} on the ${position ? `${ordinal(Number(position))} ` : ''}${days(byDay)}`;
  else if (byDay && unit === 'day') text = `every ${days(byDay)}`;
  else if (byMonthDay && unit === 'month') text = `${every} month${many} on the ${byMonthDay.split(',').map((day) => ordinal(Number(day))).join(', ')}`;
  else if (unit === 'year' && byMonth) text = `${every} year${many} on ${[byMonthDay, byMonth].filter(Boolean).join(' ')}`;
  const count = field.get('COUNT');
  const until = /^(\d{4})(\d\d)(\d\d)/.exec(field.get('UNTIL') ?? '');
  if (count) text += count === '1' ? ', once' : `, ${count} times`;
  else if (until) text += ` until ${Number(until[3])} ${MONTHS[Number(until[2]) - 1]} ${until[1]}`;
  return fromCompletion ? `${text}, after it is done` : text;
}
