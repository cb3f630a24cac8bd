import type { Ref } from '@/lib/language/commands';
import { isPartOfList, tierOf } from '@/lib/tasks/match-title';
import type { Memory } from './memory';
import type { Outcome, TaskView } from './outcome';
import type { Call } from './read-prompt';
import { byNumber } from './say-outcome';
import { listOf, plainText } from './say-tasks';
import type { LanguageContext } from '@/lib/language';

/** Which tasks a call is for, or the question that has to be asked first. */
export type Target =
  /** `found`: those of them that the conversation knows or that were looked up. */
  | { kind: 'tasks'; refs: string[]; found?: TaskView[] }
  | { kind: 'filter'; filter: Record<string, unknown> }
  | { kind: 'ask'; question: string; candidates: TaskView[] }
  | { kind: 'none'; message: string };

/** A step that may call tools and receives their outcomes. */
export type Script<T> = Generator<{ call: Call; about?: string }, T, Outcome>;

/** How many tasks a singular description may match before the question lists only the first of them. */
const ASKED_AT_MOST = 10;

/**
 * Turns names, numbers, pronouns and descriptions into what a tool takes. Pronouns stand only for what the conversation makes
 * certain; everything else is a question. May look up tasks.
 */
export function* resolveRefs(refs: Ref[], memory: Memory, ctx: LanguageContext): Script<Target> {
  const [only] = refs;
  if (refs.length === 1 && (only?.kind === 'filter' || only?.kind === 'pronoun') && only.but) return yield* allBut(only, only.but, memory, ctx);
  if (refs.length === 1 && only?.kind === 'filter' && !only.one) return { kind: 'filter', filter: { ...only.filter } };
  const names: string[] = [];
  const found: TaskView[] = [];
  for (const ref of refs) {
    const target = yield* resolveOne(ref, memory, ctx);
    if (target.kind === 'ask' || target.kind === 'none') return target;
    if (target.kind !== 'tasks') continue;
    names.push(...target.refs);
    found.push(...(target.found ?? []));
  }
  return names.length ? { kind: 'tasks', refs: [...new Set(names)], found } : { kind: 'ask', question: 'Which task do you mean?', candidates: [] };
}

function* resolveOne(ref: Ref, memory: Memory, ctx: LanguageContext): Script<Target> {
  switch (ref.kind) {
    case 'number':
      return { kind: 'tasks', refs: [String(ref.n)] };
    case 'title':
      return { kind: 'tasks', refs: [(ref.early ? undefined : inContext(ref.text, memory)) ?? ref.text] };
    case 'ordinal':
      return ordinal(ref.n, memory, ctx);
    case 'pronoun':
      return yield* pronoun(ref.which, memory, ctx);
    case 'filter':
      return yield* described(ref, ctx);
  }
}

const numbers = (tasks: TaskView[]): Target => ({ kind: 'tasks', refs: tasks.map((task) => String(task.number)), found: tasks });

const ask = (question: string, candidates: TaskView[], ctx: LanguageContext): Target => ({
  kind: 'ask',
  question: candidates.length ? `${question}\n\n${listOf(byNumber(candidates), ctx)}` : question,
  candidates: byNumber(candidates),
});

const WHICH = 'Which task do you mean? Say its number or its title.';

/** "the milk one" right after a list means the one of the list, when there is exactly one. */
function inContext(title: string, { focus, shown }: Memory): string | undefined {
  // Once something else was talked about, another task may be meant as well.
  if (shown.length < 2 || !shown.every((task) => focus.some(({ number }) => number === task.number))) return undefined;
  const said = title.toLowerCase();
  if (focus.some((task) => task.title.toLowerCase() === said)) return undefined;
  const words = said.split(/\s+/);
  const found = shown.filter((task) => {
    if (isPartOfList(title, task.title)) return false;
    const known = task.title.toLowerCase().split(/[^\p{L}\p{N}']+/u);
    return words.every((word) => known.includes(word));
  });
  return found.length === 1 ? String(found[0]?.number) : undefined;
}

function ordinal(n: number, memory: Memory, ctx: LanguageContext): Target {
  const list = memory.shown.length ? memory.shown : memory.empty ? [] : memory.focus;
  if (n === -1 && !memory.shown.length && memory.created) return numbers([memory.created]);
  const task = list.at(n < 0 ? n : n - 1);
  if (task) return numbers([task]);
  if (!list.length) return ask('I have shown no list to count in. Which task do you mean? Say its number or its title.', [], ctx);
  return ask(`The list has only ${list.length === 1 ? 'one task' : `${list.length} tasks`}. Which one do you mean?`, list, ctx);
}

function* pronoun(which: Extract<Ref, { kind: 'pronoun' }>['which'], memory: Memory, ctx: LanguageContext): Script<Target> {
  const { focus, pair } = memory;
  switch (which) {
    case 'it':
      return focus.length === 1 && !memory.empty ? numbers(focus) : ask(focus.length && !memory.empty ? 'Which one do you mean?' : WHICH, memory.empty ? [] : focus, ctx);
    case 'one': {
      const several = focus.length > 1 ? focus : pair;
      return several.length ? ask('Which one do you mean?', several, ctx) : ask(WHICH, [], ctx);
    }
    case 'them':
      return focus.length && !memory.empty ? numbers(focus) : ask('Which tasks do you mean? Say their numbers or titles.', [], ctx);
    case 'both':
      if (focus.length === 2) return numbers(focus);
      if (pair.length === 2) return numbers(pair);
      return ask('Which two do you mean?', focus, ctx);
    case 'other': {
      const rest = pair.filter((task) => !focus.some((other) => other.number === task.number));
      if (focus.length === 1 && rest.length === 1) return numbers(rest);
      return ask('Which other one do you mean?', rest.length ? rest : focus, ctx);
    }
    case 'others': {
      const rest = shownBut(memory);
      return rest.length ? numbers(rest) : ask('Which others do you mean?', memory.shown, ctx);
    }
    case 'remaining': {
      const rest = shownBut(memory);
      const open = (rest.length ? rest : memory.shown).filter((task) => task.status !== 'completed' && !task.deletedAt);
      return open.length ? numbers(open) : ask('Which remaining ones do you mean?', [], ctx);
    }
    case 'next':
      return nextOne(memory, ctx);
    case 'last': {
      if (memory.created) return numbers([memory.created]);
      const outcome = yield { call: { tool: 'list_tasks', input: { status: 'pending', sort: 'created', order: 'desc', limit: 1 } } };
      return outcome.kind === 'ok' && outcome.tasks[0] ? numbers([outcome.tasks[0]]) : { kind: 'none', message: 'You have no open tasks.' };
    }
  }
}

/** What is left of the list on show beside what was just acted on; nothing when that is not of the list. */
const shownBut = ({ shown, focus }: Memory): TaskView[] =>
  focus.length && focus.length < shown.length && focus.every(({ number }) => shown.some((task) => task.number === number))
    ? shown.filter((task) => !focus.some(({ number }) => number === task.number))
    : [];

/** The occurrence that a completed one made, or the one after the task that was just acted on in the list on show. */
function nextOne({ focus, shown, latest }: Memory, ctx: LanguageContext): Target {
  const made = latest?.outcome.kind === 'ok' ? latest.outcome.next : [];
  if (made.length === 1) return numbers(made);
  const at = focus.length === 1 ? shown.findIndex(({ number }) => number === focus[0]?.number) : -1;
  const after = at < 0 ? undefined : shown[at + 1];
  if (after) return numbers([after]);
  return shown.length ? ask('Which one do you mean?', shown, ctx) : ask(WHICH, [], ctx);
}

/** How many tasks "all but …" may hold: as many as one call takes. */
const ALL_AT_MOST = 50;

/** "everything today except the dog", "all of them but the dog": all of them are looked up, and each that stays must be among them. */
function* allBut(ref: Ref & { kind: 'filter' | 'pronoun' }, but: Ref[], memory: Memory, ctx: LanguageContext): Script<Target> {
  const found = ref.kind === 'pronoun' ? memory.focus : yield* lookUp(ref.filter);
  if ('kind' in found) return found;
  const all = found;
  if (!all.length) return { kind: 'none', message: `I found no task${ref.kind === 'filter' && ref.about ? ` ${ref.about}` : ''}, so nothing was changed.` };
  if (all.length > ALL_AT_MOST) {
    return {
      kind: 'none',
      message: `These are more than ${ALL_AT_MOST} tasks, so nothing was changed. Say it of fewer, for example of one day or tag.`,
    };
  }
  const stay: TaskView[] = [];
  for (const left of but) {
    const target = left.kind === 'title' ? null : yield* resolveOne(left, memory, ctx);
    const stays = all.filter((task) => (left.kind === 'title' ? tierOf(left.text, task.title) || task.tags.some((tag) => tag.toLowerCase() === left.text.toLowerCase()) : target?.kind === 'tasks' && target.refs.includes(String(task.number))));
    if (!stays.length) {
      return ask(`I can't tell what should be left out${left.kind === 'title' ? `: none of these is "${plainText(left.text)}"` : ''}. Which ones do you mean?`, all.slice(0, ASKED_AT_MOST), ctx);
    }
    stay.push(...stays);
  }
  const rest = all.filter((task) => !stay.includes(task));
  return rest.length ? numbers(rest) : { kind: 'none', message: 'Nothing is left without those, so nothing was changed.' };
}

function* lookUp({ q, ...filter }: Extract<Ref, { kind: 'filter' }>['filter']): Script<TaskView[] | Extract<Target, { kind: 'none' }>> {
  const outcome = yield { call: q ? { tool: 'search_tasks', input: { query: q, ...filter, limit: ALL_AT_MOST + 1 } } : { tool: 'list_tasks', input: { ...filter, limit: ALL_AT_MOST + 1 } } };
  return outcome.kind === 'ok' ? outcome.tasks : { kind: 'none', message: outcome.kind === 'failed' ? outcome.message : 'Nothing was changed.' };
}

/** "the reminder for tomorrow": looked up first, because one was said. */
function* described(ref: Extract<Ref, { kind: 'filter' }>, ctx: LanguageContext): Script<Target> {
  const { q, ...filter } = ref.filter;
  const call: Call = q
    ? { tool: 'search_tasks', input: { query: q, ...filter, limit: ASKED_AT_MOST } }
    : { tool: 'list_tasks', input: { ...filter, limit: ASKED_AT_MOST } };
  const outcome = yield { call };
  if (outcome.kind !== 'ok') return { kind: 'none', message: outcome.kind === 'failed' ? outcome.message : 'Nothing was changed.' };
  if (!outcome.tasks.length) {
    return {
      kind: 'none',
      message: `I found no ${filter.status === 'completed' ? 'completed' : 'open'} task${ref.about ? ` ${ref.about}` : ''}, so nothing was changed.`,
    };
  }
  if (!ref.one || (outcome.tasks.length === 1 && (outcome.total ?? 1) <= 1)) return numbers(outcome.tasks);
  return ask('Which one do you mean?', outcome.tasks, ctx);
}
