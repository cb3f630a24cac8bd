import type { LanguageContext } from '../types';
import { ABSTRACT, ANSWERED, ASKED_INSIDE, IS_OCCASION, JOURNEY, ON_DAY, POINTING, TAKING_PART, WRITTEN, personal } from './bare-marks';
import { ASKING, COMING, IT_IS, MESSAGE, NOT_A_NAME, OBLIGED, PLANNED, SAYS_WHEN, SERVED, WISHED } from './bare-words';
import { asOffer, toCreate } from './create-command';
import { ASKS_BACK } from './asks-back';
import { matchAdd } from './match-add';
import { splitTasks } from './split-tasks';
import { dutyIn } from './told-duty';
import { asksAgreement } from './title-sense';
import type { Command } from './types';
import { DOING_VERB, ERRAND_VERB, EVENT_NOUN, FOREIGN, OTHER_ASSISTANT_VERB, SERVICE, TASK_NOUN, startsWith } from './vocabulary';
import { hasWhen, isOnlyWhen, pointIn, recurrenceIn } from './when';

const DOING = startsWith(DOING_VERB);
const ERRAND = startsWith(ERRAND_VERB);
const ELSEWHERE = startsWith(OTHER_ASSISTANT_VERB);
/** Verbs of errands that are as often said to a machine: without a date, worth a question. */
const OFFERED = /^(?:call (?!an? |me|my name)|email |prepare |vacuum |write |read |organi[sz]e |bring |take |put |help |print |pay |do |go )/i;
const EVENT = new RegExp(`\\b(?:${EVENT_NOUN})\\b`, 'i');

/** What stays as it is, and a field that is set, are nothing to be done. */
const LEFT_ALONE = /^(?:keep|leave) (?:only|just|the (?:rest|others?)|everything|all|them|it|those)\b|^make (?:the|my) .+ (?:due\b|no time$)|^(?:rather than|instead of)\b|^(?:every|each|all) .+ (?:should|must|needs? to|ha(?:s|ve) to) be\b|\s(?:→|->|=>)\s|^(?:move|change|cancel|complete|postpone|reschedule) (?:nothing|anything|everything|all|none)\b|\b(?:no longer|where (?:it|they) (?:is|are|was|were)|everything else)\b|, (?:they're|he's|she's|they are)\b|\bi'm (?:thinking|wondering)\b/i;

const TAKES_PLACE = /^(?:the |my |our )?([^,;]{3,50}?)(?: (?:is|are|will be)|'s) (?:also |now )?(.{3,60})$/i;
/** Where it is, or with whom. */
const PLACED = /^(?:at|in|with|on|for|by|from|over|near)\b/i;

/** "urgent: call Ann", "it's important to call Ann". */
const PRESSING = /^(?:it(?:'s| is) (?:(?:very|really|super|so) )*(?:important|urgent|crucial) (?:to|that i|i) |(?:(?:very|really|super) )?(?:urgent|important|asap|critical|high priority)\s*[:!,-]\s*)(?=\S)(.+)$/i;

/**
 * A sentence without a command word that is a task all the same: "buy milk tomorrow", "meeting this Friday", "I need to
 * call Ann". What might as well be meant for somebody else ("do laundry") becomes an offer; nothing is added unasked.
 */
export function readBare(clause: string, ctx: LanguageContext): Command | null {
  const sentence = clause.replace(/[\s.!]+$/, '').replace(/(?<=\S{3}),? (?:too|as well)$/i, '');
  if (JOURNEY.test(sentence) && sentence.split(' ').length <= 12 && !ASKING.test(sentence) && pointIn(sentence, ctx)?.time) return offer(sentence, clause, ctx);
  if (
    POINTING.test(sentence) ||
    WRITTEN.test(sentence) ||
    /\?(?:\s|$)/.test(sentence) ||
    sentence.length > 1_000 ||
    MESSAGE.test(sentence) ||
    SERVICE.test(sentence) ||
    ASKS_BACK.test(sentence) ||
    asksAgreement(sentence) ||
    LEFT_ALONE.test(sentence) ||
    ASKED_INSIDE.test(sentence) ||
    (ASKING.test(sentence) && !ERRAND.test(sentence) && !isChore(sentence, ctx))
  ) return null;
  const pressing = PRESSING.exec(sentence)?.[1];
  if (pressing && DOING.test(pressing) && / /.test(pressing) && !FOREIGN.test(pressing)) return add(`urgent: ${pressing}`, clause, ctx);
  if (/\S{3} with (?:the )?(?:sub-?tasks|steps|sub-?items)\b:? .{3}/i.test(sentence) && !NOT_A_NAME.test(sentence)) return add(sentence, clause, ctx);
  const duty = OBLIGED.exec(sentence) ?? /^(?:gotta|got to|need to|have to|must|should|had better|ought to)\s+(?!i\b|we\b|you\b)(.+)$/i.exec(sentence);
  if (duty?.[1]) return readDuty(duty[1].replace(/^remember to /i, ''), clause, ctx);
  const told = FOREIGN.test(sentence) ? null : dutyIn(sentence);
  if (told) return hasWhen(told, ctx) ? add(told, clause, ctx) : offer(told, clause, ctx);
  const got = /^got (?:an? |my |the |this )?(?!to\b)(.+)$/i.exec(sentence)?.[1];
  if (got && hasWhen(got, ctx) && EVENT.test(got)) return add(got, clause, ctx);
  const { np, due, when } = (!NOT_A_NAME.test(sentence) && SAYS_WHEN.exec(sentence)?.groups) || {};
  if (np && when && isOnlyWhen(when, ctx) && !FOREIGN.test(sentence)) return due || EVENT.test(np) ? add(`${np} ${when}`, clause, ctx) : offer(`${np} ${when}`, clause, ctx, 'add');
  const occasion = IT_IS.exec(sentence)?.[1];
  if (occasion && !FOREIGN.test(sentence) && (pointIn(occasion, ctx)?.rest ?? '').split(' ').length < 4 && hasWhen(occasion, ctx) && !isOnlyWhen(occasion, ctx)) return offer(occasion, clause, ctx, 'add');
  if (COMING.test(sentence) && !NOT_A_NAME.test(sentence) && !FOREIGN.test(sentence) && hasWhen(sentence, ctx)) return offer(sentence, clause, ctx, 'add');
  const planned = PLANNED.exec(sentence);
  if (planned?.[1] && hasWhen(planned[1], ctx) && !FOREIGN.test(sentence)) return offer(planned[1], clause, ctx, 'add');
  const wish = WISHED.exec(sentence);
  if (wish?.[1]) {
    const body = wish[1];
    return DOING.test(body) && !SERVED.test(body) && !FOREIGN.test(body)
      ? (hasWhen(body, ctx) && !/^(?:eat|drink)\b/i.test(body) ? add(body, clause, ctx) : offer(body, clause, ctx))
      : null;
  }
  if (FOREIGN.test(sentence)) return null;
  if (
    /^(?:buy|get|find|check|show|give|order|book) me\b|^get (?:all |the |my )*(?:count|number|steps?|e-?mails|messages|status|details|info)\b/i.test(sentence)
  ) return null;
  const several = splitTasks({ body: sentence, style: 'bare' }, ctx);
  if (several.length > 1 && areTasks(several.map((part) => readBare(part, ctx)))) return add(sentence, clause, ctx);
  if (ERRAND.test(sentence) && sentence.split(' ').length <= 14 && / /.test(sentence)) return add(sentence, clause, ctx);
  const words = sentence.split(' ').length;
  // "call Ann right now" names no day: it is said to somebody who should do it.
  const dated = hasWhen(sentence.replace(/,? (?:right )?now$/i, ''), ctx);
  if (dated && isOnlyWhen(sentence, ctx)) return null;
  if (DOING.test(sentence) && / /.test(sentence)) {
    if (!dated) {
      return words <= 8 && (!ELSEWHERE.test(sentence) || OFFERED.test(sentence))
        ? offer(sentence, clause, ctx, EVENT.test(sentence) && TAKING_PART.test(sentence) ? 'add' : 'none')
        : null;
    }
    if (!ELSEWHERE.test(sentence) || personal(sentence)) return add(sentence, clause, ctx);
    return words <= 10 && (EVENT.test(sentence) || (ON_DAY.test(sentence) && !ANSWERED.test(sentence))) ? offer(sentence, clause, ctx) : null;
  }
  if (!dated || NOT_A_NAME.test(sentence) || words > 14) return sigils(sentence, clause, ctx);
  const what = (pointIn(sentence, ctx)?.rest ?? recurrenceIn(sentence, ctx)?.rest ?? '').replace(/[\s,]+(?:and )?(?:please )?remind me\b.*$/i, '').trim();
  if (/^(?:neither|either|nothing|too|also|again|only|not|ones?|else|same|both|all|rest|the rest)$/i.test(what)) return null;
  if (!/\p{L}{2}/u.test(what) || /^(?:the |a )?(?:dates?|days?|time)\b/i.test(what) || what.split(' ').length > 8) return null;
  if (ELSEWHERE.test(what)) return ON_DAY.test(sentence) && !ANSWERED.test(what) ? offer(sentence, clause, ctx) : null;
  if (EVENT.test(what) && !/\b(?:was|were|happened|is|are|am|will be|would|might|could|did|has|have|had|watched|went|met|saw)\b/i.test(what)) return add(sentence, clause, ctx);
  if (IS_OCCASION.test(sentence)) return add(sentence, clause, ctx);
  // "the party is on Friday", but "the dentist is closed on Friday".
  const [, event, said] = TAKES_PLACE.exec(sentence) ?? [];
  if (event && said && EVENT.test(event)) return isOnlyWhen(said, ctx) || PLACED.test(said) ? add(`${event} ${said}`, clause, ctx) : null;
  return (
    sigils(sentence, clause, ctx) ??
    (
      words <= 6 && !/\b(?:was|were|happened|is|are|did|has|have|went|had|met|good|bad)\b/i.test(what)
        ? offer(sentence, clause, ctx)
        : null
    )
  );
}

/** One that is surely a task makes its neighbours tasks that might be. */
const areTasks = (read: (Command | null)[]): boolean =>
  read[0]?.kind === 'create' && read.every((command) => command?.kind === 'create' || (command?.kind === 'question' && command.offer?.kind === 'create'));

/** "do the invoices every Friday": one thing and a time, so no question ("do the trains run on Friday"). */
function isChore(sentence: string, ctx: LanguageContext): boolean {
  const rest = /^do the \p{L}/iu.test(sentence) ? recurrenceIn(sentence, ctx)?.rest ?? pointIn(sentence, ctx)?.rest : undefined;
  return rest !== undefined && /^do the [\p{L}-]+$/iu.test(rest.trim());
}

/** A line in quick-add form: "pay rent !high #home" says by its marks what it is. */
function sigils(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  if (!/(?:^|\s)#\p{L}|(?:^|\s)!(?:high|medium|low|\d)\b/u.test(sentence) || !/[\p{L}]{2}/u.test(sentence.replace(/[#!]\S+/g, ''))) return null;
  return NOT_A_NAME.test(sentence) ? null : add(sentence, clause, ctx);
}

const STILL = /^(?:i|we) still\b/i;

function readDuty(body: string, clause: string, ctx: LanguageContext): Command | null {
  const wish = /^(?:be reminded|a reminder|reminding)\b/i.test(body) ? matchAdd(`remind me ${body.replace(/^(?:be reminded|a reminder|reminding)\s*/i, '')}`) : null;
  if (wish) return toCreate(wish, clause, ctx);
  const noun = /^(?:to )?(?:add|create|make|set(?: up)?)\b/i.test(body) ? matchAdd(body) : null;
  if (noun) return toCreate(noun, clause, ctx);
  if (FOREIGN.test(body) || /\b(?:just|but) (?:i )?(?:don'?t|do not|not|no longer)\b/i.test(body)) return null;
  if (/^(?:have|had|got|'ve) /i.test(clause.replace(/^(?:i|we)\s*/i, '')) && !/^(?:i|we) ?(?:have|'ve)(?: got)? to\b/i.test(clause)) {
    const event = /^(?:an? |my |the )?(.+)$/i.exec(body)?.[1] ?? body;
    return hasWhen(body, ctx) && EVENT.test(event) && event.split(' ').length <= 10 ? add(event, clause, ctx) : null;
  }
  const stock = /^(?:some more|some|more|a few more|a few|another)?\s*([\p{L}'-]+(?: [\p{L}'-]+){0,2})$/iu.exec(body);
  if (/^(?:\S+ ){0,3}(?:ideas?|suggestions?|time ?zone|ambiance)\b/i.test(body)) return null;
  const needs = /^(?:i|we)(?: really| also| still| just)? need (?!to\b)/i.test(clause);
  if (needs) {
    if (stock?.[1] && !ABSTRACT.test(stock[1]) && !/^(?:a|an|the|my|your|to|help|you|it|this|that|him|her|work|time|sleep|advice|someone|something)\b/i.test(body)) {
      const goods = `buy ${body.replace(/^(?:some more|more|some)\s+/i, (match) => (/more/i.test(match) ? 'more ' : ''))}`;
      // "we need milk" is said of the shopping; "I need coffee" may be said to a machine.
      return /^we\b|\bmore\b/i.test(clause) ? add(goods, clause, ctx) : offer(goods, clause, ctx);
    }
    if (/^\p{L}+(?:(?:,| and|, and)? (?!to\b|for\b|from\b)\p{L}+){1,7}$/iu.test(body) && /,|\band\b/i.test(body) && !SERVED.test(body) && !ABSTRACT.test(body.split(/\W/)[0] ?? '')) return offer(`buy ${body}`, clause, ctx);
    const goods = /^(?:an?|some|new|more|another) (?!(?:reminder|task|list|way|minute|second|moment|favou?r|break|hand|hug|hint|joke|answer|idea)\b)[\p{L} '-]{3,40}$/iu.test(body) && !ABSTRACT.test(body.replace(/^\S+ /, ''));
    return goods ? offer(`get ${body}`, clause, ctx) : null;
  }
  if (SERVED.test(body)) return /^(?:book|rent|reserve|order|check|confirm|update|change|cancel) (?!.*\b(?:you|your)\b)/i.test(body) && hasWhen(body, ctx) ? offer(body, clause, ctx) : null;
  const command = DOING.test(body) && !/\bsome ?(?:time|day)\b/i.test(body) ? add(body, clause, ctx) : offer(body, clause, ctx);
  // "I still need to call Ann": it may be there already.
  return command?.kind === 'create' && STILL.test(clause) ? { ...command, unlessThere: true } : command;
}

/** "pay the supplier one" may be one that was shown. */
const ONE_OF = /\b(?:the|this|that|these|those) (?:\S+ ){0,2}ones?\b/i;

const add = (body: string, clause: string, ctx: LanguageContext): Command => {
  const command = toCreate({ body, style: 'bare' }, clause, ctx);
  return command.kind === 'create' && ONE_OF.test(body) ? asOffer(command) : command;
};

/** Asks whether a task is meant. A plain yes adds it. */
function offer(body: string, clause: string, ctx: LanguageContext, action: 'add' | 'none' = 'none'): Command | null {
  if (new RegExp(`^(?:${TASK_NOUN})$`, 'i').test(body)) return null;
  const command = add(body, clause, ctx);
  if (command.kind !== 'create') return null;
  // "asap", "no rush", "#home": so one speaks of a task of one's own.
  const [task] = command.tasks;
  if (task?.priority || task?.tags.length || task?.durationMinutes) return command;
  return asOffer(command, action);
}
