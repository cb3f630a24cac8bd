import { type Clock, dayFollows, make, readHalf } from './clock';
import { readPart } from './day-part';
import { closesHere, type Reader, word } from './reader';

/** "1845", "0630 hrs", "745pm", and where "at" leads "630". */
export function readFourDigits(reader: Reader, at: number, led: boolean): Clock | null {
  const token = reader.tokens[at];
  if (!token) return null;
  const half = readHalf(reader, at + 1, false);
  const hours = /^(hrs|hours|h)$/.test(word(reader, at + 1)) && token.text.length === 4;
  if (isYear(reader, at)) return null;
  const ish = word(reader, at + 1) === 'ish' ? at + 2 : at + 1;
  const plain = token.text.length === 4 || ish > at + 1 || isThreeDigitHour(reader, at) || readPart(reader, at + 1, '', true)?.named === true;
  // "0730 tomorrow", "0730-0930"
  const zeroed = token.text.length === 4 && token.text.startsWith('0') && token.value % 5 === 0 && leadsOn(reader, at + 1);
  const spans = led && token.text.length === 4 && token.value % 5 === 0 && /^[-–]$/.test(word(reader, at + 1)) && leadsOn(reader, at + 1);
  if (!half && !hours && !zeroed && !spans && !(led && plain && closesHere(reader, ish) && token.value % 5 === 0)) return null;
  const next = half?.next ?? (hours ? at + 2 : ish);
  return make(Math.floor(token.value / 100), token.value % 100, next, {
    half: half?.half,
    exact: !half && token.text.length === 4,
    strong: half !== null || hours || zeroed || spans || ish > at + 1,
  });
}

/** Whether a day follows, or the end of a span of hours. */
function leadsOn(reader: Reader, at: number): boolean {
  const text = word(reader, at);
  if (/^[-–]$/.test(text)) return /^\d{4}$/.test(word(reader, at + 1)) && closesHere(reader, at + 2);
  return dayFollows(reader, at);
}

/** "at 630", "at 745 tomorrow": a quarter of an hour, and nothing but a day may follow. */
function isThreeDigitHour(reader: Reader, at: number): boolean {
  const after = reader.tokens[at + 1];
  const ends = !after || after.kind === 'symbol' || dayFollows(reader, at + 1);
  return ends && /(00|15|30|45)$/.test(word(reader, at)) && /^(at|@)$/.test(word(reader, at - 1)) && !word(reader, at).startsWith('0');
}

/** "before 2010", "after 2018": a year, not ten past eight. */
function isYear(reader: Reader, at: number): boolean {
  return /^(19|20)\d\d$/.test(word(reader, at)) && /^(before|after|since|until|till|from|to|between|and|in|of|during)$/.test(word(reader, at - 1));
}
