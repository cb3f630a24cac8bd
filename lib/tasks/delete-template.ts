import type { Effect, TaskContext } from './context';
import { findTemplate } from './find-template';
import { listTemplates } from './list-templates';

/** Removes a template for good; the tasks that were made from it stay. */
export async function deleteTemplate({ db, userId }: TaskContext, input: { template: string }): Promise<Effect> {
  const found = findTemplate(await listTemplates(db, userId), input.template);
  if (!found.ok) return { output: found };
  const { id, name } = found.template;
  return {
    output: { ok: true, message: `Deleted the template "${name}".`, data: { template: found.template } },
    would: `delete the template "${name}" for good. This cannot be undone.`,
    final: true,
    commit: async (tx) => {
      await tx.template.delete({ where: { userId_id: { userId, id } } });
    },
  };
}
