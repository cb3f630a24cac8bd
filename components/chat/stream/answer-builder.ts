import type { UIMessageChunk } from 'ai';
import type { ToolOutput } from '@/lib/tasks/tool-output';
import type { ChatMessage, MessageMetadata } from '@/lib/turns/chat-message';

type Part = ChatMessage['parts'][number];
type ToolPart = Extract<Part, { toolCallId: string; type: `tool-${string}` }>;

export const isToolPart = (part: Part): part is ToolPart => part.type.startsWith('tool-');

/**
 * Folds the chunks of one answer into its message. A chunk costs the same however long the answer is, and parts that a
 * chunk does not touch keep their identity, so that only what changed is drawn again.
 */
export class AnswerBuilder {
  private id: string;
  private metadata: MessageMetadata = {};
  private parts: Part[] = [];
  private readonly texts = new Map<string, number>();
  /** The server's words when the answer failed. */
  failure: string | null = null;
  started = false;

  constructor(id: string) {
    this.id = id;
  }

  /** @returns the tool's output when the chunk brought one, so that tasks change as the assistant acts. */
  add(chunk: UIMessageChunk): ToolOutput | null {
    switch (chunk.type) {
      case 'start':
        this.started = true;
        if (chunk.messageId) this.id = chunk.messageId;
        this.merge(chunk.messageMetadata);
        return null;
      case 'message-metadata':
        this.merge(chunk.messageMetadata);
        return null;
      case 'finish':
      case 'abort':
        this.closeTexts();
        if (chunk.type === 'finish') this.merge(chunk.messageMetadata);
        return null;
      case 'error':
        this.closeTexts();
        this.failure = chunk.errorText;
        return null;
      case 'start-step':
        this.parts.push({ type: 'step-start' });
        return null;
      case 'text-start':
        this.texts.set(chunk.id, this.parts.push({ type: 'text', text: '', state: 'streaming' }) - 1);
        return null;
      case 'text-delta':
        this.changeText(chunk.id, (text) => ({ type: 'text', text: text + chunk.delta, state: 'streaming' }));
        return null;
      case 'text-end':
        this.changeText(chunk.id, (text) => ({ type: 'text', text, state: 'done' }));
        this.texts.delete(chunk.id);
        return null;
      case 'tool-input-available': {
        const { toolName, toolCallId, input } = chunk;
        this.put({ type: `tool-${toolName}`, toolCallId, input, state: 'input-available' });
        return null;
      }
      case 'tool-approval-request': {
        const asked = this.tool(chunk.toolCallId);
        if (asked) this.put({ ...shared(asked), state: 'approval-requested', approval: { id: chunk.approvalId } });
        return null;
      }
      case 'tool-output-available': {
        const output = chunk.output as ToolOutput;
        const asked = this.tool(chunk.toolCallId);
        if (asked) this.put({ ...shared(asked), state: 'output-available', output });
        return output;
      }
      default:
        if (chunk.type.startsWith('data-') && 'data' in chunk) this.putData(chunk as Extract<Part, { type: 'data-approval' }>);
        return null;
    }
  }

  /** The message as it stands. */
  message(): ChatMessage {
    return { id: this.id, role: 'assistant', metadata: this.metadata, parts: [...this.parts] };
  }

  private merge(metadata: unknown) {
    if (typeof metadata === 'object' && metadata !== null) this.metadata = { ...this.metadata, ...metadata };
  }

  private changeText(id: string, change: (text: string) => Part) {
    const index = this.texts.get(id);
    const part = index === undefined ? undefined : this.parts[index];
    if (index !== undefined && part?.type === 'text') this.parts[index] = change(part.text);
  }

  private closeTexts() {
    for (const id of [...this.texts.keys()]) {
      this.changeText(id, (text) => ({ type: 'text', text, state: 'done' }));
      this.texts.delete(id);
    }
  }

  private tool(callId: string) {
    return this.parts.find((part): part is ToolPart => isToolPart(part) && part.toolCallId === callId);
  }

  private put(part: ToolPart) {
    const index = this.parts.findIndex((each) => isToolPart(each) && each.toolCallId === part.toolCallId);
    if (index < 0) this.parts.push(part);
    else this.parts[index] = part;
  }

  private putData(part: Extract<Part, { type: 'data-approval' }>) {
    const index = this.parts.findIndex((each) => each.type === part.type && 'id' in each && each.id === part.id);
    if (index < 0) this.parts.push(part);
    else this.parts[index] = part;
  }
}

const shared = ({ type, toolCallId, input }: ToolPart) => ({ type, toolCallId, input });
