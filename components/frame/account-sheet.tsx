'use client';

import { ChevronRight, History, type LucideIcon, Settings } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useState } from 'react';
import { signOut } from '@/app/(workspace)/actions/account';
import { forgetDrafts } from '@/components/chat/drafts';
import { act, messageOf } from '@/components/data/request';
import { useWorkspace } from '@/components/data/workspace';
import { ThemeField } from '@/components/settings/theme-field';
import { usePreferences } from '@/components/settings/use-preferences';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Problem } from '@/components/ui/problem';
import { Skeleton } from '@/components/ui/skeleton';
import { useFrame } from './frame-context';

/** The user's own place: the account, the theme, and the way to activity and settings. */
export default function AccountSheet({ onClose }: { onClose: () => void }) {
  const { user } = useWorkspace();
  const here = encodeURIComponent(usePathname());
  const { preferences, problem, setTheme } = usePreferences();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [leaving, setLeaving] = useState<'no' | 'ask' | 'going'>('no');

  const leave = async () => {
    if (user.isGuest && leaving === 'no') return setLeaving('ask');
    setLeaving('going');
    try {
      const { goTo } = await act(signOut({}));
      forgetDrafts();
      window.location.assign(goTo);
    } catch (error) {
      setLeaving('no');
      setRefusal(messageOf(error));
    }
  };
  return (
    <Dialog onClose={onClose} title="You">
      <div className="scroll-pane grid gap-5 px-5 pb-5">
        <section className="grid gap-1" aria-label="Account">
          <p className="font-medium">{user.isGuest ? 'You are here as a guest' : user.name || user.email}</p>
          <p className="text-ui text-muted">
            {user.isGuest ? 'Sign up to keep your tasks and reach them from anywhere. Nothing is lost on the way.' : user.email}
          </p>
          {user.isGuest && (
            <div className="mt-2 flex gap-2">
              <a href={`/sign-up?next=${here}`} className="inline-flex h-10 items-center rounded-md bg-accent px-4 text-ui font-medium text-on-accent hover:bg-accent-strong">
                Sign up
              </a>
              <a href={`/sign-in?next=${here}`} className="inline-flex h-10 items-center rounded-md border border-line px-4 text-ui font-medium hover:bg-hover">
                Sign in
              </a>
            </div>
          )}
        </section>
        <nav aria-label="You" className="-mx-2 grid">
          <Place icon={History} label="Activity" href="/activity" onClick={onClose} />
          <Place icon={Settings} label="Settings" href="/settings" onClick={onClose} />
        </nav>
        {preferences ? <ThemeField value={preferences.theme} onChange={(theme) => void setTheme(theme)} /> : !problem && <Skeleton className="h-10" />}
        <Problem>{problem ?? refusal}</Problem>
        <div className="grid gap-2 border-t border-line pt-4">
          {leaving === 'ask' && (
            <p role="alert" className="text-ui">
              A guest’s tasks cannot be reached again after signing out. Sign up first to keep them.
            </p>
          )}
          <Button
            busy={leaving === 'going'}
            variant={leaving === 'ask' ? 'danger' : 'quiet'}
            className="justify-self-start"
            onClick={() => void leave()}
          >
            {leaving === 'ask' ? 'Sign out and lose them' : 'Sign out'}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function Place({ icon: Icon, label, href, onClick }: { icon: LucideIcon; label: string; href: string; onClick: () => void }) {
  const { clear } = useFrame();
  return (
    <Link
      href={href}
      prefetch={false}
      onClick={() => {
        clear();
        onClick();
      }}
      className="flex h-10 items-center gap-3 rounded-md px-2 text-ui hover:bg-hover pointer-coarse:h-11"
    >
      <Icon size={16} aria-hidden className="text-muted" />
      <span className="flex-1">{label}</span>
      <ChevronRight size={16} aria-hidden className="text-faint" />
    </Link>
  );
}
