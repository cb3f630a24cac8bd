import type { LanguageContext } from '../types';
import { trimEnds } from './normalize';
import { lengthOnly, levelIn, newTitle, readChanges } from './read-changes';
import { bareTitle, readRefs } from './read-refs';
import type { Changes, Command, Ref } from './types';
import { FOREIGN } from './vocabulary';
import { durationIn, hasWhen, isOnlyWhen } from './when';

const FIELD = '(?:due date|due day|date|due time|time|deadline|day|start time)';
const MOVE = 'move|reschedule|re-schedule|shift|push(?: back| out| forward| off)?|postpone|delay|defer|bring forward|bring|put off|put|change|set|update|make|bump|snooze|adjust|edit|modify|schedule|switch|carry over|carry|roll over|advance|drag|pull forward';

/** Every change of a field: dates, times, title, notes, priority, repetition, length, reminder, parent. */
export function readUpdate(clause: string, ctx: LanguageContext): Command | null {
  const sentence = clause.replace(/[\s.!?]+$/, '');
  if (!/^(?:move|reschedule|re-schedule|shift|push|postpone|delay|defer|bring|put|change|set|update|make|bump|snooze|adjust|edit|modify|schedule|switch|carry|roll|advance|rename|retitle|call|title|prioriti[sz]e|deprioriti[sz]e|raise|lower|increase|decrease|mark|flag|remove|clear|delete|drop|add|write|note|repeat|stop|extend|give|drag|pull|turn|convert|replace|fix|correct|remind|append|star|unset|nest|assign|describe|attach|cancel the (?:due|deadline|repe|recur))\b|\b(?:is|are|becomes?|takes?|repeats?|should) |'s\b/i.test(sentence)) return null;
  return (
    rename(sentence, clause, ctx) ??
    clearField(sentence, clause, ctx) ??
    describe(sentence, clause, ctx) ??
    setPriority(sentence, clause, ctx) ??
    nest(sentence, clause, ctx) ??
    remindBefore(sentence, clause, ctx) ??
    snoozeBy(sentence, clause, ctx) ??
    setLength(sentence, clause, ctx) ??
    repeat(sentence, clause, ctx) ??
    move(sentence, clause, ctx) ??
    state(sentence, clause, ctx)
  );
}

const change = (text: string, refs: Ref[], changes: Changes): Command | null =>
  refs.length && Object.keys(changes).length ? { text, kind: 'change', tool: 'update_tasks', refs, changes } : null;

function rename(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  const found =
    /^(?:rename|retitle|re-name|re-title)\s+(.+?)\s+(?:to|as|into)\s+(.+)$/i.exec(sentence) ??
    /^(?:change|set|update|edit|modify|make)\s+(?:the )?(?:title|name|text|wording)\s+(?:of|for|on)\s+(.+?)\s+(?:to|as|into|be)\s+(.+)$/i.exec(sentence) ??
    /^(?:change|set|update|edit|modify|make)\s+(.+?)(?:'s|s')? (?:title|name|text|wording)\s+(?:to|as|into|be)\s+(.+)$/i.exec(sentence) ??
    /^(?:call|title)\s+(task #?\d+|#?\d+|it|that|this|the .+? (?:one|task))\s+(.+?)(?: instead)?$/i.exec(sentence) ??
    /^(?:change|update|edit|modify|set|rename)\s+(.+?)\s+(?:to (?:say|read)|to|into)\s+((["']).+\3)$/i.exec(sentence);
  if (!found?.[1] || !found[2]) return reword(sentence, clause, ctx);
  const title = newTitle(found[2]);
  if (/\b(?:due date|date|priority|description|time|deadline)\b/i.test(found[1])) return null;
  return title ? change(clause, readRefs(found[1], ctx), { title }) : null;
}

/** "change milk to oat milk": a word in common shows that a title is meant. */
function reword(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  const found = /^(?:change|update|edit|correct|fix|replace)\s+(.{2,100}?)\s+(?:to|with|into)\s+(.{2,200})$/i.exec(sentence);
  if (!found?.[1] || !found[2] || FOREIGN.test(sentence) || hasWhen(found[2], ctx) || levelIn(found[2])) return null;
  const before = found[1].toLowerCase().split(/\s+/).filter((word) => word.length > 2 && !/^(?:the|task|your|my)$/.test(word));
  const shared = before.some((word) => found[2]?.toLowerCase().split(/\s+/).includes(word));
  return shared ? change(clause, readRefs(found[1], ctx), { title: newTitle(found[2]) }) : null;
}

function clearField(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  const found =
    /^(?:remove|clear|delete|drop|unset|cancel|take off|take|get rid of|erase) (?:the |all |its |any )?(due dates?|dates?|deadlines?|due times?|times?|priority|priorities|reminders?|recurrence|repetition|repeat|description|notes?|duration|parent)(?: off)? (?:from|of|on|for|off) (.+)$/i.exec(sentence) ??
    /^(?:remove|clear|delete|drop|unset|cancel|erase) (.+?)(?:'s|s') (due date|date|deadline|due time|time|priority|reminder|recurrence|repetition|description|notes?|duration)$/i.exec(sentence) ??
    /^(?:stop|end|cancel|quit) (?:the )?(repeating|recurring|repetition of|recurrence of)\s+(.+)$/i.exec(sentence) ??
    /^(?:stop) (.+?) (?:from )?(repeating|recurring)$/i.exec(sentence) ??
    /^make (.+?) (not (?:recurring|repeat(?:ing)?|recur)|non-?recurring|not repeat any ?more)$/i.exec(sentence);
  if (!found?.[1] || !found[2] || FOREIGN.test(sentence)) return null;
  const first = /^(?:due|dates?|deadline|times?|priorit|remind|recurr|repe|descr|notes?|durat|parent)/i.test(found[1]);
  const [field, target] = first ? [found[1], found[2]] : [found[2], found[1]];
  const refs = readRefs(target, ctx);
  // "delete the reminder for tonight" means the task; its reminder alone only of a task that is named as one.
  if (/^remind/i.test(field) && !refs.every((ref) => ref.kind === 'number' || ref.kind === 'pronoun')) return null;
  if (/^(?:notes?|dates?|times?)/i.test(field) && /^(?:delete|cancel)\b/i.test(sentence) && !refs.every((ref) => ref.kind !== 'filter')) return null;
  if (/^parent/i.test(field)) return refs.length ? { text: clause, kind: 'change', tool: 'update_tasks', refs, parent: null } : null;
  if (/^due time|^time/i.test(field)) return change(clause, refs, { dueTime: null });
  if (/^(?:due|date|deadline)/i.test(field)) return change(clause, refs, { dueDate: null });
  if (/^priorit/i.test(field)) return change(clause, refs, { priority: 'none' });
  if (/^remind/i.test(field)) return change(clause, refs, { reminder: null });
  if (/^durat/i.test(field)) return change(clause, refs, { durationMinutes: null });
  if (/^(?:descr|note)/i.test(field)) return change(clause, refs, { description: null });
  return change(clause, refs, { recurrence: null });
}

function describe(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  const found =
    /^(?:add|attach|write|put|append|leave|set|make) (?:a |the |this |another )?(?:note|description|comment|details?|notes|info)s? (?:to|on|for|in|under|of) (.+?)\s*(?::|,? that says|,? saying)\s+(.+)$/i.exec(sentence) ??
    /^(?:add|attach|write|put|append|leave|set|make) (?:a |the |this |another )?(?:note|description|comment|details?|notes|info)s? (?:to|on|for|in|under|of) ((?:task )?#?\d+|it|that|this|the .{1,60}? (?:one|task))\s*(?:,? that|,? to say|,|\bto be\b|\bto\b|\bas\b)\s+(.+)$/i.exec(sentence) ??
    /^(?:change|set|update|edit|modify) (?:the )?(?:note|notes|description|details?) (?:of|for|on) (.+?) (?:to|as)\s*:?\s+(.+)$/i.exec(sentence) ??
    /^(?:change|set|update|edit|modify) (.+?)(?:'s|s') (?:note|notes|description|details?) (?:to|as)\s*:?\s+(.+)$/i.exec(sentence) ??
    /^(?:note|describe) (?:on |for )?(task #?\d+|#\d+|it|that)\s*(?::|that|as)\s*(.+)$/i.exec(sentence);
  if (found?.[1] && found[2]) return change(clause, readRefs(found[1], ctx), { description: newTitle(found[2]).slice(0, 1_000) });
  const reversed = /^(?:add|attach|write|put|append) (?:the |a )?(?:note|description|comment) ["']?(.+?)["']? (?:to|on|for) (task #?\d+|#?\d+|it|that|the .+? (?:one|task))$/i.exec(sentence);
  return reversed?.[1] && reversed[2] ? change(clause, readRefs(reversed[2], ctx), { description: reversed[1] }) : null;
}

function setPriority(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  const star = /^(prioriti[sz]e|deprioriti[sz]e|de-prioriti[sz]e|star)\s+(.+)$/i.exec(sentence);
  if (star?.[1] && star[2]) {
    if (/^(?:my )?(?:day|tasks|list|week)$/i.test(star[2])) return null;
    return change(clause, readRefs(star[2], ctx), { priority: /^de/i.test(star[1]) ? 'low' : 'high' });
  }
  const step = /^(raise|increase|bump up|bump|lower|decrease|reduce) (?:the )?priority (?:of|for|on) ((?:(?! (?:to|as|at) ).)+)$/i.exec(sentence);
  if (step?.[1] && step[2]) return change(clause, readRefs(step[2], ctx), { priority: /^(?:lower|decrease|reduce)/i.test(step[1]) ? 'low' : 'high' });
  const found =
    /^(?:set|change|make|raise|lower|increase|decrease|update|put|give|bump|assign|adjust|edit)(?: up| down)? (?:the )?(?:priority|importance|urgency)(?: level)? (?:of|for|on|to) (.+?) (?:to|as|at|=|up to|down to)\s*(?:a )?(.+)$/i.exec(sentence) ??
    /^(?:set|change|make|raise|lower|increase|decrease|update|bump) (.+?)(?:'s|s')? (?:priority|importance)(?: level)? (?:to|as|=)?\s*(.+)$/i.exec(sentence) ??
    /^(?:assign|give|apply) (.+?) (?:a |an |the )?((?:high|low|medium|top|no|normal)(?:est)? priority)$/i.exec(sentence) ??
    /^(?:mark|set|make|flag|change|bump|put|update|label|classify|treat|move|turn) (.+?) (?:as |to |at |up to |down to |to be |with )?(?:a |an )?((?:high|low|medium|top|no|normal|highest|lowest)(?:[- ]priority)?|urgent|important|critical|unimportant|not (?:so )?(?:important|urgent)|priority (?:high|low|medium|1|2|3|one|two|three)|p[123]|top priority)(?: priority| prio)?$/i.exec(sentence) ??
    /^(.+?) (?:is|are|should be|becomes?|'s) (?:now |very |really |a |an )*((?:high|low|medium|top)[- ]priority|urgent|important|critical|not (?:so )?(?:important|urgent))(?: now)?$/i.exec(sentence);
  if (found?.[1] && found[2]) {
    const level = levelIn(found[2]);
    if (!level || /^(?:what|which|who|how|where|why|the volume|my life|show|list|tell)\b/i.test(found[1])) return null;
    if (FOREIGN.test(found[1])) return null;
    // "set the meeting to 3pm high priority" carries more than a level: leave it to the reader of all fields.
    if (level.rest && !/^(?:priority|prio|level|a|an|please|now|\W)*$/i.test(level.rest)) return null;
    return change(clause, readRefs(found[1], ctx), { priority: level.priority });
  }
  return null;
}

function nest(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  const found =
    /^(?:make|turn|set|convert) (.+?) (?:in)?(?:to )?(?:a |as a )?(?:sub-?task|child|step) (?:of|under|to) (.+)$/i.exec(sentence) ??
    /^(?:move|nest|put) (.+?) under (?:neath )?(.+)$/i.exec(sentence);
  if (!found?.[1] || !found[2]) return null;
  const refs = readRefs(found[1], ctx);
  const [parent] = readRefs(found[2], ctx);
  return refs.length && parent ? { text: clause, kind: 'change', tool: 'update_tasks', refs, parent } : null;
}

function remindBefore(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  const found =
    /^remind me (?:about |of |for )?(task #?\d+|#\d+|it|that|this one|the .+? (?:one|task))\s+(.+?) (?:before(?:hand)?|earlier|ahead(?: of time)?|in advance|prior)$/i.exec(sentence) ??
    /^(?:remind me|set (?:a|the|its) reminder) (?:for )?(.+?) before (?:the )?(task #?\d+|#\d+|it(?: is due)?|that(?: is due)?|the .+? (?:one|task))$/i.exec(sentence);
  if (!found?.[1] || !found[2]) return null;
  const [target, when] = durationIn(found[2]) && !durationIn(found[1]) ? [found[1], found[2]] : [found[2], found[1]];
  const duration = durationIn(when);
  return duration ? change(clause, readRefs(target.replace(/ is due$/, ''), ctx), { reminder: { minutesBefore: duration.minutes } }) : null;
}

function snoozeBy(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  const found =
    new RegExp(`^(?:${MOVE}|extend)\\s+(?:the (?:due date|deadline|date) (?:of|for) )?(.+?)(?:'s (?:due date|deadline))?\\s+(?:back |forward |out |off |up )?(?:by|for|back|forward|out|another)\\s+((?:an? |another |half an? |a couple of |a few |\\w+ )?[\\w.]+(?: (?:and a half))?)(?: (later|earlier|sooner|back|forward|out|ahead))?$`, 'i').exec(sentence) ??
    new RegExp(`^(?:${MOVE})\\s+(.+?)\\s+((?:an? |half an? |a couple of |a few |\\w+ )(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?)) (later|earlier|sooner|back|forward|ahead|out)$`, 'i').exec(sentence);
  if (found?.[1] && found[2]) {
    const duration = durationIn(found[2]);
    if (duration && !duration.rest.trim()) {
      const back = /^(?:earlier|sooner|forward|ahead)$/i.test(found[3] ?? '') && !/^push/i.test(sentence);
      const earlier = back || /^(?:bring|advance|pull forward)/i.test(sentence) || /\s(?:forward|up) by /i.test(sentence) && !/^push/i.test(sentence);
      const refs = readRefs(found[1], ctx);
      return refs.length ? { text: clause, kind: 'change', tool: 'snooze_tasks', refs, snooze: { byMinutes: earlier ? -duration.minutes : duration.minutes } } : null;
    }
  }
  const snooze = /^snooze\s+(.+?)(?:\s+(?:until|till|to|for)\s+(.+))?$/i.exec(sentence);
  if (!snooze?.[1]) return null;
  const refs = readRefs(snooze[1], ctx);
  if (!refs.length) return null;
  if (!snooze[2]) return { text: clause, kind: 'question', action: 'update', wants: 'date', question: 'Until when?', then: { text: clause, kind: 'change', tool: 'snooze_tasks', refs } };
  const duration = durationIn(snooze[2]);
  if (duration && !duration.rest.trim()) return { text: clause, kind: 'change', tool: 'snooze_tasks', refs, snooze: { byMinutes: duration.minutes } };
  const read = readChanges(snooze[2], ctx);
  if (read.problem) return { text: clause, kind: 'question', action: 'update', wants: 'date', question: read.problem, then: { text: clause, kind: 'change', tool: 'snooze_tasks', refs } };
  const { dueDate, dueTime } = read.changes;
  if (!dueDate && !dueTime) return null;
  return { text: clause, kind: 'change', tool: 'snooze_tasks', refs, snooze: { ...(dueDate ? { dueDate } : {}), ...(dueTime ? { dueTime } : {}) } };
}

function setLength(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  const found =
    /^(?:set|change|make|update) (?:the )?(?:duration|length|estimate) (?:of|for) (.+?) (?:to|as|be)\s+(.+)$/i.exec(sentence) ??
    /^(task #?\d+|#\d+|it|that|the .+? (?:one|task)) (?:takes|will take|should take|lasts|needs) (?:about |around )?(.+)$/i.exec(sentence);
  const minutes = found?.[2] ? lengthOnly(found[2]) : null;
  return found?.[1] && minutes ? change(clause, readRefs(found[1], ctx), { durationMinutes: minutes }) : null;
}

function repeat(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  const found =
    /^(?:make|set|have|change|schedule|turn|let) (.+?) (?:to )?(?:repeat|recur|happen|be repeated|into a recurring task|recurring|repeating)(?:ing)?,?\s+(.+)$/i.exec(sentence) ??
    /^repeat (.+?)\s+((?:every|each|daily|weekly|monthly|yearly|on|annually|quarterly|once a)\b.*)$/i.exec(sentence) ??
    /^(?:make|set|change|turn|switch) (.+?) (?:to |into )?(?:a )?((?:every|each|daily|weekly|monthly|yearly|annual(?:ly)?|quarterly|bi-?weekly|fortnightly|weekdays)\b.*)$/i.exec(sentence) ??
    /^(task #?\d+|#\d+|it|that|the .+? (?:one|task)) (?:repeats|recurs|should repeat|should recur|happens) (.+)$/i.exec(sentence);
  if (!found?.[1] || !found[2] || FOREIGN.test(found[1])) return null;
  const read = readChanges(found[2].replace(/\btask$/i, ''), ctx);
  if (!read.changes.recurrence || read.rest) return null;
  return change(clause, readRefs(found[1], ctx), read.changes);
}

function move(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  const field =
    new RegExp(`^(?:${MOVE}|extend)\\s+(?:the )?(?:new )?${FIELD}s?\\s+(?:of|for|on)\\s+(.+?)\\s+(?:to|for|until|till|as|=|on|at)\\s+(.+)$`, 'i').exec(sentence) ??
    new RegExp(`^(?:${MOVE}|extend)\\s+(.+?)(?:'s|s')?\\s+${FIELD}\\s+(?:to|for|until|till|as|on|at)?\\s*(.+)$`, 'i').exec(sentence) ??
    new RegExp(`^(?:set|give|add|assign|put)\\s+(?:a |the )?${FIELD}\\s+(?:of )?(.+?)\\s+(?:to|for|on)\\s+(task #?\\d+|#?\\d+|it|that|the .+)$`, 'i').exec(sentence);
  const given = new RegExp(`^(?:give|assign)\\s+(.+?)\\s+(?:a|an|the)\\s+(?:new )?${FIELD}\\s+(?:of|on|for|at)?\\s*(.+)$`, 'i').exec(sentence);
  if (given?.[1] && given[2]) return moved(given[1], given[2], clause, ctx);
  if (field?.[1] && field[2]) {
    const reversed = isOnlyWhen(field[1], ctx) && !isOnlyWhen(field[2], ctx);
    const [target, when] = reversed ? [field[2], field[1]] : [field[1], field[2]];
    const command = moved(target, when, clause, ctx);
    if (command) return command;
  }
  const verb = new RegExp(`^(?:${MOVE})\\b`, 'i').exec(sentence);
  if (!verb) return null;
  const after = sentence.slice(verb[0].length).trim();
  const from = /^(.+?)\s+from\s+(.{2,30}?)\s+(?:to|until|till)\s+(.+)$/i.exec(after);
  if (from?.[1] && from[2] && from[3] && isOnlyWhen(from[2], ctx)) {
    const everything = /^(?:everything|all(?: of it| tasks| my tasks)?|my tasks|tasks)$/i.test(from[1]);
    return moved(everything ? `all tasks ${from[2]}` : `${from[1]} ${/^(?:on|at|today|tomorrow)\b/i.test(from[2]) || from[2] === 'today' ? from[2] : `on ${from[2]}`}`, from[3], clause, ctx, from[1]);
  }
  // From the right: the last "to" that leaves a date behind it ("move talk to Ann to Friday").
  const joints = [...after.matchAll(/\s+(?:over to|back to|up to|to be|due|to|until|till|for|on|at|as|by|into)\s+/gi)].reverse().slice(0, 8);
  let best: Command | null = null;
  for (const joint of joints) {
    const when = after.slice(joint.index).replace(/^\s+(?:over to|back to|up to|to be|to|until|till|as|into|due)\s+/i, '').trim();
    const target = after.slice(0, joint.index);
    if (!target.trim()) continue;
    // "make it due Friday" sets a day; in "postpone everything due today" the day belongs to the tasks.
    if (/^\s+due\s/i.test(joint[0]) && !/^(?:make|set|change|put|update)/i.test(verb[0])) continue;
    const command: Command | null = moved(target, when, clause, ctx);
    if (command) best = command;
    else if (best) break;
    // What stands before "to Friday" says which task, also when it is a day ("the meeting on Monday").
    if (best && /\b(?:to|until|till|due)\s*$/i.test(joint[0])) break;
  }
  if (best) return best;
  // "make it 1pm", "make the call tomorrow".
  const bare = /^(it|that|this|them|those|both|all of them|task #?\d+|#\d+|\d+|the .+? (?:one|task))\s+(.+)$/i.exec(after);
  return bare?.[1] && bare[2] ? moved(bare[1], bare[2], clause, ctx) : null;
}

function moved(target: string, when: string, clause: string, ctx: LanguageContext, title?: string): Command | null {
  if (!hasWhen(when, ctx) && !levelIn(when) && !/\b(?:no|without).*(?:date|deadline)\b/i.test(when)) return null;
  const switched = /^(?:change|set|make|put|switch|turn|adjust|update|give|add)\b/i.test(clause);
  if ((switched && FOREIGN.test(target) && !/\btask\b/i.test(target)) || /^(?:an?|some|new)\s|\b(?:and|or|to|for|with|but)$/i.test(target.trim())) return null;
  const read = readChanges(when, ctx);
  if (read.rest || !(Object.keys(read.changes).length || read.problem)) return null;
  const refs = readRefs(target.replace(/\s+(?:to|for|on)$/i, ''), ctx);
  if (!refs.length || (refs[0]?.kind === 'title' && /^(?:a|an)?$/i.test(bareTitle(title ?? target)))) return null;
  const command: Command = { text: clause, kind: 'change', tool: 'update_tasks', refs, changes: read.changes };
  return read.problem ? { text: clause, kind: 'question', action: 'update', wants: 'date', question: read.problem, then: { ...command, changes: {} } } : command;
}

/** "task 3 is due Friday", "the report is now on Monday". */
function state(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  const found = /^(task #?\d+|#\d+|it|that|(?:the|my) [^?]{2,60}?) (?:is|are|'s|should be|has been|have been)(?: now| been)? (?:due|moved to|rescheduled to|changed to|postponed to|scheduled for|put off (?:to|until)|due on|due by)\s+(.+)$/i.exec(trimEnds(sentence));
  return found?.[1] && found[2] && !FOREIGN.test(found[1]) ? moved(found[1], found[2], clause, ctx) : null;
}
