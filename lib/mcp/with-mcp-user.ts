import type { CurrentUser } from '@/lib/auth/current-user';
import { identifyAgent } from '@/lib/auth/identify-agent';
import { mcpResource, oauthOrigin } from '@/lib/auth/oauth';
import { requestOrigin } from '@/lib/http/origin';
import { errorResponse, toAppError } from '@/lib/http/errors';
import { readBody } from '@/lib/http/read-json';
import { withUser } from '@/lib/http/with-user';

/**
 * The guard of the MCP endpoint: everything that withUser knows, an API key as `x-api-key` for clients that cannot set
 * Authorization, and OAuth access tokens, which are good for nothing else. A stranger learns where to sign in (RFC 9728).
 * Any scope lets in; each tool checks its own.
 */
export function withMcpUser(serve: (request: Request, user: CurrentUser) => Promise<Response>): (request: Request) => Promise<Response> {
  const served = async (request: Request, user: CurrentUser) => serve(await withinLimit(request), user);
  const signedIn = withUser((request, { user }) => served(request, user), { write: false });
  return async (request) => {
    try {
      const agent = await agentOf(request);
      if (agent) return await served(request, agent);
      const response = await signedIn(withKeyAsBearer(request));
      if (response.status === 401) response.headers.set('www-authenticate', challenge(request));
      return response;
    } catch (error) {
      return errorResponse(toAppError(error, { method: request.method, path: '/api/mcp' }));
    }
  };
}

/** The protocol's own reader takes bodies of any size. @throws AppError 413. */
async function withinLimit(request: Request): Promise<Request> {
  if (request.body === null) return request;
  const { url, method, headers, signal } = request;
  return new Request(url, { method, headers, signal, body: await readBody(request) });
}

async function agentOf(request: Request): Promise<CurrentUser | null> {
  const token = /^Bearer\s+([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  return token === undefined ? null : identifyAgent(token);
}

function withKeyAsBearer(request: Request): Request {
  const key = request.headers.get('x-api-key');
  if (!key || request.headers.has('authorization')) return request;
  const headers = new Headers(request.headers);
  headers.set('authorization', `Bearer ${key}`);
  return new Request(request, { headers });
}

/** Only a visitor who knows the site by the address that tokens are bound to can use them. */
function challenge(request: Request): string {
  const origin = oauthOrigin();
  if (origin === null || requestOrigin(request.headers) !== origin) return 'Bearer realm="sayso"';
  return `Bearer realm="sayso", resource_metadata="${origin}/.well-known/oauth-protected-resource${new URL(mcpResource(origin)).pathname}"`;
}
