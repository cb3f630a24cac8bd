import { expect, it } from 'vitest';
import { safeNext } from '@/lib/auth/safe-next';

it.each(['/', '/chat/1', '/chat/1?q=a%20b#end', '/sign-inside'])('goes on to %s', (next) => {
  expect(safeNext(next)).toBe(next);
});

it.each([
  'https://evil.example', '//evil.example', '/\\evil.example', '\\\\evil.example', 'javascript:alert(1)', '/\t/evil.example',
  '/.//evil.example', '/x/..//evil.example', '', 'chat', undefined, null, 7, ['/chat'], '/sign-in?next=/', '/sign-up', '/api/auth/x',
  '/%5c/evil.example/../../\\evil.example',
])('takes %j to the start', (next) => {
  const target = safeNext(next);
  expect(new URL(target, 'https://sayso.example').origin).toBe('https://sayso.example');
  if (typeof next !== 'string' || !next.startsWith('/%')) expect(target).toBe('/');
});
