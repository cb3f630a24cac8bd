import type { Effect, TaskContext } from './context';
import { editRows } from './edit-rows';
import { TAGS_PER_TASK, type Targets } from './schemas';
import { failure } from './select-targets';
import { spellTags, uniqueTags } from './tags';
import { named } from './words';

/** Puts tags on tasks, making those that are new. Fails with `limit` rather than leave one out. */
export async function addTags(context: TaskContext, input: Targets & { tags: string[] }): Promise<Effect> {
  return editRows(context, input, async () => {
    const spell = await spellTags(context.db, context.userId, input.tags);
    return (row) => {
      const tags = uniqueTags([...row.tags, ...spell(input.tags)]);
      if (tags.length <= TAGS_PER_TASK) return { tags };
      return failure('limit', `${named(row)} would have ${tags.length} tags; a task has at most ${TAGS_PER_TASK}.`);
    };
  });
}
