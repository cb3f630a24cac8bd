import type { UIMessageChunk } from 'ai';
import type { ToolOutput } from '@/lib/tasks/tool-output';

/** `open`: its end has not been seen. */
export type FoldedText = { type: 'text'; id: string; text: string; open: boolean };
export type FoldedTool = {
  type: 'tool';
  callId: string;
  tool: string;
  input: unknown;
  output: ToolOutput | null;
  /** Id of the recorded call whose approval is asked for. */
  approvalId: string | null;
};
export type Folded = FoldedText | FoldedTool;

/** What a stream of chunks amounts to: its texts and tool calls in order. Any prefix of a stream folds. */
export function foldChunks(chunks: readonly UIMessageChunk[]): Folded[] {
  const parts: Folded[] = [];
  const texts = new Map<string, FoldedText>();
  const calls = new Map<string, FoldedTool>();
  for (const chunk of chunks) {
    switch (chunk.type) {
      case 'text-start': {
        const text: FoldedText = { type: 'text', id: chunk.id, text: '', open: true };
        texts.set(chunk.id, text);
        parts.push(text);
        break;
      }
      case 'text-delta': {
        const text = texts.get(chunk.id);
        if (text) text.text += chunk.delta;
        break;
      }
      case 'text-end': {
        const text = texts.get(chunk.id);
        if (text) text.open = false;
        break;
      }
      case 'tool-input-available': {
        const call: FoldedTool = {
          type: 'tool',
          callId: chunk.toolCallId,
          tool: chunk.toolName,
          input: chunk.input,
          output: null,
          approvalId: null,
        };
        calls.set(call.callId, call);
        parts.push(call);
        break;
      }
      case 'tool-output-available': {
        const call = calls.get(chunk.toolCallId);
        if (call) call.output = chunk.output as ToolOutput;
        break;
      }
      case 'tool-approval-request': {
        const call = calls.get(chunk.toolCallId);
        if (call) call.approvalId = chunk.approvalId;
        break;
      }
      default:
    }
  }
  return parts.filter((part) => part.type === 'tool' || part.text.trim() !== '');
}
