import type { LanguageContext, TaskDraft } from '../types';
import { actionOf } from './command-action';
import { readCommands } from './read-commands';
import type { Action } from './types';

export type ChatUnderstanding = { kind: 'command' | 'question' | 'none'; action: Action; draft: TaskDraft | null };

/** Any utterance, without a conversation around it: what it would do first, and the first task that it would add. */
export function understandChat(text: string, ctx: LanguageContext): ChatUnderstanding {
  const commands = readCommands(text, ctx);
  const first = commands.find((command) => actionOf(command) !== 'none') ?? commands[0];
  const added = commands.find((command) => command.kind === 'create');
  const asked = commands.find((command) => command.kind === 'question');
  const draft = added?.tasks[0] ?? (asked?.offer?.kind === 'create' ? asked.offer.tasks[0] : asked?.draft) ?? null;
  if (!first) return { kind: 'none', action: 'none', draft: null };
  const action = actionOf(first);
  if (first.kind === 'question') return { kind: 'question', action, draft };
  return { kind: action === 'none' ? 'none' : 'command', action, draft };
}
