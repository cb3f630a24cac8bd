import { formatDay, parseDay, weekdayOf } from '@/lib/language/calendar';
import { askOf, type CommandOf, type Filter, type Inputs, isOnlyWhen, readCommands, readFilter } from '@/lib/language/commands';
import { pattern } from '@/lib/language/pattern';
import type { Item } from '../perform';
import type { Call } from '../read-prompt';
import { type FollowUp, isVague } from '.';

const ALSO = /^(?:and|or|so|now|but)?\s*(?:what about|how about|compared? (?:it |that |this )?(?:with|to))?\s*(?:for |on |in )?(?:the (?!\d))?(.{2,40}?)(?: instead| then| now)?$/;
const OPENS = /^(?:and|or|compared?|what about|how about|so what about|only|just|now only|but only)\b/;
const NARROW = /^(?:now |but |and )?(?:only|just)(?: show(?: me)?)?\s+(?:the |my )?(.{2,40}?)(?: ones?| tasks?| stuff| please)*$/;
const COUNT = /^(?:(?:and|so) )?how many(?: (?:is|are) (?:that|those|these|they|there|left))?(?: now| left)?$|^and now$/;
/** The rest of a list that was cut. */
const MORE = pattern('')`
  ^(?:please |can you )*(?:(?:show|display|list|see|give|tell|read)(?: me)? )?(?:the )?(?:
    more(?: tasks| of (?:them|it|those))?|next(?: page| ones)?
    |rest(?: of (?:them|it|the list))?|others|remaining ones|what'?s more|all of them
  )$
`;
/** What a list shows at most. */
const MOST = 100;
const SORTED = /^(?:(?:now|and|please|then|ok)[\s,]+)*(?:sort|order|rank|arrange)(?:ed)?(?: (?:them|it|those|these|that))? by ([a-z ]{3,30})$/;
const SHOW = /^(?:please |now |and |only |just )*(?:show|open|find|give)(?: me)?(?: only| just| all)* (?:the |my )?((?!(?:til|till|until|some|an?|me|more|something|that|this|it|how)\b)[\p{L}\p{N}'-]+(?: [\p{L}\p{N}'-]+)??)(?: (?:stuff|things|ones|tasks|list))?$/iu;
const THE_LIST = /^(?:(?:please )?(?:show|read|open|see|give)(?: me)? (?:the|that) list|what(?:'s| is) (?:on|in) (?:it|there|the list|that list)(?: now)?)$/;
const POLITE = /^(?:(?:ok(?:ay)?|right|cool|great|thanks|good|alright|so|oh|ah|hmm)[\s,.!]+)+(?=\S)/;
/** "today, I mean". */
const I_MEAN = /(?:^(?:no,? )?i (?:mean|meant|said) |,? i (?:mean|meant)$)/;
const DUE = ['dueFrom', 'dueTo', 'noDue', 'overdue', 'timeFrom', 'timeTo'];
const NAMED = ['query', 'tagsAny', 'tagsAll', 'tagsNone', 'untagged'];

/** The question before, asked of something else: "and tomorrow?", "only the high priority ones", "and for work?". */
export function askAgain(from: FollowUp): Item[] | null {
  const { text, said, alone, memory } = from;
  const { query, latest } = memory;
  if (query && latest?.turnsAgo === 1 && latest.call.tool === query.tool && latest.outcome.kind === 'ok' && MORE.test(said) && /^(?:list|search)_tasks$/.test(query.tool)) {
    if ((latest.outcome.total ?? 0) <= latest.outcome.tasks.length) return [{ kind: 'say', text, answer: 'That was all of it.' }];
    return [{ text, kind: 'call', tool: toolOf(query), input: { ...inputsOf(query.input), limit: MOST }, about: '' }];
  }
  const sorted = query && latest?.turnsAgo === 1 && /^(?:list|search)_tasks$/.test(query.tool) ? SORTED.exec(said)?.[1] : undefined;
  const { sort, order } = sorted ? readFilter(`tasks sorted by ${sorted}`, from.ctx) : {};
  if (query && sort) return [{ text, kind: 'call', tool: toolOf(query), input: { ...inputsOf(query.input), sort, ...(order ? { order } : {}) }, about: '' }];
  if (query && COUNT.test(said)) return [{ text, kind: 'call', tool: toolOf(query), input: inputsOf(query.input), about: '' }];
  const asked = query && latest && latest.turnsAgo <= 3 && latest.call.tool === query.tool ? query : undefined;
  const about = /^(?:what|how) about\b/.test(said);
  if (asked && latest && (isVague(from) || (about && alone.kind === 'call'))) {
    const items = OPENS.test(said.replace(POLITE, '')) || I_MEAN.test(said) || (/\?\s*$/.test(text) && isOnlyWhen(said.replace(/^(?:what|which) /, ''), from.ctx)) ? other(asked, latest.user, from) : null;
    if (items) return items;
  }
  const added = latest?.call.tool === 'create_tasks' && latest.outcome.kind === 'ok' ? latest.outcome.tasks[0]?.tags ?? [] : [];
  const [tag] = added;
  if (tag && added.length === 1 && THE_LIST.test(said)) {
    return [{ text, kind: 'call', tool: 'list_tasks', input: { tagsAny: [tag], status: 'pending' }, about: `tagged ${tag}` }];
  }
  const shown = alone.kind === 'unknown' ? SHOW.exec(said)?.[1] : undefined;
  return shown ? [{ text, kind: 'call', tool: 'search_tasks', input: { query: shown, status: 'pending' }, about: `matching "${shown}"` }] : null;
}

function other(call: Call, user: string, { text, said: whole, ctx }: FollowUp): Item[] | null {
  const said = whole.replace(POLITE, '').replace(I_MEAN, '').replace(/\brest of (?=(?:the|this|next) )/, '');
  const narrow = NARROW.exec(said)?.[1];
  const phrase = narrow ?? ALSO.exec(said)?.[1];
  if (!phrase || /^(?:by|what'?s?|which|who|when|where|how|is|are|do|does|did|have|has)\b/.test(phrase)) return null;
  if (call.tool === 'plan_day' || call.tool === 'get_task_stats') {
    const forms = call.tool === 'plan_day' ? [`plan ${phrase}`] : [`how many tasks did i finish ${phrase}`, `show my stats for ${phrase} tasks`];
    for (const form of forms) {
      const [command] = readCommands(form, ctx);
      if (command?.kind === 'call' && command.tool === call.tool && Object.keys(command.input).length) {
        return [{ ...command, text, input: { ...inputsOf(call.input), ...command.input } }];
      }
    }
    return null;
  }
  if (call.tool !== 'list_tasks' && call.tool !== 'search_tasks') return null;
  const beside = shifted(call.input, phrase);
  const read = readFilter(beside ? '' : phrase, ctx);
  if (beside) Object.assign(read.filter, beside);
  const { q: _, ...filter } = read.filter;
  const words = read.words;
  if (read.problem || (!words && !Object.keys(filter).length) || words.split(' ').length > 3) return null;
  const kept = inputsOf(call.input);
  if (kept.sort === 'urgency' && kept.limit === 1) for (const key of ['sort', 'order', 'limit']) delete kept[key];
  // What was asked of what is done, or of what was added, is asked of other days of it.
  for (const [from, to] of [['completedFrom', 'completedTo'], ['createdFrom', 'createdTo']] as const) {
    if (!(from in kept) || !filter.dueFrom) continue;
    return [{
      text,
      kind: 'call',
      tool: call.tool,
      input: { ...kept, [from]: filter.dueFrom, [to]: filter.dueTo ?? filter.dueFrom },
      about: `${from === 'completedFrom' ? 'completed' : 'added'} ${beside ? `the ${phrase}` : phrase}`,
    }];
  }
  const replaced = [...(DUE.some((key) => key in filter) ? DUE : []), ...(words || NAMED.some((key) => key in filter) ? NAMED : [])];
  const before = Object.keys(kept).filter((key) => !['status', 'sort', 'order', 'limit', 'query'].includes(key));
  if (!narrow) for (const key of replaced) delete kept[key];
  const rest = Object.keys(kept).some((key) => before.includes(key) || key === 'query');
  const query = [kept.query, words].filter(Boolean).join(' ');
  const input: Inputs = { ...kept, ...filter, ...(query ? { query } : {}) };
  const told = [read.about, words ? `matching "${words}"` : '', rest ? (narrow ? 'of those' : 'otherwise as before') : ''].filter(Boolean).join(', ');
  const ask = askOf(said) ?? (kept.limit === 1 && kept.sort ? 'edge' : askOf(user));
  const command: CommandOf<'call'> = { text, kind: 'call', tool: query ? 'search_tasks' : 'list_tasks', input, about: told, ...(ask ? { ask } : {}) };
  return [command];
}

const SPANS = [['dueFrom', 'dueTo'], ['completedFrom', 'completedTo'], ['createdFrom', 'createdTo']] as const;

/** "the week before", "the day after": told from the days that were asked about. */
function shifted(input: Record<string, unknown>, said: string): Filter | null {
  const [, unit, way] = /^(?:the )?(day|week|weekend|month) (before|after)(?: (?:that|this))?$/.exec(said) ?? [];
  const [from, to] = SPANS.find(([key]) => typeof input[key] === 'string') ?? [];
  const days = [from && input[from], to && input[to]].flatMap((day) => (typeof day === 'string' ? (parseDay(day) ?? []) : []));
  const [start, end = start] = days;
  if (!unit || start === undefined || end === undefined || unit === 'month') return null;
  if (unit === 'day') return way === 'before' ? spanOf(start - 1, start - 1) : spanOf(end + 1, end + 1);
  const by = way === 'before' ? -7 : 7;
  if (unit === 'weekend' || end - start >= 6) return spanOf(start + by, end + by);
  const monday = start - ((weekdayOf(start) + 6) % 7);
  return spanOf(monday + by, monday + by + 6);
}

const spanOf = (from: number, to: number): Filter => ({ dueFrom: formatDay(from), dueTo: formatDay(to) });

const toolOf = ({ tool }: Call): CommandOf<'call'>['tool'] =>
  tool === 'search_tasks' || tool === 'plan_day' || tool === 'recommend_next' || tool === 'get_task_stats' ? tool : 'list_tasks';

/** A recorded input as one that a command may have. */
function inputsOf(input: Record<string, unknown>): Inputs {
  const inputs: Inputs = {};
  for (const [key, value] of Object.entries(input)) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') inputs[key] = value;
    else if (Array.isArray(value)) inputs[key] = value.filter((item) => typeof item === 'string' || typeof item === 'number');
  }
  return inputs;
}
