import type { Command, Ref } from '@/lib/language/commands';

/** The command with its targets replaced by tasks that were chosen. */
export function withRefs(command: Command, refs: Ref[]): Command {
  if (command.kind === 'change' || command.kind === 'again') return { ...command, refs };
  const [first] = refs;
  if (!first) return command;
  if (
    command.kind === 'get' ||
    command.kind === 'save-template' ||
    command.kind === 'skip' ||
    command.kind === 'pause' ||
    command.kind === 'copy'
  ) return { ...command, ref: first };
  if (command.kind === 'question') return command.then ? { ...command, then: withRefs(command.then, refs) } : command;
  if (command.kind === 'create' && command.beside) return { ...command, beside: { ...command.beside, of: first } };
  if (command.kind === 'create') return { ...command, parent: first };
  if (command.kind === 'correction') return { text: command.text, kind: 'change', tool: 'update_tasks', refs, changes: command.changes };
  return command;
}
