'use client';

import clsx from 'clsx';
import { Plus, X } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import type { Task } from '@/lib/tasks/schemas';
import { chipAt, cutLine, understood } from './quick-add-text';
import { useLineSender } from './use-line-sender';
import { useUnderstoodLine } from './use-understood-line';

/** The longest line: a title, and room for what is understood besides. */
const LINE_MAX = 500;

/**
 * One line that makes a task, which `onAdded` is told; `onType` that the next is being written. What is understood (a date, a
 * repetition, a priority, a tag) is tinted in the text itself; a press on it, or Backspace right behind it, makes it plain words
 * again.
 */
export function QuickAdd({ onAdded, onType }: { onAdded: (task: Task) => void; onType: () => void }) {
  const written = useUnderstoodLine();
  const sender = useLineSender(written, onAdded);
  const field = useRef<HTMLInputElement>(null);
  const { draft } = written;
  const warning = sender.problem ?? draft?.problem?.message ?? null;
  return (
    <form
      className="shrink-0 px-3 pb-2"
      onSubmit={(event) => {
        event.preventDefault();
        sender.submit();
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
        <TintedField
          field={field}
          written={written}
          invalid={sender.problem !== null}
          onType={() => {
            sender.forget();
            onType();
          }}
        />
      </div>
      <p id="quick-add-understood" className="sr-only">
        {draft ? understood(draft) : ''}
      </p>
      {warning && (
        <p role="alert" className={clsx('px-1 pt-1.5 text-meta', sender.problem ? 'text-danger' : 'text-today')}>
          {warning}
        </p>
      )}
      {sender.failed.map((line, index) => (
        <div key={index} role="alert" className="flex items-center gap-1 pt-1.5 pl-1 text-meta text-danger">
          <p className="min-w-0 flex-1 break-words">
            “{line.text}” was not added. {line.why}
          </p>
          <Button size="sm" variant="ghost" onClick={() => sender.retry(line)}>
            Retry
          </Button>
          <IconButton icon={X} label="Dismiss" size="sm" onClick={() => sender.drop(line)} />
        </div>
      ))}
    </form>
  );
}

type TintedProps = {
  field: RefObject<HTMLInputElement | null>;
  written: ReturnType<typeof useUnderstoodLine>;
  invalid: boolean;
  onType: () => void;
};

/** The field, and behind its words the tints of those that are understood. */
function TintedField({ field, written, invalid, onType }: TintedProps) {
  const { line: { text }, spans, load, change, release } = written;
  const tint = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const { selectionStart, selectionEnd } = event.currentTarget;
    if (event.key === 'Backspace' && selectionStart === selectionEnd) {
      const chip = selectionStart === null ? undefined : chipAt(spans, selectionStart);
      if (chip?.end === selectionStart && release(selectionStart)) event.preventDefault();
    }
    if (event.key === 'Escape') event.currentTarget.blur();
  };
  return (
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
        aria-invalid={invalid || undefined}
        aria-describedby="quick-add-understood"
        autoComplete="off"
        enterKeyHint="done"
        className="absolute inset-0 w-full bg-transparent text-ui outline-none"
        onFocus={load}
        onChange={(event) => {
          load();
          change(event.target.value);
          onType();
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
  );
}
