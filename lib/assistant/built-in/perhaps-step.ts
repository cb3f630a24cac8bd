import { type CommandOf, DOING_VERB } from '@/lib/language/commands';
import { tierOf } from '@/lib/tasks/match-title';
import type { Memory } from './memory';
import type { Pending } from './pending';
import type { Script } from './resolve-refs';
import { nameOf, plainText } from './say-tasks';

const ADD_TO = /^(?:also )?(?:add|put|include)\b/i;
const PARTS = /^(.{1,60}?) to (?:the |my )?(.{3,100})$/i;
/** "bob's number to it". */
const TO_IT = /^(.{1,100}?) (?:to|on|under) (?:it|that|this)(?: one| task)?$/i;
/** "buy lightbulbs to adulting", where tasks with that tag were spoken of. */
const TO_TAG = /^(.{1,100}?) (?:to|on|under|in) (?:the |my )?#?([\p{L}\p{N}_-]{2,30})$/iu;
const DOING = new RegExp(`^(?:${DOING_VERB})\\b`, 'i');

/** "add a toothbrush to pack for the trip" where there is such a task: a step of it may be meant, so it is asked. */
export function* perhapsStep({ text, tasks, parent }: CommandOf<'create'>, memory: Memory): Script<{ said: string; pending: Pending } | null> {
  const [draft, more] = tasks;
  const thing = draft && !more && !parent ? TO_IT.exec(draft.title)?.[1] : undefined;
  if (draft && thing && ADD_TO.test(text)) {
    const step: CommandOf<'create'> = { text, kind: 'create', tasks: [{ ...draft, title: thing }], parent: { kind: 'pronoun', which: 'it' } };
    return { said: `Shall I add "${plainText(thing)}" as a subtask of it?`, pending: { kind: 'offer', command: step } };
  }
  const tagged = draft && !more && !parent && !draft.tags.length && ADD_TO.test(text) ? TO_TAG.exec(draft.title) : null;
  const tag = [...memory.focus, ...memory.shown].flatMap(({ tags }) => tags).find((name) => name.toLowerCase() === tagged?.[2]?.toLowerCase());
  if (draft && tagged?.[1] && tag) {
    const offer: CommandOf<'create'> = { text, kind: 'create', tasks: [{ ...draft, title: tagged[1], tags: [tag] }] };
    return { said: `Shall I add "${plainText(tagged[1])}" with the tag #${plainText(tag)}?`, pending: { kind: 'offer', command: offer } };
  }
  const found = draft && !more && !parent && !draft.tags.length && ADD_TO.test(text) ? PARTS.exec(draft.title) : null;
  if (!draft || !found?.[1] || !found[2] || DOING.test(found[1])) return null;
  const [, title, name] = found;
  const outcome = yield { call: { tool: 'search_tasks', input: { query: name, status: 'pending' } } };
  const under = outcome.kind === 'ok' ? outcome.tasks.filter((task) => /^(?:exact|plain)$/.test(tierOf(name, task.title) ?? '')) : [];
  const [only] = under;
  if (!only || under.length > 1) return null;
  const step: CommandOf<'create'> = { text, kind: 'create', tasks: [{ ...draft, title }], parent: { kind: 'number', n: only.number } };
  return { said: `Shall I add "${plainText(title)}" as a subtask of ${nameOf(only)}?`, pending: { kind: 'offer', command: step } };
}
