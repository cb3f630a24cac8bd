'use client';

import clsx from 'clsx';
import { ArrowUp, Square } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, type RefObject, useEffect } from 'react';
import { type Store, useStore } from '@/components/data/store';
import { fits, MESSAGE_MAX } from '@/lib/conversations/limits';
import { useChat, useSession } from './chat-context';
import { ComposerNotice } from './composer-notice';
import { COUNT_FROM } from './limits';
import { preloadMarkdown } from './markdown/message-text';
import { useAutoGrow } from './use-auto-grow';

type Props = {
  draft: Store<string>;
  fieldRef: RefObject<HTMLTextAreaElement | null>;
};

/** On a phone the bar below comes back when the field loses the focus, and the button would move away under the finger. */
const keepFocus = (event: MouseEvent) => event.preventDefault();

/** Where one talks: grows to eight lines, Enter sends, Shift+Enter breaks, Esc leaves, Up edits the last message. */
export function Composer({ draft, fieldRef }: Props) {
  const { session } = useChat();
  const text = useStore(draft, (value) => value);
  const phase = useSession((state) => state.phase);
  const stopping = useSession((state) => state.stopping);
  useAutoGrow(fieldRef, text);
  useEffect(() => {
    if (phase === 'sending') void preloadMarkdown();
  }, [phase]);

  const words = text.trim();
  const busy = phase !== 'idle';
  const counted = words.length >= COUNT_FROM;
  const tooLong = !fits(words, MESSAGE_MAX);
  const ready = words !== '' && !tooLong;
  const send = () => {
    if (!ready) return;
    draft.set('');
    void session.send(words);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    // With Ctrl and no words it is an approval's key.
    if (event.key === 'Enter' && !event.shiftKey && (words !== '' || !(event.ctrlKey || event.metaKey))) {
      event.preventDefault();
      send();
    } else if (event.key === 'Escape') {
      event.currentTarget.blur();
    } else if (event.key === 'ArrowUp' && text === '' && (busy ? session.takeBack(-1) : session.editLast())) {
      event.preventDefault();
    }
  };
  return (
    <form
      aria-label="Message"
      className="mx-auto w-full max-w-[calc(720px+2rem)] px-4 pb-[max(0.75rem,env(safe-area-inset-bottom))] max-md:pb-2"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <ComposerNotice />
      <div className="field relative flex items-end gap-2 rounded-lg p-1.5 pl-4">
        <textarea
          ref={fieldRef}
          data-composer
          rows={1}
          value={text}
          aria-label="Message Sayso"
          aria-invalid={tooLong || undefined}
          aria-describedby={counted ? 'composer-count' : undefined}
          placeholder="Say what to do"
          enterKeyHint="send"
          // Room above and below that does not scroll: padding would, and show half a line in it.
          className="block max-h-[calc(8lh+1rem)] min-w-0 flex-1 resize-none self-center border-y-8 border-transparent forced-colors:border-[Canvas] bg-transparent outline-none"
          onChange={(event) => {
            void preloadMarkdown();
            draft.set(event.target.value);
          }}
          onKeyDown={onKeyDown}
        />
        {counted && (
          <span id="composer-count" className={clsx('mb-2.5 shrink-0 text-meta tabular-nums', tooLong ? 'text-danger' : 'text-muted')}>
            {[...words].length.toLocaleString('en')} / {MESSAGE_MAX.toLocaleString('en')}
          </span>
        )}
        {busy && (
          <button
            type="button"
            aria-label={stopping ? 'Stopping' : 'Stop'}
            data-tip="Stop"
            disabled={stopping}
            onMouseDown={keepFocus}
            onClick={() => void session.stop()}
            className="grid size-10 shrink-0 place-items-center rounded-md bg-text text-bg transition-opacity disabled:opacity-50 pointer-coarse:size-11"
          >
            <Square size={13} fill="currentColor" aria-hidden />
          </button>
        )}
        {/* What is written during an answer follows it. */}
        {(!busy || words !== '') && (
          <button
            type="submit"
            aria-label={busy ? 'Send after this answer' : 'Send'}
            data-tip={busy ? 'Send after this answer\nEnter' : 'Send\nEnter'}
            disabled={!ready}
            onMouseDown={keepFocus}
            className="grid size-10 shrink-0 place-items-center rounded-md bg-accent text-on-accent transition-colors hover:bg-accent-strong disabled:bg-pressed disabled:text-faint pointer-coarse:size-11"
          >
            <ArrowUp size={18} aria-hidden />
          </button>
        )}
      </div>
    </form>
  );
}
