import { describe, expect, it } from 'vitest';
import { understandChat } from '@/lib/language/commands';

const ctx = { now: new Date('2026-11-18T10:00:00Z'), timeZone: 'UTC', weekStart: 1 as const };

/** Requests that belong to a phone, a bank, a loudspeaker: at most a question comes of them. */
describe('what is meant for other services changes no task', () => {
  it.each([
    'wake me up at 7am tomorrow', 'set alarm for 6 tomorrow morning', 'put a block on my account right now', 'cancel my flight to denver',
    'please cancel my hotel booking for friday', 'delete all my emails', 'add john to the group chat', 'change my pin to 1234',
    'transfer money tomorrow', 'make the room warmer', 'mark this email as spam', 'buy me a ticket to the game on friday', 'get me a cab at 5pm',
    'turn on the heat at 6pm', 'read my emails from today', 'do i need an umbrella tomorrow', 'will i get paid on friday', 'i lost my card yesterday',
    'we had dinner last night', 'clear the cache', 'close the window', 'check me in for my flight tomorrow', 'flights to boston on friday',
    'what is two weeks from today', 'date in two weeks', 'remind me who won the world cup', 'put my phone on silent until 5pm', 'set brightness to low',
    'stop the timer', 'cancel the alarm', 'remove background noise', 'play the news every morning', 'news today', 'track my package due tomorrow',
  ])('%s', (text) => {
    const { kind, action } = understandChat(text, ctx);
    expect(kind === 'command' && ['add', 'remove', 'update'].includes(action)).toBe(false);
  });
});
