import type { Metadata } from 'next';
import Link from 'next/link';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-content-center justify-items-start gap-2 px-6">
      <h1 className="text-title font-semibold">There is no such page</h1>
      <p className="text-muted">The address may be mistyped, or what was here is gone.</p>
      <Link href="/" className="mt-3 inline-flex h-10 items-center rounded-md bg-accent px-4 text-ui font-medium text-on-accent hover:bg-accent-strong">
        Go to Sayso
      </Link>
    </main>
  );
}
