'use client';

import clsx from 'clsx';
import { Pencil, RotateCcw } from 'lucide-react';
import { When } from '@/components/time/when';
import { IconButton } from '@/components/ui/icon-button';
import { useToolbar } from '@/components/ui/use-toolbar';
import type { ChatMessage } from '@/lib/turns/chat-message';
import { BranchSwitcher } from './branch-switcher';
import { useChat, useSession } from './chat-context';
import { CopyButton } from './copy-button';
import { Feedback } from './feedback';
import { MessageDetails } from './message-details';
import { endedBadly } from './turn-state';

const textOf = (message: ChatMessage) =>
  message.parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n\n');

const row = 'reveal flex h-8 items-center gap-0.5 group-focus-within/message:opacity-100 group-hover/message:opacity-100 pointer-coarse:h-11';

/** What can be done with an answer; its place is kept, so that nothing moves when it shows. */
export function AssistantActions({ message, last }: { message: ChatMessage; last: boolean }) {
  const { session } = useChat();
  const idle = useSession((state) => last && state.phase === 'idle');
  const asked = message.metadata?.parentId;
  const toolbar = useToolbar();
  return (
    <div {...toolbar} role="toolbar" aria-label="This answer" className={clsx(row, '-ml-1.5')}>
      <CopyButton text={() => textOf(message)} label="Copy" first />
      {last && asked && !endedBadly(message.metadata?.turn) && <IconButton icon={RotateCcw} label="Answer again" size="sm" disabled={!idle} onClick={() => void session.retry(asked)} />}
      <Feedback message={message} />
      <BranchSwitcher message={message} />
      <MessageDetails message={message} />
    </div>
  );
}

export function UserActions({ message, onEdit }: { message: ChatMessage; onEdit: () => void }) {
  const toolbar = useToolbar();
  return (
    <div {...toolbar} role="toolbar" aria-label="This message" className={clsx(row, 'justify-end')}>
      {message.metadata?.createdAt && <When at={message.metadata.createdAt} className="mr-1.5 text-meta text-faint" />}
      <BranchSwitcher message={message} />
      <CopyButton text={() => textOf(message)} label="Copy" first />
      <IconButton icon={Pencil} label="Edit" size="sm" onClick={onEdit} />
    </div>
  );
}
