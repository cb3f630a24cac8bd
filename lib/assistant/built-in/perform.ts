import type { LanguageContext } from '@/lib/language';
import { type Ask, askOf, type Command, type CommandOf } from '@/lib/language/commands';
import { alreadyThere } from './already-there';
import { changeInput } from './change-input';
import { type Memory, parentOfLatest, remembering } from './memory';
import { newTask } from './new-task';
import { perhapsAbout } from './perhaps-about';
import { perhapsStep } from './perhaps-step';
import { placeBeside } from './due-beside';
import { findAhead } from './remind-ahead';
import type { Pending } from './pending';
import type { Call } from './read-prompt';
import { resolveRefs, type Script, type Target } from './resolve-refs';
import { compareTwo, getOne, notTold } from './perform-ask';
import { copyIt, pauseIt, perhapsOnce, skipOne } from './perform-series';
import { HELP, NOTHING_WAITS, SMALL_TALK, UNKNOWN } from './say-fixed';
import { byNumber, sayDone, sayFailed } from './say-outcome';
import { listOf, nameOf, plainText } from './say-tasks';
import { wrongDraft } from './wrong-draft';

/** One thing to do: a command, a call decided on already, or something to say, which may leave a question open. */
export type Item = Command | { kind: 'raw'; text: string; call: Call } | { kind: 'say'; text: string; answer: string; pending?: Pending };

export type Reply = { text: string; pending?: Pending };
type Step = { said: string; ok: boolean; pending?: Pending; memory: Memory };

/** Does the items in order; the first that fails or has to be asked about stops the rest, and the answer says so. */
export function* perform(items: Item[], start: Memory, ctx: LanguageContext): Script<Reply> {
  const said: string[] = [];
  let memory = start;
  let fresh = true;
  for (const [index, item] of items.entries()) {
    const step: Step = item.kind === 'unknown' && said.length
      ? { said: `I don't understand "${plainText(item.text)}", so that part was not done.`, ok: false, memory }
      : yield* performOne(item, memory, ctx, fresh);
    if (step.memory !== memory) fresh = false;
    memory = item.kind === 'create' && !item.beside ? { ...step.memory, anchor: undefined } : step.memory;
    if (step.said) said.push(step.said);
    if (step.ok) continue;
    const rest = items.slice(index + 1).filter((other) => other.text);
    const { pending } = step;
    if (rest.length) said.push(notDone(rest, pending ? 'Not done yet' : 'Not done'));
    return { text: said.join('\n\n'), ...(pending ? { pending: rest.length ? { ...pending, rest } : pending } : {}) };
  }
  return { text: said.join('\n\n') };
}

/** What was asked for and is not done, in the person's own words. */
export const notDone = (items: Item[], lead = 'Not done'): string => `${lead}: ${items.map(({ text }) => `"${plainText(text)}"`).join(', ')}.`;

const isWide = (item: Item) => item.kind === 'change' && item.refs.some((ref) => ref.kind === 'filter' && !ref.one);

function* performOne(item: Item, memory: Memory, ctx: LanguageContext, fresh: boolean): Script<Step> {
  const stay = (said: string, ok = true, pending?: Pending): Step => ({ said, ok, memory, ...(pending ? { pending } : {}) });
  switch (item.kind) {
    case 'say':
      return stay(item.answer, !item.pending, item.pending);
    case 'raw':
      return yield* carryOut(item.call, memory, ctx, fresh);
    case 'create':
      return yield* create(item, memory, ctx, fresh);
    case 'call':
      return yield* carryOut({ tool: item.tool, input: { ...item.input } }, memory, ctx, fresh, item.about, undefined, item.ask ?? askOf(item.text), item.text);
    case 'change':
    case 'correction': {
      const command: CommandOf<'change'> =
        item.kind === 'change' ? item : { text: item.text, kind: 'change', tool: 'update_tasks', refs: [{ kind: 'pronoun', which: 'it' }], changes: item.changes };
      const target = yield* resolveRefs(command.refs, memory, ctx);
      if (target.kind === 'ask' || target.kind === 'none') return stopped(target, command, memory);
      const once = perhapsOnce(command, target);
      if (once) return stay(once.said, false, once.pending);
      const input = yield* changeInput(command, target, memory, ctx);
      if ('kind' in input) return stopped(input, command, memory);
      return yield* carryOut({ tool: command.tool, input: input.input }, memory, ctx, fresh, isWide(item) ? aboutOf(command) : '', command.errand);
    }
    case 'again': {
      const target = yield* resolveRefs(item.refs, memory, ctx);
      if (target.kind === 'ask' || target.kind === 'none') return stopped(target, item, memory);
      if (!memory.change || target.kind !== 'tasks') return stay('What should I do with it?', false);
      const { filter: _, tasks: __, ...rest } = memory.change.input;
      return yield* carryOut({ tool: memory.change.tool, input: { tasks: target.refs, ...rest } }, memory, ctx, fresh);
    }
    case 'get':
    case 'compare': {
      const step = item.kind === 'get' ? yield* getOne(item, memory, ctx, fresh) : yield* compareTwo(item, memory, ctx);
      if ('kind' in step) return stopped(step, item, memory);
      return item.kind === 'get' && item.ask === 'open' ? openAgain(step, item.text) : step;
    }
    case 'save-template': {
      const target = yield* resolveRefs([item.ref], memory, ctx);
      if (target.kind === 'ask' || target.kind === 'none') return stopped(target, item, memory);
      const task = target.kind === 'tasks' ? target.refs[0] : undefined;
      if (!task) return stay('Which task do you mean?', false);
      return yield* carryOut({ tool: 'save_as_template', input: { task, name: item.name } }, memory, ctx, fresh);
    }
    case 'skip':
    case 'pause':
    case 'copy': {
      const step = item.kind === 'skip'
        ? yield* skipOne(item, memory, ctx)
        : item.kind === 'pause' ? yield* pauseIt(item, memory, ctx) : yield* copyIt(item, memory, ctx);
      if (step.kind === 'said') {
        return {
          said: step.said,
          ok: false,
          memory: step.task ? { ...memory, focus: [step.task] } : memory,
          ...(step.pending ? { pending: step.pending } : {}),
        };
      }
      return yield* carryOut(step.call, memory, ctx, fresh);
    }
    case 'question':
      if (item.wants === 'date' && item.then?.kind === 'change' && item.then.refs.some((ref) => ref.kind === 'pronoun')) {
        // Of what nobody knows, no day is asked.
        const target = yield* resolveRefs(item.then.refs, memory, ctx);
        if (target.kind === 'ask' || target.kind === 'none') return stopped(target, item, memory);
      }
      return stay(item.question, false, item.offer ? { kind: 'offer', command: item.offer } : { kind: 'fill', question: item });
    case 'selection':
      return yield* performOne({ text: item.text, kind: 'get', ref: item.refs[0] ?? { kind: 'pronoun', which: 'it' } }, memory, ctx, fresh);
    case 'none-of-them':
    case 'no':
      return stay(NOTHING_WAITS.no);
    case 'yes':
      return stay(NOTHING_WAITS.yes);
    case 'help':
      return stay(HELP);
    case 'smalltalk':
      return stay(SMALL_TALK[item.topic]);
    case 'unknown': {
      const about = yield* perhapsAbout(item.text, memory, ctx);
      return about ? stay(about.said, false, about.pending) : stay(UNKNOWN, false);
    }
  }
}

/** Of a task that is said not to be done: that it is open still, or the question whether it shall be again. */
function openAgain(step: Step, text: string): Step {
  const [found] = step.ok ? step.memory.focus : [];
  if (!found) return step;
  if (found.status !== 'completed') return { ...step, said: `${step.said} It is still open.` };
  const command: CommandOf<'change'> = { text, kind: 'change', tool: 'reopen_tasks', refs: [{ kind: 'number', n: found.number }] };
  return { ...step, said: `${nameOf(found)} is marked as done. Shall I reopen it?`, ok: false, pending: { kind: 'offer', command } };
}

const aboutOf = (command: CommandOf<'change'>): string => command.refs.map((ref) => (ref.kind === 'filter' ? ref.about : '')).filter(Boolean).join(', ');

function stopped(target: Extract<Target, { kind: 'ask' | 'none' }>, command: Command, memory: Memory): Step {
  if (target.kind === 'none') return { said: target.message, ok: false, memory };
  return { said: target.question, ok: false, memory, pending: { kind: 'pick', command, candidates: target.candidates } };
}

/** Calls the tool, tells what came of it, and keeps what may be referred to next. */
function* carryOut(call: Call, memory: Memory, ctx: LanguageContext, fresh: boolean, about = '', errand?: Command, ask?: Ask, text = ''): Script<Step> {
  const outcome = yield { call, about };
  const after = remembering(memory, { ...call, outcome }, fresh);
  if (outcome.kind === 'denied') {
    return {
      said: `You declined that, so nothing was changed${outcome.reason ? ` (${plainText(outcome.reason)})` : ''}.`,
      ok: false,
      memory: after,
    };
  }
  if (outcome.kind === 'ok') {
    const rest = ask ? notTold(text, outcome, memory) : outcome;
    return { said: rest ? sayDone(call, rest, ctx, about, ask) : 'No, nothing else.', ok: true, memory: after };
  }
  const pending: Pending | undefined =
    outcome.candidates.length && (outcome.code === 'ambiguous' || outcome.code === 'not_found')
      ? { kind: 'choose', call, ...(outcome.ref ? { ref: outcome.ref } : {}), candidates: outcome.code === 'ambiguous' ? byNumber(outcome.candidates) : outcome.candidates }
      : undefined;
  if (outcome.code === 'not_found' && !pending && errand?.kind === 'create') {
    return {
      said: `${sayFailed(outcome, ctx, call)} Shall I add "${plainText(errand.tasks[0]?.title ?? '')}" as a task?`,
      ok: false,
      memory: after,
      pending: { kind: 'offer', command: errand },
    };
  }
  return { said: sayFailed(outcome, ctx, call), ok: false, memory: after, ...(pending ? { pending } : {}) };
}

function* create(item: CommandOf<'create'>, memory: Memory, ctx: LanguageContext, fresh: boolean): Script<Step> {
  const [first] = item.tasks;
  if (item.ahead && first) {
    const found = yield* findAhead(item, first);
    if (found.kind === 'ask') return { said: found.question, ok: false, memory, pending: found.pending };
    const change = (refs: CommandOf<'change'>['refs']): CommandOf<'change'> =>
      ({ text: item.text, kind: 'change', tool: 'update_tasks', refs, changes: { reminder: first.reminder } });
    if (found.kind === 'one') return yield* performOne(change(found.tasks.map(({ number: n }) => ({ kind: 'number', n }))), memory, ctx, fresh);
    return {
      said: `Which one do you mean?\n\n${listOf(byNumber(found.tasks), ctx)}`,
      ok: false,
      memory,
      pending: { kind: 'pick', command: change([]), candidates: byNumber(found.tasks) },
    };
  }
  if (item.beside) {
    const placed = yield* placeBeside(item, item.beside, memory, ctx);
    return 'create' in placed ? yield* create(placed.create, { ...memory, anchor: placed.anchor }, ctx, fresh) : { said: placed.said, ok: false, memory, pending: placed.pending };
  }
  const wrong = wrongDraft(item, ctx);
  if (wrong) return { said: wrong.said, ok: false, memory, ...(wrong.pending ? { pending: wrong.pending } : {}) };
  const there = item.unlessThere ? yield* alreadyThere(item.tasks) : undefined;
  if (there) {
    return {
      said: `"${plainText(there.title)}" is there already (task ${there.number}), so nothing was added.`,
      ok: true,
      memory: { ...memory, focus: [there] },
    };
  }
  const step = yield* perhapsStep(item, memory);
  if (step) return { said: step.said, ok: false, memory, pending: step.pending };
  let parent = item.parent?.kind === 'pronoun' ? parentOfLatest(memory) : undefined;
  if (item.parent && !parent) {
    const target = yield* resolveRefs([item.parent], memory, ctx);
    if (target.kind === 'ask' || target.kind === 'none') return stopped(target, item, memory);
    parent = target.kind === 'tasks' ? target.refs[0] : undefined;
  }
  const tasks = item.tasks.map((draft) => ({ ...newTask(draft), ...(parent ? { parent } : {}) }));
  return yield* carryOut({ tool: 'create_tasks', input: { tasks } }, memory, ctx, fresh);
}
