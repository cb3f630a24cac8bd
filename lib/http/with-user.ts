import { type CurrentUser, identify } from '@/lib/auth/identify';
import { renewSession } from '@/lib/auth/renew-session';
import { AppError } from '@/lib/errors';
import { errorResponse, toAppError, unauthorized } from './errors';
import { requireOwnOrigin } from './origin';
import { refuseLargeBody } from './read-json';

type Handler = (request: Request, context: { user: CurrentUser; params: Record<string, string> }) => Promise<Response>;
type RouteHandler = (request: Request, context?: { params: Promise<Record<string, string>> }) => Promise<Response>;

const READS = ['GET', 'HEAD', 'OPTIONS'];

/**
 * The guard around every route handler: 401 for a stranger, 403 `bad_origin` for another site's page, 403
 * `insufficient_scope` for a key that may not, 413 for a body over 1 MB. What the handler throws becomes JSON,
 * `{"error": {code, message}}`; what is no AppError is logged and becomes 500 without a stack. A session that is due is prolonged.
 * @param options.write whether the scope `write` is needed rather than `read`; by the method if absent.
 * @param options.maxBytes the largest body, where it is not 1 MB.
 */
export function withUser(handler: Handler, options: { write?: boolean; maxBytes?: number } = {}): RouteHandler {
  return async (request, context) => {
    try {
      const reads = READS.includes(request.method);
      const identity = await identify(request.headers);
      if (!identity) throw unauthorized();
      const { user, byCookie, renew } = identity;
      const write = options.write ?? !reads;
      if (byCookie && (write || !reads)) requireOwnOrigin(request.headers);
      requireScope(user, write ? 'write' : 'read');
      refuseLargeBody(request.headers, options.maxBytes);
      const params = (await context?.params) ?? {};
      const response = await handler(request, { user, params }).catch((error: unknown) => explain(error, request));
      // What is somebody's own is kept by no cache on the way; a handler may say otherwise.
      if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-store');
      if (renew) await renewSession(request.headers, response.headers);
      return response;
    } catch (error) {
      return errorResponse(toAppError(error, { method: request.method, path: new URL(request.url).pathname }));
    }
  };
}

function requireScope(user: CurrentUser, scope: 'read' | 'write'): void {
  if (user.scopes === 'all' || user.scopes.includes(scope)) return;
  throw new AppError('insufficient_scope', 403, `This API key may not ${scope}.`, { scope });
}

/** Rows that vanish under a request usually mean that its user did: signed up from a guest, or erased, in another tab. */
async function explain(error: unknown, request: Request): Promise<never> {
  if (error instanceof AppError || (await identify(request.headers))) throw error;
  throw unauthorized();
}
