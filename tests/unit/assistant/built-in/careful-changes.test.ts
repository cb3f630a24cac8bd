import { describe, expect, it } from 'vitest';
import { Conversation, TASKS } from './support/converse';

/** Says all of it; the text of the last answer and the tasks that are not as they were. */
async function saying(...texts: string[]) {
  const conversation = new Conversation();
  let said = '';
  for (const text of texts) said = (await conversation.say(text)).text;
  const before = new Conversation().tools.tasks;
  const changed = conversation.tools.tasks.filter((task) => JSON.stringify(task) !== JSON.stringify(before.find(({ number }) => number === task.number)));
  return { said, changed: changed.map(({ number }) => number) };
}

describe('a change is never more, less or other than what was said', () => {
  it('asks about what need not be done, after what was to be done', async () => {
    const { said, changed } = await saying('call mom tomorrow no need to call dad friday');
    expect(changed).toEqual([TASKS.length + 1]);
    expect(said).toMatch(/^Added "call mom".*Shall I delete the task about "call dad friday"\?/s);
  });

  it('drops no half of a sentence that might be a task', async () => {
    expect((await saying('do laundry and move milk to friday')).said).toMatch(/Changed "Buy milk".*Shall I add "do laundry" as a task\?/s);
  });

  it.each([
    'maybe delete the milk', 'should i delete the plants one?', 'thinking of cancelling the dentist', 'what if i move the dentist to monday', 'delete the milk?',
    'if it rains move the dog walk', 'cancel the team meeting unless bob comes', 'whatever isn\'t done by friday should be moved to monday',
    'cancel the dentist or at least move it to monday', 'delete everything not due this week', 'done with the budget report i think',
    'stop reminding me about rent', 'unschedule the team meeting', 'I haven\'t renewed the passport yet', 'the budget report is half done',
    'move monday meeting and tuesday call', 'rent can wait till spring', 'move the dentist to the weekend', 'i\'m not doing the dog walk today',
  ])('changes nothing for "%s"', async (text) => {
    const { said, changed } = await saying(text);
    expect(changed).toEqual([]);
    expect(said).not.toMatch(/^I don't understand/);
  });

  it.each([
    'move nothing today', 'standup no longer happens on fridays', 'keep only the meetings this week', 'leave the rest', 'school is closed',
    'the dentist called, they\'re full friday, so tuesday 10am',
  ])('makes no task of "%s"', async (text) => expect((await saying(text)).changed).toEqual([]));
});
