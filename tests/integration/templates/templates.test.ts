import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { checkApproval } from '@/lib/assistant/check-approval';
import { decideApproval } from '@/lib/assistant/decide-approval';
import { runTool } from '@/lib/assistant/run-tool';
import type { ToolName } from '@/lib/assistant/tool-skills';
import { asUser } from '@/lib/db/as-user';
import { listTemplates } from '@/lib/tasks/list-templates';
import { createUser, onEachDatabase } from '../../support/databases';

const NOW = '2026-11-22T20:00:00Z';

const actor = (userId: string, timeZone = 'UTC', now = NOW) => ({ userId, source: 'page' as const, now: new Date(now), timeZone });
const run = (userId: string, name: ToolName, input: unknown, timeZone?: string, now?: string) => runTool(actor(userId, timeZone, now), name, input);
const templatesOf = (userId: string) => asUser(userId, (db) => listTemplates(db, userId));

async function withTask(task: Record<string, unknown>, timeZone?: string): Promise<string> {
  const userId = await createUser();
  await run(userId, 'create_tasks', { tasks: [task] }, timeZone);
  return userId;
}

onEachDatabase(() => {
  it('keeps everything that a task says, with the due date as a distance', async () => {
    const userId = await withTask({
      title: 'Weekly report', description: 'For the board', priority: 'high', tags: ['work', 'Board'], dueDate: '2026-11-27', dueTime: '15:30',
      subtasks: ['Collect numbers', 'Write', 'Send'],
    });
    const saved = await run(userId, 'save_as_template', { task: 'report', name: 'Report' });
    expect(saved).toMatchObject({ ok: true, message: 'Saved "Weekly report" (1) with 3 subtasks as the template "Report".' });
    expect(await templatesOf(userId)).toMatchObject([{
      name: 'Report', title: 'Weekly report', description: 'For the board', priority: 'high', tags: ['Board', 'work'],
      checklist: ['Collect numbers', 'Write', 'Send'], dueOffsetDays: 5, dueTime: '15:30',
    }]);

    const made = await run(userId, 'create_from_template', { template: 'REPORT' }, 'UTC', '2026-12-30T08:00:00Z');
    expect(made).toMatchObject({
      ok: true,
      tasks: [{ title: 'Weekly report', description: 'For the board', priority: 'high', dueDate: '2027-01-04', dueTime: '15:30', tags: ['Board', 'work'] },
        { title: 'Collect numbers' }, { title: 'Write' }, { title: 'Send' }],
    });
    await run(userId, 'undo', {});
    expect(await asUser(userId, (db) => db.task.count({ where: { userId, deletedAt: null } }))).toBe(4);
  });

  it.each([
    ['UTC', '2026-11-22'], ['Asia/Tokyo', '2026-11-23'], ['America/Los_Angeles', '2026-11-22'],
  ])('counts from the day that it is in %s', async (timeZone, today) => {
    const userId = await withTask({ title: 'Today', dueDate: today }, timeZone);
    await run(userId, 'save_as_template', { task: '1', name: 'Daily' }, timeZone);
    expect(await run(userId, 'create_from_template', { template: 'daily' }, timeZone)).toMatchObject({ tasks: [{ dueDate: today }] });
  });

  it('takes another title and day, and makes no day where there was none', async () => {
    const userId = await withTask({ title: 'Call' });
    await run(userId, 'save_as_template', { task: '1', name: 'Call somebody' });
    expect(await run(userId, 'create_from_template', { template: 'call somebody', title: 'Call Ann', dueDate: '2026-12-01' })).toMatchObject({
      tasks: [{ title: 'Call Ann', dueDate: '2026-12-01', dueTime: null }],
    });
    expect(await run(userId, 'create_from_template', { template: 'Call somebody' })).toMatchObject({ tasks: [{ title: 'Call', dueDate: null }] });
  });

  it('gets another name, unless that is taken', async () => {
    const userId = await withTask({ title: 'One', subtasks: ['Step'] });
    for (const name of ['Trip to Rome', 'Party']) await run(userId, 'save_as_template', { task: '1', name });
    expect(await run(userId, 'rename_template', { template: 'rome', name: 'PARTY' })).toMatchObject({ ok: false, code: 'conflict' });
    expect(await run(userId, 'rename_template', { template: 'rome', name: 'Holiday' })).toMatchObject({ ok: true, message: 'Renamed the template "Trip to Rome" to "Holiday".' });
    expect(await run(userId, 'rename_template', { template: 'holiday', name: 'HOLIDAY' })).toMatchObject({ ok: true });
    expect(await run(userId, 'rename_template', { template: 'rome', name: 'X' })).toMatchObject({ ok: false, code: 'not_found' });
    expect(await templatesOf(userId)).toMatchObject([{ name: 'HOLIDAY', checklist: ['Step'] }, { name: 'Party' }]);
  });

  it('is deleted by an assistant only when the person agrees, and not when it is gone meanwhile', async () => {
    const userId = await withTask({ title: 'One' });
    for (const name of ['Trip', 'Party']) await run(userId, 'save_as_template', { task: '1', name });
    const chat = { ...actor(userId), source: 'chat' as const };
    expect(await runTool(chat, 'delete_template', { template: 'trip' })).toMatchObject({ ok: false, code: 'conflict' });
    const ask = async (template: string) => {
      const check = await checkApproval(chat, 'delete_template', { template });
      if (!check.needed) throw new Error('Nobody is asked.');
      expect(check.preview.message).toMatch(/^This would delete the template ".+" for good\. This cannot be undone\.$/);
      return check.toolCallId;
    };
    const [first, second] = [await ask('trip'), await ask('trip')];
    expect(await templatesOf(userId)).toHaveLength(2);
    expect(await decideApproval(chat, first, true)).toMatchObject({ decision: 'executed', output: { ok: true, message: 'Deleted the template "Trip".' } });
    expect(await decideApproval(chat, second, true)).toMatchObject({ decision: 'expired', output: { ok: false } });
    expect(await decideApproval(chat, await ask('party'), false)).toMatchObject({ decision: 'rejected' });
    expect(await templatesOf(userId)).toMatchObject([{ name: 'Party' }]);
    expect(await run(await createUser(), 'delete_template', { template: 'party' })).toMatchObject({ ok: false, code: 'not_found' });
  });

  it('leaves out subtasks that are in the trash', async () => {
    const userId = await withTask({ title: 'Trip', subtasks: ['Visa', 'Bag'] });
    await run(userId, 'delete_tasks', { tasks: ['2'] });
    await run(userId, 'save_as_template', { task: '1', name: 'Trip' });
    expect(await templatesOf(userId)).toMatchObject([{ checklist: ['Bag'] }]);
  });

  it('keeps names unique whatever their case, also when two are saved at once', async () => {
    const userId = await withTask({ title: 'One' });
    const both = await Promise.all(['Räumen', 'RÄUMEN'].map((name) => run(userId, 'save_as_template', { task: '1', name })));
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: 'conflict' });
    expect(await templatesOf(userId)).toHaveLength(1);
  });

  it('keeps at most fifty', async () => {
    const userId = await withTask({ title: 'One' });
    await asUser(userId, (db) =>
      db.template.createMany({ data: Array.from({ length: 49 }, (_, index) => ({ userId, id: v7(), name: `T${index}`, title: 'x', tags: [], checklist: [] })) }));
    expect(await run(userId, 'save_as_template', { task: '1', name: 'The fiftieth' })).toMatchObject({ ok: true });
    expect(await run(userId, 'save_as_template', { task: '1', name: 'One more' })).toMatchObject({ ok: false, code: 'limit' });
    expect(await templatesOf(userId)).toHaveLength(50);
  });

  it('asks which one, or says what there is; other people have none of it', async () => {
    const userId = await withTask({ title: 'One' });
    expect(await run(userId, 'list_templates', {})).toMatchObject({ ok: true, total: 0, message: expect.stringContaining('no templates yet') });
    for (const name of ['Trip to Rome', 'Trip to Oslo']) await run(userId, 'save_as_template', { task: '1', name });
    expect(await run(userId, 'create_from_template', { template: 'trip' })).toMatchObject({
      ok: false, code: 'ambiguous', message: '"trip" could be the template "Trip to Oslo" or "Trip to Rome". Which one?',
    });
    expect(await run(userId, 'create_from_template', { template: 'oslo' })).toMatchObject({ ok: true });
    expect(await run(userId, 'create_from_template', { template: 'shopping' })).toMatchObject({
      ok: false, code: 'not_found', message: 'I found no template called "shopping". There are "Trip to Oslo" and "Trip to Rome".',
    });
    expect(await run(userId, 'list_templates', {})).toMatchObject({ total: 2, message: 'There are 2 templates: "Trip to Oslo" and "Trip to Rome".' });
    expect(await run(await createUser(), 'create_from_template', { template: 'oslo' })).toMatchObject({ ok: false, code: 'not_found' });
    expect(await run(userId, 'save_as_template', { task: '99', name: 'Nothing' })).toMatchObject({ ok: false, code: 'not_found' });
    expect(await run(userId, 'save_as_template', { task: '1', name: ' ' })).toMatchObject({ ok: false, code: 'invalid' });
  });
});
