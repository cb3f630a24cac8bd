export type * from './types';
export { isTimeZone, localParts, toInstant } from './calendar';
export { readDate } from './read-date';
