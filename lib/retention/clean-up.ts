import { deleteOldConversations } from './delete-old-conversations';
import { eraseConversations } from './erase-conversations';
import { eraseTasks } from './erase-tasks';
import { vacuumEmbedded } from './vacuum-embedded';

type CleanUp = { conversationsDeleted: number; conversationsErased: number; tasksErased: number };

/**
 * The daily clean-up: old conversations of users who wish so go to the trash, and what was there for 30 days is erased. Any
 * number of processes may do it at once, and it may be cut off anywhere: what is left is the next one's. The embedded database is
 * tidied after it.
 */
export async function cleanUp(): Promise<CleanUp> {
  const done = {
    conversationsDeleted: await deleteOldConversations(),
    conversationsErased: await eraseConversations(),
    tasksErased: await eraseTasks(),
  };
  await vacuumEmbedded();
  return done;
}
