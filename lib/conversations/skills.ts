/** The skills that an answer can be recorded with. */
export const SKILLS = ['TaskManagementSkill', 'TaskSearchSkill', 'TaskAnalyticsSkill', 'TaskRecommendationSkill'] as const;
export type SkillName = (typeof SKILLS)[number];
