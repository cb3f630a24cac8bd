import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Actor } from '@/lib/assistant/actor';
import { runTool } from '@/lib/assistant/run-tool';
import { tools } from '@/lib/assistant/tools';
import { recountConversations } from '@/lib/tasks/recount-conversations';
import { onEachDatabase } from '../../support/databases';
import { inChat, newActor, succeed, visibleTasks } from './people';

type Command = { tool: string; input: Record<string, unknown>; minutes: number };

const RUNS = 12;

const numbers = fc.integer({ min: 1, max: 7 }).map(String);
const targets = fc.oneof(
  { weight: 4, arbitrary: numbers.map((ref) => ({ tasks: [ref] })) },
  { weight: 1, arbitrary: fc.uniqueArray(numbers, { minLength: 2, maxLength: 3 }).map((tasks) => ({ tasks })) },
  { weight: 1, arbitrary: fc.constantFrom({ filter: {} }, { filter: { tagsAny: ['red'] } }, { filter: { overdue: true } }) },
);
const date = fc.constantFrom('2026-10-31', '2026-11-23', '2026-12-31', '2027-01-31', '2028-02-29');
const time = fc.constantFrom('00:00', '02:30', '18:45');
const tags = fc.uniqueArray(fc.constantFrom('red', 'Blue', 'green', 'späť'), { minLength: 1, maxLength: 3 });
const recurrence = fc.constantFrom('FREQ=DAILY', 'FREQ=MONTHLY;BYMONTHDAY=31', 'FREQ=WEEKLY;BYDAY=MO,FR;COUNT=2', 'FREQ=YEARLY');
const reminder = fc.constantFrom({ minutesBefore: 15 }, { date: '2026-11-24', time: '08:00' });
const title = fc.constantFrom('Milk', 'Call Ann', 'Rent', 'Élan');

const newTask = fc.record(
  { title, dueDate: date, dueTime: time, recurrence, tags, description: fc.constant('notes'), subtasks: fc.array(title, { minLength: 1, maxLength: 2 }) },
  { requiredKeys: ['title'] },
);
const changes = fc.record(
  {
    title, dueDate: fc.option(date), dueTime: fc.option(time), recurrence: fc.option(recurrence), tags, reminder: fc.option(reminder),
    priority: fc.constantFrom('none', 'high'), description: fc.option(fc.constant('more')), parent: fc.option(numbers), fromCompletion: fc.boolean(),
    durationMinutes: fc.option(fc.constant(45)),
  },
  { requiredKeys: [] },
);

const on = (tool: string) => targets.map((input) => ({ tool, input }));
const tagging = (tool: string) => fc.tuple(targets, tags).map(([input, some]) => ({ tool, input: { ...input, tags: some } }));
const farther = fc.oneof(
  fc.constantFrom(30, 1_440, -1_440).map((byMinutes) => ({ byMinutes })), fc.constant({ toNext: true }), date.map((dueDate) => ({ dueDate })), time.map((dueTime) => ({ dueTime })),
);
const template = fc.constantFrom('Trip', 'Party');
const templating = fc.oneof(
  { weight: 6, arbitrary: fc.record({ template, dueDate: date, title }, { requiredKeys: ['template'] }).map((input) => ({ tool: 'create_from_template', input })) },
  { weight: 2, arbitrary: fc.tuple(numbers, template).map(([task, name]) => ({ tool: 'save_as_template', input: { task, name } })) },
  { weight: 1, arbitrary: fc.tuple(template, template).map(([from, name]) => ({ tool: 'rename_template', input: { template: from, name } })) },
  { weight: 1, arbitrary: template.map((name) => ({ tool: 'delete_template', input: { template: name } })) },
);
/** A task with steps, which is a template from then on. */
const PACK: Command[] = [
  { tool: 'create_tasks', input: { tasks: [{ title: 'Pack', dueDate: '2026-11-30', tags: ['red'], subtasks: ['Passport', 'Charger'] }] }, minutes: 0 },
  { tool: 'save_as_template', input: { task: '1', name: 'Trip' }, minutes: 0 },
];
const purge = on('purge_tasks').map((call) => ({ ...call, minutes: 0 }));
const command: fc.Arbitrary<Command> = fc.tuple(
  fc.oneof(
    { weight: 4, arbitrary: fc.array(newTask, { minLength: 1, maxLength: 2 }).map((tasks) => ({ tool: 'create_tasks', input: { tasks } })) },
    { weight: 4, arbitrary: fc.tuple(targets, changes).map(([input, some]) => ({ tool: 'update_tasks', input: { ...input, changes: some } })) },
    { weight: 3, arbitrary: on('complete_tasks') },
    { weight: 2, arbitrary: on('reopen_tasks') },
    { weight: 2, arbitrary: on('delete_tasks') },
    { weight: 2, arbitrary: on('restore_tasks') },
    { weight: 1, arbitrary: tagging('add_tags') },
    { weight: 1, arbitrary: tagging('remove_tags') },
    { weight: 2, arbitrary: fc.tuple(targets, farther).map(([input, until]) => ({ tool: 'snooze_tasks', input: { ...input, ...until } })) },
    { weight: 2, arbitrary: templating },
  ),
  fc.constantFrom(0, 5, 3_000),
).map(([call, minutes]) => ({ ...call, minutes }));

/** The same person a while later; at the same instant too, for clocks decide nothing. */
const later = <A extends Actor>(actor: A, minutes: number): A => ({ ...actor, now: new Date(actor.now.getTime() + minutes * 60_000) });

const hasChanged = (output: Awaited<ReturnType<typeof runTool>>) => output.ok && (output.changes?.length ?? 0) > 0;

it('takes in every tool that changes something, but what undoes and what cannot be undone', () => {
  const tried = new Set(fc.sample(command, 2_000).map(({ tool }) => tool));
  const others = ['undo', 'redo', 'purge_tasks'];
  expect([...tried, ...others].sort()).toEqual(Object.values(tools).flatMap(({ name, effect }) => (effect === 'read' ? [] : [name])).sort());
});

onEachDatabase(() => {
  it('undone one by one, any sequence of commands restores the tasks exactly; redone one by one, it makes them again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 3, maxLength: 12 }), fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kathmandu'), async (commands, timeZone) => {
        let actor = await newActor({ timeZone });
        const states = [await visibleTasks(actor)];
        for (const { tool, input, minutes } of [...PACK, ...commands]) {
          actor = later(actor, minutes);
          const output = await runTool(actor, tool, input);
          expect(output).not.toMatchObject({ code: 'failed' });
          const state = await visibleTasks(actor);
          if (hasChanged(output)) states.push(state);
          else expect(state).toEqual(states.at(-1));
        }
        for (const state of states.slice(0, -1).reverse()) {
          await succeed(actor, 'undo', {});
          expect(await visibleTasks(actor)).toEqual(state);
        }
        expect(await runTool(actor, 'undo', {})).toMatchObject({ ok: false, code: 'nothing_to_undo' });
        for (const state of states.slice(1)) {
          await succeed(actor, 'redo', {});
          expect(await visibleTasks(actor)).toEqual(state);
        }
        expect(await runTool(actor, 'redo', {})).toMatchObject({ ok: false, code: 'nothing_to_undo' });
      }),
      { numRuns: RUNS },
    );
  }, 180_000);

  it('with undo and redo in between, all undone at last leaves what there was, and the counters are right throughout', async () => {
    const step = fc.oneof(
      { weight: 6, arbitrary: command },
      { weight: 1, arbitrary: purge },
      { weight: 2, arbitrary: fc.integer({ min: 1, max: 3 }).map((steps) => ({ tool: 'undo', input: { steps }, minutes: 0 })) },
      { weight: 2, arbitrary: fc.integer({ min: 1, max: 3 }).map((steps) => ({ tool: 'redo', input: { steps }, minutes: 0 })) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }), async (steps, inChats) => {
        let actor = await newActor();
        const chats = [await inChat(actor, 'one'), await inChat(actor, 'two')];
        for (const [index, { tool, input, minutes }] of [...PACK, ...steps].entries()) {
          actor = later(actor, minutes);
          const chat = chats[index % 2];
          const caller = inChats[index] && chat ? { ...chat, source: 'system' as const, now: actor.now, callId: String(index) } : actor;
          expect(await runTool(caller, tool, input)).not.toMatchObject({ code: 'failed' });
          expect(await recountConversations(actor.userId)).toEqual([]);
        }
        let output = await runTool(actor, 'undo', { steps: 20 });
        while (output.ok) output = await runTool(actor, 'undo', { steps: 20 });
        expect(output).toMatchObject({ code: 'nothing_to_undo' });
        expect(await visibleTasks(actor)).toEqual([]);
        expect(await recountConversations(actor.userId)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  }, 180_000);
});
