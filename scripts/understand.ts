/** `npm run --silent understand`: JSON lines in, what was understood out, one object a line in the same order. */
import { createInterface } from 'node:readline';
import { isTimeZone, placeSpans, readDate, readRecurrence, readTask, type LanguageContext, type TaskDraft } from '@/lib/language';
import { understandChat } from '@/lib/language/commands';

type Answer = Record<string, unknown>;

const EMPTY: Answer = {
  title: null, description: null, due: null, recurrence: null, fromCompletion: false, priority: null, tags: [], reminder: null,
  durationMinutes: null, subtasks: [], action: 'none', spans: [],
};

function understandDate(text: string, ctx: LanguageContext): Answer {
  const reading = readDate(text, ctx);
  if (!reading) return { kind: 'none', ...EMPTY };
  const { due, start, end, parts, range, problem } = reading;
  const read = due.date !== null || due.time !== null;
  const spans = (parts ?? [{ start, end }]).map((part) => ({ type: 'date', ...part }));
  return { kind: read ? 'date' : 'question', ...EMPTY, due: read ? due : null, spans, ...(range ? { range } : {}), ...(problem ? { problem } : {}) };
}

function understandRecurrence(text: string, ctx: LanguageContext): Answer {
  const reading = readRecurrence(text, ctx);
  if (!reading) return { kind: 'none', ...EMPTY };
  const { rule, fromCompletion, due, start, end, problem } = reading;
  const spans = [{ type: 'recurrence', start, end }];
  if (problem) return { kind: 'question', ...EMPTY, spans, problem };
  return { kind: 'recurrence', ...EMPTY, due, recurrence: rule, fromCompletion, spans };
}

function ofDraft(draft: TaskDraft): Answer {
  const { problem, ...fields } = draft;
  return { ...EMPTY, ...fields, ...(problem ? { problem: problem.code, message: problem.message } : {}) };
}

function understandTask(text: string, ctx: LanguageContext): Answer {
  const draft = readTask(text, ctx);
  return { kind: draft.problem || draft.title === '' ? 'question' : 'task', ...ofDraft(draft), action: 'add' };
}

function understandUtterance(text: string, ctx: LanguageContext): Answer {
  const { kind, action, draft } = understandChat(text, ctx);
  return { kind, ...(draft ? ofDraft(placeSpans(draft, text, ctx)) : EMPTY), action };
}

const MODES: Record<string, (text: string, ctx: LanguageContext) => Answer> = {
  date: understandDate, recurrence: understandRecurrence, task: understandTask, chat: understandUtterance,
};

/** What one line of input means; a line that cannot be used becomes an object with `error`. */
function understandLine(line: string): Answer {
  let input: unknown;
  try {
    input = JSON.parse(line);
  } catch {
    return { error: 'Not a JSON object.' };
  }
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return { error: 'Not a JSON object.' };
  const { text, now, timeZone, mode, weekStart } = input as Record<string, unknown>;
  if (typeof text !== 'string') return { error: '"text" must be a string.' };
  const instant = now === undefined ? new Date() : typeof now === 'string' ? new Date(now) : null;
  if (!instant || Number.isNaN(instant.getTime())) return { error: '"now" must be an instant in ISO 8601.' };
  const zone = timeZone ?? 'UTC';
  if (typeof zone !== 'string' || !isTimeZone(zone)) return { error: '"timeZone" must be a known time zone.' };
  const name = mode ?? 'chat';
  const read = typeof name === 'string' && Object.hasOwn(MODES, name) ? MODES[name] : undefined;
  if (!read) return { error: '"mode" must be date, recurrence, task or chat.' };
  if (weekStart !== undefined && weekStart !== 0 && weekStart !== 1) return { error: '"weekStart" must be 0 or 1.' };
  try {
    return read(text, { now: instant, timeZone: zone, ...(weekStart === undefined ? {} : { weekStart }) });
  } catch (error) {
    return { error: error instanceof Error ? error.message : 'Could not be read.' };
  }
}

async function main(): Promise<void> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() !== '') process.stdout.write(`${JSON.stringify(understandLine(line))}\n`);
  }
}

if (process.argv[1]?.endsWith('understand.ts')) await main();
