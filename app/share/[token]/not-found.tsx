import Link from 'next/link';

export default function ShareNotFound() {
  return (
    <main className="grid min-h-dvh place-content-center justify-items-start gap-2 px-6">
      <h1 className="text-title font-semibold">This link does not work</h1>
      <p className="max-w-prose text-muted">It has expired, was revoked, or was not copied whole. Whoever shared it can make a new one.</p>
      <Link href="/" className="mt-3 inline-flex h-10 items-center rounded-md bg-accent px-4 text-ui font-medium text-on-accent hover:bg-accent-strong">
        Go to Sayso
      </Link>
    </main>
  );
}
