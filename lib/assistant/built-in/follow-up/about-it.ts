import { type CommandOf, durationIn, isOnlyWhen, newTitle, pointIn, type Ref, readRefs } from '@/lib/language/commands';
import { pattern } from '@/lib/language/pattern';
import { tierOf } from '@/lib/tasks/match-title';
import { isRecord } from '../outcome';
import type { Item } from '../perform';
import type { Call } from '../read-prompt';
import { nameOf, plainText } from '../say-tasks';
import { type FollowUp, isVague } from '.';

const USE_IT = /^(?:please )?(?:use|apply|try) (?:it|that)(?: now| (?:for|on) (.{2,30}))?$/;
const RENAME_IT = /^(?:please )?rename (?:it|that)(?: to)? (.{1,100}?)[.!]*$/i;
const DELETE_IT = /^(?:please )?(?:delete|remove) (?:it|that|this)(?: template| again)?$/;
/** "remove it from the dentist": what was just put on another task. */
const TAG_OFF = /^(?:and |also |please )*(?:remove|take|drop) (?:it|that) (?:from|off) (?!(?:my |the )?(?:list|calendar|schedule|to-?do)\b)(.{2,60})$/;
const IT: Ref = { kind: 'pronoun', which: 'it' };
const WHEN_IT = pattern('')`
  ^(?:and |so )?(?:
    when|what time|what day|at what time|at what hour|what hour|how often|how (?:early|late)
  )(?:'s| is| does| was| do| are)? ?(?:it|that|this|they|those)(?: one)?(?: (?:need|have) to be \w+(?: by)?| due| set| at| on| for| now| next| repeat| recur| happening| happen| start| begin| over| again)*$
  |^(?:and )?(?:how often|(?:at )?what time|which day|(?:on )?what day|when)(?: exactly| again| roughly)?$
  |^(?:and )?how (?:long|much time) (?:do i have|is left|have i got)(?: left| for (?:it|that))*$
`;
const UNTIL_IT = /^(?:and |so )?how (?:long|many days|soon|much longer|much time)(?: (?:is it|do i have|have i got|is there|left))*(?: (?:till|until|til|to|before))?(?: (?:then|it|that|is it|is that)|(?<=have i got|do i have|left))$/;
const NEXT_ONE = /^(?:and )?(?:when|what)(?:'s| is) the next(?: one| time| date| day)?(?: due)?$/;
const NOTE = /^(?:and |also )?(?:add|put|leave|attach)? ?(?:a |the )?(?:note|description|comment)\s*:\s*(.{1,900})$/i;
const WITHOUT = pattern('')`
  ^(?:and |also |please )*(?:remove|clear|drop|delete|take off|lose|no) (?:the |its |that )?(
    note|notes|description|priority|due date|date|deadline|time|reminder|duration|recurrence|repetition
  )(?: again)?$
`;
const UNTAG = pattern('iu')`
  ^(?:and |also |please )*(?:remove|drop|delete|take off|take) (?:the )?(?:tag|label) #?([\p{L}\p{N}_-]+)(?: off| again)?$
  |^(?:and |also |please )*(?:remove|drop|delete|take off) the #?([\p{L}\p{N}_-]+) (?:tag|label)$
`;
/** In a conversation about tasks, something was fetched. */
const GOT = /^(?:ok |and |just |already )*got (?:the |some )((?:[\p{L}'-]+ ?){1,4})$/u;
const WHOLE = /^show (?:me )?(?:the )?(?:whole thing|whole task|details|full task)$/;
/** "remind me the day before", of the one that is spoken of. */
const BEFORE = /^(?:and |also |please )*remind me (?:of it )?(?:the|a|one) (day|week) (?:before|earlier|ahead)(?:hand)?$/;
/** "make that an hour", just after a reminder was set. */
const MAKE_IT = pattern('')`
  ^(?:(?:no|actually|wait|sorry|better|and)[\s,]+)*(?:
    make (?:it|that)|change (?:it|that) to|set it to|rather
  )? ?(.{3,20}?)(?: before(?:hand)?| earlier| instead| please)*$
`;
const AHEAD = /^(?:and |make (?:it|that) )?(.{3,25}?) (?:before(?:hand)?|in advance|ahead)(?: please)?$/;
const THINGS_BACK = /^(?:please )?(?:put|bring|get|take) (?:the |my )?(.{1,60}?) back(?: again)?$/;
/** What is cleared, by the beginning of its name. */
const CLEARED: readonly [RegExp, CommandOf<'change'>['changes']][] = [
  [/^(?:note|desc)/, { description: null }],
  [/^prio/, { priority: 'none' }],
  [/^time/, { dueTime: null }],
  [/^rem/, { reminder: null }],
  [/^dur/, { durationMinutes: null }],
  [/^re[cp]/, { recurrence: null }],
  [/^(?:due|date|dead)/, { dueDate: null }],
];

/** The one template that was just saved, renamed or listed. */
function templateOf({ tool, input }: Call, data: unknown): string | null {
  if (tool === 'save_as_template' || tool === 'rename_template') return typeof input.name === 'string' ? input.name : null;
  const listed = tool === 'list_templates' && isRecord(data) && Array.isArray(data.templates) ? data.templates : [];
  const [only] = listed;
  return listed.length === 1 && isRecord(only) && typeof only.name === 'string' ? only.name : null;
}

/** Questions and changes about the one task that is spoken of, without naming it: "when is it?", "clear the note". */
export function aboutIt(from: FollowUp): Item[] | null {
  const { text, said, memory, ctx } = from;
  const { focus, latest } = memory;
  const change = (changes: CommandOf<'change'>['changes'], refs: Ref[] = [IT]): CommandOf<'change'> => ({ text, kind: 'change', tool: 'update_tasks', refs, changes });
  const back = THINGS_BACK.exec(said)?.[1];
  const gone = back ? focus.filter((task) => task.deletedAt && tierOf(back, task.title)) : [];
  if (gone.length === 1 && gone[0]) return [{ text, kind: 'change', tool: 'restore_tasks', refs: [{ kind: 'number', n: gone[0].number }] }];
  const other = /^(?:what|how) about (?:the |task |number )?(.{1,30}?)(?: one)?$/.exec(said)?.[1];
  if (other && isVague(from) && memory.shown.length > 1) {
    const [ref] = readRefs(/^\d+$/.test(other) ? other : `the ${other}`, ctx);
    if (ref?.kind === 'ordinal' || ref?.kind === 'number') return [{ text, kind: 'get', ref }];
  }
  const template = latest?.outcome.kind === 'ok' && latest.turnsAgo <= 2 ? templateOf(latest.call, latest.outcome.data) : null;
  if (template) {
    const use = USE_IT.exec(said);
    const day = use?.[1] ? pointIn(use[1], ctx)?.date : undefined;
    if (use && (day || !use[1])) return [{ text, kind: 'call', tool: 'create_from_template', input: { template, ...(day ? { dueDate: day } : {}) } }];
    const { alone } = from;
    if (alone.kind === 'correction' && alone.changes.title) return [{ text, kind: 'call', tool: 'rename_template', input: { template, name: alone.changes.title } }];
    if (RENAME_IT.test(said)) return [{ text, kind: 'call', tool: 'rename_template', input: { template, name: newTitle(RENAME_IT.exec(text.trim())?.[1] ?? '') } }];
    if (DELETE_IT.test(said)) return [{ text, kind: 'call', tool: 'delete_template', input: { template } }];
  }
  const used = latest?.call.tool === 'list_templates' && latest.turnsAgo === 1
    ? /^(?:please )?use (?:the |my )?(.{1,60}?)(?: one| template)?$/.exec(said)?.[1]
    : undefined;
  if (used && !/^(?:it|that|this)$/.test(used)) {
    const point = pointIn(used, ctx);
    const named = point?.date && !point.problem ? point.rest.replace(/ (?:for|on|due)$/, '').trim() : used;
    return [{
      text,
      kind: 'call',
      tool: 'create_from_template',
      input: { template: named || used, ...(named && named !== used && point?.date ? { dueDate: point.date } : {}) },
    }];
  }
  const off = TAG_OFF.exec(said)?.[1];
  if (off) {
    const tags = latest?.call.tool === 'add_tags' ? latest.call.input.tags : latest?.turnsAgo === 1 ? latest.call.input.tagsAny : undefined;
    const [tag, more] = Array.isArray(tags) ? tags.filter((name) => typeof name === 'string') : [];
    if (tag && !more) return [{ text, kind: 'change', tool: 'remove_tags', refs: readRefs(off, ctx), tags: [tag] }];
    return [{
      text,
      kind: 'question',
      action: 'none',
      question: `What should I take off ${plainText(off)}? For example: "remove the tag work from ${plainText(off)}". Nothing was changed.`,
    }];
  }
  const got = from.alone.kind === 'unknown' && memory.begun ? GOT.exec(said)?.[1] : undefined;
  if (got && !isOnlyWhen(got, ctx)) return [{ text, kind: 'change', tool: 'complete_tasks', refs: [{ kind: 'title', text: `get ${got}` }] }];
  const [only] = focus;
  if (focus.length !== 1 || !only) return null;
  if (NEXT_ONE.test(said)) {
    const next = latest?.outcome.kind === 'ok' ? latest.outcome.next[0] : undefined;
    return [{ text, kind: 'get', ref: { kind: 'number', n: next?.number ?? only.number } }];
  }
  const before = BEFORE.exec(said)?.[1];
  if (before && only.dueDate) return [change({ reminder: { minutesBefore: before === 'week' ? 10_080 : 1_440 } })];
  const instead = 'reminder' in Object(latest?.call.input.changes) && latest?.turnsAgo === 1 ? MAKE_IT.exec(said)?.[1] : undefined;
  const length = instead ? durationIn(instead) : null;
  if (length && !length.rest.trim() && only.reminder) return [change({ reminder: { minutesBefore: length.minutes } })];
  const ahead = AHEAD.exec(said)?.[1];
  const span = ahead && isVague(from) ? durationIn(ahead) : null;
  const minutes = span?.rest.trim() ? undefined : span?.minutes;
  if (minutes && only.dueDate) return [change({ reminder: { minutesBefore: minutes } })];
  if (WHOLE.test(said)) return [{ text, kind: 'get', ref: IT }];
  if (UNTIL_IT.test(said)) return [{ text, kind: 'get', ref: IT, ask: 'until' }];
  if (WHEN_IT.test(said)) return [{ text, kind: 'get', ref: IT, ask: 'due' }];
  const note = NOTE.exec(text.trim())?.[1];
  if (note) {
    return [{
      text,
      kind: 'question',
      action: 'update',
      question: `Shall I note that on ${nameOf(only)}?`,
      offer: change({ description: note }, [{ kind: 'number', n: only.number }]),
    }];
  }
  const field = WITHOUT.exec(said)?.[1];
  if (field) return [change(CLEARED.find(([name]) => name.test(field))?.[1])];
  const tag = UNTAG.exec(said);
  const name = tag?.[1] ?? tag?.[2];
  if (name && only.tags.some((own) => own.toLowerCase() === name)) return [{ text, kind: 'change', tool: 'remove_tags', refs: [IT], tags: [name] }];
  return null;
}
