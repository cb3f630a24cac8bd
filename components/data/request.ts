/** A failed request in words: the server's own, or ours where it gave none. */
export class RequestError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    /** Seconds to wait, when the server said so. */
    readonly retryAfter: number | null = null,
  ) {
    super(message);
    this.name = 'RequestError';
  }
}

const OUTDATED = 'Sayso has been updated since this page was loaded. Load it anew to go on.';
const UNREACHABLE = 'Sayso cannot be reached. Check the connection and try again.';

const words: Record<number, string> = {
  401: 'You have been signed out.',
  404: 'That does not exist any more.',
  429: 'Too many requests. Wait a moment and try again.',
};

const textOf = (value: unknown, key: string) => {
  if (typeof value !== 'object' || value === null) return undefined;
  const found: unknown = Reflect.get(value, key);
  return typeof found === 'string' ? found : undefined;
};

/** Reads the error of an answer that is not 2xx (`{"error": {code, message}}`). */
export async function errorOf(response: Response): Promise<RequestError> {
  const body: unknown = await response.json().catch(() => null);
  const error: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'error') : null;
  const wait = Number(response.headers.get('retry-after'));
  return new RequestError(
    response.status,
    textOf(error, 'code') ?? `http_${response.status}`,
    textOf(error, 'message') ?? words[response.status] ?? 'The server could not do that. Try again.',
    Number.isFinite(wait) && wait > 0 ? wait : null,
  );
}

/** `fetch` that throws RequestError: status 0 and code `offline` when the server cannot be reached. */
export async function request(url: string, init?: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { cache: 'no-store', ...init });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new RequestError(0, 'offline', UNREACHABLE);
  }
  if (!response.ok) throw await errorOf(response);
  return response;
}

export async function getJson<T>(url: string, signal?: AbortSignal): Promise<T> {
  const response = await request(url, signal ? { signal } : undefined);
  return response.json() as Promise<T>;
}

export const postJson = (url: string, body: unknown, signal?: AbortSignal) =>
  request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal ? { signal } : {}),
  });

/** What every server action of ours answers. */
export type ActionResult<T> = { ok: true; data: T } | { ok: false; error: { code: string; message: string } };

/** Runs a server action; what goes wrong becomes a RequestError, whatever it is. */
export async function act<T>(action: Promise<ActionResult<T>>): Promise<T> {
  let result: ActionResult<T>;
  try {
    result = await action;
  } catch (error) {
    // Another version of the server knows its actions by other names.
    if (error instanceof Error && error.name === 'UnrecognizedActionError') throw new RequestError(409, 'outdated', OUTDATED);
    throw new RequestError(0, 'offline', UNREACHABLE);
  }
  if (!result.ok) throw new RequestError(result.error.code === 'unauthorized' ? 401 : 400, result.error.code, result.error.message);
  return result.data;
}

export const messageOf = (error: unknown) => (error instanceof Error ? error.message : 'That did not work. Try again.');
