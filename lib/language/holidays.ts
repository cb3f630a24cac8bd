import { type CivilDay, civilDay, civilParts, weekdayOf } from './calendar';
import { diwali, fixed, fromEaster, fromOrthodox, lunar, nth, nthWeekday, type Rule, taxDay } from './holiday-rules';
import { joined } from './pattern';
import { phrase, type Reader, word } from './reader';

const HOLIDAYS: [string, Rule][] = [
  ["new year's eve|new years eve|new year eve|nye", fixed(12, 31)],
  ["new year's day|new years day|new year day|new year's|new years|new year", fixed(1, 1)],
  ["christmas eve|xmas eve|christmas's eve", fixed(12, 24)],
  ['christmas day|xmas day|christmas|xmas|x - mas', fixed(12, 25)],
  ['boxing day|st stephens day', fixed(12, 26)],
  ["valentine's day|valentines day|valentine day|valentine's|valentines", fixed(2, 14)],
  ["st patrick's day|st . patrick's day|saint patrick's day|st patricks day|st paddy's day|saint patricks day|saint patrick|st patrick|st patricks|st patrick's", fixed(3, 17)],
  ["april fool's day|april fools day|april fools'|april fools|april fool's|all fools' day", fixed(4, 1)],
  ['earth day', fixed(4, 22)],
  ['cinco de mayo', fixed(5, 5)],
  ['juneteenth', fixed(6, 19)],
  ['independence day', fixed(7, 4)],
  ['halloween day|halloween', fixed(10, 31)],
  ["veterans day|veteran's day|veterans' day|armistice day|remembrance day", fixed(11, 11)],
  ["all saints' day|all saints day", fixed(11, 1)],
  ["all souls' day|all souls day", fixed(11, 2)],
  ['guy fawkes night|bonfire night', fixed(11, 5)],
  ['groundhog day|groundhogs day', fixed(2, 2)],
  ["women's day|international women's day", fixed(3, 8)],
  ['pi day', fixed(3, 14)],
  ['star wars day', fixed(5, 4)],
  ["may day|international workers' day|international workers day|workers' day|workers day|loyalty day|law day|lei day", fixed(5, 1)],
  ['canada day', fixed(7, 1)],
  ['bastille day', fixed(7, 14)],
  ['australia day', fixed(1, 26)],
  ['anzac day', fixed(4, 25)],
  ['flag day', fixed(6, 14)],
  ['patriot day', fixed(9, 11)],
  ['epiphany', fixed(1, 6)],
  ['kwanzaa', fixed(12, 26)],
  [joined`
    martin luther king's day|martin luther king day|martin luther kings day|martin luther king jr . day
    |martin luther king jr day|mlk day|mlk jr . day|civil rights day
  `, nth(1, 1, 3)],
  ["presidents' day|presidents day|president's day|president day|washington's birthday", nth(2, 1, 3)],
  ["mother's day|mothers day|mothers' day|mother day", nth(5, 0, 2)],
  ["father's day|fathers day|fathers' day|father day", nth(6, 0, 3)],
  ['memorial day', nth(5, 1, -1)],
  ['labor day|labour day', nth(9, 1, 1)],
  ['columbus day|indigenous peoples day|canadian thanksgiving', nth(10, 1, 2)],
  ["boss's day|bosses day|bosses' day|boss day", (year) => {
    const day = civilDay(year, 10, 16);
    return weekdayOf(day) === 6 ? day - 1 : weekdayOf(day) === 0 ? day + 1 : day;
  }],
  ['thanksgiving day|thanksgiving|thanks giving day|thanks giving', nth(11, 4, 4)],
  ['black friday', nth(11, 4, 4, 1)],
  ['cyber monday', nth(11, 4, 4, 4)],
  ['giving tuesday', nth(11, 4, 4, 5)],
  ['election day', nth(11, 1, 1, 1)],
  ["national grandparents day|grandparents day|grandparents' day", nth(9, 1, 1, 6)],
  ['military spouse day', nth(5, 0, 2, -2)],
  [joined`
    administrative professionals' day
    |administrative professionals day
    |administrative professional day
    |administrative professional's day|secretaries' day|secretaries day|admins day|secretary's day
  `,
    (year) => civilDay(year, 4, 30) - ((weekdayOf(civilDay(year, 4, 30)) - 6 + 7) % 7) - 3],
  ['emergency medical services for children day|emsc day', (year) => { const first = nthWeekday(year, 5, 0, 3); return first === null ? null : first + 3; }],
  ['tax day', taxDay],
  ['super tuesday', (year) => (year % 4 === 0 ? nthWeekday(year, 3, 2, 1) : null)],
  ['daylight saving start day|daylight savings start day|daylight saving start|daylight savings start', nth(3, 0, 2)],
  ['daylight saving end day|daylight savings end day|daylight saving end|daylight savings end', nth(11, 0, 1)],
  ['orthodox good friday|orthodox great friday', fromOrthodox(-2)],
  ['orthodox easter sunday|orthodox easter', fromOrthodox(0)],
  ['orthodox easter monday', fromOrthodox(1)],
  ['orthodox palm sunday', fromOrthodox(-7)],
  ['lazarus saturday', fromOrthodox(-8)],
  ['clean monday|orthodox shrove monday|orthodox ash monday|green monday|monday of lent', fromOrthodox(-48)],
  ['shrove monday', fromEaster(-48)],
  ['shrove tuesday|mardi gras|pancake day|fat tuesday', fromEaster(-47)],
  ['ash wednesday', fromEaster(-46)],
  ['palm sunday', fromEaster(-7)],
  ['maundy thursday|covenant thursday|holy thursday', fromEaster(-3)],
  ['good friday', fromEaster(-2)],
  ['holy saturday|black saturday|easter eve', fromEaster(-1)],
  ['easter monday', fromEaster(1)],
  ['easter sunday|easter day|easter', fromEaster(0)],
  ['ascension day|ascension thursday', fromEaster(39)],
  ['pentecost sunday|pentecost|whit sunday', fromEaster(49)],
  ['whit monday|pentecost monday', fromEaster(50)],
  ['trinity sunday', fromEaster(56)],
  ['corpus christi', fromEaster(60)],
  ["chinese new year's day|chinese new year day|chinese new year|chinese lunar new year's day|chinese lunar new year|lunar new year's day|lunar new year", lunar('chinese', '1', 1)],
  ['mid - autumn festival|mid autumn festival|moon festival', lunar('chinese', '8', 15)],
  ['rosh hashanah|rosh hashana', lunar('hebrew', 'Tishri', 1)],
  ['yom kippur', lunar('hebrew', 'Tishri', 10)],
  ['sukkot', lunar('hebrew', 'Tishri', 15)],
  ['hanukkah|chanukah|hannukah', lunar('hebrew', 'Kislev', 25)],
  ['passover|pesach', lunar('hebrew', 'Nisan', 15)],
  ['shavuot', lunar('hebrew', 'Sivan', 6)],
  ['islamic new year|muharram', lunar('islamic-umalqura', '1', 1)],
  ['ashura', lunar('islamic-umalqura', '1', 10)],
  ['diwali|deepavali|divali', diwali(0)],
  ['dhanteras|dhanatrayodashi', diwali(-2)],
  ['bhai dooj', diwali(2)],
  ['ramadan', lunar('islamic-umalqura', '9', 1)],
  ['eid al - fitr|eid ul - fitr|eid al fitr|eid ul fitr|eid', lunar('islamic-umalqura', '10', 1)],
  ['eid al - adha|eid ul - adha|eid al adha|eid ul adha', lunar('islamic-umalqura', '12', 10)],
];

type Entry = { words: string; rule: Rule };

const BY_FIRST_WORD = new Map<string, Entry[]>();

for (const [names, rule] of HOLIDAYS) {
  for (const words of names.split('|')) {
    const first = words.split(' ')[0] ?? '';
    const list = BY_FIRST_WORD.get(first) ?? [];
    list.push({ words, rule });
    BY_FIRST_WORD.set(first, list.sort((a, b) => b.words.length - a.words.length));
  }
}

/** The words with which names of holidays begin. */
export const HOLIDAY_WORDS: Iterable<string> = BY_FIRST_WORD.keys();

/** The holiday named at `at`: when it is in a given year (null when that year has none). */
export function readHoliday(reader: Reader, at: number): { rule: (year: number) => CivilDay | null; next: number } | null {
  for (const entry of BY_FIRST_WORD.get(word(reader, at)) ?? []) {
    const next = phrase(reader, at, entry.words);
    if (next !== null) return { rule: entry.rule, next };
  }
  return null;
}

/** The first occurrence of a holiday on or after `from`. */
export function nextHoliday(rule: (year: number) => CivilDay | null, from: CivilDay): CivilDay | null {
  const { year } = civilParts(from);
  for (let candidate = year; candidate < year + 5; candidate += 1) {
    const day = rule(candidate);
    if (day !== null && day >= from) return day;
  }
  return null;
}
