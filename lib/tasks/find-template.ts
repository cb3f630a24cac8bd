import type { Template } from './list-templates';
import { matchTitles } from './match-title';
import type { ToolFailure } from './tool-output';
import { joined } from './words';

/** The template that is named exactly (ignoring case) or clearly enough; else which there are. */
export function findTemplate(templates: Template[], said: string): { ok: true; template: Template } | ToolFailure {
  const titled = templates.map((template, index) => ({ id: template.id, number: index, title: template.name, template }));
  const [first, ...others] = matchTitles(said, titled);
  if (first && others.length === 0) return { ok: true, template: first.template };
  const names = joined((first ? [first, ...others] : titled).map(({ title }) => `"${title}"`), first ? 'or' : 'and');
  if (first) return { ok: false, code: 'ambiguous', ref: said, message: `"${said}" could be the template ${names}. Which one?` };
  const known = names ? ` There ${titled.length === 1 ? 'is' : 'are'} ${names}.` : ' There are no templates yet.';
  return { ok: false, code: 'not_found', ref: said, message: `I found no template called "${said}".${known}` };
}
