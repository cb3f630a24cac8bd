import { describe, expect, it } from 'vitest';
import { actionOf, readCommands, understandChat } from '@/lib/language/commands';

const ctx = { now: new Date('2026-11-18T10:00:00Z'), timeZone: 'UTC', weekStart: 1 as const };
const read = (text: string) => readCommands(text, ctx);
const kinds = (text: string) => read(text).map((command) => (command.kind === 'change' || command.kind === 'call' ? command.tool : command.kind));

describe('several commands in one sentence', () => {
  it.each([
    ['add buy milk tomorrow and call mom on Sunday', ['create']],
    ['complete the milk one and show me what\'s left', ['complete_tasks', 'list_tasks']],
    ['delete task 3; undo', ['delete_tasks', 'undo']],
    ['move task 1 to Friday and make it high priority', ['update_tasks', 'update_tasks']],
    ['mark 3 as done, tag 4 with home and plan my day', ['complete_tasks', 'add_tags', 'plan_day']],
    ['remind me to call and cancel the dentist', ['create']],
    ['remind me to lock the door and set the alarm', ['create']],
    ['add "buy milk and delete task 3"', ['create']],
  ])('%s', (text, expected) => expect(kinds(text)).toEqual(expected));

  it('takes what follows "with subtasks" for the parts of one task, errands or not', () => {
    for (const list of ['with subtasks invite friends, order cake and buy balloons', 'with the steps: invite friends, order cake, buy balloons']) {
      const drafts = read(`add plan the party ${list}`).flatMap((command) => (command.kind === 'create' ? command.tasks : []));
      expect(drafts).toMatchObject([{ title: 'plan the party', subtasks: ['invite friends', 'order cake', 'buy balloons'] }]);
    }
  });

  it('keeps "buy milk and eggs" one task and parts two dated errands', () => {
    const titles = (text: string) => read(text).flatMap((command) => (command.kind === 'create' ? command.tasks.map((task) => task.title) : []));
    expect(titles('add buy milk and eggs')).toEqual(['buy milk and eggs']);
    expect(titles('add buy milk tomorrow at 5pm and call mom every Sunday')).toEqual(['buy milk', 'call mom']);
    expect(titles('remind me to buy milk and call mom')).toEqual(['buy milk and call mom']);
    expect(titles('add dentist tomorrow at 9am, stand-up tomorrow at 10am and lunch with Bob on Monday')).toEqual(['dentist', 'stand-up', 'lunch with Bob']);
    expect(titles('add gym every Monday and Wednesday at 7')).toEqual(['gym']);
    expect(titles('add milk, eggs and bread to my shopping list')).toEqual(['milk', 'eggs', 'bread']);
  });
});

describe('what must never change anything', () => {
  it.each([
    'what\'s the weather tomorrow?', 'play some jazz', 'turn off the lights', 'set volume to 4', 'call an uber', 'tell me a joke', 'do I need a coat tonight',
    'book a flight to Boston tomorrow', 'comprar leche mañana', 'мне нужно купить молоко', '明日牛乳を買う', 'asdf qwer', '', '   ', '\u0000\u202e', '😀😀',
    '\'; DROP TABLE task; --', '<script>alert(1)</script>', 'add', 'delete', 'add task', 'cancel', 'add this song to my playlist', 'clear my search history',
    'add water the plants daily except on June 23rd', 'add gym every Monday except for the 2nd Monday in March', 'cancel my reservation at Red Robin', 'I watched a movie last night', 'is it going to rain on Friday', 'how do I set up a direct deposit',
  ])('%s', (text) => {
    expect(read(text).filter((command) => ['create', 'change', 'save-template'].includes(command.kind))).toEqual([]);
  });

  it('takes a tag off instead of deleting', () => {
    for (const text of ['remove tag family from task 2', 'remove the work tag from task 3', 'take #home off 7', 'delete tag work from task 3', 'remove work from task 3']) {
      expect(kinds(text), text).toEqual(['remove_tags']);
    }
  });
});

describe('understanding without a conversation', () => {
  it.each([
    ['remind me to walk the dog tomorrow', 'command', 'add'],
    ['what is due today?', 'command', 'query'],
    ['cancel my dentist appointment', 'command', 'remove'],
    ['move task 3 to Monday', 'command', 'update'],
    ['add task', 'question', 'add'],
    ['do laundry', 'question', 'none'],
    ['hello', 'none', 'none'],
    ['what is the capital of France', 'none', 'none'],
  ])('%s', (text, kind, action) => expect(understandChat(text, ctx)).toMatchObject({ kind, action }));

  it('gives the first task that would be added', () => {
    expect(understandChat('could you remind me to call Ann tomorrow at 6pm #family', ctx).draft).toMatchObject({
      title: 'call Ann', due: { date: '2026-11-19', time: '18:00' }, tags: ['family'],
    });
  });
});

describe('any text at all', () => {
  const WORDS = 'add delete remind me to the task 3 and then move milk tomorrow at 5pm every Monday show what is due #home !high "quoted it them 2 first one , ; . ? undo not 30 February mark as done my list for from with tag'.split(' ');

  /** Repeatable: the same sentences on every run. */
  function random(seed: number): () => number {
    let state = seed;
    return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
  }

  it('is read without an error, whatever the words', () => {
    const next = random(7);
    for (let round = 0; round < 400; round += 1) {
      const text = Array.from({ length: 1 + Math.floor(next() * 14) }, () => WORDS[Math.floor(next() * WORDS.length)]).join(' ');
      const commands = read(text);
      expect(commands.length, text).toBeGreaterThan(0);
      for (const command of commands) {
        actionOf(command);
        if (command.kind === 'create') for (const task of command.tasks) expect(task.title, text).not.toBe('');
        if (command.kind === 'change') expect(command.refs.length, text).toBeGreaterThan(0);
      }
    }
  }, 60_000);

  it.each([
    ['one letter', 'x'.repeat(10_000)], ['words', 'a '.repeat(5_000)], ['numbers', '1 '.repeat(5_000)], ['tags', '#a '.repeat(3_000)],
    ['moves', `move ${'a to b to monday to '.repeat(500)}`], ['adds', `add ${'the to of at 5 and '.repeat(500)}`], ['refs', `delete ${'milk and '.repeat(1_000)}`],
    ['quotes', '"a" \'b\' '.repeat(1_000)], ['reminders', `remind me to ${'and then '.repeat(1_000)}`], ['tag names', `tag ${'a b, c and '.repeat(900)}`],
    ['questions', `what ${'do i have to '.repeat(700)}`], ['courtesy', 'please '.repeat(1_400)], ['spaces', `add ${' '.repeat(9_000)}x`],
  ])('10,000 characters of %s are read in no time that matters', (_, text) => {
    const start = performance.now();
    read(text);
    // Far above what it takes, far below what a runaway expression takes.
    expect(performance.now() - start).toBeLessThan(2_000);
  }, 30_000);
});
