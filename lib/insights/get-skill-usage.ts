import type { Db } from '@/lib/db/as-user';
import { localParts } from '@/lib/language/calendar';
import { type Clock, shiftDay } from '@/lib/tasks/due';
import { dayBounds, daysBetween, rangeBounds } from './days';

export type SkillUsage = {
  from: string;
  to: string;
  total: number;
  /** Per skill, most used first. Tokens and time are of the turns that report them: null when none does. */
  skills: { skill: string; messages: number; tokensIn: number | null; tokensOut: number | null; averageMs: number | null }[];
  /** Days with at least one answer, in the user's zone, oldest first. */
  days: { date: string; skill: string; messages: number }[];
};

const USAGE_DAYS = 30;
export const MAX_USAGE_DAYS = 366;

/** How often each skill answered on each of the last `days` days, today included (1–366). */
export async function getSkillUsage(db: Db, userId: string, clock: Clock, days = USAGE_DAYS): Promise<SkillUsage> {
  const to = localParts(clock.now, clock.timeZone).date;
  const from = shiftDay(to, 1 - days);
  const dates = daysBetween(from, to);
  const { start, end } = rangeBounds(from, to, clock.timeZone);
  // Answered by message_skill_idx alone.
  const perDay = await db.$queryRaw<{ bucket: number; skill: string; messages: number }[]>`
    SELECT width_bucket(created_at, ${dayBounds(dates, clock.timeZone)}::timestamptz[]) AS bucket,
      skill_used AS skill, count(*)::int AS messages
    FROM message
    WHERE user_id = ${userId}::uuid AND skill_used IS NOT NULL
      AND created_at >= ${start}::timestamptz AND created_at < ${end}::timestamptz
    GROUP BY bucket, skill_used ORDER BY bucket, skill_used`;
  const perSkill = await db.$queryRaw<SkillUsage['skills']>`
    SELECT message.skill_used AS skill, count(*)::int AS messages,
      sum(turn.tokens_in)::float8 AS "tokensIn", sum(turn.tokens_out)::float8 AS "tokensOut",
      round(avg(extract(epoch FROM turn.ended_at - turn.created_at) * 1000))::float8 AS "averageMs"
    FROM message LEFT JOIN turn ON turn.user_id = message.user_id AND turn.answer_id = message.id
    WHERE message.user_id = ${userId}::uuid AND message.skill_used IS NOT NULL
      AND message.created_at >= ${start}::timestamptz AND message.created_at < ${end}::timestamptz
    GROUP BY message.skill_used ORDER BY messages DESC, skill`;
  return {
    from,
    to,
    total: perSkill.reduce((sum, { messages }) => sum + messages, 0),
    skills: perSkill,
    days: perDay.map(({ bucket, skill, messages }) => ({ date: dates[bucket - 1] ?? from, skill, messages })),
  };
}
