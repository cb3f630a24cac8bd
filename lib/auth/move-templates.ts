import { beginning } from '@/lib/conversations/limits';
import type { Db } from '@/lib/db/as-user';
import { TEMPLATE_NAME_MAX, TEMPLATES_MAX } from '@/lib/tasks/list-templates';

type Template = { id: string; name: string };

/** A name that nobody has yet, ignoring case: "Trip", "Trip (2)" … */
function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count++) {
    const suffix = count === 1 ? '' : ` (${count})`;
    const candidate = `${beginning(name, TEMPLATE_NAME_MAX - suffix.length)}${suffix}`;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}

/** Moves a guest's templates, oldest first, until the account has as many as it may; same names get a number. */
export async function moveTemplates(db: Db, guestId: string, accountId: string): Promise<void> {
  const namesOf = (userId: string) => db.$queryRaw<Template[]>`
    SELECT id, name FROM template WHERE user_id = ${userId}::uuid ORDER BY created_at, id`;
  const [own, guests] = [await namesOf(accountId), await namesOf(guestId)];
  const taken = new Set(own.map(({ name }) => name.toLowerCase()));
  for (const { id, name } of guests.slice(0, Math.max(0, TEMPLATES_MAX - own.length))) {
    const free = freeName(name, taken);
    taken.add(free.toLowerCase());
    await db.$executeRaw`UPDATE template SET user_id = ${accountId}::uuid, name = ${free}
      WHERE user_id = ${guestId}::uuid AND id = ${id}::uuid`;
  }
}
