import { createHash, timingSafeEqual } from 'node:crypto';
import { unauthorized } from './errors';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** @throws AppError 401 unless the request carries `Authorization: Bearer CRON_SECRET`; always when none is set. */
export function requireCronSecret(headers: Headers): void {
  const secret = process.env.CRON_SECRET;
  const sent = headers.get('authorization') ?? '';
  if (!secret || !timingSafeEqual(digest(sent), digest(`Bearer ${secret}`))) throw unauthorized();
}
