import type { UIMessageChunk } from 'ai';
import type { MessageMetadata } from './chat-message';
import type { Folded, FoldedTool } from './fold-chunks';
import { type EndStatus, turnError } from './statuses';

/** A turn as far as its stream tells it. */
export type TurnHead = { id: string; answerId: string; attempt: number; model: string; parentId: string; askedAt: string };

type Known = { tokensIn?: number | null; tokensOut?: number | null; skillUsed?: string | null; endedAt?: Date | null };

/** The first chunk of every answer: its id is known before its first word. */
export function startChunk(head: TurnHead): UIMessageChunk {
  return { type: 'start', messageId: head.answerId, messageMetadata: metadata(head, 'running', null) };
}

/** The last chunks of an answer: how the turn ended, and an `error` where it failed. */
export function endChunks(
  head: TurnHead,
  end: { status: EndStatus; errorCode: string | null } & Known,
): UIMessageChunk[] {
  const messageMetadata = metadata(head, end.status, end.errorCode, end);
  const error = turnError(end.errorCode);
  if (end.status === 'failed' && error)
    return [{ type: 'message-metadata', messageMetadata }, { type: 'error', errorText: error.message }];
  return [{ type: 'finish', messageMetadata }];
}

function metadata(
  head: TurnHead,
  status: EndStatus | 'running',
  errorCode: string | null,
  { tokensIn = null, tokensOut = null, skillUsed, endedAt }: Known = {},
): MessageMetadata {
  return {
    parentId: head.parentId,
    askedAt: head.askedAt,
    ...(endedAt && { createdAt: endedAt.toISOString() }),
    ...(skillUsed === undefined ? {} : { skillUsed }),
    turn: {
      id: head.id,
      status,
      attempt: head.attempt,
      error: turnError(errorCode),
      model: head.model,
      tokensIn,
      tokensOut,
      firstTokenMs: null,
      durationMs: null,
    },
  };
}

/** Words of the server's own, as a text of the answer. */
export function textChunks(text: string): UIMessageChunk[] {
  const id = 'server';
  return [{ type: 'text-start', id }, { type: 'text-delta', id, delta: text }, { type: 'text-end', id }];
}

/** A recorded call as chunks: what was asked, and what came of it. */
export function toolChunks({ callId, tool, input, output }: FoldedTool): UIMessageChunk[] {
  const asked: UIMessageChunk = { type: 'tool-input-available', toolCallId: callId, toolName: tool, input };
  return output ? [asked, { type: 'tool-output-available', toolCallId: callId, output }] : [asked];
}

/**
 * What a listener lacks: `sent` is what it was told so far, a prefix of the whole answer. With nothing sent, the whole
 * answer, so that a stored answer is told like a live one.
 */
export function missingChunks(sent: readonly Folded[], whole: readonly Folded[]): UIMessageChunk[] {
  return whole.flatMap((part, index): UIMessageChunk[] => {
    const told = sent[index];
    if (part.type === 'text') {
      const before = told?.type === 'text' ? told : null;
      const id = before?.id ?? `part-${index}`;
      const rest = part.text.slice(before?.text.length ?? 0);
      return [
        ...(before ? [] : [{ type: 'text-start' as const, id }]),
        ...(rest ? [{ type: 'text-delta' as const, id, delta: rest }] : []),
        ...(before && !before.open ? [] : [{ type: 'text-end' as const, id }]),
      ];
    }
    const before = told?.type === 'tool' ? told : null;
    const chunks = before ? toolChunks(part).slice(1) : toolChunks(part);
    const isTold = before?.output != null;
    const asks = part.approvalId && !before?.approvalId;
    return [
      ...(isTold ? [] : chunks),
      ...(asks && part.approvalId
        ? [{ type: 'tool-approval-request' as const, approvalId: part.approvalId, toolCallId: part.callId }]
        : []),
    ];
  });
}
