const NUMBER = '#?\\d{1,5}';
const NUMBERS = `${NUMBER}(?:(?:\\s*,\\s*(?:and\\s+)?|\\s+(?:and\\s+)?|\\s*&\\s*|\\s*-\\s*)${NUMBER})*`;
const TASKS = `(?:tasks?\\s+)?(${NUMBERS})`;
const LEVEL = '(p[123]|!?(?:high|medium|low)|urgent)';
const TAG = '#([\\p{L}_][\\p{L}\\p{N}_-]*)';
const UNITS: Record<string, string> = { m: 'minutes', min: 'minutes', h: 'hours', hr: 'hours', d: 'days', w: 'weeks', mo: 'months' };
const AMOUNT = '(\\d{1,3}) ?(m|min|h|hr|d|w|mo)';

/** What is typed as to a terminal, and the sentence that it stands for. Each names its tasks by number, or none. */
const FORMS: [RegExp, (...parts: string[]) => string][] = [
  [new RegExp(`^(?:rm|del) ${TASKS}$`, 'i'), (tasks) => `delete ${tasks}`],
  [new RegExp(`^(?:x|✓|✔|\\[x\\]) ${TASKS}$`, 'i'), (tasks) => `complete ${tasks}`],
  [new RegExp(`^${TASKS} (?:x|✓|✔|done)$`, 'i'), (tasks) => `complete ${tasks}`],
  [new RegExp(`^(?:task |#)(${NUMBER})\\s*[:,–-]+\\s*(?:is )?(?:done|finished|complete)$`, 'i'), (task) => `complete ${task}`],
  [new RegExp(`^(?:task |#)(${NUMBER})\\s*[:,–-]+\\s*(move|push|postpone|reschedule|snooze) (?:it )?((?:to|until|till|by|for) [^,;]{2,30})$`, 'i'), (task, verb, when) => `${verb} task ${task} ${when}`],
  [new RegExp(`^(?:task |#)(${NUMBER})\\s*[:,–-]+\\s*tag (?:it )?(?:as |with )?#?([\\p{L}\\p{N}_-]+)$`, 'iu'), (task, tag) => `add tag ${tag} to ${task}`],
  [new RegExp(`^(?:task |#)(${NUMBER})\\s*[:,–-]+\\s*(delete|complete|reopen|restore|skip)(?: it)?$`, 'i'), (task, verb) => `${verb} task ${task}`],
  [new RegExp(`^(?:task |#)(${NUMBER})\\s*[:,–-]+\\s*${LEVEL}(?: priority)?$`, 'i'), (task, level) => `set ${task} to ${level} priority`],
  [new RegExp(`^mv ${TASKS} (?:to )?([^\\s,;][^,;]{1,30})$`, 'i'), (tasks, when) => `move tasks ${tasks} to ${when}`],
  [new RegExp(`^${TASKS}\\s*(?:->|=>|→)\\s*([^\\s,;][^,;]{1,30})$`, 'i'), (tasks, when) => `move tasks ${tasks} to ${when}`],
  [new RegExp(`^tasks? (${NUMBERS}) to ([^\\s,;][^,;]{1,30})$`, 'i'), (tasks, when) => `move tasks ${tasks} to ${when}`],
  [new RegExp(`^(all of (?:those|them|these)|those|them|these|both|it|that)\\s*(?:->|=>|→)\\s*([^\\s,;][^,;]{1,30})$`, 'i'), (tasks, when) => `move ${tasks} to ${when}`],
  [new RegExp(`^${TASKS} ${LEVEL}$`, 'i'), (tasks, level) => `set ${tasks} to ${level.replace('!', '')} priority`],
  [new RegExp(`^(?:prio|priority) ${TASKS} (p[123]|high|medium|low|none)$`, 'i'), (tasks, level) => `set ${tasks} to ${level.replace('none', 'no')} priority`],
  [new RegExp(`^due ${TASKS}:? ((?:mon|tue|wed|thu|fri|sat|sun|today|tomorrow|next |\\d{4}-)[^,;]{0,30})$`, 'i'), (tasks, when) => `move tasks ${tasks} to ${when}`],
  [new RegExp(`^sub (${NUMBER}): (\\S.{0,100})$`, 'i'), (task, title) => `add a subtask to task ${task}: ${title}`],
  [new RegExp(`^${LEVEL} ${TASKS}$`, 'i'), (level, tasks) => `set ${tasks} to ${level.replace('!', '')} priority`],
  [new RegExp(`^${TASKS} \\+ ?${AMOUNT}$`, 'i'), (tasks, amount, unit) => `postpone ${tasks} by ${amount} ${UNITS[unit.toLowerCase()] ?? unit}`],
  [new RegExp(`^(?:task )?(${NUMBER}) every ${AMOUNT}$`, 'i'), (task, amount, unit) => `repeat task ${task} every ${amount} ${UNITS[unit.toLowerCase()] ?? unit}`],
  [new RegExp(`^(?:task )?(${NUMBER}) ((?:every|each) .{3,30}|daily|weekly|monthly|yearly)$`, 'i'), (task, rule) => `repeat task ${task} ${rule}`],
  [new RegExp(`^- ?${TAG} ${TASKS}$`, 'iu'), (tag, tasks) => `remove tag ${tag} from ${tasks}`],
  [new RegExp(`^${TASKS} - ?${TAG}$`, 'iu'), (tasks, tag) => `remove tag ${tag} from ${tasks}`],
  [new RegExp(`^\\+? ?${TAG} ${TASKS}$`, 'iu'), (tag, tasks) => `add tag ${tag} to ${tasks}`],
  [new RegExp(`^${TASKS} \\+? ?${TAG}$`, 'iu'), (tasks, tag) => `add tag ${tag} to ${tasks}`],
  [new RegExp(`^${TAG}$`, 'iu'), (tag) => `show tasks tagged #${tag}`],
  [/^ls$/i, () => 'show my tasks'],
  [new RegExp(`^ls ${TAG}$`, 'iu'), (tag) => `show tasks tagged #${tag}`],
  [/^ls (today|tomorrow|week|overdue|done|all)$/i, (what) => (/^(?:overdue|done|all)$/i.test(what) ? `show ${what.replace(/done/i, 'completed')} tasks` : `show my tasks ${/^week$/i.test(what) ? 'this week' : what}`)],
  [/^u$/i, () => 'undo'],
];
/** Beside another of these a number and a day are a task and its new day: "4 done, 5 fri". */
const BESIDE = new RegExp(`^(?:task )?(${NUMBER}) (?:to )?((?:mon|tue|wed|thu|fri|sat|sun)\\p{L}*|today|tomorrow|tmr|next week)$`, 'iu');

function expanded(part: string): string | null {
  for (const [form, spell] of FORMS) {
    const found = form.exec(part);
    if (found) return spell(...found.slice(1).map((piece) => piece.replace(/(?<=\d) (?=#?\d)/g, ', ')));
  }
  return null;
}

/** "rm 9", "4 done, 5 fri" as sentences: "delete 9", "complete 4 and move task 5 to fri". Any other text stays as it is. */
export function spellOut(text: string): string {
  const said = text.replace(/[\s.!]+$/, '');
  if (said.length > 120) return text;
  const alone = expanded(said);
  if (alone) return alone;
  const parts = said.split(/\s*[,;]\s*(?:and\s+|then\s+)?/);
  if (parts.length < 2) return text;
  const sentences = parts.map(expanded);
  if (sentences.every((sentence) => sentence === null) || parts.some((part, index) => sentences[index] === null && !BESIDE.test(part))) return text;
  const all = parts.map((part, index) => sentences[index] ?? part.replace(BESIDE, 'move task $1 to $2'));
  return all.join(' and ');
}
