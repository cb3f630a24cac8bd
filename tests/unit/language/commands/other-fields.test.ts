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
    'add this novel four stars', 'add my favourite track to this mix', 'add some echo to the song', 'add us to the mailing list', 'I want to eat tacos tomorrow evening',
    'can you tell me when my flight is going to land', 'go back to the evening news', 'I wanted everything on my shopping list delivered',
    'i need everything on my grocery list', 'could you help me revise for my exam on friday', 'will you pay the electric bill', 'cancel my product', 'close my account permanently',
    'i need to relax, what should i watch', 'I have to stay awake. Make me some tea.', 'I feel like everything is urgent', 'I wish everything was done', 'finish my homework for me',
    'complete the proverb: an apple a day', 'i need more sleep', 'we should meet for lunch sometime', 'remember when we went to rome', 'i have to go, it was nice talking to you',
    'stop the timer', 'cancel the alarm', 'remove background noise', 'play the news every morning', 'news today', 'track my package due tomorrow',
  ])('%s', (text) => {
    const { kind, action } = understandChat(text, ctx);
    expect(kind === 'command' && ['add', 'remove', 'update'].includes(action)).toBe(false);
  });
});

/** Questions for the world, in which no list has an answer. */
describe('what is asked of the world looks at no task', () => {
  it.each([
    'what do i do if my car breaks down', 'what should i do to fix a leak', 'what are some fun things to do in chicago', 'what do you like to do at the weekend',
    'tell me what the date is in ten days', "what's the status of my flight", 'find my keys', 'do i need any shots before i go to kenya', 'how much have i spent on food this month',
  ])('%s', (text) => expect(understandChat(text, ctx).action).toBe('none'));

  it.each([
    'what do i have to do in the morning', 'what do i need to do today', 'what should i do in december', "what's the status of the budget task", 'what day is the meeting',
    'what date is my dentist appointment', 'find my budget report',
  ])('but %s', (text) => expect(understandChat(text, ctx).action).toBe('query'));
});

/** The same words when they are about one's own tasks. */
describe('what is said to a task manager stays an order', () => {
  it.each([
    ['i have to leave at 5', 'leave'], ['i need to get a form to do my taxes', 'get a form to do my taxes'], ['remind me to put the kettle on', 'put the kettle on'],
    ['remind me to hand the essay in', 'hand the essay in'], ['i need to put in a request for march 4 to march 6', 'put in a request'],
    ['add this book to my reading list', 'this book'], ['i need to call ann tomorrow. what is the weather?', 'call ann'], ['can you add pay the bill', 'pay the bill'], ['could you remind me to pay the bill', 'pay the bill'],
    ['remember when the rent is due', 'when the rent is due'], ['make a to do for the dentist', 'dentist'],
  ])('%s', (text, title) => {
    const { kind, action, draft } = understandChat(text, ctx);
    expect([kind, action, draft?.title]).toEqual(['command', 'add', title]);
  });
});
