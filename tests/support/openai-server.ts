import { EventEmitter } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Asked, InputItem, Reply, RequestBody, Script } from './openai-replies';
import { ResponseStream } from './openai-stream';

/** One request that reached the server, and what became of it. Times are milliseconds since the epoch. */
export type JournalEntry = Asked & {
  path: string;
  authorization: string | undefined;
  at: number;
  wordsSent: number;
  firstByteAt?: number;
  endedAt?: number;
  /** `hung_up`: the other side closed the connection before the answer was complete. */
  end: 'open' | 'completed' | 'hung_up' | 'broken' | 'refused';
};

export type OpenAIServer = {
  /** For OPENAI_BASE_URL. */
  url: string;
  /** Environment of an app that uses this server. */
  env: Record<string, string>;
  journal: JournalEntry[];
  /** Answers from now on. A reply alone answers everything. */
  answer: (script: Script | Reply) => void;
  /** Waits for a request, one that has come already included, of which `predicate` is or becomes true. */
  waitFor: (predicate: (entry: JournalEntry) => boolean) => Promise<JournalEntry>;
  close: () => Promise<void>;
};

const textOf = ({ content }: InputItem) =>
  typeof content === 'string' ? content : (content ?? []).map((part) => part.text ?? '').join('');

function readAsked(body: RequestBody): Asked {
  const input = body.input ?? [];
  const last = input.findLastIndex((item) => item.role === 'user');
  const after = input.slice(last + 1).filter((item) => item.type === 'function_call_output');
  return {
    body,
    userText: textOf(input[last] ?? {}),
    toolOutputs: after.map(({ output }) => (typeof output === 'string' ? output : JSON.stringify(output))),
    tools: (body.tools ?? []).map(({ name }) => name),
  };
}

async function readBody(request: IncomingMessage): Promise<RequestBody> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as RequestBody;
}

function refuse(response: ServerResponse, { status = 500, location, retryAfter, error }: Reply): void {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (location) headers.location = location;
  if (retryAfter !== undefined) headers['retry-after'] = String(retryAfter);
  response.writeHead(status, headers);
  response.end(JSON.stringify({ error: { type: 'error', param: null, ...error } }));
}

/** A clock-driven pause, cut short when the connection closes. */
function until(time: number, closed: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, time - Date.now());
    function done() {
      clearTimeout(timer);
      closed.removeEventListener('abort', done);
      resolve();
    }
    closed.addEventListener('abort', done);
  });
}

/** Sends an answer as the reply asks for. @returns how it ended. */
async function send(
  response: ServerResponse,
  reply: Reply,
  entry: JournalEntry,
  closed: AbortSignal,
): Promise<JournalEntry['end']> {
  const stream = new ResponseStream(response, entry.body);
  const { text = '', calls = [], wordMs = 0, delayMs = 0 } = reply;
  if (delayMs > 0) await until(Date.now() + delayMs, closed);
  if (reply.thoughts) stream.think(reply.thoughts);
  const start = Date.now();
  const words = text.match(/\s*\S+\s*?/g) ?? [];
  const stopAfter = reply.stallAfter ?? reply.breakAfter ?? Number.POSITIVE_INFINITY;
  for (const [index, word] of words.entries()) {
    if (index >= stopAfter) break;
    // By the clock, so that a busy machine does not stretch the answer.
    if (wordMs > 0) await until(start + index * wordMs, closed);
    if (closed.aborted) return 'hung_up';
    entry.firstByteAt ??= Date.now();
    await stream.text(word, reply);
    entry.wordsSent = index + 1;
  }
  if (reply.breakAfter !== undefined) {
    // A pause more, in which the last word arrives: what breaks also loses what has not been read yet.
    await until(start + reply.breakAfter * wordMs, closed);
    response.destroy();
    return 'broken';
  }
  if (reply.stallAfter !== undefined) {
    stream.open();
    if (!closed.aborted) await new Promise((resolve) => closed.addEventListener('abort', resolve));
    return 'hung_up';
  }
  const usage = reply.usage ?? { input: JSON.stringify(entry.body.input ?? '').length >> 2, output: words.length };
  entry.firstByteAt ??= Date.now();
  stream.finish(calls, usage, reply);
  return closed.aborted ? 'hung_up' : 'completed';
}

/**
 * Serves OpenAI's Responses API over real HTTP on a free port: streamed or whole answers, tool calls, errors, stalls,
 * broken connections; and keeps a journal of what reached it and when it was hung up on. A request that offers no tools
 * (a conversation's title, say) is answered with `withoutTools`, unless that is null.
 */
export async function startOpenAI({
  withoutTools = { text: 'A made-up title' },
}: { withoutTools?: Reply | null } = {}): Promise<OpenAIServer> {
  const journal: JournalEntry[] = [];
  const changes = new EventEmitter().setMaxListeners(0);
  let script: Script = () => ({ text: 'Hello.' });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const closed = new AbortController();
    response.once('close', () => closed.abort());
    const body = await readBody(request);
    const entry: JournalEntry = {
      ...readAsked(body),
      path: request.url ?? '',
      authorization: request.headers.authorization,
      at: Date.now(),
      wordsSent: 0,
      end: 'open',
    };
    journal.push(entry);
    changes.emit('change');
    const reply = entry.tools.length === 0 && withoutTools ? withoutTools : script(entry);
    const progress = setInterval(() => changes.emit('change'), 20);
    try {
      if (!entry.path.endsWith('/responses')) {
        refuse(response, { status: 404, error: { code: 'not_found', message: `No ${entry.path} here.` } });
        entry.end = 'refused';
      } else if (reply.status) {
        refuse(response, reply);
        entry.end = 'refused';
      } else entry.end = await send(response, reply, entry, closed.signal);
    } finally {
      clearInterval(progress);
      entry.endedAt = Date.now();
      changes.emit('change');
    }
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      console.error('the model server failed', error);
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const url = `http://127.0.0.1:${port}/v1`;

  return {
    url,
    env: { OPENAI_BASE_URL: url, OPENAI_API_KEY: 'sk-test-1234', OPENAI_MODEL: 'gpt-5.1' },
    journal,
    answer: (next) => {
      script = typeof next === 'function' ? next : () => next;
    },
    waitFor: (predicate) =>
      new Promise((resolve) => {
        const look = () => {
          const entry = journal.find(predicate);
          if (!entry) return;
          changes.off('change', look);
          resolve(entry);
        };
        changes.on('change', look);
        look();
      }),
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
