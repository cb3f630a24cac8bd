import type { Prisma } from '@/lib/generated/prisma/client';
import { getDatabase } from './database';

/** What owned rows are read and written through: Prisma's client, or a transaction of it. */
export type Db = Prisma.TransactionClient;

/**
 * The one way to a person's rows. Work gets a client for statements on `userId`'s rows; with `transaction` they are
 * one transaction, in which only `db` may be used, and never the model or the network. Row-level security can be
 * switched on here.
 */
export async function asUser<T>(
  userId: string,
  work: (db: Db) => Promise<T>,
  { transaction = false }: { transaction?: boolean } = {},
): Promise<T> {
  void userId;
  const { prisma } = await getDatabase();
  return transaction ? prisma.$transaction(work) : work(prisma);
}
