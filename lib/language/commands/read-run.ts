import { pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { asOffer, toCreate } from './create-command';
import { matchAdd } from './match-add';
import { trimEnds } from './normalize';
import { OWN_DUTY } from './split-clauses';
import type { Command, NewDraft } from './types';
import { DOING_VERB, FOREIGN, SERVICE, startsWith } from './vocabulary';
import { hasWhen, isOnlyWhen, pointIn } from './when';

const DOING = startsWith(DOING_VERB);
const FIRST = /^(?:(?:so|ok|okay|right|well|and)[\s,]+)*first(?:ly| of all| off| thing)?[\s,]+(?=(?:(?:i|we) )?\p{L})/iu;
const NEXT = /[\s,.;]*\b(?:and )?(?:then|next|after that|afterwards|finally|lastly|last of all|secondly|thirdly|second|third)\b[\s,]*/i;
const DUTY = /^(?:i|we)(?:'ve| have|'d| really| also)* (?:got to|gotta|should|must|need to|have to|ought to|better) /i;
/** "tomorrow I've got the plumber at 8 then lunch at 1": what one has, each with its hour. */
const HAVE = /^(?:(?:so|ok|okay|right|well|and)[\s,]+)*(?:(.{3,30}?),? )?(?:i|we)(?:'ve(?: got)?| have(?: got)?| got)(?: to)? (?!got\b|to\b|no\b|been\b)(.{10,300})$/i;
const HOUR = /\b(?:at|@|from) (?:\d|noon)|\b\d{1,2}(?::\d\d)? ?[ap]m\b|\bnoon\b/i;
const DAY = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|tonight)';
const THING = `(?!${DAY}\\b|every|each|from|next|this|last|and|or|on|at|to|by|move|push|delete|cancel|reschedule|what|is|are|do|show)[\\p{L}'-]+`;
/** "tires Friday oil change Saturday": things that have a day each, with nothing between. */
const DATED_RUN = pattern('iu')`^(?:${THING}(?: ${THING}){0,3} (?:on )?${DAY}(?: at \d{1,2}(?::\d\d)?(?: ?[ap]m)?)?[\s,]*){2,}$`;
const DATED_THING = pattern('giu')`(${THING}(?: ${THING}){0,3} (?:on )?${DAY}(?: at \d{1,2}(?::\d\d)?(?: ?[ap]m)?)?)`;

const VERBAL = /\b(?:is|are|was|were|has|have|had|can|will|needs?|wants?|said|says)\b|'s\b(?! \p{L}+$)/iu;

/** What each of several pieces adds, as one command; a piece that is only perhaps a task counts beside others that are. Null when one is none. */
function together(pieces: string[], text: string, read: (piece: string) => Command): Command | null {
  const commands = pieces.map(read);
  const tasks: NewDraft[] = [];
  for (const command of commands) {
    const create = command.kind === 'question' && command.offer ? command.offer : command;
    if (create.kind !== 'create' || create.parent || create.ahead || create.beside || create.unlessThere) return null;
    tasks.push(...create.tasks);
  }
  const all: Command = { text, kind: 'create', tasks };
  return commands.some(({ kind }) => kind === 'create') ? all : asOffer(all, 'add');
}

/** An errand beside what is perhaps one counts as well, also where it might be said to somebody else by itself. */
function readErrands(pieces: string[], text: string, ctx: LanguageContext, read: (piece: string) => Command): Command | null {
  const commands = pieces.map(read);
  if (commands.every(({ kind }) => kind === 'unknown')) return null;
  return together(pieces, text, (piece) => {
    const command = commands[pieces.indexOf(piece)] ?? read(piece);
    const errand = command.kind === 'unknown' && DOING.test(piece) ? toCreate({ body: piece, style: 'add' }, piece, ctx) : command;
    return errand.kind === 'create' && errand !== command ? asOffer(errand) : errand;
  });
}

/**
 * Several tasks in one breath: "first book the flights then the hotel and finally get insurance", "grab stamps. post the letters.",
 * "tires Friday oil change Saturday". Null where it is anything else.
 */
export function readRun(text: string, ctx: LanguageContext, read: (piece: string) => Command): Command | null {
  const owned = DUTY.test(text.replace(FIRST, ''));
  if (text.length > 400 || /["?]/.test(text) || (FOREIGN.test(text) && !owned)) return null;
  const add = (piece: string) => toCreate({ body: piece, style: 'add' }, piece, ctx);
  if (FIRST.test(text) && NEXT.test(text.replace(FIRST, ''))) {
    const steps = text.replace(FIRST, '').split(NEXT).map((step) => trimEnds(step).replace(DUTY, '')).filter(Boolean);
    const [verb] = DOING.exec(steps[0] ?? '') ?? [];
    const named = steps.map((step) => (!DOING.test(step) && verb && /^(?:the|my|a|an|some)\b/i.test(step) ? `${verb} ${step}` : step));
    return verb && steps.length > 1 && named.every((step) => DOING.test(step)) ? together(named, text, add) : null;
  }
  const had = HAVE.exec(text);
  if (had?.[2] && (!had[1] || isOnlyWhen(had[1], ctx))) {
    const things = had[2].split(/\s*,\s*(?:and\s+|then\s+)?|\s+(?:and then|then|and)\s+/i).map(trimEnds).filter(Boolean);
    const timed = things.length > 1 && things.every((thing) => HOUR.test(thing) && /^\p{L}{2}/u.test(pointIn(thing, ctx)?.rest ?? ''));
    if (timed) return together(things.map((thing) => `${thing.replace(/^(?:an?|my|the) /i, '')}${had[1] ? ` ${had[1]}` : ''}`), text, add);
  }
  if (DATED_RUN.test(text)) return together([...text.matchAll(DATED_THING)].map(([piece]) => trimEnds(piece)), text, read);
  const sentences = text.split(/[.;!]+\s+/).map((piece) => trimEnds(piece).replace(/^(?:and |also |then |plus |oh )+/i, '')).filter(Boolean);
  // "call the bank. also the council.": the verb is said once.
  const [first = ''] = DOING.exec(sentences[0] ?? '') ?? [];
  for (const [at, piece] of sentences.entries()) if (at && first && /^(?:the|my|our) /i.test(piece) && !VERBAL.test(piece)) sentences[at] = `${first} ${piece}`;
  const plain = (piece: string) => !SERVICE.test(piece) && !/\b(?:me|you)\b/i.test(piece) && (DOING.test(piece) ? / /.test(piece) : hasWhen(piece, ctx)) && piece.split(' ').length < 11 && !OWN_DUTY.test(piece) && !matchAdd(piece);
  return sentences.length > 1 && sentences.every(plain) ? readErrands(sentences, text, ctx, read) : null;
}
