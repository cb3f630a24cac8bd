import type { LanguageModelV4Prompt } from '@ai-sdk/provider';
import { toOutcome, type Outcome } from './outcome';

export type Call = { tool: string; input: Record<string, unknown> };
export type RecordedCall = Call & { id: string; outcome?: Outcome };
/** One user message and all that followed it until the next. */
export type Turn = { user: string; calls: RecordedCall[]; said: string };

const asInput = (input: unknown): Record<string, unknown> => {
  if (typeof input === 'string') {
    try {
      return asInput(JSON.parse(input));
    } catch {
      return {};
    }
  }
  return typeof input === 'object' && input !== null && !Array.isArray(input) ? { ...input } : {};
};

/** The conversation as turns, oldest first. Instructions are not part of it: they say nothing that the built-in rules do not. */
export function readPrompt(prompt: LanguageModelV4Prompt): Turn[] {
  const turns: Turn[] = [];
  for (const message of prompt) {
    if (message.role === 'user') {
      const user = message.content.map((part) => (part.type === 'text' ? part.text : '')).join(' ').trim();
      turns.push({ user, calls: [], said: '' });
      continue;
    }
    const turn = turns.at(-1);
    if (!turn || message.role === 'system') continue;
    for (const part of message.content) {
      if (part.type === 'text') turn.said += part.text;
      else if (part.type === 'tool-call') turn.calls.push({ id: part.toolCallId, tool: part.toolName, input: asInput(part.input) });
      else if (part.type === 'tool-result') {
        const call = turn.calls.find((candidate) => candidate.id === part.toolCallId && !candidate.outcome);
        if (call) call.outcome = toOutcome(part.output);
      }
    }
  }
  return turns;
}
