import type { LanguageContext } from '@/lib/language';
import { type Command, isOnlyWhen, namesDay, pointIn, readCommands, readRefs, type Ref } from '@/lib/language/commands';
import { joined } from '@/lib/tasks/words';
import { fill, isAny, LEFT } from './fill-question';
import { answerOtherwise } from './answer-otherwise';
import { offerWith } from './offer-detail';
import type { TaskView } from './outcome';
import type { Pending } from './pending';
import { type Item, notDone } from './perform';
import { withChoice } from './with-choice';
import { withRefs } from './with-refs';
import { pattern } from '@/lib/language/pattern';

/**
 * What a message means as the answer to the question that waits; null when it is something new. What the same sentence asked for
 * after it follows, unless the answer is that nothing shall be done, or asks back.
 */
export function answerPending(pending: Pending, text: string, ctx: LanguageContext): Item[] | null {
  const items = answerOnly(pending, text, ctx);
  const { rest } = pending;
  const [first] = items ?? [];
  if (!items || !first || !rest?.length) return items;
  if (first.kind !== 'say') return [...items, ...rest];
  return first.pending ? [{ ...first, pending: { ...first.pending, rest } }] : [{ ...first, answer: `${first.answer} ${notDone(rest)}` }];
}

function answerOnly(pending: Pending, text: string, ctx: LanguageContext): Item[] | null {
  const commands = readCommands(text, ctx, { tasks: 0, asked: true });
  const [first] = commands;
  if (!first) return null;
  // "scratch that" is said of the question, and takes back nothing that was done before it.
  if (first.kind === 'call' && first.tool === 'undo' && !/\b(?:undo|un-do|revert|roll ?back|back)\b/i.test(text)) return [{ kind: 'say', text, answer: LEFT }];
  switch (pending.kind) {
    case 'choose':
    case 'pick':
      return answerOtherwise(pending, text, ctx) ?? answerChoice(pending, text, first, commands.length, ctx) ?? (commands.length === 1 && pending.candidates.length ? stillAsked(pending, text, first) : null);
    case 'offer':
      if (first.kind === 'yes') return [pending.command];
      return first.kind === 'no' || first.kind === 'none-of-them'
        ? [{ kind: 'say', text, answer: pending.command.kind === 'create' ? 'All right, I added nothing.' : LEFT }]
        : commands.length === 1 && first.kind !== 'correction' ? offerWith(pending.command, text, ctx) : null;
    case 'fill':
      return fill(pending.question, text, commands, ctx);
  }
}

/**
 * Chosen among the tasks of a question. A number is a task's number when the question listed it, for the list shows task
 * numbers; else it is a position in the list.
 */
function answerChoice(pending: Extract<Pending, { kind: 'choose' | 'pick' }>, text: string, first: Command, count: number, ctx: LanguageContext): Item[] | null {
  const { candidates } = pending;
  if (first.kind === 'no' || first.kind === 'none-of-them') return [{ kind: 'say', text, answer: LEFT }];
  let chosen = byWords(text, candidates) ?? byDay(text, candidates, ctx);
  if (!chosen && first.kind === 'yes') chosen = candidates.length === 1 ? candidates : null;
  if (!chosen && first.kind === 'selection' && count === 1) chosen = first.refs.flatMap((ref) => chosenBy(ref, candidates) ?? []);
  if (!chosen?.length) {
    if (pending.kind === 'pick' && !candidates.length) {
      const refs =
        first.kind === 'selection' ||
        (
          (first.kind === 'unknown' || (first.kind === 'question' && first.offer?.kind !== 'change') || first.kind === 'get') &&
          isNameLike(text) &&
          !isOnlyWhen(text, ctx)
        )
          ? readRefs(text, ctx)
          : [];
      if (isAny(refs, text)) return null;
      return refs.length ? [withRefs(pending.command, refs)] : null;
    }
    if (first.kind !== 'selection' && !(first.kind === 'yes' && candidates.length)) return null;
    return unclear(pending, text, candidates);
  }
  return chosenOf(pending, text, chosen);
}

/** How a question, a sentence or a refusal begins: no name. */
const ASKS_OR_REFUSES = pattern('i')`
  ^(?:(?:and|so|ok(?:ay)?|great|well|no|oh|please|hmm|now|just|but)[\s,]+)*(?:
    what|when|where|which|who|why|how|is|are|do|does|did|can|could|would|will|don'?t|dont|i|you|he|she|they|we|it'?s
    |explain|tell|act|because|never|nothing|not
  )\b
`;

/** Short and no sentence of its own: what may be the name that was asked for. */
const isNameLike = (text: string): boolean =>
  text.trim().split(/\s+/).length <= 8 && !/\?/.test(text) && !ASKS_OR_REFUSES.test(text.trim());

/** "not that one" and what says nothing by itself: the question stays. Of two, the one that was not ruled out is meant. */
function stillAsked(pending: Extract<Pending, { kind: 'choose' | 'pick' }>, text: string, first: Command): Item[] | null {
  const { candidates } = pending;
  const not = /^(?:no,? )?not (.{1,60}?)[.!]*$/i.exec(text.trim())?.[1];
  const out = not ? byWords(not, candidates) : null;
  const left = candidates.filter((task) => !out?.includes(task));
  if (out && left.length === 1) return chosenOf(pending, text, left);
  // A question or a wish to see something is another subject.
  if (!not && (first.kind !== 'unknown' || /^(?:show|open|find|what|how|when|why|who|where|is|are|do|does|can)\b/i.test(text.trim()))) return null;
  return unclear(pending, text, left);
}

function unclear(pending: Extract<Pending, { kind: 'choose' | 'pick' }>, text: string, candidates: TaskView[]): Item[] {
  const range = joined(candidates.map((task) => String(task.number)), 'or');
  return [{ kind: 'say', text, answer: `I can't tell which one that is. Which number do you mean: ${range}? Or say "none".`, pending }];
}

function chosenOf(pending: Extract<Pending, { kind: 'choose' | 'pick' }>, text: string, chosen: TaskView[]): Item[] {
  const names = [...new Set(chosen.map((task) => task.number))];
  if (pending.kind === 'pick') return [withRefs(pending.command, names.map((n): Ref => ({ kind: 'number', n })))];
  return [{ kind: 'raw', text, call: withChoice(pending.call, pending.ref, names.map(String)) }];
}

function chosenBy(ref: Ref, candidates: TaskView[]): TaskView[] | null {
  switch (ref.kind) {
    case 'number': {
      const task = candidates.find((candidate) => candidate.number === ref.n) ?? candidates[ref.n - 1];
      return task ? [task] : null;
    }
    case 'ordinal': {
      const task = candidates.at(ref.n < 0 ? ref.n : ref.n - 1);
      return task ? [task] : null;
    }
    case 'pronoun':
      if (ref.which === 'both') return candidates.length === 2 ? candidates : null;
      // Neither was spoken of before, so neither is "the other one".
      return ref.which === 'other' || ref.which === 'one' ? null : candidates;
    case 'title':
      return byWords(ref.text, candidates);
    default:
      return null;
  }
}

const wordsOf = (text: string): string[] => text.toLowerCase().split(/[^\p{L}\p{N}']+/u).filter(Boolean);
const SMALL = new Set(['the', 'one', 'a', 'an', 'my', 'task', 'about', 'for', 'with', 'to', 'on', 'of', 'please', 'i', 'mean', 'meant', 'it', 'is', 'due', 'that', 'this']);

/** The one candidate whose title (or tag, or priority) holds every word that was said. */
function byWords(text: string, candidates: TaskView[]): TaskView[] | null {
  const exact = candidates.filter((task) => task.title.toLowerCase() === text.trim().toLowerCase());
  if (exact.length === 1) return exact;
  const said = wordsOf(text).filter((word) => !SMALL.has(word));
  if (!said.length || said.length > 10 || said.every((word) => /^\d+$/.test(word))) return null;
  const found = candidates.filter((task) => {
    const words = [...wordsOf(task.title), ...task.tags.map((tag) => tag.toLowerCase()), ...(task.priority && task.priority !== 'none' ? [task.priority] : [])];
    return said.every((word) => words.some((own) => own === word || own === `${word}s` || `${own}s` === word));
  });
  return found.length === 1 ? found : null;
}

/** "the one tomorrow", "friday's": the one candidate that is due then. */
function byDay(text: string, candidates: TaskView[], ctx: LanguageContext): TaskView[] | null {
  const when = /^(?:(?:no|oh|ok|i mean|i meant)[\s,]+)*(?:the )?(?:one|task|that one)? ?(?:that(?:'s| is) )?(?:due |at |on |for )?(.{2,30}?)(?:'s)?(?: one)?[.!]*$/i.exec(text.trim())?.[1];
  const point = when && isOnlyWhen(when, ctx) ? pointIn(when, ctx) : null;
  if (!point || point.problem) return null;
  const clock = point.time && !namesDay(when ?? '');
  const found = candidates.filter((task) => (clock ? task.dueTime === point.time : task.dueDate === point.date && (!point.time || task.dueTime === point.time)));
  return found.length === 1 ? found : null;
}
