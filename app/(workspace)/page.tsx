import { v7 } from 'uuid';
import { NewChat } from '@/components/chat/new-chat';
import { requireUserPage } from '@/lib/auth/current-user';

export default async function NewChatPage() {
  await requireUserPage();
  return <NewChat id={v7()} />;
}
