import { z } from 'zod';
import { asUser } from '@/lib/db/as-user';
import { type Preferences, shownPreferences } from './get-preferences';
import { timeZoneSchema } from './time-zone';

export const THEMES = ['system', 'light', 'dark'] as const;
/** How many messages of a conversation the assistant reads. */
export const CONTEXT_SIZES = [10, 20, 50] as const;

/** The settings a person may change; absent stays, `timeZone` null follows the browser. */
export const preferencesSchema = z
  .object({
    timeZone: timeZoneSchema.nullable(),
    theme: z.enum(THEMES),
    contextSize: z.union(CONTEXT_SIZES.map((size) => z.literal(size))),
    /** Days after which a conversation goes to the trash when nothing is said in it; null keeps it. */
    autoDeleteDays: z.number().int().min(1).max(3_650).nullable(),
  })
  .partial();

export type PreferenceChanges = z.infer<typeof preferencesSchema>;

/** Changes a person's settings. @returns all of them. */
export async function changePreferences(userId: string, changes: PreferenceChanges): Promise<Preferences> {
  return asUser(userId, (db) => db.preferences.update({ where: { userId }, data: changes, select: shownPreferences }));
}
