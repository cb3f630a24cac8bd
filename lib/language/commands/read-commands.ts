import { pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { asOffer } from './create-command';
import { readConditionalAdd } from './conditional-add';
import { orderFirst } from './leading-when';
import { matchAdd } from './match-add';
import { stripCourtesy, stripName, tidy } from './normalize';
import { readAlone } from './read-alone';
import { mendSpeech } from './spoken-words';
import { readTwoReminders } from './read-ahead';
import { readListed } from './read-listed';
import { readClause } from './read-sentence';
import { withoutSlips } from './self-correction';
import { splitClauses } from './split-clauses';
import { spellOut } from './terse-words';
import type { Command, Focus } from './types';
import { isOnlyWhen } from './when';

const NO_FOCUS: Focus = { tasks: 0, asked: false };

/**
 * What an utterance asks for, in order. Names of tasks stay as they were said; the conversation resolves them. `focus` tells
 * whether a question waits for an answer and how many tasks the last results named. Never throws, whatever the text; what it
 * does not understand is `unknown`, alone.
 */
export function readCommands(text: string, ctx: LanguageContext, focus: Focus = NO_FOCUS): Command[] {
  const listed = readListed(text, ctx);
  if (listed) return [listed];
  const whole = spellOut(asList(withoutSlips(mendSpeech(tidy(text)), ctx)));
  if (!whole) return [{ text: '', kind: 'unknown' }];
  const alone = readAlone(whole, ctx, focus);
  if (alone) return [alone];
  const twice = readTwoReminders(whole);
  if (twice) return [twice];
  const conditional = readConditionalAdd(stripCourtesy(whole), ctx);
  if (conditional) return [conditional];
  const clauses = splitClauses(exceptFirst(withoutGap(orderFirst(withoutDetour(stripName(whole)), ctx), ctx)));
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
  return joinAdds(settle(commands, whole, ctx)).filter((command, index, all) => !saysAgain(command, all[index - 1]));
}

/** "add these tasks: …". */
const ADD_FOLLOWING = pattern('i')`
  ^((?:please |can you |could you )?(?:add|create|make|note)) (?:
    (?:these|the|following|all|of|my|new|two|three|four|five|six|\d{1,2}) )+(tasks|to-?dos|reminders|items|things)\s*[:;]\s*
`;

/** "add these tasks: pack, rent a van" says no more than "add tasks: …"; "shopping: milk, bread, eggs" goes on that list. */
const asList = (text: string): string => text
  .replace(/^(add|create|make|new) one\s*:\s*/i, '$1 task: ')
  .replace(ADD_FOLLOWING, '$1 $2: ')
  .replace(/^(?:my )?(shopping|grocery|groceries)(?: list)?\s*:\s*(.{2,300})$/i, (_, list: string, items: string) => `add ${items} to my ${list} list`);

/** "open my shopping list and add …". */
const OPEN_THEN = pattern('iu')`
  ^(.{0,30}?)(?:
    re-?open|open|bring up|pull up|go to|go (?:in|into)|check|look (?:at|in)|get|find|access|change|list|show
  )(?: up)? (?:(?:the )?events on )?(?:the |my |all (?:the |my )?)?(?:([\p{L}-]+) )?(groceries|lists?|calend[ae]rs?|schedule|agenda|plans?|tasks|reminders|events)(?:,? and|,| then|,? and then|[.;])? (?=(?:please )?(?:
    add|put|make|create|delete|remove|erase|clear|set
  )\b)
`;
/** "find the meeting and delete it", "I'm not going to the party, cancel it". */
const FIND_THEN_DELETE = pattern('i')`
  ^(.{0,30}?)\b(?:
    find|locate|open|get|go to|list|look (?:up|for)
    |if there(?:'s| is| are)(?: an?| any)?
    |(?:i|we)(?:'m| am|'re| are|'ll| will)(?: be)? (?:no longer|not)(?: be)? (?:
      going to|attending|doing|joining|having
    )
    |i (?:
      won't|can't|cannot|will not|am not able to|'m not able to
    )(?: be able to)? (?:make it to|make|go to|attend|be at|join)
    |whatever
  )\s+(.{3,80}?),?(?: and| so| then)? (?:please )?(delete|remove|erase|cancel)(?: (?:it|them|that)\b(.*)|[.!]*)$
`;
/** "the meeting is cancelled, remove it". */
const CALLED_OFF = pattern('i')`
  ^(?:my|the|our) (.{3,60}?) (?:
    (?:is|was|got|has been) (?:cancel+ed|called off|off)
    |(?:isn't|is not|aren't|are not|won't be) (?:happening|on|going ahead|taking place|needed)(?: any ?more)?
  )[,.;]?(?: so| and)? (?:please |can you |could you )*(?:remove|delete|cancel|clear) (?:it|that)\b(.*)$
`;
/** "I have the milk, so take it off". */
const GOT_ALREADY = pattern('iu')`
  ^(?:i|we) (?:already )?(?:have|got|bought) (?:the |some |enough )?([\p{L} -]{2,40}?),? (?:so|and) (?:please |can you |you can )*(?:remove|delete|take) (?:it|them|that)\b(?: off)?(.*)$
`;

/** "open the grocery list and add milk": where to look is said first, what to do comes after. */
function withoutDetour(text: string): string {
  const found = OPEN_THEN.exec(text);
  const looked = FIND_THEN_DELETE.exec(text);
  if (looked?.[2] && !/\S{30}/.test(text)) return `${looked[1] ?? ''}${looked[3] ?? ''} ${looked[2].replace(/ is(?= (?:in|on) )/i, '')}${looked[4] ?? ''}`;
  const off = CALLED_OFF.exec(text);
  const had = GOT_ALREADY.exec(text);
  if (had?.[1]) return `delete ${had[1]}${(had[2] ?? '').replace(/^ (?:my|the|our) /i, ' from$&')}`;
  if (off?.[1]) return `delete the ${off[1]}${off[2] ?? ''}`;
  if (!found || /\S{30}/.test(text)) return text;
  const rest = `${found[1] ?? ''}${text.slice(found[0].length)}`;
  // "show my tasks and delete the first": the list is what is counted in.
  if (/\b(?:delete|remove|erase|clear) (?:the |my )?(?:first|second|third|fourth|fifth|last|top|bottom|it|them|those|these|that)\b/i.test(rest)) return text;
  return found[2] && /^(?:.{0,30}?)(?:add|put)\b/i.test(rest) && !/\blist\b/i.test(rest)
    ? `${rest.replace(/[.!\s]+$/, '')} to my ${found[2]} ${found[3] ?? 'list'}`
    : /^groceries$/i.test(found[3] ?? '') ? `${rest} to my groceries` : rest;
}

/** "tag all tasks work, but not …". */
const TAG_EXCEPT = pattern('iu')`
  ^((?:tag|label) )((?:all|everything|every|them|these|those)\b.{0,60}?) (?:as |with )?(#?[\p{L}\p{N}_-]+),? (
    (?:but not|except(?: for)?|excluding|apart from|other than) .{1,100}?
  )[.!]*$
`;
/** "move all to Friday, except …". */
const CHANGE_EXCEPT = pattern('i')`
  ^(
    (?:\S+ ){0,3}?(?:move|reschedule|push|postpone|shift|snooze|set|mark|change|tag) )(.{2,80}?)( (?:to|until|till|by|as|with) [^,]{2,40}?| done| complete),? ((?:but not|except(?: for)?|excluding|apart from|other than) .{1,100}?)[.!]*$
`;

/** "move everything to Friday except the call": what is left out is said of the tasks, not of the day. */
const exceptFirst = (text: string): string =>
  text.replace(TAG_EXCEPT, '$1$2 $4 with $3').replace(CHANGE_EXCEPT, '$1$2 $4$3');

/** "tag A with x and B with y". */
const TAG_TWICE = pattern('iu')`
  ^((?:tag|label) )(.{1,40}? (?:with|as) #?[\p{L}\p{N}_-]+),? and (
    (?:the|my|task) .{1,40}? (?:with|as) #?[\p{L}\p{N}_-]+
  )[.!]*$
`;
/** "make A high and B low". */
const LEVEL_TWICE = pattern('i')`
  ^((?:make|set) )(.{2,40}? (?:to )?)(high|medium|low)((?: priority)?),? and (?!make\b|set\b)(.{2,40}? (?:to )?)(high|medium|low)((?: priority)?)$
`;
/** "move A to Monday and B to Friday". */
const MOVE_TWICE = pattern('i')`
  ^(
    (?:.{0,20} )?(?:move|reschedule|push|postpone|shift|bump|change)
  ) (.{2,60}?) to (.{1,30}?),? and ((?:the |my |task )?.{1,60}?) to (.{1,30}?)[.!]*$
`;

/** "move the call to Tuesday and the meeting to Wednesday": the second half has the verb of the first. */
function withoutGap(said: string, ctx: LanguageContext): string {
  const text = said.replace(TAG_TWICE, '$1$2 and $1$3').replace(LEVEL_TWICE, '$1$2$3$4 and $1the $5$6$7');
  const found = MOVE_TWICE.exec(text);
  if (
    !found?.[1] ||
    !found[3] ||
    !found[5] ||
    !(isOnlyWhen(found[3], ctx) || /^\d{1,2}$/.test(found[3])) ||
    !(isOnlyWhen(found[5], ctx) || /^\d{1,2}$/.test(found[5])) ||
    /^(?:move|reschedule|push|postpone|shift|bump|change)\b/i.test(found[4] ?? '')
  ) return text;
  const verb = /\S+$/.exec(found[1])?.[0] ?? '';
  return `${found[1]} ${found[2]} to ${found[3]} and ${verb} ${/^(?:the|my|task)\b/i.test(found[4] ?? '') ? '' : 'the '}${found[4]} to ${found[5]}`;
}

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

/** Courtesies between commands are dropped, and one unreadable part does not spoil the others' order. */
function settle(commands: Command[], whole: string, ctx: LanguageContext): Command[] {
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
  const orders = commands.filter((command) => command.kind === 'create' || command.kind === 'change' || command.kind === 'call');
  // "we're out of paint, so take painting off the list": the remark might be a task, the order is what was asked.
  let kept = commands.filter((command) => !idle(command) && !(orders.length && command.kind === 'question' && command.offer));
  if (!kept.length) return commands.slice(0, 1);
  // "the party is off, delete it": it is what the remark was about, whatever was spoken of before.
  const hint = commands.find((command) => command.kind === 'question' && command.offer?.kind === 'change');
  if (hint?.kind === 'question' && hint.offer?.kind === 'change') {
    const { refs } = hint.offer;
    kept = kept.map((command) => (command.kind === 'change' && command.refs.every((ref) => ref.kind === 'pronoun') && commands.indexOf(command) === commands.indexOf(hint) + 1 ? { ...command, refs } : command));
  }
  // A remark before a command ("we're out of paint, so take painting off the list") is passed over, but then the command
  // must name what it is about.
  if (
    kept[0]?.kind === 'unknown' &&
    !isRemark(kept[0].text, whole) &&
    !/^(?:so |well |oh )?(?:i|we|its?|he|she|they|there|the|my|our|that|this)\b/i.test(kept[0].text)
  ) return [kept[0]];
  if (kept[0]?.kind === 'unknown' && kept.some((command) => command.kind !== 'unknown')) {
    const next = kept.find((command) => command.kind !== 'unknown');
    // "it's for history, tag it history": the remark is about the same.
    const same = /^(?:so |well )?(?:it|it's|its|that|that's|thats) /i.test(kept[0].text);
    const named =
      same ||
      next?.kind === 'create' ||
      next?.kind === 'question' ||
      (next?.kind === 'change' && next.refs.every((ref) => ref.kind !== 'pronoun' && ref.kind !== 'ordinal'));
    if (!named || !next) return [kept[0]];
    kept = kept.slice(kept.indexOf(next));
  }
  if (kept.every((command) => command.kind === 'unknown')) {
    const again = readClause(whole, ctx);
    return [again];
  }
  return kept;
}

/** "I don't need eggs any more, take them off the list": the second half repeats the first. */
const saysAgain = (command: Command, before: Command | undefined): boolean =>
  (command.kind === 'call' && command.tool === 'undo' && before?.kind === 'change' && /^(?:reopen|restore)_tasks$/.test(before.tool)) ||
  (
    command.kind === 'change' &&
    command.tool === 'delete_tasks' &&
    before?.kind === 'change' &&
    before.tool === 'delete_tasks' &&
    command.refs.length > 0 &&
    command.refs.every((ref) => ref.kind === 'pronoun' && (ref.which === 'it' || ref.which === 'them'))
  );

/** Neighbouring adds become one call, so that one undo takes back what one sentence added. */
function joinAdds(commands: Command[]): Command[] {
  const out: Command[] = [];
  for (const command of commands) {
    const last = out.at(-1);
    if (command.kind === 'create' && last?.kind === 'create' && !command.parent && !last.parent && !command.unlessThere && !last.unlessThere) {
      out[out.length - 1] = { ...last, text: `${last.text} and ${command.text}`, tasks: [...last.tasks, ...command.tasks] };
    } else out.push(command);
  }
  return out;
}
