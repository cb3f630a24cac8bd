/** Moves everything of a guest to an account, in one transaction. */
export async function mergeGuest(guestId: string, accountId: string, options: { accountIsNew: boolean }): Promise<void> {
  throw new Error(`not merged: ${guestId} ${accountId} ${options.accountIsNew}`);
}
