import { AppError } from '@/lib/errors';

/** Turns a minute and user, with the built-in model and with a paid one. */
const TURNS = { builtIn: 60, paid: 20 };
const MINUTE = 60_000;
/** Beyond this many keys, those whose window is over are dropped. */
const KEYS_BEFORE_SWEEP = 10_000;

type Windows = Map<string, { times: number[]; until: number }>;
const shared = globalThis as typeof globalThis & { saysoRateLimits?: Windows };
const windows: Windows = (shared.saysoRateLimits ??= new Map());

/** A limit under `RATE_LIMIT`: `off` lifts it (null), a number scales it. At least 1. */
export function scaledLimit(limit: number): number | null {
  const setting = process.env.RATE_LIMIT?.trim();
  if (setting === 'off') return null;
  const factor = Number(setting || 1);
  return Number.isFinite(factor) && factor > 0 ? Math.max(1, Math.round(limit * factor)) : limit;
}

/**
 * Counts one use of `key` in a sliding window. Kept in this process's memory, so that it costs no statement: with several
 * processes each allows the limit.
 * @throws AppError 429 rate_limited with `details.retryAfter` in seconds.
 */
export function takeOne(key: string, limit: number, windowMs: number, message: string): void {
  const allowed = scaledLimit(limit);
  if (allowed === null) return;
  const now = Date.now();
  sweep(now);
  const times = (windows.get(key)?.times ?? []).filter((time) => time > now - windowMs);
  const blocking = times[times.length - allowed];
  if (blocking !== undefined) {
    const retryAfter = Math.max(1, Math.ceil((blocking + windowMs - now) / 1_000));
    throw new AppError('rate_limited', 429, `${message} Try again in ${retryAfter} s.`, { retryAfter });
  }
  windows.set(key, { times: [...times, now], until: now + windowMs });
}

function sweep(now: number): void {
  if (windows.size < KEYS_BEFORE_SWEEP) return;
  for (const [key, { until }] of windows) if (until <= now) windows.delete(key);
}

/** Counts a turn against its user's limit. @throws AppError 429 rate_limited with `details.retryAfter` in seconds. */
export function takeTurn(userId: string, paid: boolean): void {
  const limit = paid ? TURNS.paid : TURNS.builtIn;
  takeOne(`turn:${paid ? 'paid' : 'built-in'}:${userId}`, limit, MINUTE, 'That was a lot at once.');
}
