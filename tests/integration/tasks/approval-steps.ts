import type { Actor } from '@/lib/assistant/actor';
import { checkApproval } from '@/lib/assistant/check-approval';
import { asUser } from '@/lib/db/as-user';
import { newActor, succeed } from './people';

/** A person with "Buy milk" (1), "Call Ann" (2) and "Pay rent" (3). */
export async function threeTasks(given: Partial<Actor> = {}): Promise<Actor> {
  const actor = await newActor(given);
  await succeed(actor, 'create_tasks', { tasks: [{ title: 'Buy milk' }, { title: 'Call Ann' }, { title: 'Pay rent' }] });
  return actor;
}

/** The recorded call as it stands. */
export const callOf = async ({ userId }: Actor, id: string) => asUser(userId, (db) => db.toolCall.findFirst({ where: { userId, id } }));

/** Asks for an approval that has to be needed. */
export async function request(actor: Actor, tool: string, input: unknown) {
  const check = await checkApproval(actor, tool, input);
  if (!check.needed) throw new Error('No approval was asked for.');
  return check;
}
