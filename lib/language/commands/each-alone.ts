import type { LanguageContext } from '../types';
import { matchAdd } from './match-add';
import { readClause } from './read-sentence';
import type { Command } from './types';

const JOINTS = /\s*[;\n]+\s*|\s*[.!]+\s+|\s*,\s*(?:(?:and|but|then|also|so|oh)\s+)*|\s+(?:and|but|then)\s+(?:(?:then|also)\s+)*/i;
const MOST = 8;

/** Says nothing but what becomes of tasks that are there. */
const isChange = (command: Command): boolean =>
  command.kind === 'change' ||
  command.kind === 'skip' ||
  (command.kind === 'get' && command.ask === 'open') ||
  (command.kind === 'question' && (command.offer?.kind === 'change' || command.then?.kind === 'change'));

/** Whether what was read may be several things that were taken for one. */
const isDoubtful = (command: Command): boolean =>
  command.kind === 'unknown' ||
  (command.kind === 'create' && !matchAdd(command.text)) ||
  (command.kind === 'question' && command.offer?.kind === 'create') ||
  (command.kind === 'change' && command.refs.filter(({ kind }) => kind === 'title').length > 1);

/**
 * "milk's done, dentist to Friday, and drop the flights": where each piece between commas and "and" tells by itself what becomes of
 * a task, each is a command. Null where one of them does not.
 */
export function eachAlone(text: string, read: Command[], ctx: LanguageContext): Command[] | null {
  if (!read.some(isDoubtful) || /["(]/.test(text)) return null;
  const parts = text.split(JOINTS).filter(Boolean);
  if (parts.length < 2 || parts.length > MOST) return null;
  const commands: Command[] = [];
  for (const part of parts) {
    const command = readClause(part, ctx);
    if (!isChange(command) && !(command.kind === 'create' && matchAdd(part))) return null;
    commands.push(command);
  }
  // "I finished the report and walked the dog" is one change of two tasks already.
  const [whole, more] = read;
  const refs = commands.flatMap((command) => (whole?.kind === 'change' && command.kind === 'change' && command.tool === whole.tool ? command.refs : []));
  if (whole?.kind === 'change' && !more && refs.length >= whole.refs.length) return JSON.stringify(refs) === JSON.stringify(whole.refs) ? null : [{ ...whole, refs }];
  return commands.some(isChange) ? [...commands.filter(({ kind }) => kind !== 'question'), ...commands.filter(({ kind }) => kind === 'question')] : null;
}
