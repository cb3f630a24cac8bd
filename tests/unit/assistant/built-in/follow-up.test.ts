import { describe, expect, it } from 'vitest';
import { Conversation, TASKS } from './support/converse';

/** The id under which the nth call of a conversation is recorded. */
const callId = (n: number) => `00000000-0000-7000-9000-${String(n).padStart(12, '0')}`;

/** Says all of it; the calls and the text of the last answer. */
async function dialogue(...texts: string[]) {
  const conversation = new Conversation();
  let said = { calls: [] as { tool: string; input: Record<string, unknown> }[], text: '' };
  for (const text of texts) said = await conversation.say(text);
  return { ...said, tools: said.calls.map(({ tool }) => tool), tasks: conversation.tools.tasks };
}

describe('what a message means after the one before', () => {
  it('takes back and does it for the task that was meant, in that order', async () => {
    const { tools, tasks } = await dialogue('complete the budget report', 'no i meant the budget meeting');
    expect(tools).toEqual(['undo', 'complete_tasks']);
    expect(tasks.filter(({ status }) => status === 'completed').map(({ number }) => number)).toEqual([5, 11]);
  });

  it('does not take anything back when nothing had been changed', async () => {
    const { tools } = await dialogue('complete the unicorn', 'i meant the plants');
    expect(tools).toEqual(['complete_tasks']);
  });

  it('never chooses between two for "the other one" or "one of them"', async () => {
    for (const texts of [['complete the budget task', 'the other one'], ['add call anna', 'add call anna', 'delete one of them'], ['move the team meeting to monday', 'no the other one']]) {
      const { calls, text } = await dialogue(...texts);
      expect([texts.at(-1), calls]).toEqual([texts.at(-1), []]);
      expect(text).toMatch(/\?/);
    }
  });

  it('asks before a detail alone would replace something', async () => {
    const { calls, text, tasks } = await dialogue('add call bob friday at 3pm', 'monday');
    expect([calls, text]).toEqual([[], 'Shall I set "call bob" (13) to Monday 23 November 2026 at 15:00?']);
    expect(tasks.at(-1)).toMatchObject({ dueDate: '2026-11-20', dueTime: '15:00' });
  });

  it('leaves a detail alone that comes long after', async () => {
    const { calls } = await dialogue('add call bob friday', 'what is overdue?', 'show my tags', 'at 10');
    expect(calls).toEqual([]);
  });

  it('does not take back more than both', async () => {
    expect((await dialogue('add call anna', 'complete tasks 1 and 8', 'undo both')).calls).toEqual([{ tool: 'undo', input: { calls: [callId(2)] } }]);
    expect((await dialogue('delete milk', 'delete dog', 'undo both')).calls).toEqual([{ tool: 'undo', input: { calls: [callId(1), callId(2)] } }]);
  });

  it('takes nothing back for words that may mean something else, after answers that changed nothing', async () => {
    const { calls, tasks } = await dialogue('what is due today?', 'put it back');
    expect(calls).toEqual([]);
    expect(tasks).toHaveLength(TASKS.length);
  });

  it('keeps a question open through what says nothing, and drops it for another subject', async () => {
    expect((await dialogue('complete the budget task', 'hmm not that one', 'the report')).calls).toEqual([{ tool: 'complete_tasks', input: { tasks: ['4'] } }]);
    expect((await dialogue('complete the budget task', 'what is due tomorrow?', 'yes')).calls).toEqual([]);
  });

  it('is not done with a list when one of its things is', async () => {
    for (const text of ['delete bread', 'take bread off the list', 'complete bread']) {
      const { text: answer, tasks } = await dialogue('add milk eggs and bread to my shopping list', text);
      expect(answer).toContain('Did you mean');
      expect(tasks.at(-1)).toMatchObject({ status: 'pending', deletedAt: null });
    }
  });

  it('keeps the day that a task has when it begins to repeat', async () => {
    const { tasks } = await dialogue('add gym tomorrow', 'make it every day');
    expect(tasks.at(-1)).toMatchObject({ dueDate: '2026-11-19', recurrence: 'FREQ=DAILY' });
  });
});
