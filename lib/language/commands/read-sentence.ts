import type { LanguageContext } from '../types';
import { withErrand } from './as-errand';
import { stripCourtesy } from './normalize';
import { asOffer, toCreate } from './create-command';
import { plainQuestion } from './ask-forms';
import { isRecall } from './asks-back';
import { matchAdd } from './match-add';
import { cannotDo } from './move-without';
import { readAhead } from './read-ahead';
import { readBeside } from './read-beside';
import { readAlarm } from './read-alarm';
import { readSubtask } from './read-subtask';
import { readBare } from './read-bare';
import { readDatedMark } from './dated-marks';
import { readComplete } from './read-complete';
import { readHistory } from './read-history';
import { readInsight } from './read-insight';
import { readPlace } from './read-place';
import { readQuery } from './read-query';
import { readRefs } from './read-refs';
import { readRemove } from './read-remove';
import { readCannot } from './read-cannot';
import { forbids } from './read-alone';
import { readSeries } from './read-series';
import { readSocial } from './read-social';
import { readTags } from './read-tags';
import { offerRemoval, readUnreminded } from './remove-offers';
import { wantedGone } from './remove-forms';
import { readUpdate } from './read-update';
import { askOf, claimIn } from './ask-of';
import { readConsidered, readEither, withoutReason } from './unsure';
import { actionOf } from './command-action';
import { ABROAD, ASKED_OF_YOU, CODE, COMMAND_MAX, MADE_REPEATING, MAY_I, MAY_SEE, MUSING, TICKED } from './sentence-words';
import type { Command } from './types';
import { hasWhen } from './when';

export function readClause(clause: string, ctx: LanguageContext): Command {
  const said = readSocial(clause);
  if (said?.kind === 'yes' || said?.kind === 'no') return said;
  if (forbids(clause)) return { text: clause, kind: 'no' };
  const open = readEither(clause) ?? readConsidered(clause, ctx, readClause);
  if (open) return open;
  const plain = withoutReason(clause, ctx);
  const ordered = plain === clause ? null : readClause(plain, ctx);
  if (ordered?.kind === 'change' || ordered?.kind === 'skip') return { ...ordered, text: clause };
  const polite = stripCourtesy(clause);
  const sentence = polite.replace(/(?<=\S),? then[.!]*$/i, '');
  if (CODE.test(sentence) || (ABROAD.test(sentence) && !hasWhen(sentence, ctx))) return { text: clause, kind: 'unknown' };
  const beside = readBeside(polite, ctx, (rest) => readClause(rest, ctx));
  if (beside) return beside;
  const read = readSentence(sentence, ctx);
  const command = read && !(read.kind === 'change' && MUSING.test(sentence)) ? read : { text: clause, kind: 'unknown' as const };
  const removed = command.kind === 'change' && command.tool === 'delete_tasks' && MAY_I.test(clause) ? command.refs : [];
  if (removed.length && removed.every((ref) => ref.kind === 'number' || ref.kind === 'title' || ref.kind === 'pronoun')) {
    return { text: clause, kind: 'question', action: 'remove', question: 'You can. Shall I delete it?', offer: command };
  }
  // "can I take Friday off?" names no task.
  if (command.kind === 'change' && MAY_SEE.test(clause) && command.refs.some((ref) => ref.kind === 'title' && /^(?:i|we) /i.test(ref.text))) return { text: clause, kind: 'unknown' };
  if (command.kind === 'create' && MAY_SEE.test(clause) && !matchAdd(sentence)) return { text: clause, kind: 'unknown' };
  if (command.kind === 'create' && ASKED_OF_YOU.test(clause) && !matchAdd(sentence)) return asOffer(command);
  return denies(command)
    ? {
      text: clause,
      kind: 'question',
      action: actionOf(command),
      question: 'I can\'t tell for certain which tasks that leaves. Which ones do you mean? Name them, or say "show my tasks" to see their numbers.',
    }
    : command;
}

/** "everything that isn't for the trip": words that no field of a filter holds, and that turn its sense. */
const TURNS_SENSE = /\b(?:except|excluding|but|apart from|other than|besides|not|non|without|unless|neither|nor|never|instead|only)\b|n't\b/i;
const denies = (command: Command): boolean =>
  command.kind === 'change' && command.refs.some((ref) => ref.kind === 'filter' && TURNS_SENSE.test(ref.filter.q ?? ''));

const SETS_DEADLINE = /^(?:set|give|add|assign|put) (?:a |the )?(?:new )?(?:deadline|due date|due day) (?:of|on|for)\b/i;

/** "remind me again, what's the next meeting", "remind me when rent is due": asked, and not to be noted. */
const ASKS_AGAIN = /^remind me(?: again,? (?:of )?|,? )((?:what|which|who)(?:'s|s| is| are)? (?:the|my|our) .+|(?<=again.*)(?:what|when|which|who|where|how)\b.+|(?:when|what (?:day|time|date))(?:'s| is) .+|(?:when|what (?:day|time|date)) (?:the |my |our )?(?:\S+ ){0,3}?\S+ (?:is|are)(?: due| on| at)?)$/i;

function readSentence(sentence: string, ctx: LanguageContext): Command | null {
  if (sentence.length > COMMAND_MAX) {
    const wish = matchAdd(sentence);
    return wish ? toCreate(wish, sentence, ctx) : null;
  }
  if (isRecall(sentence)) {
    return (
      readQuery(sentence.replace(/^.*?\b(?=my |the |items|things|tasks|what)/i, 'show '), ctx) ??
      { text: sentence, kind: 'call', tool: 'list_tasks', input: { status: 'pending' }, about: '' }
    );
  }
  const recalled = /^remind me (?:again )?what ((?:task |number )+#?\d+|#\d+) (?:is|was)(?: (?:about|for|again))*$/i.exec(sentence.replace(/[\s.!?]+$/, ''))?.[1];
  const [ref] = recalled ? readRefs(recalled, ctx) : [];
  if (ref) return { text: sentence, kind: 'get', ref };
  const again = ASKS_AGAIN.exec(sentence)?.[1];
  const known = again ? readQuery(plainQuestion(`tell me ${again}`), ctx) : null;
  if (known) return { ...known, text: sentence };
  const social = readSocial(sentence);
  if (social && social.kind !== 'unknown') return social;
  const back = readHistory(sentence);
  if (back) return back;
  const ahead = readAhead(sentence, ctx);
  if (ahead) return ahead;
  const subtask = readSubtask(sentence, ctx);
  if (subtask) return subtask;
  const cannot = readCannot(sentence, sentence);
  if (cannot) return cannot;
  const series = readSeries(sentence, sentence, ctx);
  if (series) return series;
  const tags = readTags(sentence, ctx);
  if (tags) return tags;
  const before = readUpdate(sentence, ctx);
  if (
    before?.kind === 'change' &&
    (
      before.changes?.reminder ||
      before.changes?.description !== undefined ||
      (before.refs[0]?.kind === 'number' && /^remind me\b/i.test(sentence)) ||
      (before.changes?.dueDate && SETS_DEADLINE.test(sentence)) ||
      (before.changes?.recurrence && before.refs[0]?.kind === 'title' && /\b(?:repeat|recur)\b/i.test(sentence))
    )
  ) return before;
  const alarm = readAlarm(sentence, ctx);
  if (alarm) return alarm;
  if (before?.kind === 'question' && (before.offer || /^How much\b/.test(before.question))) return before;
  const insight = readInsight(sentence, ctx);
  if (insight) return insight;
  // "remind me to cancel the gym" is an errand about cancelling: a wish for a task takes all of its sentence.
  const gone = wantedGone(sentence, ctx) ? readRemove(sentence, ctx) : null;
  if (gone) return gone;
  const hinted = readUnreminded(sentence, sentence, ctx) ?? cannotDo(sentence, sentence, ctx) ?? offerRemoval(sentence, sentence, ctx);
  if (hinted) return hinted;
  const marked = readDatedMark(sentence, sentence, ctx);
  if (marked) return marked;
  const ticked = TICKED.test(sentence) ? readComplete(sentence, ctx) : null;
  if (ticked) return ticked;
  const wish = matchAdd(sentence);
  if (wish && before?.kind === 'change' && MADE_REPEATING.test(sentence) && before.changes?.recurrence) return { ...before, errand: toCreate(wish, sentence, ctx) };
  if (wish && (wish.style === 'remind' || wish.sure)) return toCreate(wish, sentence, ctx);
  if (/^(?:get|take|move|pull)\b.*\b(?:trash|bin|off (?:of )?(?:my|the) (?:\S+ )?list)$/i.test(sentence)) {
    const rescued = readRemove(sentence, ctx);
    if (rescued) return rescued;
  }
  const plain = plainQuestion(sentence);
  const query = (plain === sentence ? null : readInsight(plain, ctx)) ?? readQuery(sentence, ctx);
  if (query) return query.kind === 'get' && !query.claim && !query.ask && askOf(sentence) ? { ...query, claim: claimIn(sentence, ctx) } : query;
  if (before) return withErrand(before, sentence, ctx);
  const remove = readRemove(sentence, ctx);
  if (remove) return remove;
  const complete = readComplete(sentence, ctx);
  if (complete) return complete;
  if (wish) return toCreate(wish, sentence, ctx);
  return readPlace(sentence, sentence, ctx) ?? readBare(sentence, ctx);
}
