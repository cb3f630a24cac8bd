import { LinkButton } from '@/components/ui/link-button';
import { NoPage } from '@/components/ui/no-page';

export default function ShareNotFound() {
  return (
    <NoPage title="This link does not work" words="It has expired, was revoked, or was not copied whole. Whoever shared it can make a new one.">
      <LinkButton href="/">Go to Sayso</LinkButton>
    </NoPage>
  );
}
