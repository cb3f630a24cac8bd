import type { UIMessage } from 'ai';
import type { ToolOutput } from '@/lib/tasks/tool-output';
import type { TurnStatus } from './statuses';

/** What a message carries besides its parts. Absent fields are not known yet (a message that is being sent or made). */
export type MessageMetadata = {
  createdAt?: string;
  /** While an answer is told: when the message that it answers was taken, by the server's clock. */
  askedAt?: string;
  parentId?: string | null;
  position?: number;
  skillUsed?: string | null;
  feedback?: -1 | 1 | null;
  /** The turn that made an assistant's message; on a user's message its newest turn. */
  turn?: {
    id: string;
    status: TurnStatus;
    attempt: number;
    error: { code: string; message: string } | null;
    model: string;
    tokensIn: number | null;
    tokensOut: number | null;
    firstTokenMs: number | null;
    durationMs: number | null;
  };
  /** Ids of the messages that share this one's parent, oldest first, itself included; absent when it has no sibling. */
  siblings?: string[];
  /** Ids of the recorded tool calls of this answer whose changes have all been taken back; absent when none has. */
  undone?: string[];
};

/**
 * A message as the AI SDK's clients know it. Tool parts are `tool-<name>` with `input`, and `output` a ToolOutput
 * whose `id` is the recorded ToolCall's. One that waits for approval has the state `approval-requested` and the ToolCall's id as
 * `approval.id`; what it would change stands in the `approval` data part of that id.
 */
export type ChatMessage = UIMessage<MessageMetadata, ChatData, Record<string, { input: unknown; output: ToolOutput }>>;

/** Data parts of an answer. `approval` stands beside the tool part that waits, and shows what would change. */
export type ChatData = {
  approval: { id: string; toolCallId: string; tool: string; message: string; state: string; preview: ToolOutput };
};
