import { describeRecurrence, readRecurrence } from '@/lib/language';
import { checkRule, fallsOn } from './recurrence';

type RepeatReading =
  | {
      ok: true;
      recurrence: string;
      fromCompletion: boolean;
      /** When it comes first: the day that the task is due already where the rule allows it; a time only where one follows from the words. */
      dueDate: string;
      dueTime: string | null;
      /** The rule said back: "every 2 weeks on Friday". */
      words: string;
    }
  | { ok: false; message: string };

const PROBLEMS = { impossible_rule: 'That repetition never comes around.', unclear_rule: 'That leaves open on which days.', unclear_times: 'That leaves open at what times.', several_rules: 'That is more than one repetition.' };
const HOW = 'Say it like “every other Friday” or “last workday of the month”.';
const refuse = (message: string): RepeatReading => ({ ok: false, message });

/**
 * A repetition in words, as a field of its own holds it: all of them have to be understood, for nothing is guessed.
 * @param dueDate the day on which the task is due so far.
 */
export function readRepeat(text: string, { now, timeZone }: { now: Date; timeZone: string }, dueDate: string | null): RepeatReading {
  // In a field that asks how often, "3rd Thursday" says it without "every".
  const plain = readRecurrence(text, { now, timeZone });
  const said = plain ? text : `every ${text}`;
  const reading = plain ?? readRecurrence(said, { now, timeZone });
  if (!reading) return refuse(HOW);
  if (reading.problem) return refuse(PROBLEMS[reading.problem]);
  const rule = checkRule(reading.rule);
  const { date, time } = reading.due;
  if (rule === null || date === null) return refuse(PROBLEMS.impossible_rule);
  const left = `${said.slice(0, reading.start)} ${said.slice(reading.end)}`;
  if (/[\p{L}\p{N}]/u.test(left)) return refuse(`Only “${said.slice(reading.start, reading.end)}” was understood. ${HOW}`);
  const kept = dueDate !== null && dueDate >= date && fallsOn(rule, dueDate);
  return {
    ok: true, recurrence: rule, fromCompletion: reading.fromCompletion, words: describeRecurrence(rule, reading.fromCompletion),
    dueDate: kept ? dueDate : date, dueTime: time,
  };
}
