'use client';

import clsx from 'clsx';
import { Plus, X } from 'lucide-react';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { messageOf, postJson } from '@/components/data/request';
import { useWorkspace } from '@/components/data/workspace';
import { useClock } from '@/components/time/clock';
import { browserZone } from '@/components/time/browser-zone';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import type { TaskDraft } from '@/lib/language';
import type { Task } from '@/lib/tasks/schemas';
import { chipAt, cutLine, maskPlain, movePlain, type Plain, toNewTask, understood } from './quick-add-text';
import { useTaskActions } from './use-task-actions';

type Reader = (text: string, context: { now: Date; timeZone: string }) => TaskDraft;

/** What was written on a line, and why it was not added where it was not. */
type Line = { text: string; plain: Plain[]; why?: string };

/** The longest line: a title, and room for what is understood besides. */
const LINE_MAX = 500;

/**
 * One line that makes a task, which `onAdded` is told; `onType` that the next is being written. What is understood (a date, a repetition, a priority, a tag) is tinted in the text itself;
 * a press on it, or Backspace right behind it, makes it plain words again.
 */
export function QuickAdd({ onAdded, onType }: { onAdded: (task: Task) => void; onType: () => void }) {
  const { tasks } = useWorkspace();
  const { add } = useTaskActions();
  const { now } = useClock();
  const [text, setText] = useState('');
  const [plain, setPlain] = useState<Plain[]>([]);
  const [read, setRead] = useState<Reader | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [failed, setFailed] = useState<Line[]>([]);
  const tint = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const typed = useRef('');

  const draft = useMemo(
    () => (read && text.trim() !== '' ? read(maskPlain(text, plain), { now: new Date(Math.max(now, 1)), timeZone: browserZone() }) : null),
    [read, text, plain, now],
  );
  const spans = draft?.spans ?? [];
  const load = () => {
    if (!read) void import('@/lib/language').then(({ readTask }) => setRead(() => readTask), () => undefined);
  };
  const put = (line: Line) => {
    typed.current = line.text;
    setText(line.text);
    setPlain(line.plain);
  };
  const change = (next: string) => {
    put({ text: next, plain: movePlain(text, next, plain) });
    setProblem(null);
    onType();
  };
  const release = (caret: number | null) => {
    const chip = caret === null ? undefined : chipAt(spans, caret);
    if (chip) setPlain([...plain, { start: chip.start, end: chip.end }]);
    return chip !== undefined;
  };
  // The next line may be written, and sent, before this one is there.
  const send = async (line: Line) => {
    try {
      if (read && line.plain.length > 0) {
        const draft = read(maskPlain(line.text, line.plain), { now: new Date(), timeZone: browserZone() });
        const response = await postJson('/api/v1/tasks', { ...toNewTask(draft, line.text, line.plain), timeZone: browserZone() });
        const task = (await response.json()) as Task;
        tasks.put([task]);
        onAdded(task);
      } else {
        const [task] = (await add(line.text)).tasks ?? [];
        if (task) onAdded(task);
      }
    } catch (error) {
      if (typed.current === '') {
        put(line);
        setProblem(messageOf(error));
      } else setFailed((lines) => [...lines, { ...line, why: messageOf(error) }]);
    }
  };
  const submit = () => {
    if (text.trim() === '') return;
    setProblem(null);
    put({ text: '', plain: [] });
    void send({ text, plain });
  };
  const drop = (line: Line) => setFailed((lines) => lines.filter((each) => each !== line));
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const { selectionStart, selectionEnd } = event.currentTarget;
    if (event.key === 'Backspace' && selectionStart === selectionEnd) {
      const chip = selectionStart === null ? undefined : chipAt(spans, selectionStart);
      if (chip?.end === selectionStart && release(selectionStart)) event.preventDefault();
    }
    if (event.key === 'Escape') event.currentTarget.blur();
  };
  const warning = problem ?? draft?.problem?.message ?? null;
  return (
    <form
      className="shrink-0 px-3 pb-2"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className="field relative flex h-10 items-center pr-2 pl-3 pointer-coarse:h-11">
        <button
          type="submit"
          tabIndex={-1}
          aria-label="Add"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => field.current?.focus()}
          className="-ml-3 grid h-full w-9 shrink-0 place-items-center text-faint hover:text-text"
        >
          <Plus size={16} aria-hidden />
        </button>
        <div className="relative h-full min-w-0 flex-1">
          <div
            ref={tint}
            aria-hidden
            className="pointer-events-none absolute inset-0 flex items-center overflow-hidden text-ui whitespace-pre text-transparent pointer-coarse:text-[1rem]"
          >
            <span>
              {cutLine(text, spans).map(({ text: piece, span }, index) => (
                <span key={index} className={clsx(span && 'rounded-[4px] bg-accent-soft shadow-[0_0_0_1px_var(--accent-soft)]')}>
                  {piece}
                </span>
              ))}
            </span>
          </div>
          <input
            ref={field}
            value={text}
            maxLength={LINE_MAX}
            placeholder="Add a task"
            aria-label="Add a task"
            aria-invalid={problem ? true : undefined}
            aria-describedby="quick-add-understood"
            autoComplete="off"
            enterKeyHint="done"
            className="absolute inset-0 w-full bg-transparent text-ui outline-none"
            onFocus={load}
            onChange={(event) => {
              load();
              change(event.target.value);
            }}
            onClick={(event) => {
              const { selectionStart, selectionEnd } = event.currentTarget;
              if (selectionStart === selectionEnd && selectionStart !== text.length) release(selectionStart);
            }}
            onKeyDown={onKeyDown}
            onScroll={(event) => {
              if (tint.current) tint.current.scrollLeft = event.currentTarget.scrollLeft;
            }}
          />
        </div>
      </div>
      <p id="quick-add-understood" className="sr-only">
        {draft ? understood(draft) : ''}
      </p>
      {warning && (
        <p role="alert" className={clsx('px-1 pt-1.5 text-meta', problem ? 'text-danger' : 'text-today')}>
          {warning}
        </p>
      )}
      {failed.map((line, index) => (
        <div key={index} role="alert" className="flex items-center gap-1 pt-1.5 pl-1 text-meta text-danger">
          <p className="min-w-0 flex-1 break-words">
            “{line.text}” was not added. {line.why}
          </p>
          <Button
            size="sm"
            variant="ghost"
            onClick={() => {
              drop(line);
              void send(line);
            }}
          >
            Retry
          </Button>
          <IconButton icon={X} label="Dismiss" size="sm" onClick={() => drop(line)} />
        </div>
      ))}
    </form>
  );
}
