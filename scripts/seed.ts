/**
 * `npm run db:seed [-- --many]`: a demonstration account with conversations and tasks, in whichever database the
 * environment names. What was in that account before is replaced. `--many` adds 200 tasks and a conversation of 1,000
 * messages.
 */
import { v7 } from 'uuid';
import { runTool } from '@/lib/assistant/run-tool';
import { getAuth } from '@/lib/auth/auth';
import { asUser } from '@/lib/db/as-user';
import { getDatabase } from '@/lib/db/database';
import { migratePostgres } from '@/lib/db/migrate';
import { startChat } from '@/lib/turns/start-chat';
import { BULK_TITLES, CONVERSATIONS, DEMO_ACCOUNT } from './demonstration';

// The demonstration must be the same everywhere, and cost nothing.
delete process.env.OPENAI_API_KEY;
process.env.LOG_LEVEL ??= 'warn';

async function createAccount(): Promise<string> {
  const { prisma } = await getDatabase();
  await prisma.user.deleteMany({ where: { email: DEMO_ACCOUNT.email } });
  const auth = await getAuth();
  const { user } = await auth.api.signUpEmail({ body: DEMO_ACCOUNT });
  return user.id;
}

/** Says something and waits for the whole answer. */
async function say(userId: string, conversationId: string, text: string): Promise<void> {
  const { stream, ended } = await startChat({
    userId,
    conversationId,
    messageId: v7(),
    text,
    parentId: undefined,
    timeZone: 'UTC',
  });
  await stream.pipeTo(new WritableStream());
  await ended;
}

/** Moves a conversation, and what it did, back in time. */
async function moveBack(userId: string, conversationId: string, days: number): Promise<void> {
  await asUser(
    userId,
    async (db) => {
      await db.$executeRaw`
        UPDATE task SET created_at = task.created_at - make_interval(days => ${days})
        FROM task_change c JOIN tool_call k ON k.user_id = c.user_id AND k.id = c.tool_call_id
          JOIN turn t ON t.user_id = k.user_id AND t.id = k.turn_id
        WHERE task.user_id = ${userId}::uuid AND c.user_id = task.user_id AND c.task_id = task.id
          AND c.operation = 'create' AND t.conversation_id = ${conversationId}::uuid`;
      await db.$executeRaw`
        UPDATE tool_call k SET created_at = k.created_at - make_interval(days => ${days})
        FROM turn t WHERE t.user_id = k.user_id AND t.id = k.turn_id
          AND k.user_id = ${userId}::uuid AND t.conversation_id = ${conversationId}::uuid`;
      await db.$executeRaw`
        UPDATE message SET created_at = created_at - make_interval(days => ${days})
        WHERE user_id = ${userId}::uuid AND conversation_id = ${conversationId}::uuid`;
      await db.$executeRaw`
        UPDATE conversation SET created_at = created_at - make_interval(days => ${days}),
          updated_at = updated_at - make_interval(days => ${days})
        WHERE user_id = ${userId}::uuid AND id = ${conversationId}::uuid`;
    },
    { transaction: true },
  );
}

async function seedConversations(userId: string): Promise<void> {
  for (const { daysAgo, pinned = false, says } of CONVERSATIONS) {
    const id = v7();
    for (const text of says) await say(userId, id, text);
    await moveBack(userId, id, daysAgo);
    if (pinned)
      await asUser(userId, (db) =>
        db.conversation.update({ where: { userId_id: { userId, id } }, data: { pinnedAt: new Date() } }),
      );
  }
}

/** 200 tasks by the same operation that people's tasks are made by, and a long conversation past it. */
async function seedMany(userId: string): Promise<void> {
  const now = new Date();
  const actor = { userId, source: 'page' as const, now, timeZone: 'UTC' };
  const day = (offset: number) => new Date(now.getTime() + offset * 86_400_000).toISOString().slice(0, 10);
  for (let batch = 0; batch < 20; batch++) {
    const tasks = Array.from({ length: 10 }, (_, index) => {
      const number = batch * 10 + index;
      return {
        title: `${BULK_TITLES[number % BULK_TITLES.length]}${number < BULK_TITLES.length ? '' : ` (${number})`}`,
        dueDate: number % 3 === 0 ? day((number % 40) - 5) : undefined,
        priority: (['none', 'low', 'medium', 'high'] as const)[number % 4],
        tags: number % 5 === 0 ? ['reading', 'someday'] : [],
      };
    });
    const output = await runTool(actor, 'create_tasks', { tasks });
    if (!output.ok) throw new Error(`Tasks could not be made: ${output.message}`);
  }
  const conversationId = v7();
  await say(userId, conversationId, 'hello');
  await asUser(userId, async (db) => {
    const first = await db.message.findFirstOrThrow({ where: { userId, conversationId }, orderBy: { position: 'desc' } });
    let parentId = first.id;
    const rows = Array.from({ length: 998 }, (_, index) => {
      const id = v7();
      const isUser = index % 2 === 0;
      const content = isUser ? `Note ${index / 2 + 1}: and another thing I was thinking of.` : 'I hear you. Nothing was changed.';
      const row = { userId, id, conversationId, parentId, position: 0, role: isUser ? 'user' : 'assistant', content };
      parentId = id;
      return row;
    });
    for (let start = 0; start < rows.length; start += 100)
      await db.message.createMany({ data: rows.slice(start, start + 100) });
    await db.conversation.update({
      where: { userId_id: { userId, id: conversationId } },
      data: { title: 'A very long conversation that has gone on for weeks and keeps going, about everything and nothing' },
    });
  });
}

async function seed(): Promise<void> {
  const url = process.env.DIRECT_URL || process.env.DATABASE_URL;
  if (url) await migratePostgres(url);
  const database = await getDatabase();
  try {
    const userId = await createAccount();
    await seedConversations(userId);
    if (process.argv.includes('--many')) await seedMany(userId);
    const { prisma } = database;
    const [tasks, conversations] = [await prisma.task.count({ where: { userId } }), await prisma.conversation.count({ where: { userId } })];
    console.log(`${conversations} conversations and ${tasks} tasks. Sign in as ${DEMO_ACCOUNT.email} with ${DEMO_ACCOUNT.password}`);
  } finally {
    await database.close();
  }
}

try {
  await seed();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
