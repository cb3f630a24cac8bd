'use client';

import { ArrowDown } from 'lucide-react';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { markRead } from '@/app/(workspace)/actions/conversations';
import { createStore } from '@/components/data/store';
import { useWorkspace } from '@/components/data/workspace';
import { IconButton } from '@/components/ui/icon-button';
import type { ConversationItem } from '@/lib/conversations/schemas';
import type { ChatMessage } from '@/lib/turns/chat-message';
import { ApprovalFocus } from './approval-focus';
import { beginning } from './beginning';
import { ChatContext, type Rendered, useSession } from './chat-context';
import { ChatHeader } from './chat-header';
import { Composer } from './composer';
import { ContinueOffer } from './continue-offer';
import { EmptyChat } from './empty-chat';
import { LeftBranch } from './left-branch';
import { MessageList } from './message-list';
import { showMessage } from './show-message';
import { ChatSession } from './stream/chat-session';
import { followElsewhere } from './stream/follow-elsewhere';
import { useDraft } from './use-draft';
import { usePrint } from './use-print';
import { useScroll } from './use-scroll';
import { Waiting } from './waiting';

type ChatProps = {
  id: string;
  /** Nothing has been said yet: the conversation begins with its first message. */
  fresh?: boolean;
  /** As the server had it when it drew the page. */
  conversation?: ConversationItem;
  messages?: ChatMessage[];
  older?: string | null;
  /** The cursor of what follows, where it was opened at `target`, in its middle. */
  newer?: string | null;
  /** The message that was looked for. */
  target?: string;
  rendered?: Rendered;
  /** An answer was in the making when the server drew the page. */
  running?: boolean;
};

const nothing: Rendered = {};

/** A conversation: its messages, and where one talks. */
export function Chat({
  id,
  fresh = false,
  conversation,
  messages = [],
  older = null,
  newer = null,
  target,
  rendered = nothing,
  running = false,
}: ChatProps) {
  const { tasks, conversations } = useWorkspace();
  const field = useRef<HTMLTextAreaElement>(null);
  const pane = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [draft] = useState(() => createStore(''));
  const [session] = useState(
    () =>
      new ChatSession(id, { messages, older, newer }, {
        onOutput: (output) => tasks.take(output),
        onAccepted: (first, text) => {
          if (!first) return;
          // The address becomes the conversation's without a new page: the answer goes on coming in.
          window.history.replaceState(null, '', `/chat/${id}`);
          conversations.begin(beginning(id, text));
        },
        onSettled: () => void markRead({ id }),
        giveBack: (text) => {
          // What was typed since stays, on a line of its own.
          draft.set((typed) => (typed.trim() === '' ? text : `${text}\n${typed}`));
          field.current?.focus();
        },
      }),
  );

  const scroll = useScroll(pane, content, () => session.state.get().newer === null);
  useLayoutEffect(() => {
    if (target) showMessage(content.current, target);
  }, [target]);

  useEffect(() => {
    session.open(running);
    return () => session.close();
  }, [session, running]);

  useEffect(() => {
    conversations.open(conversation ?? null);
    return () => conversations.open(null);
  }, [conversations, conversation]);
  useEffect(() => followElsewhere(session, conversations), [session, conversations]);

  useDraft(draft, session, fresh);
  usePrint(session);

  useEffect(() => {
    if (!fresh) void markRead({ id });
    if (!target && window.matchMedia('(hover: hover)').matches) field.current?.focus();
  }, [id, fresh, target]);

  const toLatest = async () => {
    if (session.state.get().newer && !(await session.showLatest())) return;
    scroll.toEnd(true);
  };

  const [unfolded] = useState(() => new Set(target ? [target] : []));
  const { keepPlace } = scroll;
  const context = useMemo(() => ({ session, rendered, unfolded, keepPlace }), [session, rendered, unfolded, keepPlace]);
  return (
    <ChatContext value={context}>
      <div className="flex h-full min-h-0 flex-col print:block print:h-auto">
        <ChatHeader id={id} opened={conversation} fresh={fresh} />
        <div ref={pane} data-scroll className="scroll-pane flex min-h-0 flex-1 flex-col-reverse [overflow-anchor:none] has-data-empty:flex-col">
          {/* The list grows upwards from the composer only when it is full; a short one begins at the top. */}
          <div ref={content} className="mb-auto flex min-h-full shrink-0 flex-col">
            <Body />
          </div>
        </div>
        <div className="relative shrink-0 print:hidden">
          {!scroll.atEnd && (
            <IconButton
              icon={ArrowDown}
              label="Jump to latest"
              onClick={() => void toLatest()}
              className="absolute -top-12 left-1/2 -translate-x-1/2 animate-fade rounded-full border border-line bg-surface shadow-float"
            />
          )}
          <SendScroll onSend={scroll.toEnd} />
          <ApprovalFocus />
          <LeftBranch />
          <ContinueOffer id={id} messageCount={conversation?.messageCount ?? 0} />
          <Waiting />
          <Composer draft={draft} fieldRef={field} />
        </div>
      </div>
    </ChatContext>
  );
}

function Body() {
  const empty = useSession((state) => state.messages.length === 0);
  return empty ? (
    <div data-empty className="my-auto">
      <EmptyChat />
    </div>
  ) : (
    <MessageList />
  );
}

/** What one sends oneself is always shown. */
function SendScroll({ onSend }: { onSend: () => void }) {
  const sending = useSession((state) => state.phase === 'sending');
  const latest = useRef(onSend);
  useEffect(() => {
    latest.current = onSend;
  });
  useEffect(() => {
    if (sending) latest.current();
  }, [sending]);
  return null;
}
