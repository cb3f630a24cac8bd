import type { Page } from 'playwright-core';
import { asBusyGuest, asDemo, asGuest, type Screen } from './steps';

/** A guest with tasks that have something of everything, looking at the panel. */
async function asPlanner(page: Page): Promise<void> {
  await asGuest(page);
  const tasks = [
    { title: 'Plan the trip', dueDate: '2020-05-04', tags: ['trip', 'family'], priority: 'high', subtasks: ['Book the campsite', 'Buy a tent that keeps the rain out for once', 'Print the map'] },
    { title: 'Pay the rent', recurrence: 'FREQ=MONTHLY;BYMONTHDAY=1', priority: 'high', tags: ['home'] },
    { title: 'Water the plants', recurrence: 'FREQ=DAILY;INTERVAL=3', fromCompletion: true, durationMinutes: 10 },
    { title: 'Call the dentist about the appointment that was moved twice already', dueTime: '23:30', durationMinutes: 90, reminder: { minutesBefore: 10 }, tags: ['health'] },
    { title: 'Read a book', description: 'Any.' },
    { title: 'Old newspaper' },
    { title: 'Gym membership', subtasks: ['Find the contract'] },
  ];
  const ids: string[] = [];
  for (const task of tasks) {
    const made = await page.request.post('/api/v1/tasks', { data: task });
    ids.push(((await made.json()) as { id: string }).id);
  }
  for (const id of ids.slice(-2)) await page.request.delete(`/api/v1/tasks/${id}`);
  await page.reload();
  const bar = page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Tasks' });
  if (await bar.isVisible()) await bar.click();
  await page.getByRole('button', { name: /^Pay the rent/ }).waitFor();
}

/** Opens the editor of a task in the panel. */
async function openTask(page: Page, title: RegExp): Promise<void> {
  await asPlanner(page);
  await page.getByRole('button', { name: title }).first().click();
  await page.getByRole('dialog').getByLabel('Title').waitFor();
}

/** Tasks, and what was done to them. */
export const TASKS_SCREENS: Screen[] = [
  { name: 'tasks', show: asPlanner },
  { name: 'tasks-empty', show: async (page) => {
    await asGuest(page);
    const bar = page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Tasks' });
    if (await bar.isVisible()) await bar.click();
  } },
  { name: 'task-editor', show: (page) => openTask(page, /^Plan the trip/) },
  {
    name: 'task-editor-words',
    show: async (page) => {
      await openTask(page, /^Call the dentist/);
      await page.getByLabel('Repeats').selectOption({ label: 'In words…' });
      await page.getByLabel('How often').fill('last workday of the month');
      await page.keyboard.press('Enter');
      await page.getByText('On the last workday of every month').waitFor();
    },
  },
  {
    name: 'tasks-trash',
    show: async (page) => {
      await asPlanner(page);
      await page.getByRole('button', { name: 'Task options' }).click();
      await page.getByRole('menuitem', { name: 'Trash' }).click();
      await page.getByRole('button', { name: 'Restore “Old newspaper”' }).waitFor();
      await page.getByRole('button', { name: 'Empty trash' }).click();
    },
  },
  {
    name: 'activity',
    show: async (page) => {
      await asBusyGuest(page);
      await page.goto('/activity');
      await page.getByRole('button', { name: /^Undo/ }).first().click();
      await page.getByRole('button', { name: /^Redo/ }).first().waitFor();
    },
  },
  { name: 'activity-full', show: async (page) => { await asDemo(page); await page.goto('/activity'); } },
  { name: 'activity-empty', show: async (page) => { await asGuest(page); await page.goto('/activity'); } },
];
