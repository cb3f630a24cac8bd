import { asUser, type Db } from '@/lib/db/as-user';
import { retryConflicts } from '@/lib/db/conflicts';
import { AppError } from '@/lib/errors';
import { takeOne } from '@/lib/http/rate-limit';
import { getAuth } from './auth';
import type { CurrentUser } from './identify';
import { lockPerson } from './lock-person';

/**
 * Erases a person and everything of theirs at once: rows, sessions, keys, tokens, pending verifications. Whoever has a
 * password must give it. @throws AppError 403 wrong_password.
 */
export async function deleteAccount(user: CurrentUser, password: string | undefined): Promise<void> {
  if (!user.isGuest) await requirePassword(user, password);
  await retryConflicts(() => asUser(user.id, (db) => erase(db, user), { transaction: true }));
}

/** What the assistant is at is waited for, and finds its user gone. */
async function erase(db: Db, { id, email }: CurrentUser): Promise<void> {
  await lockPerson(db, id);
  await db.verification.deleteMany({ where: { OR: [{ identifier: email }, { value: { contains: id } }] } });
  await db.user.deleteMany({ where: { id } });
}

async function requirePassword(user: CurrentUser, password: string | undefined): Promise<void> {
  takeOne(`password:${user.email}`, 20, 60_000, 'Too many attempts for this account.');
  const auth = await getAuth();
  const { password: hasher, internalAdapter } = await auth.$context;
  const accounts = await internalAdapter.findAccounts(user.id);
  const hash = accounts.find(({ providerId }) => providerId === 'credential')?.password;
  if (!hash || (password && (await hasher.verify({ hash, password })))) return;
  throw new AppError('wrong_password', 403, 'That is not your password. Nothing was deleted.');
}
