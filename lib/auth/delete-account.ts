import { getDatabase } from '@/lib/db/database';
import { AppError } from '@/lib/errors';
import { takeOne } from '@/lib/http/rate-limit';
import { getAuth } from './auth';
import type { CurrentUser } from './identify';

/**
 * Erases a person and everything of theirs at once: rows, sessions, keys, tokens, pending verifications. Whoever has a
 * password must give it. @throws AppError 403 wrong_password.
 */
export async function deleteAccount(user: CurrentUser, password: string | undefined): Promise<void> {
  if (!user.isGuest) await requirePassword(user, password);
  const { prisma } = await getDatabase();
  await prisma.$transaction([
    prisma.verification.deleteMany({
      where: { OR: [{ identifier: { contains: user.email } }, { value: { contains: user.id } }] },
    }),
    prisma.user.deleteMany({ where: { id: user.id } }),
  ]);
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
