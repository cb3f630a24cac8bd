import type { Actor } from '@/lib/assistant/actor';
import { zoneOf } from '@/lib/auth/zone-of';

/** A person acting by hand now. @param timeZone the request's own zone, if it names one. */
export async function pageActor(userId: string, timeZone?: string): Promise<Actor> {
  return { userId, source: 'page', now: new Date(), timeZone: await zoneOf(userId, timeZone) };
}
