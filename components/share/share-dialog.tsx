'use client';

import { type FormEvent, useEffect, useState } from 'react';
import { listShares, revokeShare, shareConversation } from '@/app/(workspace)/actions/shares';
import { act, messageOf } from '@/components/data/request';
import { useClock } from '@/components/time/clock';
import { When } from '@/components/time/when';
import { ConfirmButton } from '@/components/settings/confirm-button';
import { Button } from '@/components/ui/button';
import { CopyField } from '@/components/ui/copy-field';
import { DaysField } from '@/components/ui/days-field';
import { Dialog } from '@/components/ui/dialog';
import { Problem } from '@/components/ui/problem';
import { Skeleton } from '@/components/ui/skeleton';
import { TickBox } from '@/components/ui/tick-box';
import { useAttempt } from '@/components/data/use-attempt';
import type { ShareItem } from '@/lib/sharing/list-shares';
import type { Shared } from './open-share';

const LASTS: [words: string, days: number | null][] = [
  ['7 days', 7],
  ['30 days', 30],
  ['A year', 365],
  ['Until I revoke it', null],
];

/** Freezes a conversation under a link, and shows the links that there are. */
export default function ShareDialog({ conversation: { id, title }, onClose }: { conversation: Shared; onClose: () => void }) {
  const [shares, setShares] = useState<ShareItem[] | null>(null);
  const [days, setDays] = useState<number | null>(30);
  const [withTools, setWithTools] = useState(false);
  const [link, setLink] = useState<string | null>(null);
  const { busy, problem, setProblem, attempt } = useAttempt();
  useEffect(() => {
    act(listShares({ conversationId: id })).then(setShares, (error: unknown) => setProblem(messageOf(error)));
  }, [id, setProblem]);

  const share = (event: FormEvent) => {
    event.preventDefault();
    return attempt(async () => {
      const { path } = await act(shareConversation({ id, withTools, expiresInDays: days }));
      setLink(`${window.location.origin}${path}`);
      setShares(await act(listShares({ conversationId: id })));
    });
  };
  const revoke = async (share: ShareItem) => {
    await act(revokeShare({ id: share.id }));
    setShares((before) => before?.map((each) => (each.id === share.id ? { ...each, revokedAt: new Date().toISOString() } : each)) ?? null);
    setLink(null);
  };
  return (
    <Dialog steady={link !== null} title="Share a copy" onClose={onClose}>
      <div className="scroll-pane grid grid-cols-[minmax(0,1fr)] gap-5 px-5 pb-5">
        <p className="text-ui text-muted">
          Whoever has the link can read “{title}” as it is now, without signing in. What is said or done later does not show.
        </p>
        {link ? (
          <div className="grid gap-2">
            <CopyField label="Link" value={link} />
            <p className="text-meta text-muted">Copy it now: the link is not shown again.</p>
          </div>
        ) : (
          <form className="grid gap-4" onSubmit={(event) => void share(event)}>
            <DaysField label="The link works for" choices={LASTS} value={days} onChange={setDays} />
            <TickBox className="min-h-8 pointer-coarse:min-h-11" checked={withTools} onChange={(event) => setWithTools(event.target.checked)}>
              Show what was done, with the tasks as they were
            </TickBox>
            <Button variant="primary" type="submit" busy={busy} className="justify-self-end">
              Create link
            </Button>
          </form>
        )}
        <Problem>{problem}</Problem>
        {shares ? <Links shares={shares} onRevoke={revoke} /> : !problem && <Skeleton className="h-10" />}
      </div>
    </Dialog>
  );
}

function Links({ shares, onRevoke }: { shares: ShareItem[]; onRevoke: (share: ShareItem) => Promise<void> }) {
  const { now } = useClock();
  if (shares.length === 0) return null;
  return (
    <section aria-label="Links" className="border-t border-line pt-4">
      <h3 className="pb-1 text-meta font-medium text-muted">Links to this conversation</h3>
      <ul className="divide-y divide-line">
        {shares.map((share) => {
          const over = share.revokedAt !== null || (share.expiresAt !== null && Date.parse(share.expiresAt) <= now);
          return (
            <li key={share.id} className="flex min-h-12 items-center gap-3 py-1.5">
              <span className="min-w-0 flex-1 text-ui">
                <span className={over ? 'text-muted line-through decoration-outline' : undefined}>
                  Made <When at={share.createdAt} />
                </span>
                <span className="block text-meta text-muted">
                  {share.withTools ? 'With what was done' : 'Words only'} · <Ends share={share} over={over} />
                </span>
              </span>
              {!over && <ConfirmButton label="Revoke" of="this link" onConfirm={() => onRevoke(share)} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Ends({ share: { revokedAt, expiresAt }, over }: { share: ShareItem; over: boolean }) {
  if (revokedAt) return 'revoked';
  if (!expiresAt) return 'until revoked';
  return (
    <>
      {over ? 'expired' : 'until'} <When at={expiresAt} />
    </>
  );
}
