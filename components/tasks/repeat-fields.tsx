'use client';

import { useRef, useState } from 'react';
import { readRepeat } from '@/app/(workspace)/actions/tasks';
import { act, messageOf } from '@/components/data/request';
import { browserZone } from '@/components/time/browser-zone';
import { sayFullDay } from '@/components/time/format';
import { sayRecurrence } from '@/components/time/recurrence-label';
import { Field } from '@/components/ui/field';
import { Input, Select } from '@/components/ui/input';
import { TickBox } from '@/components/ui/tick-box';
import type { EditorFields, EditorProps } from './editor-fields';

const PRESETS = ['FREQ=DAILY', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'FREQ=WEEKLY', 'FREQ=MONTHLY', 'FREQ=YEARLY'];
const IN_WORDS = 'words';

export const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

type Answer = { text: string; said?: string; problem?: string };
type Props = EditorProps & { repeat: ReturnType<typeof useRepeatWords> };

/**
 * A repetition said in words: the server reads it with the same understanding as everywhere, and says it back.
 * @param own the rule that the task has.
 */
export function useRepeatWords(own: string | null, { fields, set }: EditorProps) {
  /** Null: it is chosen from the list. */
  const [words, setWords] = useState<string | null>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const text = words?.trim() ?? '';
  const isRead = text === '' || (answer?.text === text && answer.problem === undefined);

  /** What stands there now: an answer to words that are gone is for nobody. */
  const latest = useRef('');
  /** Leaving the field and pressing Save ask the same thing at one moment. */
  const asked = useRef<{ text: string; heard: Promise<Partial<EditorFields> | null> } | null>(null);

  const ask = async (): Promise<Partial<EditorFields> | null> => {
    try {
      const reading = await act(readRepeat({ text, dueDate: fields.dueDate || null, timeZone: browserZone() }));
      if (latest.current !== text) return null;
      if (!reading.ok) {
        setAnswer({ text, problem: reading.message });
        return null;
      }
      const { recurrence, fromCompletion, dueDate, dueTime } = reading;
      const heard = { recurrence, fromCompletion, dueDate, ...(dueTime !== null && { dueTime }) };
      setAnswer({ text, said: `${upper(reading.words)}, next on ${sayFullDay(dueDate)}.` });
      set(heard);
      return heard;
    } catch (error) {
      setAnswer({ text, problem: messageOf(error) });
      return null;
    } finally {
      asked.current = null;
    }
  };
  /** The fields with what the words mean; null when they were not understood. */
  const read = async (): Promise<EditorFields | null> => {
    if (isRead) return fields;
    if (asked.current?.text !== text) asked.current = { text, heard: ask() };
    const heard = await asked.current.heard;
    return heard && { ...fields, ...heard };
  };
  const write = (next: string | null) => {
    latest.current = next?.trim() ?? '';
    setWords(next);
    // Words that are taken back mean nothing any more.
    if (next === '' && answer?.said) set({ recurrence: own ?? '' });
  };
  return { own, words, write, answer: answer?.text === text ? answer : null, isRead, read };
}

/** Whether, and how, a task repeats: one of the usual ways, or said in words. */
export function RepeatField({ fields, set, repeat }: Props) {
  const { own } = repeat;
  const rules = own && !PRESETS.includes(own) ? [own, ...PRESETS] : PRESETS;
  const choose = (value: string) => {
    repeat.write(value === IN_WORDS ? '' : null);
    if (value !== IN_WORDS) set({ recurrence: value });
  };
  return (
    <Field label="Repeats">
      {(control) => (
        <Select {...control} value={repeat.words === null ? fields.recurrence : IN_WORDS} onChange={(event) => choose(event.target.value)}>
          <option value="">Does not repeat</option>
          {rules.map((rule) => (
            <option key={rule} value={rule}>
              {upper(sayRecurrence(rule))}
            </option>
          ))}
          <option value={IN_WORDS}>In words…</option>
        </Select>
      )}
    </Field>
  );
}

/** What belongs to a repetition: its words where it is said, and from which day it counts. */
export function RepeatDetails({ fields, set, repeat }: Props) {
  const { words, answer, isRead } = repeat;
  return (
    <>
      {words !== null && (
        <Field
          label="How often"
          error={answer?.problem}
          hint={answer?.problem ? undefined : <span role="status">{answer?.said ?? 'Like “every other Friday”, “last workday of the month” or “daily until June”.'}</span>}
        >
          {(control) => (
            <Input
              {...control}
              autoFocus
              autoComplete="off"
              maxLength={200}
              value={words}
              placeholder="every other Friday"
              onChange={(event) => repeat.write(event.target.value)}
              onBlur={() => void repeat.read()}
              onKeyDown={(event) => {
                // What was understood is said back first; Enter again saves.
                if (event.key !== 'Enter' || isRead) return;
                event.preventDefault();
                void repeat.read();
              }}
            />
          )}
        </Field>
      )}
      {fields.recurrence !== '' && (
        <TickBox
          className="min-h-6 pointer-coarse:min-h-11"
          checked={fields.fromCompletion}
          onChange={(event) => set({ fromCompletion: event.target.checked })}
        >
          Count from the day it is done
        </TickBox>
      )}
    </>
  );
}
