import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';

export type Proxy = {
  url: string;
  /** How many requests each upstream has been given, in the order of its first. */
  shares: () => number[];
  close: () => Promise<void>;
};

const portOf = (address: ReturnType<ReturnType<typeof createServer>['address']>) =>
  typeof address === 'object' && address ? address.port : 0;

async function readWhole(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/**
 * A round-robin proxy before servers, as platforms have one: every request goes to the next of `upstreams`, which may
 * change at any time; where nobody listens any more it goes to the one after, and who leaves is hung up on at the server
 * too. 502 when nobody listens at all.
 */
export async function startProxy(upstreams: () => string[]): Promise<Proxy> {
  const given = new Map<string, number>();
  let next = 0;

  async function handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await readWhole(incoming);
    const candidates = upstreams();
    const first = next++;
    for (let attempt = 0; attempt < candidates.length; attempt++) {
      const upstream = candidates[(first + attempt) % candidates.length] ?? '';
      if (await pass(upstream, incoming, body, outgoing)) return void given.set(upstream, (given.get(upstream) ?? 0) + 1);
    }
    outgoing.writeHead(502).end();
  }

  /** @returns false when nobody listens there; then nothing has been sent. */
  function pass(upstream: string, { url, method, headers }: IncomingMessage, body: Buffer, outgoing: ServerResponse) {
    return new Promise<boolean>((resolve) => {
      const passed = request(upstream + url, { method, headers, agent: false });
      passed.once('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ECONNREFUSED') return resolve(false);
        outgoing.destroy();
        resolve(true);
      });
      passed.once('response', (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
        answer.once('error', () => outgoing.destroy());
        resolve(true);
      });
      outgoing.once('close', () => passed.destroy());
      passed.end(body);
    });
  }

  const server = createServer((incoming, outgoing) => {
    handle(incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    shares: () => [...given.values()],
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
