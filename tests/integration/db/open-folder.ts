/** Opens the embedded database of DATA_DIR as a process of its own, adds a row, and holds it until it is ended. */
import { v7 } from 'uuid';
import { getDatabase } from '@/lib/db/database';

try {
  const { prisma } = await getDatabase();
  const id = v7();
  await prisma.user.create({ data: { id, name: 'Row', email: `${id}@example.com` } });
  console.log(`open ${await prisma.user.count()}`);
  setInterval(() => {}, 1_000_000);
} catch (error) {
  console.log(`refused ${error instanceof Error ? error.message : error}`);
  process.exitCode = 3;
}
