import type { LanguageContext } from '../types';
import { stripCourtesy, stripName, tidy } from './normalize';
import { isRecall, matchAdd, readSubtask, toCreate } from './read-add';
import { readBare } from './read-bare';
import { readComplete } from './read-complete';
import { readCorrection } from './read-correction';
import { readHistory, readInsight } from './read-insight';
import { readQuery } from './read-query';
import { readRefs } from './read-refs';
import { readRemove } from './read-remove';
import { readSelection, readSocial } from './read-social';
import { readTags } from './read-tags';
import { readUpdate } from './read-update';
import { splitClauses } from './split-clauses';
import { durationIn } from './when';
import type { Command, Focus } from './types';

/** Longer than this only a new task can be meant: its title is asked to be shorter. */
const COMMAND_MAX = 600;
const NO_FOCUS: Focus = { tasks: 0, asked: false };

/**
 * What an utterance asks for, in order. Names of tasks stay as they were said; the conversation resolves them. `focus` tells
 * whether a question waits for an answer and how many tasks the last results named. Never throws, whatever the text; what it
 * does not understand is `unknown`, alone.
 */
export function readCommands(text: string, ctx: LanguageContext, focus: Focus = NO_FOCUS): Command[] {
  const whole = tidy(text);
  if (!whole) return [{ text: '', kind: 'unknown' }];
  const alone = readAlone(whole, ctx, focus);
  if (alone) return [alone];
  const clauses = splitClauses(withoutDetour(stripName(whole)));
  const commands: Command[] = [];
  for (let index = 0; index < clauses.length; index += 1) {
    let clause = clauses[index] ?? '';
    let command = readClause(clause, ctx);
    // What cannot stand alone belongs to its neighbour: the joint between them was none.
    while (command.kind === 'unknown' && index + 1 < clauses.length && !commands.length) {
      const end = whole.indexOf(clauses[index + 1] ?? '', whole.indexOf(clause) + clause.length) + (clauses[index + 1] ?? '').length;
      const next = readClause(clauses[index + 1] ?? '', ctx);
      if (next.kind !== 'unknown') break;
      clause = whole.slice(whole.indexOf(clause), end);
      command = readClause(clause, ctx);
      index += 1;
    }
    commands.push(command);
  }
  return joinAdds(settle(commands, whole, ctx));
}

/** "open the grocery list and add milk": where to look is said first, what to do comes after. */
function withoutDetour(text: string): string {
  const found = /^(.{0,30}?)(?:open|bring up|pull up|go to|check|look at|get)(?: up)? (?:(?:the )?events on )?(?:the |my )?(?:([\p{L}-]+) )?(list|calendar|schedule)(?:,? and|,| then|,? and then) (?=(?:please )?(?:add|put|make|create|delete|remove|set)\b)/iu.exec(text);
  if (!found || /\S{30}/.test(text)) return text;
  const rest = `${found[1] ?? ''}${text.slice(found[0].length)}`;
  return found[2] && /^(?:.{0,30}?)(?:add|put)\b/i.test(rest) && !/\blist\b/i.test(rest) ? `${rest.replace(/[.!\s]+$/, '')} to my ${found[2]} ${found[3] ?? 'list'}` : rest;
}

/** Answers, small talk, corrections and undo: sentences that are one thing from end to end. */
function readAlone(whole: string, ctx: LanguageContext, focus: Focus): Command | null {
  const social = readSocial(whole);
  if (social?.kind === 'no' && focus.tasks === 1 && !focus.asked && /^cancel (?:it|that)\W*$/i.test(whole)) {
    return { text: whole, kind: 'change', tool: 'delete_tasks', refs: [{ kind: 'pronoun', which: 'it' }] };
  }
  if (social) return social;
  const back = readHistory(stripCourtesy(whole)) ?? readHistory(whole);
  if (back) return back;
  const bare = readVerb(whole);
  if (bare) return bare;
  const ahead = focus.tasks === 1 ? /^(?:(?:and|also|please)\s+)*remind me (.{1,30}?) (?:before(?:hand)?|earlier|in advance|ahead)[.!]*$/i.exec(whole) : null;
  const minutes = ahead?.[1] ? durationIn(ahead[1])?.minutes : undefined;
  if (minutes) return { text: whole, kind: 'correction', changes: { reminder: { minutesBefore: minutes } } };
  const again = readAgain(whole, ctx);
  if (again) return again;
  const selection = readSelection(whole);
  if (selection) return selection;
  const inner = stripCourtesy(whole);
  return readCorrection(whole, ctx) ?? (inner === whole ? null : readSocial(inner) ?? readCorrection(inner, ctx));
}

/** A verb alone: what it is about is asked. */
function readVerb(whole: string): Command | null {
  const verb = whole.toLowerCase().replace(/[\s.!?…]+$/, '').trim();
  const text = whole;
  if (/^(?:create|new|make|add one|add something|remind|schedule)$/.test(verb)) return { text, kind: 'question', action: 'add', wants: 'title', question: 'What should the task be called?' };
  if (/^(?:complete|finish|done|finished|completed|mark|check|check off|tick|mark as done|mark done|mark complete)$/.test(verb)) {
    return { text, kind: 'question', action: 'update', wants: 'task', question: 'Which task is done? Say its number or its title.', then: { text, kind: 'change', tool: 'complete_tasks', refs: [] } };
  }
  if (/^(?:reopen|restore)$/.test(verb)) {
    return { text, kind: 'question', action: 'update', wants: 'task', question: `Which task should I ${verb}? Say its number or its title.`, then: { text, kind: 'change', tool: verb === 'reopen' ? 'reopen_tasks' : 'restore_tasks', refs: [] } };
  }
  if (/^(?:move|reschedule|change|update|edit|rename|postpone|snooze|tag|prioriti[sz]e)$/.test(verb)) {
    return { text, kind: 'question', action: 'update', question: `Which task, and what should change? For example: "move task 3 to Friday" or "make task 3 high priority".` };
  }
  return /^(?:show|list|show me|tasks|todo|to-do|todos)$/.test(verb) ? { text, kind: 'call', tool: 'list_tasks', input: { status: 'pending' }, about: '' } : null;
}

/** "and the other one", "task 4 too": the last change once more, for other tasks. */
function readAgain(whole: string, ctx: LanguageContext): Command | null {
  const said = /^(?:and|also)\s+(.{1,60}?)(?: too| as well| also)?[.!]*$/i.exec(whole)?.[1] ?? /^(.{1,60}?),? (?:too|as well|also)[.!]*$/i.exec(whole)?.[1];
  if (!said || !/^(?:(?:the )?(?:tasks?|number) #?\d[\d, and#]*|#?\d+(?:(?:, | and | )#?\d+)*|the other(?: one)?|both|all of them|the (?:first|second|third|fourth|fifth|last)(?: one)?|the .{1,40} (?:one|task))$/i.test(said)) return null;
  const refs = readRefs(said, ctx);
  return refs.length ? { text: whole, kind: 'again', refs } : null;
}

function readClause(clause: string, ctx: LanguageContext): Command {
  const sentence = stripCourtesy(clause);
  return readSentence(sentence, ctx) ?? { text: clause, kind: 'unknown' };
}

function readSentence(sentence: string, ctx: LanguageContext): Command | null {
  if (sentence.length > COMMAND_MAX) {
    const wish = matchAdd(sentence);
    return wish ? toCreate(wish, sentence, ctx) : null;
  }
  if (isRecall(sentence)) return readQuery(sentence.replace(/^.*?\b(?=my |the |items|things|tasks|what)/i, 'show '), ctx) ?? { text: sentence, kind: 'call', tool: 'list_tasks', input: { status: 'pending' }, about: '' };
  const social = readSocial(sentence);
  if (social && social.kind !== 'unknown') return social;
  const back = readHistory(sentence);
  if (back) return back;
  const subtask = readSubtask(sentence, ctx);
  if (subtask) return subtask;
  const tags = readTags(sentence, ctx);
  if (tags) return tags;
  const insight = readInsight(sentence, ctx);
  if (insight) return insight;
  const before = readUpdate(sentence, ctx);
  if (before?.kind === 'change' && (before.changes?.reminder || before.changes?.description !== undefined)) return before;
  // "remind me to cancel the gym" is an errand about cancelling: a wish for a task takes all of its sentence.
  const wish = matchAdd(sentence);
  if (wish && (wish.style === 'remind' || wish.sure)) return toCreate(wish, sentence, ctx);
  if (/^(?:get|take|move|pull)\b.*\b(?:trash|bin)$/i.test(sentence)) {
    const rescued = readRemove(sentence, ctx);
    if (rescued) return rescued;
  }
  const query = readQuery(sentence, ctx);
  if (query) return query;
  if (before) return before;
  const remove = readRemove(sentence, ctx);
  if (remove) return remove;
  const complete = readComplete(sentence, ctx);
  if (complete) return complete;
  if (wish) return toCreate(wish, sentence, ctx);
  return readBare(sentence, ctx);
}

/** Courtesies between commands are dropped, and one unreadable part does not spoil the others' order. */
function settle(commands: Command[], whole: string, ctx: LanguageContext): Command[] {
  if (commands.length < 2) return commands;
  const idle = (command: Command) => command.kind === 'smalltalk' || command.kind === 'yes' || command.kind === 'no';
  const orders = commands.filter((command) => command.kind === 'create' || command.kind === 'change' || command.kind === 'call');
  // "we're out of paint, so take painting off the list": the remark might be a task, the order is what was asked.
  let kept = commands.filter((command) => !idle(command) && !(orders.length && command.kind === 'question' && command.offer));
  if (!kept.length) return commands.slice(0, 1);
  // A remark before a command ("we're out of paint, so take painting off the list") is passed over, but then the command
  // must name what it is about.
  if (kept[0]?.kind === 'unknown' && !/^(?:so |well |oh )?(?:i|we|it|he|she|they|there|the|my|our|that|this)\b/i.test(kept[0].text)) return [kept[0]];
  if (kept[0]?.kind === 'unknown' && kept.some((command) => command.kind !== 'unknown')) {
    const next = kept.find((command) => command.kind !== 'unknown');
    const named = next?.kind === 'create' || next?.kind === 'question' || (next?.kind === 'change' && next.refs.every((ref) => ref.kind === 'number' || ref.kind === 'title'));
    if (!named) return [kept[0]];
    kept = kept.slice(kept.indexOf(next));
  }
  if (kept.every((command) => command.kind === 'unknown')) {
    const again = readClause(whole, ctx);
    return [again];
  }
  return kept;
}

/** Neighbouring adds become one call, so that one undo takes back what one sentence added. */
function joinAdds(commands: Command[]): Command[] {
  const out: Command[] = [];
  for (const command of commands) {
    const last = out.at(-1);
    if (command.kind === 'create' && last?.kind === 'create' && !command.parent && !last.parent) {
      out[out.length - 1] = { ...last, text: `${last.text} and ${command.text}`, tasks: [...last.tasks, ...command.tasks] };
    } else out.push(command);
  }
  return out;
}
