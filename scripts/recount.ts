/**
 * `npm run recount`: counts messages and tasks of every conversation anew, in whichever database the environment names, and
 * prints those whose kept counters differ, one JSON object a line. Changes nothing; exits with 1 when any differ.
 */
import { recountMessages } from '@/lib/conversations/recount-messages';
import { getDatabase } from '@/lib/db/database';
import { recountConversations } from '@/lib/tasks/recount-conversations';

const USERS = 500;

const { prisma, close } = await getDatabase();
let users = 0;
let differences = 0;
try {
  for (let after: string | undefined; ; ) {
    const batch = await prisma.user.findMany({
      where: { id: after ? { gt: after } : undefined },
      orderBy: { id: 'asc' },
      take: USERS,
      select: { id: true },
    });
    for (const { id: userId } of batch) {
      const found = [...(await recountMessages(userId)), ...(await recountConversations(userId))];
      for (const difference of found) console.log(JSON.stringify({ userId, ...difference }));
      differences += found.length;
    }
    users += batch.length;
    after = batch.at(-1)?.id;
    if (batch.length < USERS) break;
  }
} finally {
  await close();
}
console.error(`${users} users counted, ${differences} differences.`);
process.exitCode = differences > 0 ? 1 : 0;
