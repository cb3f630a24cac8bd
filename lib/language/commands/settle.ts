import { pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { asOffer } from './create-command';
import { matchAdd } from './match-add';
import { readClause } from './read-sentence';
import { OWN_DUTY } from './split-clauses';
import { aboutSubject } from './about-subject';
import type { Command, Ref } from './types';

/** A question, or a request to somebody. */
const REQUESTING = pattern('i')`
  \?$
  |^(?:please )?(?:
    what|which|who|how|where|when|why|is|are|do|does|can|could|will|would|should|make|give|tell|find|show|play|get
    |help|order|book|recommend|suggest|turn|start|look
  )\b
`;

const RESTRICTS_OR_CHANGES = pattern('i')`
  \b(?:if|when|unless|don'?t|not|never|no|until|before|after|should|stop|cancel|delete|remove|complete|undo|without)\b
`;

/** "too much. push the milk": a few words, ended, that neither forbid nor condition what follows. */
const isRemark = (text: string, whole: string): boolean =>
  text.split(' ').length <= 4 && new RegExp(`^.{0,20}${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}[.!;]`).test(whole) && !RESTRICTS_OR_CHANGES.test(text);

const isNamed = ({ kind }: Ref): boolean => kind !== 'pronoun' && kind !== 'ordinal';
const REMARKS = /^(?:so |well |oh )?(?:i|we|its?|he|she|they|there|the|my|our|that|this)\b/i;
const isPointing = (command: Command | undefined): boolean => command?.kind === 'change' && command.refs.every((ref) => ref.kind === 'pronoun');

/** Courtesies between commands are dropped, and one unreadable part does not spoil the others' order. */
export function settle(commands: Command[], whole: string, ctx: LanguageContext): Command[] {
  if (commands.length < 2) return commands;
  // "I need to cook, what should I make?": what is said first explains the request, and is a task only when that is confirmed.
  const [told, ...rest] = commands;
  if (
    told?.kind === 'create' &&
    /^(?:i|we)\b/i.test(told.text) &&
    !matchAdd(told.text) &&
    (/\bnow\b/i.test(told.text) || told.tasks.every(({ due }) => !due)) &&
    rest.every(({ kind, text }) => kind === 'unknown' && REQUESTING.test(text))
  ) return [asOffer(told)];
  const idle = (command: Command) => command.kind === 'smalltalk' || command.kind === 'yes' || command.kind === 'no' || command.kind === 'none-of-them';
  const orders = commands.filter((command) => (command.kind === 'create' && !command.beside) || command.kind === 'change' || command.kind === 'call');
  // "the party is off, delete it": it is what the remark was about, whatever was spoken of before.
  const hint = commands.find((command, index) => command.kind === 'question' && command.offer?.kind === 'change' && isPointing(commands[index + 1]));
  const explained = hint?.kind === 'question' && hint.offer?.kind === 'change' ? hint.offer.refs : undefined;
  // "we're out of paint, so take painting off the list": the remark might be a task, the order is what was asked.
  const isRemarkOf = (command: Command, index: number) =>
    command === hint || (command.kind === 'question' && command.offer?.kind === 'create' && index < commands.indexOf(orders[0] ?? command) && REMARKS.test(command.text));
  let kept = commands.filter((command, index) => !idle(command) && !(orders.length && isRemarkOf(command, index)));
  if (explained) kept = kept.map((command) => (commands.indexOf(command) === commands.indexOf(hint ?? command) + 1 && command.kind === 'change' ? { ...command, refs: explained } : command));
  // What has to be asked comes last: it keeps nothing waiting.
  const isAsked = (command: Command) => command.kind === 'question' && command.offer !== undefined;
  if (orders.length) kept = [...kept.filter((command) => !isAsked(command)), ...kept.filter(isAsked)];
  if (!kept.length) return commands.slice(0, 1);
  // A remark before a command ("we're out of paint, so take painting off the list") is passed over, but then the command
  // must name what it is about.
  if (
    kept[0]?.kind === 'unknown' &&
    !isRemark(kept[0].text, whole) &&
    !(kept[1] && OWN_DUTY.test(kept[1].text) && !REQUESTING.test(kept[0].text)) &&
    !REMARKS.test(kept[0].text)
  ) return [kept[0]];
  if (kept[0]?.kind === 'unknown' && kept.some((command) => command.kind !== 'unknown')) {
    const next = kept.find((command) => command.kind !== 'unknown');
    // "it's for history, tag it history": the remark is about the same.
    const same = /^(?:so |well )?(?:it|it's|its|that|that's|thats) /i.test(kept[0].text);
    const named =
      same ||
      next?.kind === 'create' ||
      next?.kind === 'question' ||
      (next?.kind === 'change' && next.refs.every(isNamed)) ||
      ((next?.kind === 'pause' || next?.kind === 'skip') && isNamed(next.ref));
    if (!named || !next) return [kept[0]];
    kept = kept.slice(kept.indexOf(next));
  }
  const [lead] = kept;
  const before = lead ? commands[commands.indexOf(lead) - 1] : undefined;
  if (lead && before && OWN_DUTY.test(lead.text)) kept = [aboutSubject(lead, before.text), ...kept.slice(1)];
  return kept.every((command) => command.kind === 'unknown') ? [readClause(whole, ctx)] : kept;
}

/** "I don't need eggs any more, take them off the list": the second half repeats the first. */
export const saysAgain = (command: Command, before: Command | undefined): boolean =>
  (command.kind === 'call' && command.tool === 'undo' && before?.kind === 'change' && /^(?:reopen|restore)_tasks$/.test(before.tool)) ||
  (
    command.kind === 'change' &&
    (command.tool === 'delete_tasks' || command.tool === 'complete_tasks') &&
    before?.kind === 'change' &&
    before.tool === 'delete_tasks' &&
    command.refs.length > 0 &&
    command.refs.every((ref) => ref.kind === 'pronoun' && (ref.which === 'it' || ref.which === 'them') && !ref.but)
  );

/** Neighbouring adds become one call, so that one undo takes back what one sentence added. */
export function joinAdds(commands: Command[]): Command[] {
  const out: Command[] = [];
  for (const command of commands) {
    const last = out.at(-1);
    if (command.kind === 'create' && last?.kind === 'create' && !command.parent && !last.parent && !command.ahead && !last.ahead && !command.beside && !last.beside && !command.unlessThere && !last.unlessThere) {
      out[out.length - 1] = { ...last, text: `${last.text} and ${command.text}`, tasks: [...last.tasks, ...command.tasks] };
    } else if (command.kind === 'question' && command.offer?.kind === 'create' && last?.kind === 'question' && last.offer?.kind === 'create') {
      const [both, ...more] = joinAdds([last.offer, command.offer]);
      if (both?.kind === 'create' && !more.length) out[out.length - 1] = asOffer(both, command.action === 'add' ? 'add' : 'none');
      else out.push(command);
    } else out.push(command);
  }
  return out;
}
