import type { LanguageContext } from '../types';
import { toCreate } from './create-command';
import type { Command } from './types';
import { DOING_VERB, startsWith } from './vocabulary';

const DOING = startsWith(`${DOING_VERB}|bring|carry|switch|push|drag|modify|shift|adjust|edit`);
const WHEN: readonly string[] = ['dueDate', 'dueTime', 'recurrence', 'fromCompletion'];

/** A new day for a task that is named in words that might be an errand of their own: both readings, to be told apart by what is there. */
export function withErrand(command: Command, sentence: string, ctx: LanguageContext): Command {
  if (command.kind !== 'change' || command.tool !== 'update_tasks' || command.refs.length !== 1 || command.refs[0]?.kind !== 'title') return command;
  if (
    !DOING.test(sentence) ||
    /\b(?:reschedule|postpone|delay|defer|snooze|instead)\b| to \S+$/i.test(sentence) ||
    !Object.keys(command.changes ?? {}).every((field) => WHEN.includes(field))
  ) return command;
  const errand = toCreate({ body: sentence, style: 'bare' }, sentence, ctx);
  return errand.kind === 'create' && errand.tasks.length === 1 && errand.tasks[0]?.due ? { ...command, errand } : command;
}
