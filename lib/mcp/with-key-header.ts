type Route = (request: Request, context?: { params: Promise<Record<string, string>> }) => Promise<Response>;

/**
 * Lets MCP clients that cannot set Authorization send their API key as `x-api-key`, and tells the ones that are not signed
 * in how to do so (RFC 6750).
 */
export function withKeyHeader(route: Route): Route {
  return async (request, context) => {
    const key = request.headers.get('x-api-key');
    const response = await route(key && !request.headers.has('authorization') ? withBearer(request, key) : request, context);
    if (response.status === 401) response.headers.set('www-authenticate', 'Bearer realm="sayso"');
    return response;
  };
}

function withBearer(request: Request, key: string): Request {
  const headers = new Headers(request.headers);
  headers.set('authorization', `Bearer ${key}`);
  return new Request(request, { headers });
}
