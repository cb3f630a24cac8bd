import { applySetCookies } from 'better-auth/cookies';
import { handleAuth } from '@/lib/auth/handle-auth';

export const SITE = 'http://localhost:3000';

type RouteHandler = (request: Request) => Promise<Response>;
type Sent = { method?: string; body?: unknown; raw?: BodyInit; headers?: Record<string, string>; origin?: string | null };

/** A browser without a page: keeps its cookies and says where its requests come from. */
export class Visitor {
  readonly headers = new Headers({ host: 'localhost:3000' });

  request(path: string, { method, body, raw, headers = {}, origin = SITE }: Sent = {}): Request {
    const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const all = new Headers(this.headers);
    if (content !== undefined) all.set('content-type', 'application/json');
    if (origin !== null) all.set('origin', origin);
    for (const [name, value] of Object.entries(headers)) all.set(name, value);
    const init = { method: method ?? (content === undefined ? 'GET' : 'POST'), body: content, headers: all };
    return new Request(SITE + path, content instanceof ReadableStream ? { ...init, ...{ duplex: 'half' } } : init);
  }

  async send(handler: RouteHandler, path: string, sent?: Sent): Promise<Response> {
    const response = await handler(this.request(path, sent));
    applySetCookies(this.headers, response.headers.getSetCookie());
    return response;
  }

  auth(path: string, sent?: Sent): Promise<Response> {
    return this.send(handleAuth, `/api/auth${path}`, sent);
  }

  async signUp(email: string, password = 'correct horse'): Promise<string> {
    return idOf(await this.auth('/sign-up/email', { body: { name: 'Ada', email, password } }));
  }

  async signIn(email: string, password = 'correct horse'): Promise<string> {
    return idOf(await this.auth('/sign-in/email', { body: { email, password } }));
  }

  async continueAsGuest(): Promise<string> {
    return idOf(await this.auth('/sign-in/anonymous', { body: {} }));
  }
}

async function idOf(response: Response): Promise<string> {
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  const { user } = (await response.json()) as { user: { id: string } };
  return user.id;
}

/** Status and error code of an answer, the two that programs rely on. */
export async function outcome(response: Response): Promise<[status: number, code: string | null]> {
  const { error } = (await response.json()) as { error?: { code: string } };
  return [response.status, error?.code ?? null];
}
