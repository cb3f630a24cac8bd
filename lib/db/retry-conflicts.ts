const ATTEMPTS = 3;

/** Runs a transaction, and again where it met another's locks (40P01, 40001): it was undone then and may be tried again. */
export async function retryConflicts<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction();
    } catch (error) {
      if (attempt === ATTEMPTS || !isLockConflict(error)) throw error;
    }
  }
}

const isLockConflict = (error: unknown): boolean =>
  error instanceof Error && /40P01|40001|P2034|deadlock/i.test(`${error.message} ${JSON.stringify(error)}`);
