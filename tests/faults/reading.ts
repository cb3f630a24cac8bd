import type { ChatClient, Sent } from '@/tests/support/chat-client';

export type MessageItem = {
  id: string;
  role: string;
  content: string;
  turnStatus: string | null;
  toolCalls: { tool: string; state: string }[];
};

/** The conversation's branch, oldest first, as the API tells it. */
export const messagesOf = (client: ChatClient, { conversationId }: Sent) =>
  client.json<{ items: MessageItem[] }>(`/api/v1/conversations/${conversationId}/messages?limit=100`);

/** The newest turn of a conversation. */
export const latestTurn = async (client: ChatClient, { conversationId }: Sent) =>
  (await client.json<{ turn: { status: string; error: unknown } }>(`/api/v1/conversations/${conversationId}`)).turn;

/** Who said what. */
export const said = ({ items }: { items: MessageItem[] }) => items.map(({ role, content }) => [role, content]);

/** Numbers and titles of all tasks. */
export async function tasksOf(client: ChatClient): Promise<string[]> {
  const titles: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: { items: { number: number; title: string }[]; nextCursor: string | null } = await client.json(
      `/api/v1/tasks?limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    titles.push(...page.items.map(({ number, title }) => `${number} ${title}`));
    cursor = page.nextCursor;
  }
  return titles.sort();
}

/** Repeats a check until it holds; its last failure after `ms`. Waits for an event that nothing announces. */
export async function eventually(check: () => Promise<unknown>, ms = 40_000): Promise<void> {
  const deadline = Date.now() + ms;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}
