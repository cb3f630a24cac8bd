import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { Chat } from '@/components/chat/chat';
import { renderTexts } from '@/components/chat/markdown/render-texts';
import { requireUserPage } from '@/lib/auth/current-user';
import { openConversation } from '@/lib/conversations/open-conversation';

type Props = { params: Promise<{ id: string }> };

const open = cache(async (id: string) => {
  const user = await requireUserPage(`/chat/${id}`);
  return openConversation(user.id, id);
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const opened = await open((await params).id);
  return { title: opened?.conversation.title ?? 'Not found' };
}

export default async function ChatPage({ params }: Props) {
  const opened = await open((await params).id);
  if (!opened) notFound();
  const { conversation, messages, nextCursor } = opened;
  return (
    <Chat
      key={conversation.id}
      id={conversation.id}
      title={conversation.title}
      messages={messages}
      older={nextCursor}
      rendered={renderTexts(messages)}
      messageCount={conversation.messageCount}
      running={conversation.turn?.status === 'running'}
    />
  );
}
