/** Closes the embedded database of DATA_DIR while it is being asked, and says what became of each question. */
import { getDatabase } from '@/lib/db/database';

const { prisma, close } = await getDatabase();
let begin = () => {};
const begun = new Promise<void>((resolve) => {
  begin = resolve;
});
const transaction = prisma.$transaction(async (db) => {
  await db.$queryRaw`SELECT 1`;
  begin();
  await new Promise((resolve) => setTimeout(resolve, 100));
  return db.$queryRaw`SELECT 2`;
});
await begun;
const waiting = prisma.$transaction((db) => db.$queryRaw`SELECT 3`);
const closing = close();
const during = prisma.$queryRaw`SELECT 4`;
const after = closing.then(() => prisma.$queryRaw`SELECT 5`);
const asked = Object.entries({ transaction, waiting, closing, during, after });
const outcomes = await Promise.allSettled(asked.map(([, promise]) => promise));
for (const [index, outcome] of outcomes.entries())
  console.log(asked[index]?.[0], outcome.status === 'fulfilled' ? 'done' : String(outcome.reason).split('\n').at(-1));
