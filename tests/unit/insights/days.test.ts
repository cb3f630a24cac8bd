import { describe, expect, it } from 'vitest';
import { dayBounds, daysBetween, isoWeek, mondayOf, rangeBounds } from '@/lib/insights/days';
import { durationInWords } from '@/lib/insights/words';

describe('days', () => {
  it('names ISO weeks by their Thursday', () => {
    expect(isoWeek('2026-11-22')).toBe('2026-W47');
    expect(isoWeek('2026-01-01')).toBe('2026-W01');
    expect(isoWeek('2027-01-03')).toBe('2026-W53');
    expect(isoWeek('2024-12-30')).toBe('2025-W01');
    expect(mondayOf('2026-11-22')).toBe('2026-11-16');
  });

  it('counts both ends of a range, and none when it is reversed', () => {
    expect(daysBetween('2026-02-27', '2026-03-01')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
    expect(daysBetween('2026-03-01', '2026-02-27')).toEqual([]);
  });

  it('begins days at the local midnight, 23 or 25 hours apart where clocks change', () => {
    expect(dayBounds(['2026-03-29'], 'Europe/Berlin')).toBe('{2026-03-28T23:00:00.000Z,2026-03-29T22:00:00.000Z}');
    expect(dayBounds(['2026-11-01'], 'America/New_York')).toBe('{2026-11-01T04:00:00.000Z,2026-11-02T05:00:00.000Z}');
    expect(dayBounds([], 'UTC')).toBe('{}');
    expect(rangeBounds('2026-11-22', '2026-11-22', 'Pacific/Auckland').start.toISOString()).toBe('2026-11-21T11:00:00.000Z');
  });
});

describe('words', () => {
  it('reads like a person would say it', () => {
    expect([1, 45, 60, 90, 1440, 1560].map(durationInWords)).toEqual([
      '1 minute', '45 minutes', '1 hour', '1 hour 30 minutes', '1 day', '1 day 2 hours',
    ]);
  });
});
