import { asUser } from '@/lib/db/as-user';
import { isTimeZone } from '@/lib/language/calendar';

/** The zone a person's dates are meant in: the request's own if it names a valid one, else their preference, else UTC. */
export async function zoneOf(userId: string, said?: string | null): Promise<string> {
  if (said && isTimeZone(said)) return said;
  const preferences = await asUser(userId, (db) => db.preferences.findUnique({ where: { userId }, select: { timeZone: true } }));
  return preferences?.timeZone ?? 'UTC';
}
