import type { LanguageContext } from '@/lib/language';
import { type Command, readCommands } from '@/lib/language/commands';
import { answerPending } from './answer-pending';
import { keepAsking } from './keep-asking';
import { followUp } from './follow-up';
import { remember, type Memory } from './memory';
import type { Pending } from './pending';
import { perform, type Item, type Reply } from './perform';
import type { Call, RecordedCall, Turn } from './read-prompt';
import { byNumber } from './say-outcome';
import { dueOf, plainText } from './say-tasks';

/** The next step of an answer: one tool call, or the text that ends it. */
export type Decision = { kind: 'call'; call: Call } | { kind: 'text'; reply: Reply };

/** How far back a question may reach that was answered by another question. */
const DEPTH = 4;

/** What to do next about the newest user message, given all turns and what the tools have reported already. */
export function decide(turns: Turn[], ctx: LanguageContext): Decision {
  const current = turns.at(-1);
  if (!current) return { kind: 'text', reply: { text: 'What would you like to get done?' } };
  const earlier = turns.slice(0, -1);
  const memory: Memory = remember(earlier);
  const pending = waiting(earlier, ctx, DEPTH);
  return run(current, pending ? { ...memory, pending } : memory, ctx);
}

function run(turn: Turn, memory: Memory, ctx: LanguageContext): Decision {
  const script = perform(itemsOf(turn.user, memory, ctx), memory, ctx);
  const recorded = [...turn.calls];
  let step = script.next();
  while (!step.done) {
    const { call } = step.value;
    const known = takeRecorded(recorded, call);
    if (!known) return { kind: 'call', call };
    if (!known.outcome) return { kind: 'text', reply: { text: 'That is not decided yet, so nothing was changed.' } };
    step = script.next(known.outcome);
  }
  return { kind: 'text', reply: step.value };
}

/** The recorded call that stands for a planned one. A call that is on record is never made again. */
function takeRecorded(recorded: RecordedCall[], call: Call): RecordedCall | undefined {
  const index = recorded.findIndex((other) => other.tool === call.tool);
  return index < 0 ? undefined : recorded.splice(0, index + 1).at(-1);
}

/** A detail put right after something that was not done is about that; no task is changed for it. */
function strayCorrection([first, more]: Command[], { focus, latest, pending }: Memory): Item[] | null {
  if (first?.kind !== 'correction' || more) return null;
  // "actually medium", just after several were changed together.
  if (focus.length > 1 && !first.changes.title && latest?.changed && latest.turnsAgo === 1) {
    return [{
      text: first.text,
      kind: 'change',
      tool: 'update_tasks',
      refs: focus.map(({ number: n }) => ({ kind: 'number', n })),
      changes: first.changes,
    }];
  }
  const asked = pending?.kind === 'offer' && pending.command.kind === 'create' ? pending.command.tasks : [];
  const [draft, other] = asked;
  const { dueDate, dueTime } = first.changes;
  if (pending?.kind === 'offer' && pending.command.kind === 'create' && draft && !other && (dueDate || dueTime)) {
    const due = { date: dueDate ?? draft.due?.date ?? null, time: dueTime ?? draft.due?.time ?? null };
    const offer: Command = { ...pending.command, tasks: [{ ...draft, due }] };
    return [{
      text: first.text,
      kind: 'question',
      action: 'add',
      question: `Shall I add "${plainText(draft.title)}"${due.date ? `, due ${dueOf({ dueDate: due.date, dueTime: due.time })}` : ` at ${due.time}`} as a task?`,
      offer,
    }];
  }
  const then: Command = { text: first.text, kind: 'change', tool: 'update_tasks', refs: [], changes: first.changes };
  return latest?.outcome.kind === 'failed'
    ? [{
      text: first.text,
      kind: 'question',
      action: 'update',
      wants: 'task',
      question: 'Which task do you mean? Say its number or its title.',
      then,
    }]
    : null;
}

function itemsOf(text: string, memory: Memory, ctx: LanguageContext): Item[] {
  const answer = memory.pending ? answerPending(memory.pending, text, ctx) : null;
  if (answer) return answer;
  const commands = readCommands(text, ctx, { tasks: memory.focus.length, asked: false, undated: memory.undated === true });
  const items = followUp(text, commands, memory, ctx) ?? strayCorrection(commands, memory) ?? commands;
  return memory.pending ? keepAsking(memory.pending, text, items) : items;
}

/**
 * The question that the last turn ended with, worked out again from what was said and what the tools reported then, so that
 * it needs no memory outside the conversation.
 */
function waiting(turns: Turn[], ctx: LanguageContext, depth: number): Pending | undefined {
  const last = turns.at(-1);
  if (!last || depth === 0) return undefined;
  const call = last.calls.at(-1);
  if (call?.outcome?.kind === 'failed' && call.outcome.candidates.length && (call.outcome.code === 'ambiguous' || call.outcome.code === 'not_found')) {
    const { ref, candidates, code } = call.outcome;
    const question = asked(turns, ctx, depth);
    // What was only looked up goes on with what it was looked up for.
    if (question?.kind === 'pick') return question;
    const rest = question?.rest;
    return {
      kind: 'choose',
      call: { tool: call.tool, input: call.input },
      ...(ref ? { ref } : {}),
      candidates: code === 'ambiguous' ? byNumber(candidates) : candidates,
      ...(rest ? { rest } : {}),
    };
  }
  return last.said.includes('?') ? asked(turns, ctx, depth) : undefined;
}

/** The question at which the newest turn stopped, when it is gone through once more. */
function asked(turns: Turn[], ctx: LanguageContext, depth: number): Pending | undefined {
  const last = turns.at(-1);
  if (!last) return undefined;
  const earlier = turns.slice(0, -1);
  const memory = remember(earlier);
  const pending = waiting(earlier, ctx, depth - 1);
  const decision = run(last, pending ? { ...memory, pending } : memory, ctx);
  return decision.kind === 'text' ? decision.reply.pending : undefined;
}
