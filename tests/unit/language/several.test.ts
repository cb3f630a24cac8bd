import { describe, expect, it } from 'vitest';
import { readRecurrence, readTask } from '@/lib/language';
import { NOW } from './context';

const problem = (text: string) => readTask(text, NOW).problem?.code;

describe('what names more than a task can have is asked about', () => {
  it.each([
    'Rent on the 5th and 20th of May', 'Rent on the 5th, 12th and 20th of May', 'Rent May 5 and 20', 'Rent May 5, 12 and 19', 'Rent on 5 and 6 May', 'Rent on the 5th or 20th',
    'Rent on 5 May and 6 June', 'Rent on the 5th of May and the 6th of June', 'Rent on May 5 and June 6', 'Rent Nov 20 & 21 at 3pm', 'Rent Monday the 23rd or Tuesday the 24th', 'Rent Sat 5.12', 'Gym Monday at 5 and Tuesday at 6', 'Call Ann on Monday and on Friday',
  ])('days: %s', (text) => expect(problem(text)).toBe('contradiction'));

  it.each(['Pills at 8 and 12', 'Pills at 8am and 8pm', 'Pills at 3, 4 or 5pm', 'Call Ann at 3 or 4 tomorrow', 'Meet at 3 and at 5', 'Medicine at noon and 6', 'Check the roast in 45 minutes and again in an hour'])('hours: %s', (text) => expect(problem(text)).toBe('several_times'));

  it.each([
    'gym every Tuesday and the first Friday', 'gym every Tuesday and first Friday of the month', 'gym every Monday at 9 and Friday at 10', 'gym every Monday at 9 and every Friday at 5pm', 'gym Mondays at 9 and Fridays at 10',
    'report weekly and monthly', 'gym every Monday and every other Friday', 'gym every Monday and the 15th', 'gym every Monday morning and Thursday evening', 'gym every Monday and on the 15th of each month', 'water plants every day and feed them every week',
  ])('rhythms: %s', (text) => expect(problem(text)).toBe('several_rules'));

  it.each([
    'Rent on the 5th of May', 'Trip 5-12 May', 'April 5, 6pm', 'Paint the 1st and 2nd floors on Monday', 'Read chapters 5 and 6 tomorrow', 'Call at 3 about 4 emails', 'Meet between 3 and 5', 'Lunch 12-1 tomorrow',
    'every Monday and Friday at 9 gym', 'every Monday and every Friday gym', 'first Monday and third Thursday of each month gym', 'every morning at 7 and every evening at 8 pills', 'pills every day at 8 and 12', 'daily and weekly standup notes',
  ])('not: %s', (text) => expect(problem(text)).toBeUndefined());

  it('keeps two days of every month apart from one choice of two', () => {
    expect(readRecurrence('rent on the 5th and 20th', NOW)?.rule).toBe('FREQ=MONTHLY;BYMONTHDAY=5,20');
    expect(readRecurrence('rent on the 5th or 20th', NOW)).toBeNull();
  });
});
