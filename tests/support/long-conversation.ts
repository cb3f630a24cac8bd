import { v4 } from 'uuid';
import type { ChatClient } from './chat-client';

const PARAGRAPH = 'What was said here is long enough to wrap on every screen, so that messages differ in height. ';

/** Message number `n` of a long conversation, the first being 1; answers bring Markdown and different heights. */
const contentOf = (n: number) =>
  n % 2 === 1
    ? `Note ${n}: and another thing.`
    : `Answer ${n}. ${PARAGRAPH.repeat(n % 7)}${n % 10 === 0 ? '\n\n- one **bold** thing\n- `code`\n- three\n\n```js\nconst n = 1;\n```' : ''}`;

/** Gives a person a conversation of `length` messages, numbered in their text, by importing it. @returns its id. */
export async function importLong(person: ChatClient, length: number, title = `A conversation of ${length}`): Promise<string> {
  const ids = Array.from({ length }, () => v4());
  const at = (n: number) => new Date(Date.now() - (length - n) * 60_000).toISOString();
  const messages = ids.map((id, index) => ({
    id,
    parentId: ids[index - 1] ?? null,
    role: index % 2 === 0 ? 'user' : 'assistant',
    content: contentOf(index + 1),
    parts: null,
    skillUsed: null,
    feedback: null,
    feedbackComment: null,
    createdAt: at(index),
    turns: [],
  }));
  const conversation = {
    id: v4(), title, titleSource: 'user', pinnedAt: null, archivedAt: null, createdAt: at(0), updatedAt: at(length), leafId: ids.at(-1), messages,
  };
  const file = { format: 'sayso.conversations', version: 1, exportedAt: at(length), conversations: [conversation] };
  const response = await person.post('/api/v1/import', file);
  const report = await response.text();
  if (!response.ok || !report.includes(`"messages":${length}`)) throw new Error(`The import answered ${response.status}: ${report}`);
  const { items } = await person.json<{ items: { id: string; title: string }[] }>('/api/v1/conversations?limit=100');
  const found = items.find((item) => item.title === title);
  if (!found) throw new Error('The conversation that was imported is not in the list.');
  return found.id;
}
