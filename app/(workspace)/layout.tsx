import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { WorkspaceProvider } from '@/components/data/workspace';
import { Frame } from '@/components/frame/frame';
import { PANES_COOKIE, readPanes, readZone, ZONE_COOKIE } from '@/components/frame/remembered';
import { ClockProvider } from '@/components/time/clock';
import { requireUserPage } from '@/lib/auth/current-user';

/**
 * The frame around every page of a signed-in user. It asks the database for nothing but the session: the lists in the
 * panes come by themselves after the first paint, so that opening a conversation stays within its four statements.
 */
export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const [{ id, name, email, isGuest }, jar] = await Promise.all([requireUserPage(), cookies()]);
  const now = Math.floor(Date.now() / 60_000) * 60_000;
  return (
    <ClockProvider now={now} zone={readZone(jar.get(ZONE_COOKIE)?.value)}>
      <WorkspaceProvider key={id} user={{ id, name, email, isGuest }}>
        <Frame initialPanes={readPanes(jar.get(PANES_COOKIE)?.value)}>{children}</Frame>
      </WorkspaceProvider>
    </ClockProvider>
  );
}
