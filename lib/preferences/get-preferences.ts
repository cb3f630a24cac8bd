import { asUser } from '@/lib/db/as-user';

/** What a person has chosen; a `timeZone` of null follows the browser. */
export type Preferences = { timeZone: string | null; theme: string; contextSize: number };

export const shownPreferences = { timeZone: true, theme: true, contextSize: true };

/** A person's settings. One statement. */
export async function getPreferences(userId: string): Promise<Preferences> {
  return asUser(userId, (db) => db.preferences.findUniqueOrThrow({ where: { userId }, select: shownPreferences }));
}
