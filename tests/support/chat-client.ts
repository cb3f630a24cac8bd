import type { UIMessageChunk } from 'ai';
import { v7 } from 'uuid';
import { foldChunks } from '@/lib/turns/fold-chunks';

export type Sent = { conversationId: string; messageId: string };

/** A person at a server, talking over HTTP alone, the way other programs do. */
export class ChatClient {
  private constructor(
    readonly url: string,
    readonly cookie: string,
  ) {}

  /** Signs a guest in. */
  static async guest(url: string): Promise<ChatClient> {
    const response = await fetch(`${url}/api/auth/sign-in/anonymous`, {
      method: 'POST',
      headers: { origin: url, 'content-type': 'application/json' },
      body: '{}',
    });
    if (!response.ok) throw new Error(`sign-in answered ${response.status}: ${await response.text()}`);
    return new ChatClient(url, response.headers.getSetCookie().map((line) => line.split(';')[0]).join('; '));
  }

  /** Who is signed in elsewhere with these cookies. */
  static with(url: string, cookie: string): ChatClient {
    return new ChatClient(url, cookie);
  }

  /** The same person at another server process. */
  at(url: string): ChatClient {
    return new ChatClient(url, this.cookie);
  }

  request(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(this.url + path, {
      ...init,
      headers: { cookie: this.cookie, origin: this.url, 'content-type': 'application/json', ...init.headers },
    });
  }

  post(path: string, body: unknown, signal?: AbortSignal): Promise<Response> {
    return this.request(path, { method: 'POST', body: JSON.stringify(body), signal });
  }

  async json<T>(path: string): Promise<T> {
    const response = await this.request(path);
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as T;
  }

  /** Sends a message; the answer streams in the response. */
  send(text: string, { conversationId = v7(), messageId = v7() }: Partial<Sent> = {}, signal?: AbortSignal) {
    return this.post('/api/chat', chatBody(text, { conversationId, messageId }), signal);
  }

  /** Sends a message and waits for the whole answer. */
  async say(text: string, sent: Partial<Sent> = {}): Promise<Answer> {
    return readAnswer(await this.send(text, sent));
  }
}

/** The body of `POST /api/chat` for one new message. */
export const chatBody = (text: string, { conversationId, messageId }: Sent) => ({
  id: conversationId,
  message: { id: messageId, role: 'user', parts: [{ type: 'text', text }] },
});

/** The chunks of an answer as they arrive. Ends without an error when the server goes away. */
export async function* readChunks(response: Response): AsyncGenerator<UIMessageChunk> {
  if (!response.body) return;
  let buffer = '';
  const decoder = new TextDecoder();
  try {
    for await (const bytes of response.body) {
      buffer += decoder.decode(bytes, { stream: true });
      const events = buffer.split('\n\n');
      buffer = events.pop() ?? '';
      for (const event of events) {
        const data = event.replace(/^data: /, '');
        if (data !== '[DONE]') yield JSON.parse(data) as UIMessageChunk;
      }
    }
  } catch {
    // The connection broke: what arrived is what there is.
  }
}

export type Answer = { status: number; chunks: UIMessageChunk[]; text: string; tools: string[]; error: string | null };

/** Waits for an answer's end. @throws Error when the server refused. */
export async function readAnswer(response: Response): Promise<Answer> {
  if (response.status !== 200) throw new Error(`answered ${response.status}: ${await response.text()}`);
  const chunks: UIMessageChunk[] = [];
  for await (const chunk of readChunks(response)) chunks.push(chunk);
  return { status: response.status, chunks, ...summarize(chunks) };
}

/** Text, tools and error of an answer or of its beginning. */
export function summarize(chunks: readonly UIMessageChunk[]) {
  const folded = foldChunks(chunks);
  return {
    text: folded.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n\n'),
    tools: folded.flatMap((part) => (part.type === 'tool' ? [part.tool] : [])),
    error: chunks.find((chunk) => chunk.type === 'error')?.errorText ?? null,
  };
}
