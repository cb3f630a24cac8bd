import { pattern } from './pattern';
import { type Reader, touches } from './reader';
import { MONTHS, TODAY, TOMORROW, TONIGHT, WEEKDAYS } from './words';

const THINGS = pattern('')`
  ^(
    percent|kilograms?|kg|km|miles?|mph|kph|degrees?|dollars?|bucks|euros?|pounds?|people|persons?|guests?|items?
    |pieces?|points?|stars?|street|st|avenue|ave|road|rd|lane|drive|blvd|main|feet|ft|inch|oz|mg|ml|lb|lbs|of|x
    |different|other|more|per|th|hundred|thousand|million|k|year|month|week|day|hour|minute|second|min|hr|pm|am
  )$
`;

/** Whether a bare number stands alone, so that it may be an hour: no unit, no noun, no street behind it. */
export function isFreeNumber(reader: Reader, at: number): boolean {
  const token = reader.tokens[at];
  if (!token) return true;
  if (token.kind === 'symbol') return !/^[%$€£¥°#+*=/]$/.test(token.text) && !(token.text === '.' && touches(reader, at + 1));
  if (token.kind !== 'word') return token.kind === 'opaque';
  const text = token.text;
  if (WEEKDAYS.has(text) || MONTHS.has(text) || TODAY.has(text) || TOMORROW.has(text) || TONIGHT.has(text)) return true;
  if (THINGS.test(text)) return false;
  if (/^\p{Lu}/u.test(token.raw) && text !== 'i' && reader.text !== reader.text.toUpperCase()) return false;
  return !(text.length > 3 && /[^s]s$/.test(text) && !/^(this|always|because|unless|discuss)$/.test(text));
}
