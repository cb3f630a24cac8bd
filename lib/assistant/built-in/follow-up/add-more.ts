import { readTask } from '@/lib/language';
import { bareTitle, cleanTitle, type CommandOf, DOING_VERB, isOnlyWhen, type NewDraft, pointIn, readCommands, readRefs, trimEnds } from '@/lib/language/commands';
import { pattern } from '@/lib/language/pattern';
import type { TaskView } from '../outcome';
import type { Item } from '../perform';
import { plainText } from '../say-tasks';
import { type FollowUp, isVague } from '.';
import { dayBeside } from './day-beside';

const AND = /^(?:oh[\s,]+)?(?:and|also|plus|then)\s+(?:also\s+|then\s+|add\s+)?(.{1,80}?)(?:,? (?:too|as well|also))?$/i;
const TOO = /^(.{1,60}?),? (?:too|as well|also)$/i;
const SAME = /^(?:and |please )?(?:do )?(?:the )?same (?:for|with|to) (?:(?:the|my) )?(.{1,40}?)(?: too| as well)?$/i;
const NO_NAME = pattern('i')`
  ^(?:
    it|that|this|them|those|i|you|we|he|she|they|what|how|why|who|when|where|which|is|are|do|does|did|can|could|if
    |because|then|now|yes|no|not|to|at|by|for|make|only|just|until|on|in
  )\b
`;
/** Off the list that was shown or added to. */
const TAKE_OFF = /^(?:please )?(?:take|cross|strike) (?:the |my )?(.{1,40}?) off(?: (?:it|there|that|again))?$/;
const TO_IT = /^(?:please |ok |and |also )*(?:add|put|include|stick|pop|chuck|throw|bung|get) (.{2,200}?) (?:to|on|onto|in) (?:it|there|that|this|(?:the|that|this) list)(?: too| also| as well| please)*[.!]*$/i;
const ADD_IT = /^(?:(?:no|ok|then|please|nope|well)\W+)*(?:add|create|make) (?:it|that|one)(?: then| please)*$/;
const VERB = new RegExp(`^(?:${DOING_VERB})\\b`, 'i');

/** After something was added: "and eggs" is one more, "and Wednesday" the same on another day, "same for the dentist" is asked. */
export function addMore(from: FollowUp): Item[] | null {
  const { text, said, memory, ctx } = from;
  const { latest } = memory;
  const off = memory.shown.length || latest?.call.tool === 'create_tasks' ? TAKE_OFF.exec(said)?.[1] : undefined;
  if (off && !NO_NAME.test(off) && !isOnlyWhen(off, ctx)) return [{ text, kind: 'change', tool: 'delete_tasks', refs: readRefs(off, ctx) }];
  const listed = toShownList(from);
  if (listed) return listed;
  if (latest?.call.tool !== 'create_tasks' || latest.turnsAgo > 1 || latest.outcome.kind !== 'ok' || !isVague(from)) return null;
  const added = latest.outcome.tasks.filter((task) => !task.parentId);
  const [only] = added;
  const sentence = trimEnds(text);
  const same = SAME.exec(sentence)?.[1];
  if (same && only && added.length === 1) return likeIt(only, same, from);
  const more = AND.exec(sentence)?.[1] ?? TOO.exec(sentence)?.[1];
  if (!more) return null;
  const day = only && added.length === 1 && !only.recurrence ? dayFor(more, only, from) : null;
  if (day && only) return [{ text, kind: 'create', tasks: [{ ...copyOf(only, from), due: day }] }];
  if (isOnlyWhen(more, ctx) || NO_NAME.test(more) || more.split(' ').length > 6 || !/^(?:oh[\s,]+)?(?:and|also|plus|then)\b/.test(said)) return null;
  const list = /\b(?:lists?|groceries)\b/i.test(latest.user) || /^(?:and|also|plus)\b/i.test(latest.user) ? added.at(-1)?.tags ?? [] : [];
  const names = list.length && /,| and /i.test(more) ? more.split(/\s*,\s*(?:and\s+)?|\s+and\s+/i) : [more];
  // What was told in other words ("and someone's gotta walk Milo") is named as it would be by itself.
  const { alone } = from;
  if (alone.kind === 'question' && alone.offer?.kind === 'create' && !list.length) return [{ ...alone.offer, text }];
  return [{ text, kind: 'create', tasks: names.filter(Boolean).map((name) => withTags(readTask(cleanTitle(name).replace(/^(?:the|some)\s+/i, ''), ctx), list)) }];
}

/** "add eggs to it", of the list that was just shown; "add it", of what was just not found. */
function toShownList({ text, said, alone, memory: { query, latest }, ctx }: FollowUp): Item[] | null {
  const added = latest?.turnsAgo === 1 && latest.call.tool === 'create_tasks' && latest.outcome.kind === 'ok' ? latest.outcome.tasks : [];
  const [list, otherList] = new Set(added.map(({ tags }) => tags.join())).size === 1 ? added[0]?.tags ?? [] : [];
  const put = list && !otherList ? TO_IT.exec(text.trim())?.[1] : undefined;
  if (put) return readCommands(`add ${put} to my ${list} list`, ctx).filter(({ kind }) => kind === 'create');
  if (latest?.turnsAgo !== 1 || !query || latest.call.tool !== query.tool || latest.outcome.kind !== 'ok') return null;
  const { tagsAny, query: words } = query.input;
  const [tag, other] = Array.isArray(tagsAny) ? tagsAny.filter((name) => typeof name === 'string') : [];
  const items = tag && !other ? TO_IT.exec(text.trim())?.[1] : undefined;
  if (items) return readCommands(`add ${items} to my ${tag} list`, ctx).filter(({ kind }) => kind === 'create');
  if (typeof words !== 'string' || latest.outcome.tasks.length || !ADD_IT.test(said) || alone.kind === 'create') return null;
  const offer: CommandOf<'create'> = { text, kind: 'create', tasks: [readTask(`"${words.replaceAll('"', '')}"`, ctx)] };
  return [{ text, kind: 'question', action: 'add', question: `Shall I add "${plainText(words)}" as a task?`, offer }];
}

const withTags = (draft: NewDraft, tags: string[]): NewDraft => ({ ...draft, tags: [...new Set([...draft.tags, ...tags])] });

/** The task once more, as a draft. */
const copyOf = (task: TaskView, { ctx }: FollowUp): NewDraft => ({
  ...readTask(`"${task.title}"`, ctx),
  title: task.title,
  priority: task.priority === 'high' || task.priority === 'medium' || task.priority === 'low' ? task.priority : null,
  tags: task.tags,
  durationMinutes: task.durationMinutes ?? null,
});

/** Another day that is said with nothing else, counted from the day of the task where it is said so. */
function dayFor(said: string, { dueDate, dueTime }: TaskView, { ctx }: FollowUp): NewDraft['due'] {
  const beside = dueDate ? dayBeside(said, dueDate) : null;
  if (beside) return { date: beside, time: dueTime ?? null };
  if (!dueDate || !isOnlyWhen(said, ctx)) return null;
  const point = pointIn(said, ctx);
  return point?.date && !point.problem && point.date !== dueDate ? { date: point.date, time: point.time ?? dueTime ?? null } : null;
}

/** "same for the electrician": what it would be called is a guess, so it is asked. */
function likeIt(task: TaskView, name: string, from: FollowUp): Item[] | null {
  const { text, ctx } = from;
  if (isOnlyWhen(name, ctx) || NO_NAME.test(name)) return null;
  const [verb = ''] = task.title.split(' ');
  const title = VERB.test(task.title) ? `${verb} ${/^(?:\p{Lu}|\d)/u.test(name) ? name : bareTitle(name)}` : bareTitle(name);
  const draft: NewDraft = {
    ...copyOf(task, from),
    title,
    due: task.dueDate ? { date: task.dueDate, time: task.dueTime ?? null } : null,
    recurrence: task.recurrence ?? null,
  };
  const offer: CommandOf<'create'> = { text, kind: 'create', tasks: [draft], described: 'again' };
  return [{ text, kind: 'question', action: 'add', question: `Shall I add "${title}" just like "${task.title}"?`, offer }];
}
