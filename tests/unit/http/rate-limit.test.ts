import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AppError } from '@/lib/errors';
import { scaledLimit, takeTurn } from '@/lib/http/rate-limit';

let users = 0;
const newUser = () => `user ${users++}`;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubEnv('RATE_LIMIT', undefined);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

function turnsAllowed(userId: string, paid: boolean): number {
  for (let taken = 0; taken < 1_000; taken++) {
    try {
      takeTurn(userId, paid);
    } catch {
      return taken;
    }
  }
  return 1_000;
}

it('allows 60 turns a minute with the built-in model and 20 with a paid one, for each user', () => {
  const [one, other] = [newUser(), newUser()];
  expect(turnsAllowed(one, false)).toBe(60);
  expect(turnsAllowed(one, true)).toBe(20);
  expect(turnsAllowed(other, false)).toBe(60);
});

it('slides: a turn is free again a minute after the one that it waits for', () => {
  const user = newUser();
  takeTurn(user, true);
  vi.advanceTimersByTime(45_000);
  expect(turnsAllowed(user, true)).toBe(19);
  vi.advanceTimersByTime(15_000);
  expect(turnsAllowed(user, true)).toBe(1);
});

it('says how long to wait, in seconds', () => {
  const user = newUser();
  turnsAllowed(user, true);
  vi.advanceTimersByTime(20_500);
  const wait = new AppError('rate_limited', 429, 'That was a lot at once. Try again in 40 s.', { retryAfter: 40 });
  expect(() => takeTurn(user, true)).toThrow(wait);
});

it.each([
  ['2', 40],
  ['0.5', 10],
  ['0.001', 1],
  ['off', null],
  ['nonsense', 20],
  ['', 20],
  ['-1', 20],
])('scales by RATE_LIMIT=%s', (setting, limit) => {
  vi.stubEnv('RATE_LIMIT', setting);
  expect(scaledLimit(20)).toBe(limit);
  expect(turnsAllowed(newUser(), true)).toBe(limit ?? 1_000);
});
