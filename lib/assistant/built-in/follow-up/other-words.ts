import { type Command, DOING_VERB, type Ref, readCommands, readRefs, trimEnds } from '@/lib/language/commands';
import { tierOf } from '@/lib/tasks/match-title';
import { type Memory, unique } from '../memory';
import type { TaskView } from '../outcome';
import type { Item } from '../perform';
import { withRefs } from '../with-refs';
import { type FollowUp, isVague } from '.';
import { type Restated, restate } from './restate';

type Reader = (from: FollowUp) => Item[] | null;
/** One way to read a sentence: its words, and what they speak of where they name it. */
type Form = Restated & { task?: TaskView };

/** A title that no task has: words that only point, compare or order. */
const HOLLOW = /^(?:(?:it|that|this|them|those|these|one|ones|thing|things|same|again|instead|earlier|later|sooner|before|after|wrong|right|other|an?|the|no|not|needs?|doing|done|do|be|must|should|more|less|put|move|make|like|maybe|or|too|as|well|then|now|actually|hour|day|night|time|days|so|you|can|did|off|back)\b[\s,]*)+$/i;
const POINTING = /^\p{L}+ (?:it|them|that one|this one|those|these)\b/iu;
/** A sentence about something, and no name. */
const TOLD = /\b(?:can|could|should|would|will|wait|wants?|needs?|instead|though|is|isn'?t|was|are)\b/i;
const ASKED_FOR = /\b(?:add|remind|create|new|remember|don'?t (?:let me )?forget|need to|have to|got to|gotta|must|todo|to-do)\b/i;
/** What turns the sense of the clause beside it. */
const CONDITION = /\b(?:don'?t|do not|never|unless|if|except|without|until|before|instead of)\b/i;
const CLAUSES = /\s*[,;.!?]+\s+(?:so |but |and )?|\s+[-–—]+\s+|\s+(?:so|but)\s+/;
/** A task by its number, and no name of another. */
const REFERENCE = /^(?:(?:number|task|no\.?) ?)#?\d+$/i;
/** Opened again, or moved. */
const BACK = /^put (?:it|that|them) back\b/i;
const STALE = 3;

const isNoName = ({ title }: { title: string }): boolean => HOLLOW.test(title) || POINTING.test(title) || REFERENCE.test(title);

/** Whether what was read is no order of its own: nothing, or a task of words that name none. */
function isLost(from: FollowUp): boolean {
  const { alone, said, memory } = from;
  if (isVague(from)) return true;
  // "that last one, push it to Friday": of several, it is the one that was named first.
  if (alone.kind === 'change' && memory.focus.length > 1) return CLAUSES.test(said) && alone.refs.every(({ kind }) => kind === 'pronoun') && pointedAt(said.split(CLAUSES)[0] ?? '', memory, from.ctx) !== undefined;
  if (alone.kind === 'create') return !ASKED_FOR.test(said) && alone.tasks.every((task) => isNoName(task) || TOLD.test(task.title));
  return alone.kind === 'question' && alone.offer?.kind === 'create' && alone.offer.tasks.every(isNoName);
}

/** A follow-up said as people say it, read in the words in which it is known. What still says nothing is no task. */
export function inOtherWords(from: FollowUp, read: Reader): Item[] | null {
  const { memory, ctx, alone, text } = from;
  if (!memory.latest || memory.latest.turnsAgo > STALE || BACK.test(from.said) || !isLost(from)) return null;
  for (const { text: form, order, task } of formsOf(from)) {
    const at: Memory = task ? { ...memory, focus: [task] } : memory;
    const [command, more] = readCommands(form, ctx, { tasks: at.focus.length, asked: false, undated: at.undated === true });
    if (!command || more) continue;
    const items = read({ text: form, said: form.toLowerCase(), alone: command, memory: at, ctx }) ?? ((order || (at.undated && command.kind === 'correction')) && speaksOfIt(command) && !at.focus.some(({ deletedAt }) => deletedAt) ? [command] : null);
    if (items) return task ? items.map((item) => (pointsAtIt(item) ? withRefs(item, [{ kind: 'number', n: task.number }]) : item)) : items;
  }
  const hollow = (alone.kind === 'create' && alone.tasks.every(isNoName)) || (alone.kind === 'question' && alone.offer?.kind === 'create' && alone.offer.tasks.every(isNoName));
  return hollow ? [{ text, kind: 'unknown' }] : null;
}

function* formsOf({ text, memory, ctx }: FollowUp): Generator<Form> {
  const said = trimEnds(text);
  yield* restate(said, ctx);
  const named = withIt(said, memory);
  if (named) {
    yield { text: named.text, order: true, task: named.task };
    for (const form of restate(named.text, ctx)) yield { ...form, task: named.task };
  }
  const clauses = said.split(CLAUSES).map(trimEnds).filter(Boolean);
  if (clauses.length < 2 || clauses.length > 3 || CONDITION.test(said)) return;
  const [head = '', ...tail] = clauses;
  const topic = pointedAt(head, memory, ctx);
  for (const clause of [...tail.reverse(), head]) {
    const inner = withIt(clause, memory);
    const task = inner?.task ?? (clause === head ? undefined : topic);
    for (const form of [{ text: inner?.text ?? clause, order: true }, ...restate(inner?.text ?? clause, ctx)]) {
      yield { ...form, ...(task ? { task } : {}) };
      // What is said of a task that was named first is an order.
      if (task === topic && task && !form.order) yield { text: `make it ${form.text}`, order: true, task };
    }
  }
}

/** "the second one, …": the one task of the conversation that is named first. */
function pointedAt(head: string, { shown, focus, pair }: Memory, ctx: FollowUp['ctx']): TaskView | undefined {
  const [ref, more] = /^(?:the|my|that|number|task|#)\b/i.test(head) ? readRefs(head.replace(/^that (?=\S)/i, 'the '), ctx) : [];
  if (!ref || more) return undefined;
  if (ref.kind === 'ordinal') return shown.at(ref.n < 0 ? ref.n : ref.n - 1);
  if (ref.kind === 'pronoun' && ref.which === 'other') {
    const rest = pair.filter(({ number }) => !focus.some((task) => task.number === number));
    return rest.length === 1 ? rest[0] : undefined;
  }
  const found = unique([...shown, ...pair, ...focus]).filter((task) => (ref.kind === 'number' ? task.number === ref.n : ref.kind === 'title' && tierOf(ref.text, task.title)));
  return found.length === 1 ? found[0] : undefined;
}

const SMALL = /^(?:the|my|our|a|an|for|to|of|on|in|at|and|with|up|out|off|it|this|that|is|from)$/;
const VERB = new RegExp(`^(?:${DOING_VERB})$`);

/** A sentence that names one task of the conversation, with "it" in the place of the name. */
function withIt(text: string, { shown, pair, focus, created, changed }: Memory): { text: string; task: TaskView } | null {
  const known = unique([...shown, ...pair, ...(created ? [created] : []), ...(changed ?? []), ...focus]);
  const hits = known.flatMap((task) => {
    const all = task.title.toLowerCase().match(/[\p{L}\p{N}'-]+/gu) ?? [];
    const telling = all.filter((word) => word.length > 2 && !SMALL.test(word) && !(VERB.test(word) && all.length > 1));
    if (!telling.length) return [];
    const word = `(?:${all.map((each) => each.replace(/[^\p{L}\p{N}'-]/gu, '')).join('|')})s?`;
    const name = new RegExp(`\\b(?:the |my |that |our )?(?:${word} )*${`(?:${telling.join('|')})`}(?: ${word})*(?: (?:one|thing|task|bit))?(?![\\p{L}\\p{N}-])`, 'iu').exec(text);
    return name ? [{ task, name }] : [];
  });
  const longest = Math.max(...hits.map(({ name }) => name[0].length));
  const [hit, more] = hits.filter(({ name }) => name[0].length === longest);
  return hit && !more ? { text: `${text.slice(0, hit.name.index)}it${text.slice(hit.name.index + hit.name[0].length)}`, task: hit.task } : null;
}

const isPointer = (ref: Ref | undefined): boolean => ref?.kind === 'pronoun' && /^(?:it|them|both)$/.test(ref.which);

const speaksOfIt = (command: Command): boolean =>
  command.kind === 'correction' ||
  (command.kind === 'change' && command.refs.length > 0 && command.refs.every(isPointer)) ||
  ((command.kind === 'get' || command.kind === 'skip' || command.kind === 'copy' || command.kind === 'pause') && isPointer(command.ref)) ||
  (command.kind === 'question' && (command.offer ?? command.then) !== undefined && speaksOfIt(command.offer ?? command.then ?? command));

const pointsAtIt = (item: Item): item is Command => item.kind !== 'say' && item.kind !== 'raw' && speaksOfIt(item);
