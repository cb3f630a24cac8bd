import { setRequestCookie } from 'better-auth/cookies';

/**
 * Stands in for `next/headers` and `next/server` where route handlers and server actions are called outside of Next (see
 * vitest.config.ts): they see the headers of one visitor, and the cookies that they set become that visitor's.
 */
let sender = new Headers();

/** Whose browser calls the next actions. */
export function actAs(visitor: { headers: Headers }): void {
  sender = visitor.headers;
}

export const headers = async () => sender;

export const cookies = async () => ({
  set: (name: string, value: string) => setRequestCookie(sender, name, value),
});

/** Here is no platform that has to be kept awake. */
export const after = () => {};
