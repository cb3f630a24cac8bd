export type * from './types';
export { isTimeZone, localParts, toInstant } from './calendar';
export { readDate } from './read-date';
export { readRecurrence } from './read-recurrence';
export { nextDue, nextOccurrence, type SeriesPosition } from './occurrences';
