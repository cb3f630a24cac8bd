import { requestOrigin } from '@/lib/http/origin';
import { mcpResource, oauthOrigin } from './oauth';

const LOCAL = ['localhost', '127.0.0.1', '[::1]'];

/**
 * The address under which a person's agents reach this site: the one it is known by, since tokens are bound to it; the one
 * the page was asked at where that is all that is known.
 */
export function mcpAddress(headers: Headers): string {
  const [stated, asked] = [oauthOrigin(), requestOrigin(headers)];
  if (!stated || !asked) return mcpResource(stated ?? asked ?? '');
  const [known, here] = [new URL(stated), new URL(asked)];
  const elsewhere = LOCAL.includes(known.hostname) && !(LOCAL.includes(here.hostname) && here.port === known.port);
  return mcpResource(elsewhere ? asked : stated);
}
