import { z } from 'zod';
import type { Db } from '@/lib/db/as-user';
import type { Effect, TaskContext, TaskPreferences } from '@/lib/tasks/context';
import { PRIORITIES } from '@/lib/tasks/schemas';
import { Prisma } from '@/lib/generated/prisma/client';
import type { Actor } from './actor';
import { type PreferencesRow, preferencesColumns } from './hold-turn';

const { sql } = Prisma;

/** An effect that is worked out but not written. `numbers`: how many task numbers it takes. */
export type Planned = { effect: Effect; numbers: number };

async function readPreferences(db: Db, userId: string, lock: boolean): Promise<PreferencesRow> {
  const [row] = await db.$queryRaw<PreferencesRow[]>`
    SELECT ${preferencesColumns} FROM preferences p WHERE p.user_id = ${userId}::uuid ${lock ? sql`FOR NO KEY UPDATE` : sql``}`;
  if (!row) throw new Error('Every person has preferences.');
  return row;
}

/**
 * Works out what a call does. With `lock` the person's preferences are held first, so that nobody else changes a task
 * until the effect is written; without it the result is a preview. `held`: they are held already.
 */
export async function planCall(
  db: Db, actor: Actor, plan: (context: TaskContext) => Promise<Effect>,
  { lock, held = null }: { lock: boolean; held?: PreferencesRow | null },
): Promise<Planned> {
  const { userId, now, timeZone, source, userText } = actor;
  let read = lock ? Promise.resolve(held ?? (await readPreferences(db, userId, true))) : null;
  const row = () => (read ??= readPreferences(db, userId, false));
  let numbers = 0;
  const effect = await planOrExplain(plan, {
    db, userId, now, timeZone, source, userText,
    preferences: async (): Promise<TaskPreferences> => {
      const { defaultPriority, weekStart } = await row();
      return { defaultPriority: PRIORITIES[defaultPriority] ?? 'none', weekStart };
    },
    takeNumbers: async (count) => {
      const first = count === 0 ? 0 : (await row()).nextTaskNumber + numbers;
      numbers += count;
      return Array.from({ length: count }, (_, index) => first + index);
    },
  });
  return { effect, numbers };
}

/** Works the call out; input that does not fit its schema is explained instead. */
async function planOrExplain(plan: (context: TaskContext) => Promise<Effect>, context: TaskContext): Promise<Effect> {
  try {
    return await plan(context);
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const [issue] = error.issues;
    const at = issue?.path.length ? `${issue.path.join('.')}: ` : '';
    return { output: { ok: false, code: 'invalid', message: `${at}${issue?.message ?? 'The input does not fit.'}` } };
  }
}
