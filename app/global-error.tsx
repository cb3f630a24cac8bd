'use client';

/** The last resort, when even the frame of the page failed; it can rely on no style of ours. */
export default function GlobalError({ retry }: { error: Error; retry: () => void }) {
  return (
    <html lang="en">
      <body style={{ fontFamily: 'system-ui, sans-serif', padding: '2rem', colorScheme: 'light dark' }}>
        <h1 style={{ fontSize: '1.25rem' }}>Sayso could not be shown</h1>
        <p>Something went wrong on our side. Nothing of yours is lost.</p>
        <button type="button" onClick={retry}>
          Try again
        </button>
      </body>
    </html>
  );
}
