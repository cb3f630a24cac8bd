/** The skills that an answer can be recorded with (PRODUCT §3). */
export const SKILLS = ['TaskManagementSkill', 'TaskSearchSkill', 'TaskAnalyticsSkill', 'TaskRecommendationSkill'] as const;
export type SkillName = (typeof SKILLS)[number];
