import { HOLIDAY_WORDS } from './holidays';
import type { Token } from './tokens';
import { DAY_PARTS, MONTHS, TODAY, TOMORROW, TONIGHT, WEEKDAY_PLURALS, WEEKDAYS } from './words';

const OTHERS = `on at by over before after around about approximately for from in due until till til since during of between sometime anytime starting year
  through this that next last past previous following coming upcoming current the a an half quarter couple few several every each evry ev all
  once twice thrice repeat repeats repeating recurring recur daily everyday nightly weekly biweekly fortnightly monthly bimonthly quarterly
  yearly annually annual hourly biannually semiannually biennially biannual semimonthly bi semi weekdays weekends workdays weekday weekend workday
  week month day days weeks week's month's quarter's year's weekly yesterday overmorrow noon midday noonish noontime lunchtime midweek middday midnight mid middle end close beginning begin start starts
  begins beginning commencing effective very eod cob eob eow eom eoy now right just atm immediately give ides within early late later first third
  penultimate final closest nearest ending ends except excluding without not but when after one two three four five six seven eight
  nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty
  ninety second fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth
  eighteenth nineteenth twentieth thirtieth zero tom tod rest straight no same latest any some later as and other apart up weeknight weeknights halfway lunch dinnertime mwf tth tuth mtwthf m mo t tu w we alternate semiannual biennial`;

const STARTERS = new Set([
  ...OTHERS.split(/\s+/), ...WEEKDAYS.keys(), ...WEEKDAY_PLURALS.keys(), ...MONTHS.keys(), ...DAY_PARTS.keys(), ...TODAY, ...TOMORROW, ...TONIGHT,
  ...HOLIDAY_WORDS, '@', '+', '~',
]);

/** Whether any date, time or repetition may begin with this token: most words of a sentence need no closer look. */
export function mayStart(token: Token): boolean {
  if (token.kind === 'number' || token.kind === 'ordinal') return true;
  return token.kind !== 'opaque' && STARTERS.has(token.text);
}
