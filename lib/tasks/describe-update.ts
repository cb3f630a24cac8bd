import { describeRecurrence, localParts } from '@/lib/language';
import type { Transition } from './context';
import { changedFields } from './ledger-fields';
import { missingTags } from './tags';
import type { TaskRow } from './task-row';
import { counted, dayInWords, dueInWords, joined, lengthInWords, listed, named, sentence } from './words';

type Pair = { before: TaskRow; after: TaskRow };
type Piece = { alone: (title: string) => string; among: string };

const quoted = (tags: string[]) => joined(tags.map((tag) => `#${tag}`));

function duePiece({ before, after }: Pair): Piece {
  const [from, to] = [dueInWords(before), dueInWords(after)];
  if (after.dueDate === null) return { alone: (task) => `Took the due date off ${task}, which was ${from}`, among: 'no due date' };
  if (before.dueDate === null) return { alone: (task) => `${task} is now due ${to}`, among: `due ${to}` };
  return { alone: (task) => `Moved ${task} from ${from} to ${to}`, among: `due ${to}` };
}

/** Says when it is noted for, and promises no message. */
function reminderPiece({ reminderMinutes, reminderAt, timeZone }: TaskRow): Piece {
  if (reminderMinutes === null && reminderAt === null) return { alone: (task) => `Removed the reminder of ${task}`, among: 'no reminder' };
  const { date, time } = localParts(new Date(reminderAt ?? 0), timeZone ?? 'UTC');
  const when = reminderMinutes === null ? dayInWords(date, time) : reminderMinutes === 0 ? 'when it is due' : `${lengthInWords(reminderMinutes)} before`;
  return { alone: (task) => `Noted a reminder for ${task}: ${when}`, among: `reminder noted for ${when}` };
}

function tagPieces({ before, after }: Pair): Piece[] {
  const [added, removed] = [missingTags(after.tags, before.tags), missingTags(before.tags, after.tags)];
  return [
    ...(added.length > 0 ? [{ alone: (task: string) => `Tagged ${task} ${quoted(added)}`, among: `tagged ${quoted(added)}` }] : []),
    ...(removed.length > 0 ? [{ alone: (task: string) => `Took ${quoted(removed)} off ${task}`, among: `without ${quoted(removed)}` }] : []),
  ];
}

const now = (task: string, text: string) => `${task} ${text}`;

/** What changed between two rows, in pieces: each as a sentence of its own or as one of several. */
function piecesOf(pair: Pair): Piece[] {
  const { before, after } = pair;
  const fields = new Set(changedFields(before, after));
  const pieces: Piece[] = [];
  if (fields.has('title'))
    pieces.push({ alone: () => `Renamed ${named(before)} to "${after.title}"`, among: `renamed from "${before.title}"` });
  if (fields.has('dueDate') || fields.has('dueTime')) pieces.push(duePiece(pair));
  else if (fields.has('timeZone') && fields.has('dueAt'))
    pieces.push({ alone: (task) => now(task, `is now due ${dueInWords(after)}, ${after.timeZone} time`), among: `in ${after.timeZone} time` });
  if (fields.has('recurrence') || fields.has('fromCompletion'))
    pieces.push(after.recurrence === null
      ? { alone: (task) => now(task, 'no longer repeats'), among: 'no longer repeating' }
      : { alone: (task) => now(task, `now repeats ${describeRecurrence(after.recurrence ?? '', after.fromCompletion)}`),
        among: `repeating ${describeRecurrence(after.recurrence, after.fromCompletion)}` });
  if (fields.has('priority'))
    pieces.push({ alone: (task) => `Set the priority of ${task} from ${before.priority} to ${after.priority}`, among: `priority ${after.priority}` });
  pieces.push(...tagPieces(pair));
  if (fields.has('description'))
    pieces.push({ alone: (task) => `${after.description === null ? 'Removed' : 'Changed'} the description of ${task}`, among: 'description' });
  if (fields.has('durationMinutes'))
    pieces.push(after.durationMinutes === null
      ? { alone: (task) => `Removed the duration of ${task}`, among: 'no duration' }
      : { alone: (task) => now(task, `now takes ${counted(after.durationMinutes ?? 0, 'minute')}`), among: counted(after.durationMinutes, 'minute') });
  if ((fields.has('reminderMinutes') || fields.has('reminderAt')) && !(fields.has('dueDate') && after.dueDate === null))
    pieces.push(reminderPiece(after));
  if (fields.has('parentId'))
    pieces.push(after.parentId === null
      ? { alone: (task) => now(task, 'is no longer a subtask'), among: 'no longer a subtask' }
      : { alone: (task) => now(task, 'is now a subtask'), among: 'a subtask' });
  return pieces.length > 0 ? pieces : [{ alone: (task) => `Changed ${task}`, among: 'details' }];
}

/**
 * The sentence for updated tasks: exact, with each by name and dates in full. With `verb` ("change") it is a list after that
 * word, for what is not done yet.
 */
export function describeUpdate(transitions: Transition[], verb?: string): string {
  const pairs = transitions.flatMap(({ before, after }) => (before && after ? [{ before, after }] : []));
  const [first] = pairs;
  if (!first) return 'Nothing was changed.';
  const pieces = pairs.map(piecesOf);
  const [single, ...others] = pieces[0] ?? [];
  if (pairs.length === 1 && single) {
    if (others.length === 0 && !verb) return sentence(single.alone(named(first.after)));
    return sentence(`${verb ?? 'Changed'} ${named(first.after)}: ${[single, ...others].map(({ among }) => among).join(', ')}`);
  }
  const texts = pieces.map((all) => all.map(({ among }) => among).join(', '));
  const alike = texts.every((text) => text === texts[0]);
  const what = alike && texts[0] ? ` (${texts[0]})` : '';
  return sentence(`${verb ?? 'Changed'} ${counted(pairs.length, 'task')}${what}: ${listed(pairs.map(({ after }) => after))}`);
}
