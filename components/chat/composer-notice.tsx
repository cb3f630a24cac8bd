'use client';

import { X } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { IconButton } from '@/components/ui/icon-button';
import { useChat, useSession } from './chat-context';
import { useOnline } from './use-online';

/** Why the words are still here, or what could not be done, right above where one types. */
export function ComposerNotice() {
  const { session } = useChat();
  const notice = useSession((state) => state.notice);
  const problem = useSession((state) => state.problem);
  const phase = useSession((state) => state.phase);
  const online = useOnline();
  const path = usePathname();
  const offline = !online && phase === 'idle';
  const back = notice?.kind === 'offline' && online ? 'You are back online. Your message is still here, to be sent.' : null;
  const words = back ?? notice?.message ?? problem ?? (offline ? 'You are offline. What you write waits here until you are back.' : null);
  if (!words) return null;
  return (
    <div role="alert" className="mb-1 flex min-h-10 animate-rise items-center gap-2 pl-4 text-ui text-muted">
      <p className="min-w-0 flex-1">
        {words}{' '}
        {notice?.kind === 'signed_out' && (
          <a href={`/sign-in?next=${encodeURIComponent(path)}`} className="font-medium text-accent underline underline-offset-2">
            Sign in again
          </a>
        )}
      </p>
      {(notice || problem) && <IconButton icon={X} label="Dismiss" size="sm" onClick={() => session.dismiss()} />}
    </div>
  );
}
