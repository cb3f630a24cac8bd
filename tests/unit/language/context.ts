import type { LanguageContext } from '@/lib/language';

/** Wednesday 18 November 2026, 10:00 in UTC. */
export const NOW: LanguageContext = { now: new Date('2026-11-18T10:00:00Z'), timeZone: 'UTC' };

/** The clock of a zone at an instant. */
export const clock = (instant: string, timeZone = 'UTC'): LanguageContext => ({ now: new Date(instant), timeZone });
