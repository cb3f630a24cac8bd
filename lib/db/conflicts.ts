/** An error's codes and words: PostgreSQL's SQLSTATE is in one of them, wherever Prisma and the driver put it. */
const told = (error: unknown): string => (error instanceof Error ? `${error.message} ${JSON.stringify(error)}` : '');

/** Whether a unique key refused a row: somebody was faster. */
export const isUniqueViolation = (error: unknown): boolean => /23505|P2002|unique constraint/i.test(told(error));

/** Whether a transaction was undone because it met another's locks, and may be tried again. */
export const isLockConflict = (error: unknown): boolean => /40P01|40001|P2034|deadlock/i.test(told(error));

const ATTEMPTS = 4;

/** Runs a transaction, and again where it met another in a way that `isConflict` knows: it was undone then. */
export async function retryConflicts<T>(transaction: () => Promise<T>, isConflict = isLockConflict): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction();
    } catch (error) {
      if (attempt === ATTEMPTS || !isConflict(error)) throw error;
    }
  }
}
