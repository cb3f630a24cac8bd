import { describe, expect, it } from 'vitest';
import { Conversation, TASKS } from './support/converse';

/** Says all of it; the calls and the text of the last answer, and the tasks as they then are. */
async function dialogue(...texts: string[]) {
  const conversation = new Conversation();
  let said = { calls: [] as { tool: string; input: Record<string, unknown> }[], text: '' };
  for (const text of texts) said = await conversation.say(text);
  return { ...said, tasks: conversation.tools.tasks };
}

const ADDED = 'add call bob friday at 3pm';

describe('a follow-up said as people say it', () => {
  it('is done where it asks for the change', async () => {
    for (const [text, changes] of [
      ['hmm can it be monday instead', { dueDate: '2026-11-23' }],
      ['lets do monday instead', { dueDate: '2026-11-23' }],
      ['could that go to the week after', { dueDate: '2026-11-27' }],
      ['it needs to be done by thursday', { dueDate: '2026-11-19' }],
      ['leave it til monday', { dueDate: '2026-11-23' }],
      ['hmm can you make that 2ish', { dueTime: '14:00' }],
      ["it's super important", { priority: 'high' }],
    ] as const) expect([text, (await dialogue(ADDED, text)).calls]).toEqual([text, [{ tool: 'update_tasks', input: { tasks: ['13'], changes } }]]);
  });

  it('is asked about where it only weighs a change, and a yes does it', async () => {
    for (const text of ['or maybe monday', 'how about monday', 'he can only do monday', 'monday would be better']) {
      const { calls, text: said } = await dialogue(ADDED, text);
      expect([text, calls, said]).toEqual([text, [], 'Shall I set "call bob" (13) to Monday 23 November 2026 at 15:00?']);
    }
    expect((await dialogue(ADDED, 'or maybe monday', 'yes')).calls).toEqual([{ tool: 'update_tasks', input: { tasks: ['13'], changes: { dueDate: '2026-11-23' } } }]);
  });

  it('is about the task that it names, of those that were spoken of', async () => {
    expect((await dialogue('what is due friday', 'the dentist can wait til monday though')).calls).toEqual([{ tool: 'update_tasks', input: { tasks: ['3'], changes: { dueDate: '2026-11-23' } } }]);
    expect((await dialogue('show my work tasks', 'that last one, push it to monday')).calls).toEqual([{ tool: 'update_tasks', input: { tasks: ['6'], changes: { dueDate: '2026-11-23' } } }]);
    expect((await dialogue('show my list', 'number 9, every 3 days')).calls).toMatchObject([{ tool: 'update_tasks', input: { tasks: ['9'], changes: { recurrence: 'FREQ=DAILY;INTERVAL=3' } } }]);
  });

  it('is no task of its own, and changes nothing where it is a question, a number or said of what is deleted', async () => {
    for (const texts of [
      [ADDED, 'is that the monday one?'],
      [ADDED, 'stick it under the sofa'],
      ['show my list', 'sorry not 1, 8'],
      ['delete the rent', 'oops i meant just this week'],
    ]) {
      const { calls, tasks } = await dialogue(...texts);
      expect([texts.at(-1), calls.filter(({ tool }) => !/^(?:get|search|list)_/.test(tool))]).toEqual([texts.at(-1), []]);
      expect(tasks.length).toBe(TASKS.length + (texts[0] === ADDED ? 1 : 0));
    }
  });
});

describe('what the conversation itself answers', () => {
  it('tells what was done, whether it was, and why', async () => {
    const message = 'Added "call bob" (13).';
    for (const [text, answer] of [
      ['ok what did i just put in', `The last change here: ${message}`],
      ['did that work?', `Yes. ${message}`],
      ['why?', `Because you said "${ADDED}". ${message} Say "undo" to take it back.`],
    ]) expect((await dialogue(ADDED, text ?? ''))).toMatchObject({ calls: [], text: answer });
  });

  it('tells of the task that was named, and not of the newest change', async () => {
    expect((await dialogue('add butter', 'add eggs', 'did you get the butter?')).text).toBe('The last change to it: Added "butter" (13).');
  });
});

describe('what is wanted back', () => {
  it('is opened or restored, as the task is', async () => {
    expect((await dialogue('complete milk and the dog', 'hang on i only got half of it, put milk back')).calls).toEqual([{ tool: 'reopen_tasks', input: { tasks: ['1'] } }]);
    expect((await dialogue('delete the plants', 'what is due today', 'on second thought i want the plants back')).calls).toEqual([{ tool: 'restore_tasks', input: { tasks: ['9'] } }]);
  });
});

describe('a reminder of the task that is spoken of', () => {
  it('is told from when it is due', async () => {
    for (const [text, reminder] of [
      ['remind me the night before', { date: '2026-11-19', time: '20:00' }],
      ['2 hours before, remind me', { minutesBefore: 120 }],
      ['night before, remind me', { date: '2026-11-19', time: '20:00' }],
      ['and remind me that morning', { date: '2026-11-20', time: '09:00' }],
    ] as const) expect([text, (await dialogue(ADDED, text)).calls]).toEqual([text, [{ tool: 'update_tasks', input: { tasks: ['13'], changes: { reminder } } }]]);
  });

  it('replaces another only when that was confirmed, and is asked for without a task', async () => {
    expect((await dialogue(ADDED, 'remind me the night before', 'and an hour before as well')).calls).toEqual([]);
    expect(await dialogue('remind me the night before')).toMatchObject({ calls: [], text: 'Which task should that reminder be for? Say its number or its title.' });
  });
});

describe('lists, notes and titles of what is spoken of', () => {
  it('puts on a list, takes off it, and asks for the name of a tag', async () => {
    const tagged = (tasks: string[], tags: string[]) => [{ tool: 'add_tags', input: { tasks, tags } }];
    expect((await dialogue(ADDED, 'stick it under health')).calls).toEqual(tagged(['13'], ['health']));
    expect((await dialogue('complete milk and the dog', 'put them in a list called adulting')).calls).toEqual(tagged(['1', '8'], ['adulting']));
    expect((await dialogue(ADDED, 'and tag it', 'phone')).calls).toEqual(tagged(['13'], ['phone']));
    expect((await dialogue(ADDED, 'tag it phone', 'actually take phone off again')).calls).toEqual([{ tool: 'remove_tags', input: { tasks: ['13'], tags: ['phone'] } }]);
  });

  it('renames a part of the title, and notes what was told', async () => {
    expect((await dialogue('lunch with priya on thursday at 12', 'change lunch to coffee')).calls).toEqual([{ tool: 'update_tasks', input: { tasks: ['13'], changes: { title: 'coffee with priya' } } }]);
    expect((await dialogue(ADDED, "it's about the invites so make a note of that")).calls).toEqual([{ tool: 'update_tasks', input: { tasks: ['13'], changes: { description: "it's about the invites" } } }]);
    expect((await dialogue('add pay sarah £20', 'it was 30 actually')).text).toBe('Shall I rename "pay sarah £20" (13) to "pay sarah £30"?');
  });
});

describe('an offer that is taken otherwise', () => {
  it('is done with the other day, and asked again without a yes', async () => {
    expect((await dialogue('i want to start running', 'yes but saturday')).calls).toMatchObject([{ tool: 'create_tasks', input: { tasks: [{ title: 'start running', dueDate: '2026-11-21' }] } }]);
    expect((await dialogue('i want to start running', 'saturday')).text).toBe('Shall I add "start running", due Saturday 21 November 2026 as a task?');
    expect((await dialogue('i want to start running', 'nah forget it')).text).toBe('All right, I added nothing.');
  });
});

describe('how a task repeats', () => {
  it('is asked for a day and told one in other words', async () => {
    expect((await dialogue('bump the dentist to after lunch', 'hmm can you make that 2ish')).calls).toMatchObject([{ input: { tasks: ['dentist'], changes: { dueTime: '14:00' } } }]);
  });

  it('ends, goes on, and changes for all that come', async () => {
    const rule = async (...texts: string[]) => Object(Object((await dialogue(...texts)).calls[0]?.input).changes).recurrence;
    expect(await rule('add stretch every day', 'end it after 4 times')).toBe('FREQ=DAILY;COUNT=4');
    expect(await rule('add stretch every day', '4 times', 'actually make it ongoing')).toBe('FREQ=DAILY');
    expect(await rule('water bill the 15th of every month', 'make it the 28th instead from now on')).toBe('FREQ=MONTHLY;BYMONTHDAY=28');
    expect((await dialogue('add stretch', 'make that 15 min daily')).calls).toMatchObject([{ input: { changes: { recurrence: 'FREQ=DAILY', durationMinutes: 15 } } }]);
  });
});
