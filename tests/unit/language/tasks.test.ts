import { describe, expect, it } from 'vitest';
import { describeDue, placeSpans, readTask, shortDue } from '@/lib/language';
import { NOW } from './context';

const read = (text: string) => readTask(text, NOW);

describe('one line of quick add', () => {
  it('takes everything in one line', () => {
    const text = 'Pay rent every 1st at 9am !high #home remind me 15 minutes before';
    expect(read(text)).toMatchObject({
      title: 'Pay rent', due: { date: '2026-12-01', time: '09:00' }, recurrence: 'FREQ=MONTHLY;BYMONTHDAY=1', priority: 'high', tags: ['home'],
      reminder: { minutesBefore: 15 },
    });
    const said = read(text).spans.map(({ type, start, end }) => `${type}: ${text.slice(start, end)}`);
    expect(said).toEqual(['title: Pay rent', 'recurrence: every 1st at 9am', 'priority: !high', 'tag: #home', 'reminder: remind me 15 minutes before']);
  });

  it.each([
    ['Call Ann tomorrow at 5', 'Call Ann'],
    ['Dinner is set for Friday at 7, please remind me', 'Dinner'],
    ['Tomorrow is our open house', 'our open house'],
    ['Wrap Christmas presents', 'Wrap Christmas presents'],
    ['On Friday: send the invoice', 'send the invoice'],
    ['The report is due by Monday.', 'The report'],
    ['Buy flowers for mum this Sunday please', 'Buy flowers for mum'],
    ['Lunch with Bob at noon on the 5th', 'Lunch with Bob'],
    ['Read "The Day After Tomorrow" by Friday', 'Read "The Day After Tomorrow"'],
    ['"Monday, Tuesday" tomorrow', 'Monday, Tuesday'],
    ['Prepare Friday slides by Thursday', 'Prepare Friday slides'],
    ['Write weekly report by Friday', 'Write weekly report'],
    ['iPhone repair tomorrow', 'iPhone repair'],
    ['Fix bug #42 today', 'Fix bug #42'],
    ['every Monday water the plants', 'water the plants'],
    ['May the force be with you', 'May the force be with you'],
    ['Set my 7am alarm', 'Set my 7am alarm'],
    ['Easter lunch is on April 3rd', 'Easter lunch'],
    ['Meet Ann 12/3 3pm-4:30pm', 'Meet Ann'],
    ['Team call Monday at 10 until 11', 'Team call'],
    ['Pay rent !friday', 'Pay rent !friday'],
    ['remind me to call home', 'call home'],
  ])('%s', (text, title) => expect(read(text).title).toBe(title));

  it.each([
    ['Fix roof !1', 'high'], ['Fix roof p2', 'medium'], ['Fix roof !low', 'low'], ['Fix roof, urgent', 'high'], ['URGENT: fix roof', 'high'], ['Fix roof, no rush', 'low'],
    ['Fix roof with high priority', 'high'], ['Fix roof priority: medium', 'medium'], ['Fix roof asap', 'high'], ['Fix roof', null], ['Urgent care appointment', null],
    ['Say hello!', null],
  ])('%s: %s', (text, priority) => expect(read(text).priority).toBe(priority));

  it('reads tags, said or marked', () => {
    expect(read('Buy milk #Home #errands/shop').tags).toEqual(['Home', 'errands/shop']);
    expect(read('Buy milk and tag it work and urgent')).toMatchObject({ title: 'Buy milk', tags: ['work', 'urgent'], priority: null });
    expect(read('Buy milk #home #HOME').tags).toEqual(['home']);
  });

  it('reads subtasks, lengths, reminders and notes', () => {
    expect(read('Groceries with milk, eggs and bread on it')).toMatchObject({ title: 'Groceries', subtasks: ['milk', 'eggs', 'bread'] });
    expect(read('Trip with subtasks: pack, book a hotel and check in')).toMatchObject({ title: 'Trip', subtasks: ['pack', 'book a hotel', 'check in'] });
    expect(read('Yoga for 45 min tomorrow')).toMatchObject({ title: 'Yoga', durationMinutes: 45, due: { date: '2026-11-19' } });
    expect(read('Workshop tomorrow 3-5pm')).toMatchObject({ title: 'Workshop', durationMinutes: 120, due: { time: '15:00' } });
    expect(read('Dentist Friday 3pm, remind me an hour before')).toMatchObject({ title: 'Dentist', reminder: { minutesBefore: 60 } });
    expect(read('Dentist Friday, remind me on Thursday at 6pm')).toMatchObject({ reminder: { date: '2026-11-19', time: '18:00' }, due: { date: '2026-11-20' } });
    expect(read('Dentist // bring the card')).toMatchObject({ title: 'Dentist', description: 'bring the card' });
  });

  it.each([
    ['Trip on 30 February', 'impossible_date'], ['Meet Monday, Tuesday', 'contradiction'], ['Party 1 Jan 2020', 'past_date'], ['Run every 0 days', 'impossible_rule'], ['Pay by year 99999', 'impossible_date'],
  ])('%s: %s', (text, code) => expect(read(text).problem?.code).toBe(code));

  it('guesses nothing where there is nothing', () => {
    for (const text of ['Pay ABC 2000', 'Chapter 5', 'sat in the meeting', 'Create 3d floor plan', 'Buy paprika']) {
      expect(read(text)).toMatchObject({ title: text, due: null, recurrence: null, durationMinutes: null });
    }
  });
});

describe('offsets of a part', () => {
  it('are counted from the start of the utterance', () => {
    const text = 'Please remind me to call Ann tomorrow at 5';
    const draft = placeSpans(read('call Ann tomorrow at 5'), text, NOW);
    expect(draft.spans.map(({ start, end }) => text.slice(start, end))).toEqual(['call Ann', 'tomorrow at 5']);
  });
});

describe('dates said back', () => {
  it('in full', () => {
    expect(describeDue({ date: '2026-11-27', time: '15:00' }, NOW)).toBe('Friday 27 November 2026 at 15:00');
    expect(describeDue({ date: '2026-11-27', time: null }, NOW)).toBe('Friday 27 November 2026');
  });

  it('in brief', () => {
    const brief = (date: string, time: string | null = null) => shortDue({ date, time }, NOW);
    expect(brief('2026-11-18', '17:00')).toBe('Today 17:00');
    expect([brief('2026-11-19'), brief('2026-11-20'), brief('2026-12-03'), brief('2027-12-03')]).toEqual(['Tomorrow', 'Fri', '3 Dec', '3 Dec 2027']);
  });
});
