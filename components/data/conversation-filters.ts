import type { SkillName } from '@/lib/conversations/skills';

/** What a search is narrowed to. */
export type Filters = {
  /** Changed within so many days; null: whenever. */
  days: number | null;
  skill: SkillName | null;
  changedTasks: boolean;
};

export const noFilters: Filters = { days: null, skill: null, changedTasks: false };

export const isFiltered = ({ days, skill, changedTasks }: Filters) => days !== null || skill !== null || changedTasks;

const DAY_MS = 86_400_000;

/** The same as parameters of `/api/v1/conversations`. */
export const queryOf = ({ days, skill, changedTasks }: Filters): Record<string, string> => ({
  ...(days !== null && { from: new Date(Date.now() - days * DAY_MS).toISOString() }),
  ...(skill && { skill }),
  ...(changedTasks && { changedTasks: 'true' }),
});
