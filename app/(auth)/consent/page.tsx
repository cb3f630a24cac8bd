import type { Metadata } from 'next';
import { ConsentForm } from '@/components/auth/consent-form';
import { requireUserPage } from '@/lib/auth/current-user';
import { describeRequest } from '@/lib/auth/describe-request';
import { readParameters } from '@/lib/auth/read-parameters';

export const metadata: Metadata = { title: 'Connect an agent', referrer: 'no-referrer' };

export default async function ConsentPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const query = readParameters(await searchParams);
  const user = await requireUserPage(`/consent?${query}`);
  const request = await describeRequest(query);
  if (!request) return <p className="text-read">This request is not valid any more. Start again from the agent.</p>;
  return (
    <div className="grid gap-6">
      <header className="grid gap-1.5">
        <h1 className="text-display font-semibold tracking-tight break-words">Let {request.name} use your tasks?</h1>
        <p className="text-read text-muted">
          Signed in as {user.isGuest ? 'a guest' : user.email}. The answer goes to {request.returnsTo}.
        </p>
      </header>
      <ul className="grid list-disc gap-1.5 pl-5 text-read">
        <li>It can read your tasks, tags, templates and statistics.</li>
        {request.mayWrite && <li>It can add, change, complete and delete tasks. You can undo what it does, unless it removes something for good.</li>}
        <li>It cannot read your conversations or change your account.</li>
      </ul>
      <ConsentForm query={query.toString()} mayWrite={request.mayWrite} />
    </div>
  );
}
