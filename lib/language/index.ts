export type * from './types';
export { isTimeZone, localParts, toInstant } from './calendar';
export { readDate } from './read-date';
export { readRecurrence } from './read-recurrence';
export { nextDue, nextOccurrence, type SeriesPosition } from './occurrences';
export { readDateRange } from './read-range';
export { describeDue, describeRecurrence, shortDue } from './describe';
export { readTask } from './read-task';
export { placeSpans } from './place-spans';
