import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { Chat } from '@/components/chat/chat';
import { renderTexts } from '@/components/chat/markdown/render-texts';
import { requireUserPage } from '@/lib/auth/current-user';
import { openAtMessage } from '@/lib/conversations/open-at-message';
import { openConversation } from '@/lib/conversations/open-conversation';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ message?: string | string[] }> };

/** The conversation at its newest messages, or at the one that the address names, if that is still there. */
const open = cache(async (id: string, message: string | undefined) => {
  const user = await requireUserPage(`/chat/${id}`);
  const at = message ? await openAtMessage(user.id, id, message).catch(() => null) : null;
  return at ? { ...at, target: message } : openConversation(user.id, id);
});

async function openFor({ params, searchParams }: Props) {
  const [{ id }, { message }] = await Promise.all([params, searchParams]);
  return open(id, typeof message === 'string' ? message.toLowerCase() : undefined);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const opened = await openFor(props);
  return { title: opened?.conversation.title ?? 'Not found' };
}

export default async function ChatPage(props: Props) {
  const opened = await openFor(props);
  if (!opened) notFound();
  const { conversation, messages, nextCursor } = opened;
  const [target, newer] = 'target' in opened ? [opened.target, opened.newerCursor] : [];
  return (
    <Chat
      key={`${conversation.id} ${target ?? ''}`}
      id={conversation.id}
      conversation={conversation}
      messages={messages}
      older={nextCursor}
      newer={newer}
      target={target}
      rendered={renderTexts(messages)}
      running={conversation.turn?.status === 'running'}
    />
  );
}
