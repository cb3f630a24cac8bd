/** Items of a page where the caller does not say, and the most that it may ask for (CONTRACT). */
export const PAGE_SIZE = 20;
export const PAGE_MAX = 100;
/** Characters of a title that a person types, and of one made from the first message. */
export const TITLE_MAX = 200;
export const TITLE_MAX_AUTOMATIC = 80;
/** Characters of a user's message. */
export const MESSAGE_MAX = 10_000;
export const FEEDBACK_COMMENT_MAX = 1_000;
/** Days in the trash before a conversation is erased. */
export const TRASH_DAYS = 30;

/** A page size within 1–100 whatever the caller sent; 20 when it sent nothing or no number. */
export function clampLimit(limit: number | string | null | undefined, preset = PAGE_SIZE): number {
  if (limit === null || limit === undefined || limit === '') return preset;
  const number = Math.trunc(Number(limit));
  return Number.isNaN(number) ? preset : Math.min(Math.max(number, 1), PAGE_MAX);
}
