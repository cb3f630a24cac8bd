import { connect, createServer, type Socket } from 'node:net';

type Pooler = {
  /** The database's URL through the pooler. */
  url: string;
  /** How often a client was given another server connection than the one it had before. */
  moves: () => number;
  close: () => Promise<void>;
};

/** A message of PostgreSQL's protocol, version 3: one byte of type, and its length, itself included. */
type Message = { type: string; bytes: Buffer };

/** Cuts a stream into messages. */
function reader(take: (message: Message) => void): (data: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  return (data) => {
    rest = Buffer.concat([rest, data]);
    while (rest.length >= 5 && rest.length > rest.readInt32BE(1)) {
      const end = rest.readInt32BE(1) + 1;
      take({ type: String.fromCharCode(rest[0] ?? 0), bytes: rest.subarray(0, end) });
      rest = rest.subarray(end);
    }
  };
}

const SSL_REQUEST = 80_877_103;
const message = (type: string, body: number[]) => Buffer.from([type.charCodeAt(0), 0, 0, 0, body.length + 4, ...body]);
const READY = message('Z', ['I'.charCodeAt(0)]);
/** Process 0, secret 1: the key by which a client cancels is the pooler's, since the server connection changes. */
const KEY = message('K', [0, 0, 0, 0, 0, 0, 0, 1]);

/** A connection to PostgreSQL that clients share, one transaction at a time. */
class Backend {
  client: Client | null = null;

  private constructor(
    readonly socket: Socket,
    /** What PostgreSQL said of itself, but for its key: the parameters that a client waits for. */
    readonly greeting: Buffer,
  ) {}

  static open(target: URL, startup: Buffer, onFree: (backend: Backend) => void): Promise<Backend> {
    return new Promise((resolve, reject) => {
      const socket = connect(Number(target.port), target.hostname).setNoDelay();
      const greeting: Buffer[] = [];
      let backend: Backend | undefined;
      socket.on('error', reject);
      socket.write(startup);
      socket.on('data', reader(({ type, bytes }) => {
        const isFree = type === 'Z' && bytes[5] === 'I'.charCodeAt(0);
        if (!backend) {
          if (type === 'E') reject(new Error(bytes.toString()));
          if (type === 'K') return;
          if (!isFree) return void greeting.push(bytes);
          backend = new Backend(socket, Buffer.concat(greeting));
          return resolve(backend);
        }
        backend.client?.socket.write(bytes);
        if (type === 'Z' && backend.client && --backend.client.waiting === 0 && isFree) onFree(backend);
      }));
    });
  }
}

type Client = { socket: Socket; queue: Buffer[]; backend: Backend | null; last: Backend | null; waiting: number };

/**
 * A pooler in transaction mode before a PostgreSQL that trusts everybody: a client keeps a server connection until its
 * transaction ends, and then another one than before if there is one, so that whatever relies on a session (named
 * statements, SET, LISTEN, advisory locks) breaks. It pools `size` connections.
 */
export async function startPooler(database: string, size = 3): Promise<Pooler> {
  const target = new URL(database);
  const free: Backend[] = [];
  const sockets = new Set<Socket>();
  const waiting: Client[] = [];
  let opened = 0;
  let moves = 0;

  const onFree = (backend: Backend) => {
    if (backend.client) backend.client.backend = null;
    backend.client = null;
    free.push(backend);
    const client = waiting.shift();
    if (client) serve(client);
  };

  /** Sends what a client has said to its server connection, once it has one. */
  function serve(client: Client): void {
    if (!client.backend && client.queue.length > 0) {
      // The one that has been free the longest, and not the client's last one where there is a choice.
      const at = free.findIndex((backend) => backend !== client.last);
      const [backend] = free.splice(Math.max(at, 0), 1);
      if (!backend) return void waiting.push(client);
      if (client.last && client.last !== backend) moves++;
      Object.assign(client, { backend, last: backend });
      backend.client = client;
    }
    for (const bytes of client.queue.splice(0)) client.backend?.socket.write(bytes);
  }

  let greeting: Buffer = Buffer.alloc(0);
  let greeted = Promise.resolve();
  async function greet(client: Client, startup: Buffer): Promise<void> {
    for (; opened < size; opened++) {
      const backend = await Backend.open(target, startup, onFree);
      sockets.add(backend.socket);
      greeting = backend.greeting;
      free.push(backend);
    }
    client.socket.write(Buffer.concat([greeting, KEY, READY]));
  }

  const server = createServer((socket) => {
    const client: Client = { socket: socket.setNoDelay(), queue: [], backend: null, last: null, waiting: 0 };
    sockets.add(socket);
    const read = reader(({ type, bytes }) => {
      // Terminate: the server connection stays.
      if (type === 'X') return;
      if (type === 'Q' || type === 'S') client.waiting++;
      client.queue.push(bytes);
      if (!waiting.includes(client)) serve(client);
    });
    let started = false;
    socket.on('data', (data: Buffer) => {
      if (started) return read(data);
      if (data.readInt32BE(4) === SSL_REQUEST) return void socket.write('N');
      started = true;
      greeted = greeted.then(() => greet(client, data)).catch(() => void socket.destroy());
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      sockets.delete(socket);
      if (waiting.includes(client)) waiting.splice(waiting.indexOf(client), 1);
      // Who leaves in the middle of a transaction takes the server connection along.
      client.backend?.socket.destroy();
      if (client.backend) opened--;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = new URL(database);
  url.port = String(typeof address === 'object' && address ? address.port : 0);
  return {
    url: url.href,
    moves: () => moves,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
