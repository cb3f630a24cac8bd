import { counted, dayInWords } from '@/lib/tasks/words';
import type { SkillUsage } from './get-skill-usage';
import type { TaskStats } from './get-task-stats';

/** The statistics in a few sentences. `asked`: the person named a range, so it comes first. */
export function describeStats({ totals, range, streak }: TaskStats, { asked, tag }: { asked: boolean; tag?: string }): string {
  if (totals.total === 0) return tag ? `No task carries the tag "${tag}".` : 'There are no tasks yet, so there is nothing to count.';
  const happened = `${rangeInWords(range)} you completed ${counted(range.completed, 'task')} and created ${range.created}${ofThose(range)}.`;
  const open = [
    totals.overdue > 0 && `${totals.overdue} overdue`,
    totals.dueToday > 0 && `${totals.dueToday} due today`,
  ].filter((part) => part !== false);
  const state =
    `${tag ? `With the tag "${tag}" there are` : 'In all there are'} ${counted(totals.total, 'task')}: ` +
    `${totals.pending} open${open.length > 0 ? ` (${open.join(', ')})` : ''} and ${totals.completed} completed, ` +
    `a completion rate of ${totals.completionRate ?? 0}%.`;
  return [...(asked ? [happened, state] : [state, happened]), streakInWords(streak)].join(' ');
}

function rangeInWords({ from, to }: { from: string; to: string }): string {
  return from === to ? `On ${dayInWords(from, null)}` : `From ${dayInWords(from, null)} to ${dayInWords(to, null)}`;
}

function ofThose({ created, createdAndCompleted, completionRate }: TaskStats['range']): string {
  return created === 0 ? '' : `, of which ${createdAndCompleted} ${createdAndCompleted === 1 ? 'is' : 'are'} completed (${completionRate ?? 0}%)`;
}

function streakInWords({ days, includesToday }: TaskStats['streak']): string {
  if (days === 0) return 'No streak at the moment: neither today nor yesterday has a completed task.';
  return `Your streak: ${counted(days, 'day')} in a row with a completed task${includesToday ? '' : ', up to yesterday'}.`;
}

/** `task management` of `TaskManagementSkill`. */
const skillInWords = (skill: string): string => skill.replace(/Skill$/, '').replace(/(?<=[a-z])[A-Z]/g, ' $&').toLowerCase();

/** The use of skills in one sentence. */
export function describeUsage({ from, to, total, skills }: SkillUsage): string {
  const when = rangeInWords({ from, to });
  if (total === 0) return `${when} no answer used a skill.`;
  const each = skills.map(({ skill, messages }) => `${skillInWords(skill)} ${messages}`).join(', ');
  return `${when} ${counted(total, 'answer')} used a skill: ${each}.`;
}
