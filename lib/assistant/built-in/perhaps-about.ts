import type { LanguageContext } from '@/lib/language';
import { type CommandOf, FOREIGN, OTHER_ASSISTANT_VERB, pointIn } from '@/lib/language/commands';
import { pattern } from '@/lib/language/pattern';
import { tierOf } from '@/lib/tasks/match-title';
import { type Memory, unique } from './memory';
import { isRecord, type TaskView, toTasks } from './outcome';
import type { Pending } from './pending';
import type { Script } from './resolve-refs';
import { byNumber } from './say-outcome';
import { details, dueOf, listOf, nameOf } from './say-tasks';

/** Words that any sentence may hold: they do not say what it is about. */
const EVERYWHERE = pattern('giu')`
  \b(?:
    a|an|the|i|im|ive|id|ill|me|my|mine|you|your|we|our|us|he|his|him|she|her|it|its|they|them|their|this|that|thats|these
    |those|there|here|who|what|whats|which|when|where|why|how|is|isn|are|aren|was|were|be|been|am|do|does|did|don|doesn|didn
    |dont|doesnt|didnt|has|have|had|can|cant|could|would|will|wont|won|shall|should|may|might|must|need|needs|want|wants|got
    |gotta|get|go|going|gonna|let|lets|and|or|but|so|if|then|than|as|just|only|also|too|not|no|nope|nah|yes|yeah|ok|okay|oh
    |hey|hmm+|um|uh|well|actually|really|maybe|perhaps|please|thanks|thx|sorry|wait|all|any|some|every|everything|something
    |anything|nothing|one|ones|thing|things|stuff|way|bit|lot|more|less|still|yet|already|again|back|out|off|up|down|over
    |after|before|until|till|by|for|from|into|about|instead|very|much|many|like|make|put|set|take|now|later|soon|first|next
    |last|time|day|night|morning|afternoon|evening|noon|early|late|week|weekend|month|year|other|others|rest|both|same|task
    |tasks|list|reminder|due|tell|say|said|know|think|mean|see|look|forget|remember
  )(?:['’](?:m|ve|d|ll|re|s|t))?\b
`;
/** A question, a condition or a refusal: what is named in it is not to be moved. */
const NO_ORDER = /\?|\b(?:no|not|never|without|unless|if|when|why|how|what|who|which|where|except|but|know)\b|n'?t\b|^(?:remind me|can|could|may|do|does|is|are|am|will|should)\b/i;
const ASKS = /^(?:(?:and|so|but)[\s,]+)?(?:what|who|when|where|why|how|which|is|are|does|did|will)\b/i;
/** "bump the dentist", "my report can wait": said of something that both know. Only then it is looked up. */
const OF_SOMETHING = /\b(?:the|my|our|that|this) \p{L}/iu;
/** "dentist?", "the flights": a name and nothing else. */
const NAME_ALONE = /^(?:(?:the|my) )?[\p{Script=Latin}'-]{3,}[.?!]*$/iu;
const ELSEWHERE = new RegExp(`^(?:please )?(?:${OTHER_ASSISTANT_VERB})\\b`, 'i');
const WORDS_AT_MOST = 16;
const NAMED_AT_MOST = 3;

type About = { said: string; pending?: Pending };

/**
 * What to say of words that make no order that is known, but name a task: the task, so that the next message may tell what to do
 * with it; where a day is named, the question whether it is to be moved there. Null when they name none.
 */
export function* perhapsAbout(text: string, memory: Memory, ctx: LanguageContext): Script<About | null> {
  if (FOREIGN.test(text) || text.split(/\s+/).length > WORDS_AT_MOST) return null;
  const when = pointIn(text, ctx);
  const telling = (when?.rest ?? text).replace(EVERYWHERE, ' ').match(/[\p{L}'][\p{L}\p{N}'-]{2,}/gu) ?? [];
  if (!telling.length) return null;
  const spokenOf = unique([...memory.shown, ...memory.pair, ...memory.focus]).filter(({ deletedAt }) => !deletedAt);
  const order = !NO_ORDER.test(text);
  const alone = NAME_ALONE.test(text.trim());
  // Somebody who only asks may ask of anything, at first.
  const asks = memory.begun === true && ASKS.test(text);
  const looked = alone || (OF_SOMETHING.test(text) && (asks || (order && !ELSEWHERE.test(text))));
  const tasks = likest(telling, spokenOf) ?? (looked ? yield* lookUp(telling) : null);
  const [task, more] = tasks ?? [];
  if (!task || !tasks) return null;
  if (more) {
    const candidates = byNumber(tasks);
    return { said: `${alone ? 'Which of these do you mean, and what would you like to do with it?' : "I don't understand that yet, and nothing was changed. It may be about one of these:"}\n\n${listOf(candidates, ctx)}` };
  }
  yield { call: { tool: 'get_task', input: { task: String(task.number) } } };
  const refs: CommandOf<'change'>['refs'] = [{ kind: 'number', n: task.number }];
  if (when?.date && !when.problem && order && task.status !== 'completed') {
    const changes = { dueDate: when.date, ...(when.time ? { dueTime: when.time } : {}) };
    return {
      said: `I'm not sure that I understand. Shall I set ${nameOf(task)} to ${dueOf({ dueDate: when.date, dueTime: when.time })}?`,
      pending: { kind: 'offer', command: { text, kind: 'change', tool: 'update_tasks', refs, changes } },
    };
  }
  const facts = details(task);
  const whole = `${nameOf(task)}${facts ? `: ${facts}` : ', without a due date'}.`;
  if (alone) return { said: `${whole} What would you like to do with it?` };
  if (asks) return { said: `I can't answer that. This is all that I know of it: ${whole}` };
  return { said: `I don't understand that yet, and nothing was changed. If it is about ${nameOf(task)}, say what to do with it, for example "move it to Friday" or "it's done".` };
}

const fits = (word: string, { title }: TaskView): boolean => /^(?:exact|plain|words|inflected)$/.test(tierOf(word, title) ?? '');

/** The tasks with most of the words in their titles; null when there is none, or too many to be told apart. */
function likest(words: string[], tasks: TaskView[]): TaskView[] | null {
  const scored = tasks.map((task) => ({ task, score: words.filter((word) => fits(word, task)).length }));
  const best = Math.max(...scored.map(({ score }) => score));
  const found = best > 0 ? scored.filter(({ score }) => score === best).map(({ task }) => task) : [];
  return found.length > 0 && found.length <= NAMED_AT_MOST ? found : null;
}

function* lookUp(words: string[]): Script<TaskView[] | null> {
  const outcome = yield { call: { tool: 'search_tasks', input: { query: words.join(' ').slice(0, 200), status: 'pending' } } };
  if (outcome.kind !== 'ok') return null;
  return likest(words, outcome.tasks.length ? outcome.tasks : isRecord(outcome.data) ? toTasks(outcome.data.close) : []);
}
