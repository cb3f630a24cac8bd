import type { LanguageModelV4Prompt, LanguageModelV4ToolResultOutput } from '@ai-sdk/provider';
import { BuiltInModel } from '@/lib/assistant/built-in/model';
import { FakeTools, type FakeTask } from './fake-tools';

/** Wednesday 18 November 2026, ten in the morning. */
export const NOW = new Date('2026-11-18T10:00:00Z');
export const TODAY = '2026-11-18';

export const TASKS: Partial<FakeTask>[] = [
  { number: 1, title: 'Buy milk', dueDate: '2026-11-18', tags: ['shopping'] },
  { number: 2, title: 'Call mom', dueDate: '2026-11-22', recurrence: 'FREQ=WEEKLY;BYDAY=SU', tags: ['family'] },
  { number: 3, title: 'Call the dentist', dueDate: '2026-11-20', dueTime: '09:00', priority: 'high', tags: ['health', 'work'] },
  { number: 4, title: 'Finish the budget report', dueDate: '2026-11-16', priority: 'high', tags: ['work'] },
  { number: 5, title: 'Budget meeting', dueDate: '2026-11-19', dueTime: '10:00', tags: ['work'] },
  { number: 6, title: 'Team meeting', dueDate: '2026-11-20', dueTime: '09:30', tags: ['work'] },
  { number: 7, title: 'Pay rent', dueDate: '2026-12-01', recurrence: 'FREQ=MONTHLY;BYMONTHDAY=1', tags: ['home'] },
  { number: 8, title: 'Walk the dog', dueDate: '2026-11-18', dueTime: '18:00' },
  { number: 9, title: 'Water the plants', tags: ['home'] },
  { number: 10, title: 'Book flights to Rome', dueDate: '2026-11-27', priority: 'high', tags: ['travel'] },
  { number: 11, title: 'Renew passport', status: 'completed' },
  { number: 12, title: 'Old draft', deletedAt: '2026-11-01T00:00:00Z' },
];

export type Said = { calls: { tool: string; input: Record<string, unknown> }[]; text: string };
type Decide = (tool: string, input: Record<string, unknown>) => LanguageModelV4ToolResultOutput | undefined;

/** A conversation with the built-in model over a task list in memory, one user message at a time. */
export class Conversation {
  readonly prompt: LanguageModelV4Prompt = [];
  readonly tools: FakeTools;
  readonly #model: BuiltInModel;

  constructor(tasks: Partial<FakeTask>[] = TASKS, now = NOW, timeZone = 'UTC') {
    this.tools = new FakeTools(tasks, TODAY);
    this.#model = new BuiltInModel({ now, timeZone, weekStart: 1 });
  }

  /** Runs the steps of one answer. `decide` may stand in for a tool (an approval that was declined, a failure). */
  async say(text: string, decide: Decide = () => undefined): Promise<Said> {
    this.prompt.push({ role: 'user', content: [{ type: 'text', text }] });
    const calls: Said['calls'] = [];
    for (let step = 0; step < 12; step += 1) {
      const { content } = await this.#model.doGenerate({ prompt: this.prompt });
      const [part] = content;
      if (part?.type === 'text') {
        this.prompt.push({ role: 'assistant', content: [{ type: 'text', text: part.text }] });
        return { calls, text: part.text };
      }
      if (part?.type !== 'tool-call') throw new Error('Neither text nor a call.');
      const input: Record<string, unknown> = JSON.parse(part.input);
      calls.push({ tool: part.toolName, input });
      this.prompt.push({ role: 'assistant', content: [{ type: 'tool-call', toolCallId: part.toolCallId, toolName: part.toolName, input }] });
      const output = decide(part.toolName, input) ?? { type: 'json' as const, value: JSON.parse(JSON.stringify(this.tools.run(part.toolName, input))) };
      this.prompt.push({ role: 'tool', content: [{ type: 'tool-result', toolCallId: part.toolCallId, toolName: part.toolName, output }] });
    }
    throw new Error('The answer does not end.');
  }
}
