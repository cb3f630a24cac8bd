import { dueClock, wallClock } from '@/components/time/format';
import type { Task } from '@/lib/tasks/schemas';

const FIRST = [
  'Add buy milk tomorrow at 5pm',
  'Call mom every Sunday #family',
  'Pay rent every 1st, high priority',
  'What can you do?',
];

const isMonday = (date: string) => new Date(date).getUTCDay() === 1;
const quote = (title: string) => (title.length > 40 ? null : title);

/** Four things to say, made from the user's open tasks; for somebody without any, ways to begin. */
export function suggest(tasks: readonly Task[], now: number, zone: string): string[] {
  const open = tasks.filter((task) => task.status === 'pending' && task.deletedAt === null);
  if (open.length === 0) return FIRST;
  const today = wallClock(now, zone).date;
  const dated = open.flatMap((task) => {
    const due = dueClock(task, zone);
    return due ? [{ task, date: due.date }] : [];
  }).sort((a, b) => a.date.localeCompare(b.date));
  const late = dated.filter(({ date }) => date < today);
  const due = dated.filter(({ date }) => date === today);
  const next = dated.find(({ date }) => date > today);
  const said: (string | null | undefined)[] = [
    late.length > 1 ? 'Move everything overdue to today' : late[0] && quote(late[0].task.title) && `Move “${late[0].task.title}” to tomorrow`,
    due.length > 0 ? 'What is due today?' : 'What is due this week?',
    due[0] && quote(due[0].task.title) && `Mark “${due[0].task.title}” as done`,
    next && quote(next.task.title) && `Move “${next.task.title}” to ${isMonday(next.date) ? 'Tuesday' : 'Monday'}`,
    'What should I do next?',
    'Plan my day',
    'How many tasks did I finish this week?',
  ];
  return said.filter((each): each is string => Boolean(each)).slice(0, 4);
}
