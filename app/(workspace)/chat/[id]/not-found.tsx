import Link from 'next/link';

export default function ConversationNotFound() {
  return (
    <div className="grid h-full place-content-center justify-items-start gap-2 px-6">
      <h1 className="text-title font-semibold">This conversation is not here</h1>
      <p className="max-w-prose text-muted">It may have been deleted, or it belongs to another account.</p>
      <Link href="/" className="mt-3 inline-flex h-10 items-center rounded-md bg-accent px-4 text-ui font-medium text-on-accent hover:bg-accent-strong">
        Begin a new chat
      </Link>
    </div>
  );
}
