'use client';

import { useWorkspace } from '@/components/data/workspace';
import { DeleteAccount } from '@/components/frame/delete-account';
import { useFrame } from '@/components/frame/frame-context';
import { Button } from '@/components/ui/button';
import { Section } from './section';

/** Whose settings these are, and the end of the account. */
export function AccountSection() {
  const { user } = useWorkspace();
  const { openAccount } = useFrame();
  return (
    <Section
      title="Account"
      hint={user.isGuest ? 'You are here as a guest. Sign up to keep your tasks and reach them from anywhere.' : `Signed in as ${user.email}.`}
    >
      <div className="flex flex-wrap gap-2">
        <Button onClick={openAccount}>{user.isGuest ? 'Sign up or sign out' : 'Sign out'}</Button>
        <DeleteAccount needsPassword={!user.isGuest} />
      </div>
    </Section>
  );
}
