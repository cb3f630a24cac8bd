import { AppError } from '@/lib/errors';
import { errorResponse, toAppError, toErrorBody } from '@/lib/http/errors';
import { requestOrigin, requireOwnOrigin } from '@/lib/http/origin';
import { takeOne } from '@/lib/http/rate-limit';
import { parseJson, readBody, requireJson } from '@/lib/http/read-json';
import { getAuth } from './auth';
import { identify } from './identify';
import { requireSetup } from './missing-setup';
import { cookiesOf } from './session-cookie';

/** Where a session begins. Better Auth takes its cookie back at once where the request bears the cookie of one that has ended. */
const ENTRY = /\/api\/auth\/sign-(in|up)\//;

/**
 * Better Auth behind the rules that hold for every other request: own pages only, JSON of at most 1 MB, and errors
 * that carry `{"error": {code, message}}` beside Better Auth's own fields.
 */
export async function handleAuth(request: Request): Promise<Response> {
  try {
    requireSetup();
    const body = request.method === 'POST' ? await checkedBody(request) : undefined;
    const auth = await getAuth();
    const sent = asVisitorSent(request, body);
    if (ENTRY.test(request.url) && !(await identify(request.headers))) sent.headers.delete('cookie');
    return await finish(request, await auth.handler(sent));
  } catch (error) {
    return errorResponse(toAppError(error, { method: request.method, path: new URL(request.url).pathname }));
  }
}

async function checkedBody(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  requireOwnOrigin(request.headers);
  const body = await readBody(request);
  if (body.byteLength === 0) return new TextEncoder().encode('{}');
  requireJson(request.headers);
  const input = parseJson(body);
  if (typeof input === 'object' && input !== null && 'password' in input && 'email' in input)
    takeOne(`password:${String(input.email).toLowerCase().slice(0, 254)}`, 20, 60_000, 'Too many attempts for this e-mail address.');
  return body;
}

/** Every proxy adds the address that it saw to one header; only the nearest one's is not a claim, and what limits count by. */
export function keepNearestAddress(headers: Headers): void {
  const address = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim();
  if (address) headers.set('x-forwarded-for', address);
}

/** Next tells handlers its own address; Better Auth wants the visitor's. */
function asVisitorSent(request: Request, body?: Uint8Array<ArrayBuffer>): Request {
  const { pathname, search, origin } = new URL(request.url);
  const visited = requestOrigin(request.headers) ?? origin;
  const headers = new Headers(request.headers);
  keepNearestAddress(headers);
  if (body) {
    headers.set('content-type', 'application/json');
    headers.delete('content-length');
    // requireOwnOrigin let it pass; Better Auth would refuse programs that send a cookie without an origin.
    if (!headers.has('origin')) headers.set('origin', visited);
  }
  return new Request(new URL(pathname + search, visited), { method: request.method, headers, body });
}

async function finish(request: Request, response: Response): Promise<Response> {
  const failed = response.status >= 400;
  const headers = new Headers(response.headers);
  headers.set('cache-control', 'no-store');
  headers.delete('set-cookie');
  // An error keeps the visitor as they were: a sign-in that failed late has set its cookie already.
  const cookies = failed ? [] : cookiesOf(response.headers, request.headers);
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  if (!failed) return new Response(response.body, { status: response.status, headers });
  const body = await describe(response);
  const retryAfter = response.headers.get('x-retry-after');
  if (retryAfter) headers.set('retry-after', retryAfter);
  headers.set('content-type', 'application/json');
  headers.delete('content-length');
  return new Response(JSON.stringify(body), { status: response.status, headers });
}

const DEFAULTS: Record<number, [code: string, message: string]> = {
  401: ['unauthorized', 'You are not signed in, or your session has ended.'],
  404: ['not_found', 'There is nothing at this address.'],
  500: ['internal_error', 'Something went wrong on our side. Nothing half-done was kept; please try again.'],
  429: ['rate_limited', 'Too many attempts. Please wait a little and try again.'],
};

/** Better Auth's error with `error` added: its `INVALID_EMAIL` becomes the code `invalid_email`. */
async function describe(response: Response): Promise<Record<string, unknown>> {
  const own = readObject(await response.text());
  return 'error' in own ? own : { ...own, error: toErrorBody(toOurs(own, response.status)) };
}

function toOurs({ code, message }: Record<string, unknown>, status: number): AppError {
  const [defaultCode, defaultMessage] = DEFAULTS[status] ?? ['request_failed', 'The request could not be done.'];
  const text = typeof message === 'string' && message ? message : defaultMessage;
  // "[body.email] Invalid email address" is how Better Auth reports what its schema refused.
  const [, path, reason] = /^\[body\.?(\w*)\] (.*)$/.exec(text) ?? [];
  if (reason !== undefined) return new AppError('invalid_input', status, `${reason}.`, [{ path, message: reason }]);
  return new AppError(typeof code === 'string' ? code.toLowerCase() : defaultCode, status, text);
}

function readObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
