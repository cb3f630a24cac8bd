'use client';

import { memo, useState } from 'react';
import { pagesOf } from '@/components/windowed/pages-of';
import { type Heights, Windowed } from '@/components/windowed/windowed';
import type { ChatMessage } from '@/lib/turns/chat-message';
import { AssistantMessage } from './assistant-message';
import { useSession } from './chat-context';
import { MoreMessages } from './more-messages';
import { UserMessage } from './user-message';
import { Working } from './working';

type Row = { message: ChatMessage; last: boolean; answered: boolean };

/**
 * The messages of the branch on screen, more of them loaded when they are scrolled to. Only those near what is seen are in
 * the document: far away a page of them is an empty element of their height.
 */
export function MessageList() {
  const messages = useSession((state) => state.messages);
  const atEnd = useSession((state) => state.newer === null);
  const [heights] = useState<Heights>(() => new Map());
  // Pages are counted from a message that stays, so that they are the same when older ones come in above.
  const [anchor, setAnchor] = useState(messages[0]?.id);
  const at = messages.findIndex(({ id }) => id === anchor);
  if (at < 0 && messages[0]) setAnchor(messages[0].id);
  const rows = messages.map((message, index): Row => ({
    message,
    last: atEnd && index === messages.length - 1,
    answered: messages[index + 1]?.role === 'assistant',
  }));
  return (
    <div className="mx-auto w-full max-w-[calc(720px+2rem)] px-4 pt-6 pb-4">
      <MoreMessages direction="older" />
      <div role="log" aria-live="off" aria-label="Conversation" className="grid grid-cols-[minmax(0,1fr)] gap-2">
        {pagesOf(rows, Math.max(at, 0)).map(({ key, items }) => (
          <MessagePage key={key} id={key} rows={items} heights={heights} />
        ))}
      </div>
      <MoreMessages direction="newer" />
      <Working />
    </div>
  );
}

const isSame = (a: Row, b: Row | undefined) => a.message === b?.message && a.last === b.last && a.answered === b.answered;

/** Drawn again only when one of its messages changes. */
const MessagePage = memo(
  function MessagePage({ id, rows, heights }: { id: string; rows: Row[]; heights: Heights }) {
    const editing = useSession((state) => (rows.some(({ message }) => message.id === state.editing) ? state.editing : null));
    return (
      <Windowed id={id} heights={heights} keep={editing !== null} className="grid grid-cols-[minmax(0,1fr)] gap-2">
        {rows.map(({ message, last, answered }) => (
          <Windowed key={message.id} id={message.id} heights={heights} keep={message.id === editing}>
            {message.role === 'user' && <UserMessage message={message} last={last} answered={answered} />}
            {message.role === 'assistant' && <AssistantMessage message={message} last={last} />}
          </Windowed>
        ))}
      </Windowed>
    );
  },
  (before, after) =>
    before.id === after.id && before.rows.length === after.rows.length && before.rows.every((row, index) => isSame(row, after.rows[index])),
);
