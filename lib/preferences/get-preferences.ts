import { asUser } from '@/lib/db/as-user';

/** What a person has chosen; a `timeZone` of null follows the browser, `autoDeleteDays` of null keeps conversations for ever. */
export type Preferences = { timeZone: string | null; theme: string; contextSize: number; autoDeleteDays: number | null };

export const shownPreferences = { timeZone: true, theme: true, contextSize: true, autoDeleteDays: true };

/** A person's settings. One statement. */
export async function getPreferences(userId: string): Promise<Preferences> {
  return asUser(userId, (db) => db.preferences.findUniqueOrThrow({ where: { userId }, select: shownPreferences }));
}
