import type { LanguageContext } from '../types';
import { trimEnds } from './normalize';
import { newTitle } from './read-changes';
import { readRefs } from './read-refs';
import type { Command } from './types';
import { pointIn } from './when';
import { pattern } from '../pattern';

const ASKS_TEMPLATES = pattern('i')`
  ^(?:what|which|show|list|display|see|view|do i have|are there|give me|tell me|my|all)\b.*\btemplates\b
  |^(?:my |all )?templates$
`;
const SAVE_AS_TEMPLATE = pattern('i')`
  ^(?:
    save|store|keep|turn|make|convert|use|create
  )\s+(.+?)\s+(?:as|into|in)\s+(?:a |the |my )?(?:new )?templates?(?:\s+(?:called|named|titled|with the name|as))?\s*[:,]?\s*(.*)$
`;
/** "add a task from the template Packing". */
const FROM_TEMPLATE_NAMED = pattern('i')`
  ^(?:
    add|create|make|start|new|use|apply|run
  )\s+(?:a |the |my )?(?:new )?(?:task |tasks )?(?:from |with |using )?(?:the |my |a )?template (?:called |named )?["']?(.+?)["']?(?:\s+(?:for|on|due|by)\s+(.*))?$
`;
/** "use the Packing template". */
const FROM_NAMED_TEMPLATE = pattern('i')`
  ^(?:
    add|create|make|start|new|use|apply|run|insert|set up|begin
  )\s+(?:a |an |the |my )?(?:new )?(?:task |tasks |one )?(?:from|with|using|based on)?\s*(?:a |an |the |my )?(.+?)\s+template(?:\s+(?:for|on|due|by|at)?\s*(.*))?$
`;

/** "make a template called Packing with socks and shirts": there is nothing yet that it could be saved from. */
const FROM_NOTHING = /^(?:create|make|add|set up|start)(?: me)? (?:a |another |my )?(?:new )?template\b(?! (?:from|out of|of|based on)\b)(?:(?: called| named| for)? ["']?(.{2,60}?)["']?(?: (?:with|containing|including|that has) .+)?)?$/i;

export function template(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  if (!/\btemplates?\b/i.test(sentence)) return null;
  if (ASKS_TEMPLATES.test(sentence)) return { text: clause, kind: 'call', tool: 'list_templates', input: {} };
  const changed = changeTemplate(sentence, clause);
  if (changed) return changed;
  const save =
    SAVE_AS_TEMPLATE.exec(sentence) ??
    /^(?:create|make|save) (?:a |the )?(?:new )?template (?:called |named )?(.*?)\s*(?:from|out of|of|based on) (.+)$/i.exec(sentence);
  if (save?.[1] !== undefined) {
    const reversed = /^(?:create|make|save) (?:a |the )?(?:new )?template/i.test(sentence);
    const last = reversed && !save[1] ? /^(.+?),? (?:called|named|titled) (.+)$/i.exec(save[2] ?? '') : null;
    const [target, name] = last ? [last[1] ?? '', last[2] ?? ''] : reversed ? [save[2] ?? '', save[1]] : [save[1], save[2] ?? ''];
    const [ref] = readRefs(target, ctx);
    if (ref) {
      const title = newTitle(name) || (ref.kind === 'title' ? ref.text : '');
      if (title) return { text: clause, kind: 'save-template', ref, name: title };
      return {
        text: clause,
        kind: 'question',
        action: 'update',
        wants: 'title',
        question: 'What should the template be called?',
        then: { text: clause, kind: 'save-template', ref, name: '' },
      };
    }
  }
  const made = FROM_NOTHING.exec(sentence);
  if (made) {
    const name = made[1] ?? 'packing';
    return {
      text: clause,
      kind: 'question',
      action: 'none',
      question: `A template is made from a task. Add the task with its steps first, for example "add ${name} with subtasks socks and shirts", then say "save it as a template called ${name}".`,
    };
  }
  const use =
    /^(?:add|create|make|start|begin|set up) .{2,60}? (?:from|with|using|based on) (?:a |the |my )(?!template\b)([\p{L}\p{N}' -]{2,40}?) template()$/iu.exec(sentence) ??
    FROM_TEMPLATE_NAMED.exec(sentence) ??
    FROM_NAMED_TEMPLATE.exec(sentence);
  if (!use?.[1]) return null;
  const when = use[2] ? pointIn(use[2], ctx) : null;
  const name = trimEnds(use[1]).replace(/^["']|["']$/g, '').replace(/^(?:the|my)\s+/i, '');
  return { text: clause, kind: 'call', tool: 'create_from_template', input: { template: name, ...(when?.date ? { dueDate: when.date } : {}) } };
}

const NAME = `["']?([^"']{1,100}?)["']?`;
const THE = `(?:the |my |that |this |a )?`;
const RENAME = new RegExp(`^(?:rename|retitle) ${THE}(?:templates? (?:called |named )?${NAME}|${NAME} templates?) (?:to|as|into) (?:template )?${NAME}$`, 'i');
const RETITLE = new RegExp(`^(?:change|set|update) the (?:name|title) of ${THE}(?:templates? (?:called |named )?${NAME}|${NAME} templates?) to ${NAME}$`, 'i');
const DELETE = new RegExp(`^(?:delete|remove|erase|get rid of|throw away) ${THE}(?:templates? (?:called |named )?${NAME}|${NAME} templates?)$`, 'i');

/** A template under another name, or gone; which one is asked where it is not said. */
function changeTemplate(sentence: string, clause: string): Command | null {
  const renamed = RENAME.exec(sentence) ?? RETITLE.exec(sentence);
  const name = renamed?.[1] ?? renamed?.[2];
  if (name && renamed?.[3]) return { text: clause, kind: 'call', tool: 'rename_template', input: { template: name, name: newTitle(renamed[3]) } };
  const gone = DELETE.exec(sentence);
  const which = gone?.[1] ?? gone?.[2];
  if (which && !/^(?:all|every|both)\b|^(?:the|my|a|that|this|s)$/i.test(which)) {
    return { text: clause, kind: 'call', tool: 'delete_template', input: { template: which } };
  }
  if (/^(?:delete|remove|rename|edit|change|update)\b/i.test(sentence)) {
    const question = /^(?:delete|remove)/i.test(sentence)
      ? 'Which template should I delete? Say "delete the template …" with its name.'
      : 'A template can be renamed ("rename the template Packing to Travel") or deleted; to change what it makes, save a task as a new one. Nothing was changed.';
    return { text: clause, kind: 'question', action: 'none', question };
  }
  return null;
}
