import { setRequestCookie } from 'better-auth/cookies';
import type { Visitor } from './visitor';

/**
 * Stands in for `next/headers` where server actions are called outside of Next: they see the headers of one visitor,
 * and the cookies that they set become that visitor's. Use: `vi.mock('next/headers', () => import('./fake-next'))`.
 */
let sender = new Headers();

/** Whose browser calls the next actions. */
export function actAs(visitor: Pick<Visitor, 'headers'>): void {
  sender = visitor.headers;
}

export const headers = async () => sender;

export const cookies = async () => ({
  set: (name: string, value: string) => setRequestCookie(sender, name, value),
});
