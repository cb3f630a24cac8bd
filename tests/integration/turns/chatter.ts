import { v7 } from 'uuid';
import { POST as APPROVAL } from '@/app/api/chat/[id]/approval/route';
import { POST as RETRY } from '@/app/api/chat/[id]/retry/route';
import { POST as STOP } from '@/app/api/chat/[id]/stop/route';
import { GET as STREAM } from '@/app/api/chat/[id]/stream/route';
import { POST as CHAT } from '@/app/api/chat/route';
import { getDatabase } from '@/lib/db/database';
import type { ChatData } from '@/lib/turns/chat-message';
import { type Answer, chatBody, readAnswer, type Sent } from '@/tests/support/chat-client';
import { Visitor } from '../auth/visitor';

const HANDLERS = { approval: APPROVAL, retry: RETRY, stop: STOP, stream: STREAM };
type Request = NonNullable<Parameters<Visitor['request']>[1]>;

/** Somebody in a browser without a page, who calls the route handlers of the chat. */
export class Chatter {
  private constructor(
    readonly visitor: Visitor,
    readonly id: string,
  ) {}

  /** A new guest. */
  static async join(): Promise<Chatter> {
    const visitor = new Visitor();
    return new Chatter(visitor, await visitor.continueAsGuest());
  }

  /** `POST /api/chat`, whatever is sent. */
  chat(request: Request): Promise<Response> {
    return CHAT(this.visitor.request('/api/chat', request));
  }

  /** `/api/chat/[id]/…`, whatever is sent. */
  on(conversationId: string, action: keyof typeof HANDLERS, request: Request = action === 'stream' ? {} : { body: {} }): Promise<Response> {
    const sent = this.visitor.request(`/api/chat/${encodeURIComponent(conversationId)}/${action}`, request);
    return HANDLERS[action](sent, { params: Promise.resolve({ id: conversationId }) });
  }

  /** Says something and waits for the answer. */
  async say(text: string, sent: Partial<Sent> = {}): Promise<Answer & Sent> {
    const ids = { conversationId: v7(), messageId: v7(), ...sent };
    return { ...(await readAnswer(await this.chat({ body: chatBody(text, ids) }))), ...ids };
  }
}

/** The approval that an answer asks for. @throws Error when it asks for none. */
export function askedFor({ chunks, text }: Answer): ChatData['approval'] {
  const chunk = chunks.find(({ type }) => type === 'data-approval');
  if (!chunk || !('data' in chunk)) throw new Error(`No approval was asked for: ${text}`);
  return chunk.data as ChatData['approval'];
}

const TABLES = ['conversation', 'message', 'turn', 'turn_chunk', 'tool_call', 'task_change', 'task', 'tag', 'task_tag', 'preferences'];

/** All that a chat may write, of all users: for each table its rows and a digest of their contents. */
export async function everything(): Promise<Record<string, string>> {
  const { prisma } = await getDatabase();
  const digests = TABLES.map(
    (table) => `SELECT '${table}' AS name, count(*) || ' rows, ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS content FROM ${table} t`,
  );
  const rows = await prisma.$queryRawUnsafe<{ name: string; content: string }[]>(digests.join(' UNION ALL '));
  return Object.fromEntries(rows.map(({ name, content }) => [name, content]));
}

/** Runs `work` and checks that it wrote nothing, whatever it answered. */
export async function writesNothing<T>(work: () => Promise<T>): Promise<T> {
  const before = await everything();
  const result = await work();
  const after = await everything();
  if (JSON.stringify(after) !== JSON.stringify(before))
    throw new Error(`Something was written:\n${JSON.stringify(before, null, 1)}\n${JSON.stringify(after, null, 1)}`);
  return result;
}
