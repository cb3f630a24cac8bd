/** Changes that are loaded at a time. */
export const ACTIVITY_PAGE = 40;
