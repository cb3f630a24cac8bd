import { v7 } from 'uuid';
import { asUser } from '@/lib/db/as-user';
import { badRequest } from '@/lib/errors';
import { counted, dayInWords } from '@/lib/tasks/words';
import { importConversation } from '@/lib/transfer/import-conversation';
import { getConversation } from './get-conversation';
import { beginning, TITLE_MAX } from './limits';
import { loadBranch } from './load-branch';

/** What is carried over at most: open tasks, newest changed first, and things lately said. */
const TASKS = 20;
const SAID = 5;
/** Messages that are looked through for what was said, and characters that are kept of each. */
const LOOKED_AT = 40;
const SAID_MAX = 160;

const SUFFIX = ' (continued)';

type TaskLine = { number: number; title: string; due_date: string | null; due_time: string | null; open: number; done: number };

/**
 * Begins a conversation that goes on from a long one: it opens with a summary, made from the tasks that the old one made or
 * changed and from what was said last, so that the assistant knows it too. The old conversation stays as it is.
 * @returns the new conversation's id. @throws AppError 400 `invalid_id` or `nothing_to_continue`, 404 `not_found`.
 */
export async function continueConversation(userId: string, id: string): Promise<string> {
  const { id: from, title, leafId } = await getConversation(userId, id);
  if (!leafId) throw badRequest('nothing_to_continue', 'Nothing has been said in this conversation yet.');
  const [tasks, messages] = [await tasksOf(userId, from), await loadBranch(userId, from, leafId, LOOKED_AT)];
  const said = messages
    .filter(({ role }) => role === 'user')
    .flatMap(({ parts }) => parts.flatMap((part) => (part.type === 'text' ? [inOneLine(part.text)] : [])))
    .slice(-SAID);
  const base = title.endsWith(SUFFIX) ? title.slice(0, -SUFFIX.length) : title;
  const now = new Date().toISOString();
  const [asked, summary, conversation] = [v7(), v7(), v7()];
  const message = { parts: null, skillUsed: null, feedback: null, feedbackComment: null, createdAt: now, turns: [] };
  await importConversation(userId, {
    id: conversation,
    title: `${beginning(base, TITLE_MAX - SUFFIX.length)}${SUFFIX}`,
    titleSource: 'user',
    pinnedAt: null,
    archivedAt: null,
    createdAt: now,
    updatedAt: now,
    leafId: summary,
    messages: [
      { ...message, id: asked, parentId: null, role: 'user', content: `Let us go on from “${title}”.` },
      { ...message, id: summary, parentId: asked, role: 'assistant', content: summarise(title, tasks, said) },
    ],
  });
  return conversation;
}

/** Open tasks of a conversation, with how many are open and done in all on every line. Found by its messages, by index. */
const tasksOf = (userId: string, conversationId: string): Promise<TaskLine[]> =>
  asUser(userId, (db) => db.$queryRaw<TaskLine[]>`
    WITH touched AS (
      SELECT DISTINCT k.task_id FROM message m
      JOIN turn t ON t.user_id = m.user_id AND t.user_message_id = m.id
      JOIN tool_call c ON c.user_id = t.user_id AND c.turn_id = t.id
      JOIN task_change k ON k.user_id = c.user_id AND k.tool_call_id = c.id
      WHERE m.user_id = ${userId}::uuid AND m.conversation_id = ${conversationId}::uuid
    )
    SELECT w.number, w.title, to_char(w.due_date, 'YYYY-MM-DD') AS due_date, to_char(w.due_time, 'HH24:MI') AS due_time,
      count(*) FILTER (WHERE w.status = 'pending') OVER ()::int AS open,
      count(*) FILTER (WHERE w.status = 'completed') OVER ()::int AS done
    FROM touched x JOIN task w ON w.user_id = ${userId}::uuid AND w.id = x.task_id
    WHERE w.deleted_at IS NULL
    ORDER BY w.status = 'pending' DESC, w.updated_at DESC, w.number LIMIT ${TASKS}::int`);

function summarise(title: string, tasks: TaskLine[], said: string[]): string {
  const { open = 0, done = 0 } = tasks[0] ?? {};
  const lines = tasks.slice(0, open).map(({ number, title: name, due_date, due_time }) =>
    `- "${name}" (${number})${due_date ? `, due ${dayInWords(due_date, due_time)}` : ''}`);
  const hidden = open - lines.length;
  return [
    `This goes on from “${title}”, which stays as it was.`,
    open > 0 && `**Still open from there**\n\n${lines.join('\n')}${hidden > 0 ? `\n- and ${hidden} more` : ''}`,
    done > 0 && `${counted(done, 'task')} from there ${done === 1 ? 'is' : 'are'} done.`,
    said.length > 0 && `**Said last**\n\n${said.map((text) => `- ${text}`).join('\n')}`,
    'What would you like to do next?',
  ].filter(Boolean).join('\n\n');
}

function inOneLine(text: string): string {
  const line = [...text.replace(/\s+/g, ' ').trim()];
  return line.length > SAID_MAX ? `${line.slice(0, SAID_MAX - 1).join('')}…` : line.join('');
}
