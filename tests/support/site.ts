import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { v7 } from 'uuid';
import { ChatClient, type Sent } from './chat-client';
import { createDatabase, createDataDir } from './databases';
import { type OpenAIServer, startOpenAI } from './openai-server';
import { startProxy } from './proxy';
import { type Server, type ServerOptions, startServer } from './server';

const run = promisify(execFile);

/**
 * Where turns are to hold: one embedded process, two processes on one PostgreSQL that are asked by name, and the same two
 * behind a proxy that sends every request to the other one than the last.
 */
export const SITES = ['embedded', 'two processes', 'behind a proxy'] as const;
export type SiteKind = (typeof SITES)[number];

/** The servers of a test, the model that they ask, and one person who may ask any of them. */
export type Site = {
  /** The proxy's address, which stays whatever becomes of the processes. */
  url: string;
  model: OpenAIServer;
  /** The person at one process and at another; the same one where there is only one. */
  here: () => ChatClient;
  elsewhere: () => ChatClient;
  processes: Server[];
  options: ServerOptions;
  /** Kills a process, and starts another in its place. */
  kill: (index: number) => Promise<void>;
  restart: (index: number) => Promise<void>;
  /** Ends all processes, and counts messages and tasks anew. @returns what the command says of the kept counters. */
  recount: () => Promise<string>;
  close: () => Promise<void>;
};

/** Starts a site on a fresh database, with the code of its routes loaded, so that no answer is over before it is met. */
export async function startSite(kind: SiteKind): Promise<Site> {
  const model = await startOpenAI();
  const embedded = kind === 'embedded' ? await createDataDir() : null;
  const database = kind === 'embedded' ? null : await createDatabase();
  const options: ServerOptions = { dataDir: embedded?.folder, databaseUrl: database?.url, env: model.env };
  const processes = [await startServer(options)];
  if (kind !== 'embedded') processes.push(await startServer(options));
  const urlOf = (index: number) => (processes[index] ?? processes[0])?.url ?? '';
  const proxy = await startProxy(() => processes.map(({ url }) => url));
  const guest = await ChatClient.guest(proxy.url);
  const at = (index: number) => guest.at(kind === 'behind a proxy' ? proxy.url : urlOf(index));
  for (const [index] of processes.entries()) {
    const client = guest.at(urlOf(index));
    await client.say('hello');
    await client.request(`/api/chat/${v7()}/stream`);
    await client.post(`/api/chat/${v7()}/stop`, {});
  }
  return {
    url: proxy.url,
    model,
    here: () => at(0),
    elsewhere: () => at(1),
    processes,
    options,
    kill: async (index) => processes[index]?.kill(),
    restart: async (index) => {
      processes[index] = await startServer(options);
      // Refused, but it loads the code that a message needs.
      await guest.at(urlOf(index)).post('/api/chat', {});
    },
    recount: async () => {
      await Promise.all(processes.map((server) => server.stop()));
      const env = { ...process.env, DATABASE_URL: database?.url ?? '', DATA_DIR: embedded?.folder ?? '' };
      return (await run(process.execPath, ['--import', 'tsx', 'scripts/recount.ts'], { env })).stderr;
    },
    close: async () => {
      await proxy.close();
      await Promise.all(processes.map((server) => server.stop()));
      await Promise.all([model.close(), embedded?.drop(), database?.drop()]);
    },
  };
}

/** Ids of a message in a new conversation. */
export const fresh = (): Sent => ({ conversationId: v7(), messageId: v7() });
