/** Items of a page where the caller does not say, and the most that it may ask for. */
export const PAGE_SIZE = 20;
const PAGE_MAX = 100;
/** Characters of a title that a person types, and of one made from the first message. */
export const TITLE_MAX = 200;
export const TITLE_MAX_AUTOMATIC = 80;
/** Characters of a user's message. */
export const MESSAGE_MAX = 10_000;
/** Whether a text says anything: to PostgreSQL, which checks it too, U+0085 is a blank as well. */
export const saysSomething = (text: string): boolean => /[^\s\u0085]/.test(text);
/** Whether a text has at most `max` characters as people and PostgreSQL count them, an emoji one and not two. */
export const fits = (text: string, max: number): boolean => text.length <= max || [...text].length <= max;
/** The beginning of a text, at most `max` characters as `fits` counts them. */
export const beginning = (text: string, max: number): string => (fits(text, max) ? text : [...text].slice(0, max).join(''));
export const FEEDBACK_COMMENT_MAX = 1_000;
/** Days in the trash before a conversation is erased. */
export const TRASH_DAYS = 30;

/** A page size within 1–100; 20 when the caller did not say. */
export const clampLimit = (limit: number = PAGE_SIZE): number => Math.min(Math.max(limit, 1), PAGE_MAX);
