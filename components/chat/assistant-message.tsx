'use client';

import { memo } from 'react';
import type { ChatMessage } from '@/lib/turns/chat-message';
import { ApprovalCard } from './approval-card';
import { Candidates } from './candidates';
import { useChat, useSession } from './chat-context';
import { MessageText } from './markdown/message-text';
import { AssistantActions } from './message-actions';
import { SkillLine } from './skill-line';
import { isToolPart } from './stream/answer-builder';
import { TaskCards } from './task-cards';
import { callsOf, lookUpsOf } from './tool-summary';
import { TurnState } from './turn-state';
import { YesOrNo } from './yes-or-no';

/** An answer: plain text on the page, its tasks as cards, one line for what it did. Drawn again only when it changes. */
export const AssistantMessage = memo(function AssistantMessage({ message, last }: { message: ChatMessage; last: boolean }) {
  const { rendered, session } = useChat();
  const live = useSession((state) => state.answerId === message.id && state.phase !== 'idle');
  // Only the last one may be asked to act; the others are not drawn again when an answer begins or ends.
  const open = useSession((state) => last && state.phase === 'idle');
  const calls = callsOf(message);
  const quiet = lookUpsOf(calls);
  const undone = new Set(message.metadata?.undone);
  const firstCall = message.parts.findIndex(isToolPart);
  // After an approval the server asks in words too, for clients without cards; here the card asks.
  const approvalAt = message.parts.findIndex((part) => part.type === 'data-approval');
  let texts = -1;
  return (
    <article aria-label="Sayso" className="group/message" data-message={message.id} tabIndex={-1}>
      {message.parts.map((part, index) => {
        if (part.type === 'text') {
          texts += 1;
          if (part.text === '' || (approvalAt >= 0 && index > approvalAt)) return null;
          return (
            <div key={index} className="my-2.5 first:mt-0">
              <MessageText text={part.text} live={live} rendered={rendered[message.id]?.[texts]} />
            </div>
          );
        }
        if (part.type === 'data-approval') {
          return (
            <ApprovalCard key={part.id ?? index} approval={part.data} open={open} onDecide={(approved) => void session.decide(part.data.id, approved)} />
          );
        }
        if (!isToolPart(part)) return null;
        const output = part.state === 'output-available' ? part.output : null;
        return (
          <div key={part.toolCallId}>
            {index === firstCall && (
              <SkillLine calls={calls} skillUsed={message.metadata?.skillUsed} live={live} durationMs={message.metadata?.turn?.durationMs} />
            )}
            {output?.ok && !quiet.has(part.toolCallId) && <TaskCards output={output} messageId={message.id} undone={output.id !== undefined && undone.has(output.id)} live={live} />}
          </div>
        );
      })}
      {open && <Candidates calls={calls} />}
      {open && approvalAt < 0 && <YesOrNo text={message.parts.findLast((part) => part.type === 'text')?.text ?? ''} />}
      {!live && <TurnState turn={message.metadata?.turn} answered={message} last={last} />}
      {!live && <AssistantActions message={message} last={last} />}
    </article>
  );
});
