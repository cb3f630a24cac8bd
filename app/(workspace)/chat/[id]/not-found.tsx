import { LinkButton } from '@/components/ui/link-button';
import { NoPage } from '@/components/ui/no-page';

export default function ConversationNotFound() {
  return (
    <NoPage inside title="This conversation is not here" words="It may have been deleted, or it belongs to another account.">
      <LinkButton href="/">Begin a new chat</LinkButton>
    </NoPage>
  );
}
