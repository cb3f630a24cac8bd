import { describe, expect, it } from 'vitest';
import { Conversation, TASKS } from './support/converse';

/** Says all of it; the answer to the last message, and whether anything was changed on the way. */
async function answer(texts: string[], tasks = TASKS) {
  const conversation = new Conversation(tasks);
  let text = '';
  for (const said of texts) ({ text } = await conversation.say(said));
  const changed = conversation.tools.calls.filter(({ tool }) => !/^(?:list|search|get|recommend|plan)_/.test(tool));
  return { text, changed };
}

const LONG = [...TASKS, { number: 13, title: 'Write the essay', dueDate: '2026-11-19', durationMinutes: 120 }, { number: 14, title: 'Clean the garage', dueDate: '2026-11-19', durationMinutes: 90 }];

describe('a question is answered in words first, and never makes or changes a task', () => {
  it.each<[string[], RegExp]>([
    // Told, and asked whether it is so.
    [['tomorrow i have that budget meeting right?'], /^Yes\. "Budget meeting" \(5\)/],
    [['the dentist is on monday yeah?'], /^No\. "Call the dentist" \(3\): due Friday/],
    [["i'm seeing the dentist friday morning, right"], /^Yes\. "Call the dentist"/],
    [['so nothing on saturday then?'], /^Right, nothing due Saturday/],
    [['so nothing on friday then?'], /^Not quite: 2 open tasks due Friday/],
    [['so im free saturday?'], /^Yes, you are free/],
    // Whether it is so, of a task by any name.
    [["is mom's call tagged family"], /^Yes\. "Call mom"/],
    [['is the present tagged family?'], /^I found no task like "present"/],
    [['did i pay rent'], /^No, it is still open\. "Pay rent"/],
    [['was the passport renewed'], /^Yes\. "Renew passport"/],
    [['is the team meeting urgent?'], /^No\. "Team meeting"/],
    [['when is the dentist', 'is it on thursday'], /^No\. "Call the dentist"/],
    [['did i already add milk?'], /^Yes, 1 open task/],
    // When, how long, how often.
    [['when do i pay rent next?'], /^"Pay rent" \(7\): due Tuesday 1 December 2026/],
    [['when is the dentist', 'how long until then'], /^In 2 days\. "Call the dentist"/],
    [['how often does rent come up'], /^It repeats on the 1st of every month\./],
    [['what tags does the dentist have'], /^It is tagged #health and #work\./],
    // One end of an order.
    [["what's the earliest thing on friday"], /^The first is "Call the dentist"/],
    [['what do i have on friday', 'which one comes first'], /^The first is "Call the dentist"/],
    [['what do i have on friday', 'which one comes first', 'and the last one?'], /^The last is "Team meeting"/],
    // Free, and time for something.
    [['am i free friday morning'], /^No, you are not free: 2 open tasks/],
    [['am i free friday afternoon', 'and friday morning?'], /^No, you are not free/],
    [['am i free friday afternoon'], /^Yes, you are free/],
    [['do i have time for a run tomorrow'], /^Not all day, but beside these you are free: 1 open task/],
    [['can i fit in a haircut on thursday'], /^Not all day/],
    // Of a field by name, of what became of it, and of the day just spoken of.
    [['is there a due date for the plants'], /^No, it has no date\./],
    [['does rent have a date'], /^Yes\. "Pay rent"/],
    [["wasn't there something about a passport", 'did that get finished'], /^Yes\. "Renew passport"/],
    [['when is the team meeting', 'what else is happening that day'], /^Yes, 1 open task due 20 November 2026:\n\n- 3: Call the dentist/],
    [['when is the dentist', 'have i got anything straight after'], /^Yes, 1 open task after 09:00/],
    [['what is due friday', 'anything else on friday'], /^No, nothing else\./],
    [["what's not done for work"], /^4 open tasks/],
    [['did i forget anything'], /^Yes, 1 overdue task/],
    [['i think i had something at 10 tomorrow?'], /^Yes, 1 open task/],
    // Two beside each other.
    [['is the report or the team meeting first?'], /^"Finish the budget report" \(4\) comes first\./],
    [['which is sooner rent or the flights'], /^"Book flights to Rome" \(10\) comes first\./],
    [['is the team meeting before the dentist'], /^No\./],
    [['what do i have on friday', 'how long between them'], /^30 minutes\./],
    // Of the list on show.
    [['show tasks tagged work', 'any of them urgent?'], /^Yes, 2 high priority tasks/],
    [['show tasks tagged work', 'just the high priority ones'], /^2 high priority tasks of those/],
    [['show my tasks', 'how many for work'], /^You have 4 open tasks tagged work/],
    [['whats on today', 'anything else?'], /^No, that was all of it\./],
    [['what did i get done yesterday', 'and the week before?'], /^1 completed task the week before/],
    [["hang on, i'm meeting the team on thursday aren't i"], /^No\. "Team meeting"/],
    [['list everything im behind on'], /^1 overdue task/],
    [['can i take friday off or is there stuff on'], /^I don't understand that/],
    // What others know is no task.
    [['do i have any new emails'], /^I don't understand that/],
  ])('%j', async (texts, expected) => {
    const { text, changed } = await answer(texts);
    expect([text, changed]).toEqual([expect.stringMatching(expected), []]);
  });

  it.each<[string[], RegExp]>([
    [["what's the longest one"], /^The longest is "Write the essay"/],
    [["what's the quickest"], /^The shortest is "Clean the garage"/],
    [['how long will tomorrow take'], /^3 h 30 min in all, without the one of unknown length\./],
    [['how long does the essay take'], /^It takes 2 hours\./],
    [['which takes longer, the essay or the garage'], /^"Write the essay"/],
  ])('of lengths: %j', async (texts, expected) => expect(await answer(texts, LONG)).toEqual({ text: expect.stringMatching(expected), changed: [] }));

  it('speaks of no task of before when the newest list held none', async () => {
    const { text } = await answer(['when is the dentist', 'what is due saturday', 'what time is that']);
    expect(text).toBe('Which task do you mean? Say its number or its title.');
  });
});
