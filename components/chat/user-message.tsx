'use client';

import { memo } from 'react';
import type { ChatMessage } from '@/lib/turns/chat-message';
import { useChat, useSession } from './chat-context';
import { EditMessage } from './edit-message';
import { UserActions } from './message-actions';
import { OwnWords } from './own-words';
import { TurnState } from './turn-state';

const textOf = (message: ChatMessage) => message.parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n');

type Props = { message: ChatMessage; last: boolean; answered: boolean };

/** One's own words, in a quiet bubble to the right. Where no answer follows, how its turn ended is said here. */
export const UserMessage = memo(function UserMessage({ message, last, answered }: Props) {
  const { session } = useChat();
  const editing = useSession((state) => state.editing === message.id);
  const text = textOf(message);
  const done = () => {
    session.edit(null);
    document.querySelector<HTMLElement>('[data-composer]')?.focus();
  };
  return (
    <article aria-label="You" className="group/message" data-message={message.id} tabIndex={-1}>
      {editing ? (
        <EditMessage message={message} text={text} onDone={done} />
      ) : (
        <>
          <OwnWords id={message.id} text={text} />
          <UserActions message={message} onEdit={() => session.edit(message.id)} />
          {!answered && <TurnState turn={message.metadata?.turn} answered={message} last={last} />}
        </>
      )}
    </article>
  );
});
