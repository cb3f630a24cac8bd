import { describe, expect, it } from 'vitest';
import { textOf } from '@/lib/sharing/snapshot';

const action = { type: 'action' as const, tool: 'complete_tasks', ok: true, message: 'Completed "milk" (1).', tasks: [] };
const said = (...parts: Parameters<typeof textOf>[0]['parts']) => textOf({ role: 'assistant', createdAt: '', parts });

describe('what was done, as words of a copy', () => {
  it('is said where the answer does not say it', () => {
    expect(said(action, { type: 'text', text: 'Done.' })).toBe('Completed "milk" (1).\n\nDone.');
  });

  it('is not said twice', () => {
    expect(said(action, { type: 'text', text: 'Completed "milk" (1). Well done!' })).toBe('Completed "milk" (1). Well done!');
  });
});
