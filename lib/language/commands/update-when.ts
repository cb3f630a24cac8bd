import { joined, pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { toWhen } from './move-without';
import { levelIn, readChanges } from './read-changes';
import { bareTitle, readRefs } from './read-refs';
import type { Command } from './types';
import { EVENT_NOUN, FOREIGN } from './vocabulary';
import { hasWhen, isOnlyWhen, pointIn } from './when';

const FIELD = '(?:hour|due date|due day|date|due time|time|deadline|day|start time)';
/** The verbs that move a task in time. */
export const MOVE = joined`
  move|reschedule|re-schedule|shift
  |push(?: back| out| forward| off)?|postpone|delay|defer|bring forward|bring|put off|put|change|set|update|make|bump
  |snooze|shove|nudge|slide|knock|chuck|adjust|edit|modify|schedule|switch|carry over|carry|roll over|advance|drag|pull forward
`;

/** Things that are put, brought or carried somewhere: "put the bins out on Tuesday", "set up the tent on Saturday". */
const CARRIED = pattern('i')`
  ^(?:put|bring|carry|set|drag) (?:
    (?:up|out|away|down|in|together) (?!to\b|by\b|until\b)
    |.{2,40}? (?:
      out|away|in|home|down|together|inside|upstairs|to (?:bed|school|work|the (?!top\b|\d)\S+)
    ) (?:on|at|by|before|tomorrow|tonight|today|this|next|every)\b
  )
`;

export function move(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  const field =
    new RegExp(`^(?:${MOVE}|extend)\\s+(?:the )?(?:new )?${FIELD}s?\\s+(?:of|for|on)\\s+(.+?)\\s+(?:to|for|until|till|as|=|on|at)\\s+(.+)$`, 'i').exec(sentence) ??
    new RegExp(`^(?:${MOVE}|extend)\\s+(.+?)(?:'s|s')?\\s+${FIELD}\\s+(?:to|for|until|till|as|on|at)?\\s*(.+)$`, 'i').exec(sentence) ??
    new RegExp(`^(?:set|give|add|assign|put)\\s+(?:a |the )?${FIELD}\\s+(?:of )?(.+?)\\s+(?:to|for|on)\\s+(task #?\\d+|#?\\d+|it|that|the .+)$`, 'i').exec(sentence);
  // "set a deadline of Friday for the plants".
  const of = new RegExp(`^(?:set|give|add|assign|put)\\s+(?:an? |the )?(?:new )?${FIELD}\\s+of\\s+(.+?)\\s+(?:for|on|to)\\s+(.+)$`, 'i').exec(sentence);
  if (of?.[1] && of[2] && isOnlyWhen(of[1], ctx)) return moved(of[2], of[1], clause, ctx);
  const given = new RegExp(`^(?:give|assign)\\s+(.+?)\\s+(?:a|an|the)\\s+(?:new )?${FIELD}\\s+(?:of|on|for|at)?\\s*(.+)$`, 'i').exec(sentence);
  if (given?.[1] && given[2]) return moved(given[1], given[2], clause, ctx);
  // "everything without a date" sets no date.
  if (field?.[1] && field[2] && !/\b(?:without|no|any)(?: an?)?(?: due)?$/i.test(field[1])) {
    const reversed = isOnlyWhen(field[1], ctx) && !isOnlyWhen(field[2], ctx);
    const [target, when] = reversed ? [field[2], field[1]] : [field[1], field[2]];
    const command = moved(target, when, clause, ctx);
    if (command) return command;
  }
  const verb = new RegExp(`^(?:${MOVE})\\b`, 'i').exec(sentence);
  if (!verb) return null;
  const after = sentence.slice(verb[0].length).trim();
  if (CARRIED.test(sentence)) return null;
  const from = /^(.+?)\s+from\s+(.{1,30}?)\s+(?:to|until|till)\s+(.+)$/i.exec(after);
  const [was, then] = [hour(from?.[2]), hour(from?.[3])];
  if (from?.[1] && was && then && from[1].length < 100) {
    const [before, at] = [pointIn(`${from[1]} ${was}`, ctx)?.time ?? '', pointIn(`${from[1]} ${then}`, ctx)?.time ?? ''];
    // "from 6 to 7": from one evening hour to the next.
    return moved(from[1], before >= '12:00' && at < '12:00' ? `${then} pm` : then, clause, ctx);
  }
  if (from?.[1] && from[2] && from[3] && isOnlyWhen(from[2], ctx)) {
    const everything = /^(?:everything|all(?: of it| tasks| my tasks)?|my tasks|tasks)$/i.test(from[1]);
    return moved(everything ? `all tasks ${from[2]}` : `${from[1]} ${/^(?:on|at|today|tomorrow)\b/i.test(from[2]) || from[2] === 'today' ? from[2] : `on ${from[2]}`}`, from[3], clause, ctx, from[1]);
  }
  // From the right: the last "to" that leaves a date behind it ("move talk to Ann to Friday").
  const joints = [...after.matchAll(/\s+(?:over to|back to|up to|to be|due|to|until|till|for|on|at|as|by|into)\s+/gi)].reverse().slice(0, 8);
  let best: Command | null = null;
  for (const joint of joints) {
    const when = after.slice(joint.index).replace(/^\s+(?:over to|back to|up to|to be|to|until|till|as|into|due)\s+/i, '').trim();
    const target = after.slice(0, joint.index);
    if (!target.trim()) continue;
    // "make it due Friday" sets a day; in "postpone everything due today" the day belongs to the tasks.
    if (/^\s+due\s/i.test(joint[0]) && !/^(?:make|set|change|put|update)/i.test(verb[0])) continue;
    const command: Command | null = moved(target, when, clause, ctx);
    if (command) best = command;
    else if (best) break;
    // What stands before "to Friday" says which task, also when it is a day ("the meeting on Monday").
    if (best && /\b(?:to|until|till|due)\s*$/i.test(joint[0])) break;
  }
  if (best) return best;
  // "move Ben to 11": an hour, most likely, but it may be a day of the month.
  const hours = /^(?:move|reschedule|push|shift|postpone)\b/i.test(verb[0]) ? /^((?:(?!and\b)\S+ ){0,4}\S+) to ((?:[1-9]|1[0-2])(?::\d\d)?)$/i.exec(after) : null;
  if (hours?.[1] && hours[2] && !FOREIGN.test(hours[1])) {
    const set = moved(hours[1], `at ${hours[2]}`, clause, ctx);
    return set?.kind === 'change'
      ? {
        text: clause,
        kind: 'question',
        action: 'update',
        question: `Shall I set ${hours[1]} to ${set.changes?.dueTime ?? hours[2]}?`,
        offer: set,
      }
      : null;
  }
  // "make gym 6:30": one that is there may be meant, or a new one.
  const made = /^make$/i.test(verb[0]) ? new RegExp(`^((?:\\S+ )?(?:${EVENT_NOUN})) (?:at |to )?(\\d{1,2}(?::\\d\\d)?(?: ?[ap]m)?)$`, 'i').exec(after) : null;
  const set = made?.[1] && made[2] ? readChanges(/[:m]/i.test(made[2]) ? made[2] : `at ${made[2]}`, ctx).changes : {};
  if (made?.[1] && set.dueTime) {
    return {
      text: clause,
      kind: 'question',
      action: 'update',
      question: `Shall I set ${made[1]} to ${set.dueTime}?`,
      offer: { text: clause, kind: 'change', tool: 'update_tasks', refs: readRefs(made[1], ctx), changes: set },
    };
  }
  // "make it 1pm", "make the call tomorrow".
  const bare = /^(it|that|this|them|those|both|all of them|task #?\d+|#\d+|\d+|the .+? (?:one|task))\s+(.+)$/i.exec(after);
  return bare?.[1] && bare[2] ? moved(bare[1], bare[2], clause, ctx) : null;
}

/** "5" after "from" or "to" is an hour of the day. */
const hour = (text = ''): string | null => (/^(?:for |at |to )?(?:[1-9]|1[0-2])$/.test(text.trim()) ? `at ${text.trim().replace(/^\D+/, '')}` : null);
const TIMED = new RegExp(`\\b(?:${EVENT_NOUN})\\b|\\d ?(?:[ap]m|o'clock)`, 'i');

/** A task with a new day or time, as far as the words say both; null where they do not. */
export function moved(target: string, said: string, clause: string, ctx: LanguageContext, title?: string): Command | null {
  // "move the meeting to 4": what has an hour gets another one.
  if (/^(?:at |on |over )?(?:the|this) weekend$/i.test(said.trim())) return toWhen(readRefs(target, ctx), 'On Saturday or on Sunday?', clause);
  // What comes after a day is not that day.
  if (/^after (?!\d{1,2}(?::\d|\s?[ap]m))/i.test(said.trim())) return null;
  const when = (TIMED.test(target) || /^(?:it|that|this)$/i.test(target.trim()) ? hour(said) : null) ?? said;
  if (!hasWhen(when, ctx) && !levelIn(when) && !/\b(?:no|without).*(?:date|deadline)\b/i.test(when)) return null;
  if (/^make\b/i.test(clause) && !/\b(?:again|instead)$/i.test(clause) && !/^(?:the|my|our|it|that|this|them|those|both|all|every|task|#?\d|")/i.test(target.trim())) return null;
  const switched = /^(?:change|set|make|put|switch|turn|adjust|update|give|add|bring|schedule)\b/i.test(clause);
  if (
    (switched && FOREIGN.test(target) && !/\btask\b/i.test(target)) ||
    /^(?:up |in )?(?:an?|some|new|another)\s|\b(?:and|or|to|for|with|but)$/i.test(target.trim())
  ) return null;
  const read = readChanges(when, ctx);
  if (read.rest || !(Object.keys(read.changes).length || read.problem)) return null;
  const refs = readRefs(target.replace(/\s+(?:to|for|on|forward|back|up|out|over)$/i, ''), ctx);
  if (!refs.length || (refs[0]?.kind === 'title' && /^(?:a|an)?$/i.test(bareTitle(title ?? target)))) return null;
  const command: Command = { text: clause, kind: 'change', tool: 'update_tasks', refs, changes: read.changes };
  return read.problem ? { text: clause, kind: 'question', action: 'update', wants: 'date', question: read.problem, then: { ...command, changes: {} } } : command;
}
