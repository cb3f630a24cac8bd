'use server';

import { cookies } from 'next/headers';
import { THEME_COOKIE } from '@/components/frame/remembered';
import { userAction } from '@/lib/http/action';
import { changePreferences as change, preferencesSchema } from '@/lib/preferences/change-preferences';

/** Changes time zone, theme or context size; the theme also in the cookie that the first paint reads. */
export const changePreferences = userAction(preferencesSchema, async (user, changes) => {
  const preferences = await change(user.id, changes);
  if (changes.theme)
    (await cookies()).set(THEME_COOKIE, changes.theme, { path: '/', maxAge: 31_536_000, sameSite: 'lax' });
  return preferences;
});
