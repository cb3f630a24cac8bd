import { pattern } from '../pattern';
import type { Command } from './types';
import { FOREIGN, PLACE_NOUN, TASK_NOUN } from './vocabulary';

const OURS = `(?:${TASK_NOUN}|${PLACE_NOUN})`;

/** What people ask of a task list that this one does not do, and what it does instead. */
const CANNOT: [RegExp, string][] = [
  [pattern('i')`
    ^(?:swap|switch|exchange|trade)(?: (?:the|my))?(?: (?:due )?(?:dates?|times?|days?)(?: (?:of|for|between))?
    )? (?!(?:on|off|to|over|it|the lights?)\b).{2,60} (?:and|with|for) .{2,60}$
  `, 'I cannot swap two tasks in one step. Say both moves, for example "move task 3 to Friday and task 6 to Monday".'],
  [/^(?:swap|switch|exchange|trade) (?:both|the two|those two|these two|them|their)\b.{0,40}$/i, 'I cannot swap two tasks in one step. Say both moves, for example "move task 3 to Friday and task 6 to Monday".'],
  [new RegExp(`^(?:split|divide|break)(?: up| down)? (?:the |my )?(?:.{1,60}\\b${OURS}\\b.*|task #?\\d+.*|.{2,60} into .{2,60})$`, 'i'), 'I cannot split a task. I can add steps to it: "add a subtask to task 3: call the hotel".'],
  [/^(?:merge|combine|join) (?:the |my )?(?:tasks? .{1,60}|(?:two|both|those|these|them)\b.{0,40}|.{2,60} (?:and|with|into) .{2,60} (?:tasks?|reminders?))$/i, 'I cannot merge tasks. You can make one a subtask of the other: "make task 9 a subtask of task 3".'],
  [new RegExp(`^(?:archive|hide) (?:(?:the |my |all )?.{0,60}\\b(?:${TASK_NOUN})\\b.*|task #?\\d+|#\\d+)$`, 'i'), 'Tasks are not archived here: complete one ("task 3 is done") and it leaves the open list, or delete it.'],
  [pattern('iu')`
    ^(?:assign|delegate|hand(?: over)?) (?:(?:the |my )?.{1,60}|task #?\d+) to (?!
      (?:the |my )?(?:${PLACE_NOUN})\b|task\b|me\b|(?:high|low|medium)\b
    )\p{L}+$
  `, 'Tasks here belong to you alone, so none can be given to somebody else. A tag with the name helps: "tag task 3 john".'],
  [new RegExp(`^(?:share|send|forward) (?:my|the|this|all my) (?:\\S+ )?${OURS} (?:with|to) .{2,40}$`, 'i'), 'Tasks cannot be shared or sent. A conversation can be, from its menu.'],
  [/^(?:put|move|drag|bring) .{1,60} (?:to|at|on) (?:the )?(?:top|bottom|end|start|beginning|front)(?: of (?:the|my) (?:\S+ )?(?:list|tasks))?$/i, 'I cannot put tasks into an order by hand. Say "make it high priority", or give it a day.'],
  [/^(?:delete|remove|erase|drop) (?:the |my )?(?:(?:tag|label) #?[\p{L}\p{N}_-]+|#?[\p{L}\p{N}_-]+ (?:tag|label)|#(?!\d+$)[\p{L}\p{N}_-]+)$/iu, 'A tag is gone when no task has it. Say of which tasks it should go, for example "remove tag work from task 3".'],
  [/^remind .{0,40}\bbefore (?:everything|each(?: .{1,30})?|every .{1,30}|all\b.{0,30})$/i, 'A reminder is noted for one task at a time, for example "remind me 10 minutes before the team meeting".'],
  [/^(?:resume|un-?pause|continue) (?:it|that|this|task #?\d+|#\d+|the .{2,40} (?:task|one))(?: again| now)?$/i, 'Tasks are not paused here, so there is nothing to resume. A task that shall repeat again: "repeat task 3 every Friday".'],
  [/^(?:rename|retitle|change) (?:the |my )?(?:tag|label|hashtag) .{1,40} (?:to|into|as) .{1,40}$/i, 'I cannot rename a tag in words yet. I can put the new one on its tasks: "tag all work tasks office", then take the old one off.'],
];

const REFUSED_VERB = pattern('i')`
  ^(?:
    swap|switch|exchange|trade|split|divide|break|merge|combine|join|archive|hide|assign|delegate|hand|share|send
    |forward|put|move|drag|bring|delete|remove|erase|drop|remind|rename|retitle|change|resume|un-?pause|continue
  )\b
`;

/** An honest answer to what cannot be done; nothing is changed by it. */
export function readCannot(sentence: string, clause: string): Command | null {
  const text = sentence.replace(/[\s.!?]+$/, '');
  if (!REFUSED_VERB.test(text) || FOREIGN.test(text)) return null;
  const found = CANNOT.find(([pattern]) => pattern.test(text));
  return found ? { text: clause, kind: 'question', action: 'none', question: `${found[1]} Nothing was changed.` } : null;
}
