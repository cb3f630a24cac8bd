import type { Effect, TaskContext } from './context';
import { findTemplate } from './find-template';
import { listTemplates } from './list-templates';
import { tagKey } from './tags';

/** Gives a template, named exactly (ignoring case) or clearly enough, another name; what it makes stays the same. */
export async function renameTemplate({ db, userId }: TaskContext, input: { template: string; name: string }): Promise<Effect> {
  const templates = await listTemplates(db, userId);
  const found = findTemplate(templates, input.template);
  if (!found.ok) return { output: found };
  const { id, name } = found.template;
  if (name === input.name) return { output: { ok: true, message: `The template is called "${name}" already.` } };
  const taken = templates.find((other) => other.id !== id && tagKey(other.name) === tagKey(input.name));
  if (taken)
    return { output: { ok: false, code: 'conflict', message: `There already is a template called "${taken.name}". Choose another name.` } };
  return {
    output: { ok: true, message: `Renamed the template "${name}" to "${input.name}".`, data: { template: { ...found.template, name: input.name } } },
    commit: async (tx) => {
      await tx.template.update({ where: { userId_id: { userId, id } }, data: { name: input.name } });
    },
  };
}
