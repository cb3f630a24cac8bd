import { errorResponse, toAppError } from '@/lib/http/errors';
import { requestOrigin } from '@/lib/http/origin';
import { readBody } from '@/lib/http/read-json';
import { getAuth } from './auth';
import { keepNearestAddress } from './handle-auth';
import { requireSetup } from './missing-setup';

/**
 * The requests of OAuth that programs make without a person's cookie: discovery, registration, token, revocation. They
 * may come from any site, carry forms as well as JSON, and answer as the RFCs say.
 */
export async function handleOAuth(request: Request): Promise<Response> {
  try {
    requireSetup();
    const body = request.method === 'POST' ? await readBody(request) : undefined;
    const { pathname, search, origin } = new URL(request.url);
    const headers = new Headers(request.headers);
    for (const name of ['cookie', 'content-length', 'origin']) headers.delete(name);
    keepNearestAddress(headers);
    const url = new URL(pathname + search, requestOrigin(request.headers) ?? origin);
    const auth = await getAuth();
    const response = await auth.handler(new Request(url, { method: request.method, headers, body }));
    const open = new Response(response.body, response);
    open.headers.set('access-control-allow-origin', '*');
    return open;
  } catch (error) {
    return errorResponse(toAppError(error, { method: request.method, path: new URL(request.url).pathname }));
  }
}

/** Lets pages of other sites (an agent in a browser) ask. */
export const allowAnySite = () =>
  new Response(null, {
    status: 204,
    headers: { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*', 'access-control-allow-methods': 'GET, POST' },
  });
