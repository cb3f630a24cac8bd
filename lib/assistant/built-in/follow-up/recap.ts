import { pattern } from '@/lib/language/pattern';
import type { Memory } from '../memory';
import { isRecord } from '../outcome';
import type { Item } from '../perform';
import { nameOf, plainText } from '../say-tasks';
import type { FollowUp } from '.';

const LEAD = /^(?:(?:ok(?:ay)?|and|so|wait|hm+|hang on|sorry|but|er+m?|um+|oh|right|well|cool|great)[\s,.!]+)+/;
const DONE = '(?:do|done|did|add(?:ed)?|chang(?:e|ed)|complet(?:e|ed)|delet(?:e|ed)|mov(?:e|ed)|undo|undid|undone|take back|put(?: in| down)?|renam(?:e|ed)|remov(?:e|ed)|mark(?:ed)?|tick(?:ed)?(?: off)?|tag(?:ged)?|updat(?:e|ed)|reopen(?:ed)?|restor(?:e|ed)|reschedul(?:e|ed)|push(?:ed)?|skip(?:ped)?|set|sav(?:e|ed)|creat(?:e|ed)|get rid of|got rid of|bin(?:ned)?|say|said|ask(?: for| you)?|type|typed|enter(?:ed)?|call(?:ed)?)';
/** "what did I just put in?", "which one did you move?" */
const WHAT = pattern('')`
  ^(?:what|which)(?: (?:one|ones|task|tasks|thing|things|exactly|else))*(?:
    (?: did| have|'ve|'d| was it| is it)(?: that)? (?:i|you|we)(?: just| actually| even| only| already)* ${DONE}(?: (?:just now|so far|there|then|now|again|it to|it|that|to))*
    |(?: has|'s| did)?(?: just)? (?:changed?|happen(?:ed)?)(?: just now| there| then)?
    |(?: was| were)(?: just)? ${DONE}
  )$
`;
/** "did that work?", "have you moved it?" */
const WHETHER = pattern('')`
  ^(?:did|has|have|is|was|are)(?:n't)? (?:that|it|this|you|they|those|the change|everything|we|i)(?: just| actually| all| both| definitely| already| even| now)*(?:
    (?: been)? ${DONE}
    |(?: been)? (?:work(?:ed)?|go(?:ne)?(?: through| in| on)?|happen(?:ed)?|take(?:n)?|took|get|got|gotten|sort(?:ed)?|stick|stuck|register(?:ed)?|in|in there|on there|on the list|on my list|all set|catch)
  )(?: (?:it|that|this|them|those|all|both|down|in|on|off|through|back|then|now|yet|ok|okay|already|right|to|there|list|the))*$
`;
const WHY = pattern('')`
  ^(?:why|how come|what for|says who|what makes you (?:say|think) (?:that|so))(?: (?:is |was |are )?(?:that|this|it|those|these|them|not|so|did you|though|would i|should i|do i (?:have|need) to)(?: (?:one|ones|first|now|today|do (?:it|that)|change (?:it|that)|say that|pick (?:it|that|those)|there))*)?$
`;
/** "which ones?", of what was just changed. */
const HOW_MANY = /^(?:which(?: ones?)?|how many(?: (?:was|were|is|are) (?:that|those|it|they|there))?)$/;
/** The tools of which a question speaks. */
const SPEAKS_OF: readonly [RegExp, RegExp][] = [
  [/\b(?:undo|undid|undone|took?e? back)\b/, /^undo$/],
  [/\b(?:add|put|creat|type|enter)/, /^create_/],
  [/\b(?:mov|push|resched)/, /^(?:update|snooze)_tasks$/],
  [/\b(?:complet|tick|mark)/, /^complete_tasks$/],
  [/\b(?:delet|remov|get rid|got rid|bin)/, /^delete_tasks$/],
];

/** Questions about what was done in this conversation, answered from it: nothing is looked up, and nothing changed. */
export function recap({ text, said, memory }: FollowUp): Item[] | null {
  const { latest } = memory;
  const asked = said.replace(LEAD, '').replace(/,? (?:please|mate|ok|though)$/, '');
  const say = (answer: string): Item[] => [{ kind: 'say', text, answer }];
  if (WHY.test(asked)) return latest && latest.turnsAgo <= 2 ? why(memory, say) : null;
  const whether = WHETHER.test(asked) && (!/^(?:is|are|was)\b/.test(asked) || (latest?.changed === true && latest.turnsAgo === 1));
  const counted = HOW_MANY.test(asked) && latest?.changed === true && latest.turnsAgo === 1;
  if (!memory.begun || (!whether && !counted && !WHAT.test(asked))) return null;
  const [, tool] = SPEAKS_OF.find(([words]) => words.test(asked)) ?? [];
  if (latest?.call.tool === 'undo' && latest.outcome.kind === 'ok' && (whether || tool?.test('undo'))) return say(`${whether ? 'Yes. ' : ''}${plainText(latest.outcome.message)}`);
  const last = memory.changes.at(-1);
  const [task, more] = memory.focus;
  const about = task && !more && /\b(?:it|that|this)\b/.test(asked) ? memory.changes.findLast(({ message }) => message.includes(`"${task.title}"`)) : undefined;
  const of = (tool && memory.changes.findLast((change) => tool.test(change.tool))) ?? about ?? last;
  if (!of || !last) return say('I have changed nothing in this conversation.');
  if (!whether) return say(`The last change here: ${(of === last ? memory.changes.filter(({ turn }) => turn === last.turn) : [of]).map(({ message }) => plainText(message)).join(' ')}`);
  const fresh = latest?.changed && latest.turnsAgo === 1;
  // A task that was named may not be the one that was changed last.
  if (about && about !== last) return say(`The last change to it: ${plainText(about.message)}`);
  return say(`${(fresh || tool) && of === last ? 'Yes.' : 'Nothing was changed just now. The last change here:'} ${plainText(of.message)}`);
}

/** Why it was advised, or what was said that led to a change. */
function why({ latest, changes }: Memory, say: (answer: string) => Item[]): Item[] | null {
  if (latest?.outcome.kind !== 'ok') return null;
  const { data, tasks } = latest.outcome;
  if (/^(?:recommend_next|plan_day)$/.test(latest.call.tool)) {
    const entries = isRecord(data) ? data.recommendations ?? data.blocks ?? data.reasons : undefined;
    const told = (Array.isArray(entries) ? entries : []).filter(isRecord).flatMap(({ number, reason }) => {
      const task = tasks.find((candidate) => candidate.number === number);
      return task && typeof reason === 'string' && reason ? [`${nameOf(task)}: ${plainText(reason)}`] : [];
    });
    return say(`What is overdue comes first, then what is due soon and what is important.${told.length ? ` ${told.slice(0, 3).join('; ')}.` : ''}`);
  }
  const last = changes.at(-1);
  return latest.changed && last ? say(`Because you said "${plainText(latest.user)}". ${plainText(last.message)} Say "undo" to take it back.`) : null;
}
