import { requestOrigin } from '@/lib/http/origin';
import { handleAuth } from './handle-auth';

/** Asks Better Auth in the name of a server action's request, under all rules of the HTTP surface. */
export function requestAuth(request: Headers, path: `/${string}`, body: object): Promise<Response> {
  const headers = new Headers(request);
  for (const name of ['content-length', 'content-encoding', 'transfer-encoding']) headers.delete(name);
  headers.set('content-type', 'application/json');
  headers.set('accept', 'application/json');
  const url = new URL(`/api/auth${path}`, requestOrigin(headers) ?? 'http://localhost');
  return handleAuth(new Request(url, { method: 'POST', headers, body: JSON.stringify(body) }));
}
