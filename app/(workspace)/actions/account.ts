'use server';

import { z } from 'zod';
import { deleteAccount as erase } from '@/lib/auth/delete-account';
import { enter } from '@/lib/auth/enter';
import { AppError } from '@/lib/errors';
import { userAction } from '@/lib/http/action';

/** Where to go afterwards, by loading the page anew: nothing of the user may stay in the browser's memory. */
const AFTERWARDS = { goTo: '/sign-in' };

/** Ends this browser's session. A guest's tasks and conversations cannot be reached after that, so ask them first. */
export const signOut = userAction(z.object({}), async () => {
  const refusal = await enter('/sign-out', {});
  if (refusal) throw new AppError(refusal.code, 500, refusal.message);
  return AFTERWARDS;
});

/** Erases the account at once and for good. `confirm` is what was typed; with a password, that too. */
export const deleteAccount = userAction(
  z.object({ confirm: z.literal('delete', 'Type "delete" to confirm.'), password: z.string().max(128).optional() }),
  async (user, { password }) => {
    await erase(user, password);
    await enter('/sign-out', {});
    return AFTERWARDS;
  },
);
