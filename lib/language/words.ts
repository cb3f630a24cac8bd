function table(entries: [string, number][]): ReadonlyMap<string, number> {
  const map = new Map<string, number>();
  for (const [names, value] of entries) for (const name of names.split(' ')) map.set(name, value);
  return map;
}

/** 0 Sunday … 6 Saturday. */
export const WEEKDAYS = table([
  ['sunday sun', 0], ['monday mon', 1], ['tuesday tue tues', 2], ['wednesday wed weds wendsday wensday', 3],
  ['thursday thu thur thurs', 4], ['friday fri', 5], ['saturday sat', 6],
]);

export const WEEKDAY_PLURALS = table([
  ['sundays suns', 0], ['mondays mons', 1], ['tuesdays', 2], ['wednesdays', 3], ['thursdays', 4], ['fridays', 5],
  ['saturdays', 6],
]);

export const MONTHS = table([
  ['january jan', 1], ['february feb febuary febr', 2], ['march mar', 3], ['april apr', 4], ['may', 5], ['june jun', 6],
  ['july jul', 7], ['august aug', 8], ['september sep sept', 9], ['october oct', 10], ['november nov', 11],
  ['december dec', 12],
]);

/** Words that are also something else in English: as a day they need company. */
export const DOUBTFUL_WEEKDAYS = new Set(['sat', 'sun', 'wed', 'mon']);

export type Unit = 'second' | 'minute' | 'hour' | 'day' | 'weekday' | 'week' | 'fortnight' | 'weekend' | 'month' | 'quarter' | 'year' | 'decade';

export const UNITS: ReadonlyMap<string, Unit> = new Map<string, Unit>(
  (Object.entries({
    second: 'second seconds sec secs',
    minute: 'minute minutes min mins mintues',
    hour: 'hour hours hr hrs',
    day: 'day days',
    weekday: 'weekday weekdays workday workdays',
    week: 'week weeks wk wks',
    fortnight: 'fortnight fortnights',
    weekend: 'weekend weekends wkend wkends wknd wknds',
    month: 'month months mo mos mth mths',
    quarter: 'quarter quarters qtr qtrs',
    year: 'year years yr yrs',
    decade: 'decade decades',
  }) as [Unit, string][]).flatMap(([unit, names]) => names.split(' ').map((name): [string, Unit] => [name, unit])),
);

/** One-letter units stand only right behind a digit: "2h", "5m". */
export const SHORT_UNITS: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ['s', 'second'], ['m', 'minute'], ['h', 'hour'], ['d', 'day'], ['w', 'week'], ['y', 'year'],
]);

export type DayPart = 'morning' | 'afternoon' | 'evening' | 'night';

export const DAY_PARTS: ReadonlyMap<string, DayPart> = new Map<string, DayPart>([
  ['morning', 'morning'], ['mornings', 'morning'], ['morn', 'morning'], ['midmorning', 'morning'], ['midafternoon', 'afternoon'], ['afternoon', 'afternoon'], ['afternoons', 'afternoon'], ['arvo', 'afternoon'],
  ['evening', 'evening'], ['evenings', 'evening'], ['eve', 'evening'], ['night', 'night'], ['nights', 'night'],
  ['nite', 'night'],
]);

/** Minutes since midnight that a part of the day means when no time is given. */
export const DAY_PART_TIME: Record<DayPart, number> = { morning: 540, afternoon: 900, evening: 1200, night: 1200 };

/** Windows of the parts of a day, for filters ("my morning meetings"). */
export const DAY_PART_WINDOW: Record<DayPart, [string, string]> = {
  morning: ['00:00', '11:59'], afternoon: ['12:00', '17:59'], evening: ['17:00', '23:59'], night: ['18:00', '23:59'],
};

export const TODAY = new Set(['today', 'tdy']);
export const TOMORROW = new Set(['tomorrow', 'tomorrows', 'tmrw', 'tmr', 'tmw', 'tomo', 'tommorow', 'tommorrow', '2moro', 'tmro', 'tmrow', 'tomm', 'tomorro', 'tomoz']);
export const TONIGHT = new Set(['tonight', 'tonite', 'tonights', '2nite']);

/** Things that have an hour: beside one of them "9.30" and "12-1" are times. */
export const EVENTS = new Set(`standup sync meeting call lunch dinner breakfast brunch supper drinks coffee tea dentist doctor gym yoga class lesson appointment appt interview exam
  haircut flight train party retro training practice rehearsal workshop webinar session shift concert therapy physio vet church ceremony wedding funeral picnic bbq checkup kickoff pickup`.split(/\s+/));
