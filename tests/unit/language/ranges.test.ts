import { describe, expect, it } from 'vitest';
import { isTimeZone, localParts, readDateRange, toInstant } from '@/lib/language';
import { NOW } from './context';

describe('ranges for filters', () => {
  it.each([
    ['due this week', '2026-11-16', '2026-11-22'],
    ['next month', '2026-12-01', '2026-12-31'],
    ['before Friday', null, '2026-11-19'],
    ['by Friday', null, '2026-11-20'],
    ['after Friday', '2026-11-21', null],
    ['since Monday', '2026-11-16', null],
    ['between Mon and Thu', '2026-11-23', '2026-11-26'],
    ['in the next 10 days', '2026-11-18', '2026-11-28'],
    ['in the last 7 days', '2026-11-12', '2026-11-18'],
    ['last week', '2026-11-09', '2026-11-15'],
    ['this quarter', '2026-10-01', '2026-12-31'],
    ['in March', '2027-03-01', '2027-03-31'],
    ['tomorrow', '2026-11-19', '2026-11-19'],
    ['this weekend', '2026-11-21', '2026-11-22'],
  ])('%s', (text, from, to) => expect(readDateRange(text, NOW)).toMatchObject({ from, to }));

  it('reads windows of the day', () => {
    expect(readDateRange('my morning meetings', NOW)).toMatchObject({ from: null, to: null, timeFrom: '00:00', timeTo: '11:59' });
    expect(readDateRange('tomorrow evening', NOW)).toMatchObject({ from: '2026-11-19', to: '2026-11-19', timeFrom: '17:00' });
    expect(readDateRange('the groceries', NOW)).toBeNull();
  });
});

describe('zones', () => {
  it('knows zones', () => {
    expect([isTimeZone('Europe/Berlin'), isTimeZone('UTC'), isTimeZone('Mars/Olympus')]).toEqual([true, true, false]);
  });

  it('moves times that a clock skips forward, and takes the first of two', () => {
    expect(toInstant('2026-03-08', '02:30', 'America/New_York').toISOString()).toBe('2026-03-08T07:30:00.000Z');
    expect(toInstant('2026-11-01', '01:30', 'America/New_York').toISOString()).toBe('2026-11-01T05:30:00.000Z');
    expect(toInstant('2026-09-27', '02:30', 'Pacific/Auckland').toISOString()).toBe('2026-09-26T14:30:00.000Z');
    expect(toInstant('2026-11-18', null, 'UTC').toISOString()).toBe('2026-11-18T00:00:00.000Z');
  });

  it('goes to an instant and back', () => {
    for (const zone of ['UTC', 'America/New_York', 'Pacific/Auckland']) {
      for (const [date, time] of [['2028-02-29', '00:00'], ['2026-12-31', '23:59'], ['2026-06-30', '12:15']] as const) {
        expect(localParts(toInstant(date, time, zone), zone)).toMatchObject({ date, time });
      }
    }
  });
});
