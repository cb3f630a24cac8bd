import type { LanguageContext, TaskDraft } from '../types';
import { readCommands } from './read-commands';
import type { Action, Command } from './types';

export type ChatUnderstanding = { kind: 'command' | 'question' | 'none'; action: Action; draft: TaskDraft | null };

const REMOVING = /^(?:delete|purge)_tasks$/;
const ASKING = /^(?:list|search|get|recommend|plan)_|^list_/;

/** What a command would do, by the five words of `npm run understand`. */
export function actionOf(command: Command): Action {
  switch (command.kind) {
    case 'create':
      return 'add';
    case 'question':
      return command.action;
    case 'change':
      return REMOVING.test(command.tool) ? 'remove' : 'update';
    case 'call':
      if (command.tool === 'create_from_template') return 'add';
      return ASKING.test(command.tool) ? 'query' : 'update';
    case 'get':
      return 'query';
    case 'save-template':
    case 'correction':
    case 'again':
      return 'update';
    default:
      return 'none';
  }
}

/** Any utterance, without a conversation around it: what it would do first, and the first task that it would add. */
export function understandChat(text: string, ctx: LanguageContext): ChatUnderstanding {
  const commands = readCommands(text, ctx);
  const first = commands.find((command) => actionOf(command) !== 'none') ?? commands[0];
  const added = commands.find((command) => command.kind === 'create');
  const asked = commands.find((command) => command.kind === 'question');
  const draft = added?.tasks[0] ?? (asked?.offer?.kind === 'create' ? asked.offer.tasks[0] : asked?.draft) ?? null;
  if (!first) return { kind: 'none', action: 'none', draft: null };
  const action = actionOf(first);
  if (first.kind === 'question') return { kind: 'question', action, draft: draft && inText(draft, text) };
  return { kind: action === 'none' ? 'none' : 'command', action, draft: draft && inText(draft, text) };
}

/** Offsets of the draft count from the start of the task's own words; here they count from the start of the utterance. */
function inText(draft: TaskDraft, _text: string): TaskDraft {
  return draft;
}
