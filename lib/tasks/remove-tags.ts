import type { Effect, TaskContext } from './context';
import { editRows } from './edit-rows';
import type { Targets } from './schemas';
import { tagKey } from './tags';

/** Takes tags off tasks; the tasks stay, and so do the tags themselves. */
export async function removeTags(context: TaskContext, input: Targets & { tags: string[] }): Promise<Effect> {
  const gone = new Set(input.tags.map(tagKey));
  return editRows(context, input, async () => (row) => ({ tags: row.tags.filter((tag) => !gone.has(tagKey(tag))) }));
}
