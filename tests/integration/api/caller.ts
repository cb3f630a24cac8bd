import { getAuth } from '@/lib/auth/auth';

type Handler = (request: Request, context?: { params: Promise<Record<string, string>> }) => Promise<Response> | Response;
export type Answer<T = unknown> = { status: number; body: T; headers: Headers };

/** A personal API key of a user. */
export async function createKey(userId: string, scopes: string[] = ['read', 'write']): Promise<string> {
  const auth = await getAuth();
  const { key } = await auth.api.createApiKey({ body: { userId, name: 'test', permissions: { sayso: scopes } } });
  return key;
}

type Sent = { method?: string; body?: unknown; raw?: string; params?: Record<string, string>; headers?: Record<string, string> };

/** Another program with an API key that calls route handlers. */
export class Caller {
  private constructor(readonly key: string | null) {}

  static async of(userId: string, scopes?: string[]): Promise<Caller> {
    return new Caller(await createKey(userId, scopes));
  }

  static readonly stranger = new Caller(null);

  async call<T = Record<string, unknown>>(handler: Handler, path: string, { method, body, raw, params = {}, headers = {} }: Sent = {}): Promise<Answer<T>> {
    const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const request = new Request(`http://localhost:3000${path}`, {
      method: method ?? (content === undefined ? 'GET' : 'POST'),
      body: content,
      headers: {
        ...(this.key && { authorization: `Bearer ${this.key}` }),
        ...(content !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
    });
    const response = await handler(request, { params: Promise.resolve(params) });
    return { status: response.status, body: (response.status === 204 ? null : await response.json()) as T, headers: response.headers };
  }
}

export type ErrorAnswer = { error: { code: string; message: string; details?: { path: string }[] } };
