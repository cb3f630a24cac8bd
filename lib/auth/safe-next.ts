const HERE = 'http://here.invalid';

/** A path of this site to go on to after signing in; anything else, and the sign-in pages themselves, become `/`. */
export function safeNext(next: unknown): string {
  if (typeof next !== 'string' || !next.startsWith('/') || !URL.canParse(next, HERE)) return '/';
  const { origin, pathname, search, hash } = new URL(next, HERE);
  if (origin !== HERE || pathname.startsWith('//') || /^\/(sign-in|sign-up|api)(\/|$)/.test(pathname)) return '/';
  return pathname + search + hash;
}
