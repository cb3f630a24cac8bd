import { askOf, bareQuestion, type CommandOf, type Inputs, readEdge, readFields, readTotal } from '@/lib/language/commands';
import { pattern } from '@/lib/language/pattern';
import { ASKS, type Memory } from '../memory';
import type { Item } from '../perform';
import type { Call } from '../read-prompt';
import { listOf } from '../say-tasks';
import type { FollowUp } from '.';

/** Said of the tasks on show. */
const OF_THEM = /\b(?:them|those|these|they|of it|there|that list|this list|the list|ones?|one's|the two)\b/;
const OPENS = /^(?:which|any of|are any|is any|only|just|how many)\b/;
const LEAD = pattern('')`
  ^(?:(?:
    which|what|anything|any|are|is|do|does|ha(?:ve|s)(?! (?:an?|no|any|got) )|how many|how much|only|just|now|show(?: me)?|see|the|all|of|them|those
    |these|that|they|ones?|one's|tasks?|things?|stuff|'s|'re|there|on (?:it|that list|the list|this list)|in there|i
    |in (?:it|that list|the list)|due(?= on)|either|both|neither|also|still
  )(?:\s+|(?='s)|$))+
`;
const END = /(?:\s+(?:ones?|tasks?|stuff|things|of (?:them|those|these)|there|on (?:it|that list|the list)|in there|please|now|again))+$/;
const EDGE_ALONE = /^(?:what about |how about )?(?:the )?(first|earliest|soonest|last|latest|furthest|furthest away|furthest out|longest|shortest|quickest|oldest|newest)(?: one)?$/;
const MOST = /^(?:which|what)(?: one| of (?:them|those|these))?(?:'s| is| are)? (?:the )?most (?:urgent|important|pressing)(?: (?:one|of (?:them|those|these)))?$/;
const ELSE = /^(?:is there |are there |do i have |have i got )?any(?:thing|one|body)? (?:else|more)(?: (?:for|with|about) (?:her|him|them|it|that)| there| then| on (?:it|that day|that list|there)| that day| left)*$/;
const BETWEEN = /^how (?:long|much time|far)(?: (?:is there|is it|apart|have i got|do i have))? (?:between (?:them|the two|those|these)(?: two)?|apart are they)$/;
const WHICH = /^(?:which|what|who)(?: (?:ones?|tasks?|things?))?(?: (?:is|are) (?:it|they|that|those|these))?(?: then| exactly)?$/;
const NO_TIME = /^(?:(?:which|what|any|and|those|the ones|ones|are|is|of (?:them|those|these)|do|does|has|have|with) ?)*(?:no|without(?: an?)?|any without|don't have (?:an? )?)(?: set| fixed)? times?(?: set)?$/;
const ORDERED = new Set(['sort', 'order', 'limit']);

/** A question about the list on show: "which one is due first?", "any of them urgent?", "how long will it all take?", "anything else?". */
export function askOfList({ text, said, alone, memory, ctx }: FollowUp): Item[] | null {
  const { latest, query, shown } = memory;
  if (!/^(?:unknown|call|get|selection|question)$/.test(alone.kind) || (alone.kind === 'call' && !ASKS.test(alone.tool))) return null;
  if (!query || !latest || latest.turnsAgo > 3 || latest.call.tool !== query.tool || latest.outcome.kind !== 'ok' || !/^(?:list|search)_tasks$/.test(query.tool)) return null;
  const asked = bareQuestion(said);
  // "there" is the list itself, whatever of it was asked for last.
  const { dueFrom: _, dueTo: __, overdue: ___, priority: ____, ...list } = query.input;
  const base = /\b(?:there|(?:on|in) (?:it|that list|the list))\b/.test(asked) && ('tagsAny' in list || 'query' in list) ? { ...query, input: list } : query;
  const again = (more: Inputs, ask: CommandOf<'call'>['ask'], about = ''): Item[] => [callOf(base, more, text, about, ask)];
  if (BETWEEN.test(asked) && shown.length === 2) {
    const [one, other] = shown.map(({ number: n }) => ({ kind: 'number' as const, n }));
    return one && other ? [{ text, kind: 'compare', refs: [one, other], by: 'due', ask: 'between' }] : null;
  }
  if (ELSE.test(asked) && (latest.outcome.total ?? 0) <= latest.outcome.tasks.length) return [{ kind: 'say', text, answer: 'No, that was all of it.' }];
  if (MOST.test(asked) && shown.length) return again({ sort: 'urgency', order: 'asc', limit: 1 }, 'edge');
  const picked = query.input.limit === 1;
  const alone1 = EDGE_ALONE.exec(asked)?.[1];
  const edge = readEdge(asked) ?? (alone1 && (picked || !/^(?:first|last)$/.test(alone1)) ? readEdge(`what's the ${alone1} one`) : null);
  if (edge && !edge.rest && !/\b(?:thing|task)\b/.test(asked)) return again({ sort: edge.sort, order: edge.order, limit: 1 }, 'edge');
  if (WHICH.test(asked)) return again({}, undefined);
  if (NO_TIME.test(asked) && shown.length) {
    const free = shown.filter(({ dueTime }) => !dueTime);
    return [{ kind: 'say', text, answer: free.length ? `Without a time:\n\n${listOf(free, ctx)}` : 'All of them have a time.' }];
  }
  if (readTotal(asked, ctx)?.rest === '') return again({}, 'total');
  if (!OF_THEM.test(asked) && !(OPENS.test(asked) && alone.kind === 'unknown')) return null;
  return narrowed(asked, memory, (more, about) => again(more, /^(?:how many)/.test(asked) ? undefined : askOf(said), /^how many/.test(asked) ? `${about}, #count` : about), ctx);
}

/** The same question of fewer tasks, where the words say nothing but a field of them, or a tag that one on show has. */
function narrowed(asked: string, { shown }: Memory, again: (more: Inputs, about: string) => Item[], ctx: FollowUp['ctx']): Item[] | null {
  const phrase = asked.replace(/\bwithout one$/, 'without a date').replace(LEAD, '').replace(END, '').trim();
  if (!phrase) return null;
  const read = readFields(phrase, ctx);
  const { q: _, ...filter } = read.filter;
  const tag = shown.flatMap(({ tags }) => tags).find((own) => own.toLowerCase() === read.words.toLowerCase());
  if (read.problem || (read.words && !tag) || (!tag && !Object.keys(filter).length)) return null;
  if (filter.dueFrom || filter.dueTo) filter.overdue = undefined;
  return again({ ...filter, ...(tag ? { tagsAll: [...(filter.tagsAll ?? []), tag] } : {}) }, [read.about, tag ? `tagged ${tag}` : '', 'of those'].filter(Boolean).join(', '));
}

/** The recorded question, with other fields; how it was ordered and cut is not kept. */
function callOf({ tool, input }: Call, more: Inputs, text: string, about: string, ask: CommandOf<'call'>['ask']): CommandOf<'call'> {
  const kept: Inputs = {};
  for (const [key, value] of Object.entries(input)) {
    if (ORDERED.has(key)) continue;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') kept[key] = value;
    else if (Array.isArray(value)) kept[key] = value.filter((item) => typeof item === 'string' || typeof item === 'number');
  }
  return { text, kind: 'call', tool: tool === 'search_tasks' ? 'search_tasks' : 'list_tasks', input: { ...kept, ...more }, about, ...(ask ? { ask } : {}) };
}
