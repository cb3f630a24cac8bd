import type { Metadata } from 'next';
import { LinkButton } from '@/components/ui/link-button';
import { NoPage } from '@/components/ui/no-page';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <NoPage title="There is no such page" words="The address may be mistyped, or what was here is gone.">
      <LinkButton href="/">Go to Sayso</LinkButton>
    </NoPage>
  );
}
