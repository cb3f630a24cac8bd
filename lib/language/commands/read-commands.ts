import type { LanguageContext } from '../types';
import { withoutAsides } from './asides';
import { readConditionalAdd } from './conditional-add';
import { withoutDetour } from './detours';
import { exceptFirst, moveEach, nameFirst, withoutGap } from './gaps';
import { orderFirst } from './leading-when';
import { stripCourtesy, stripName, tidy } from './normalize';
import { readAlone } from './read-alone';
import { mendSpeech } from './spoken-words';
import { aheadAnd, moveAndRemind, readTwoReminders } from './read-ahead';
import { readHeaded } from './read-headed';
import { eachAlone } from './each-alone';
import { readListed } from './read-listed';
import { readRun } from './read-run';
import { readClause } from './read-sentence';
import { readCondition } from './unsure';
import { withoutSlips } from './self-correction';
import { joinAdds, saysAgain, settle } from './settle';
import { splitClauses } from './split-clauses';
import { spellOut } from './terse-words';
import type { Command, Focus } from './types';

const NO_FOCUS: Focus = { tasks: 0, asked: false };

/**
 * What an utterance asks for, in order. Names of tasks stay as they were said; the conversation resolves them. `focus` tells
 * whether a question waits for an answer and how many tasks the last results named. Never throws, whatever the text; what it
 * does not understand is `unknown`, alone.
 */
export function readCommands(text: string, ctx: LanguageContext, focus: Focus = NO_FOCUS): Command[] {
  const listed = readListed(text, ctx);
  if (listed) return [listed];
  const whole = spellOut(asList(withoutSlips(withoutAsides(mendSpeech(tidy(text))), ctx)));
  if (!whole) return [{ text: '', kind: 'unknown' }];
  const alone = readAlone(whole, ctx, focus);
  if (alone) return [alone];
  const twice = readTwoReminders(whole);
  if (twice) return [twice];
  const headed = readHeaded(whole, ctx);
  if (headed) return [headed];
  const run = readRun(stripName(whole), ctx, (piece) => readClause(piece, ctx));
  if (run) return [run];
  const moved = moveAndRemind(whole);
  const [first, more] = moved ? readCommands(moved.rest, ctx, focus) : [];
  if (moved && first?.kind === 'change' && first.tool === 'update_tasks' && !more) return [{ ...first, text: whole, changes: { ...first.changes, reminder: { minutesBefore: moved.minutes } } }];
  const conditional = readConditionalAdd(stripCourtesy(whole), ctx);
  if (conditional) return [conditional];
  const depends = readCondition(whole);
  if (depends) return [depends];
  const plain = aheadAnd(exceptFirst(moveEach(withoutGap(orderFirst(withoutDetour(nameFirst(stripName(whole), ctx), ctx), ctx), ctx), ctx)), ctx);
  const clauses = splitClauses(plain);
  const commands: Command[] = [];
  for (let index = 0; index < clauses.length; index += 1) {
    let clause = clauses[index] ?? '';
    let command = readClause(clause, ctx);
    // What cannot stand alone belongs to its neighbour: the joint between them was none.
    while (command.kind === 'unknown' && index + 1 < clauses.length && !commands.length) {
      const end = plain.indexOf(clauses[index + 1] ?? '', plain.indexOf(clause) + clause.length) + (clauses[index + 1] ?? '').length;
      const next = readClause(clauses[index + 1] ?? '', ctx);
      if (next.kind !== 'unknown') break;
      clause = plain.slice(plain.indexOf(clause), end);
      command = readClause(clause, ctx);
      index += 1;
    }
    commands.push(command);
  }
  const settled = settle(commands, whole, ctx);
  return joinAdds(eachAlone(plain, settled, ctx) ?? settled).filter((command, index, all) => !saysAgain(command, all[index - 1]));
}

/** "shopping: milk, bread, eggs" goes on that list. */
const asList = (text: string): string => text
  .replace(/^(add|create|make|new) one\s*:\s*/i, '$1 task: ')
  .replace(/^(?:my )?(shopping|grocery|groceries)(?: list)?\s*:\s*(.{2,300})$/i, (_, list: string, items: string) => `add ${items} to my ${list} list`);
