'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { fits, MESSAGE_MAX } from '@/lib/conversations/limits';
import type { ChatMessage } from '@/lib/turns/chat-message';
import { useChat, useSession } from './chat-context';
import { keepDraft, readDraft } from './drafts';
import { useAutoGrow } from './use-auto-grow';

/**
 * Changes a message of one's own; what is sent is a new branch, the old one stays. Esc closes it, and what was changed is there
 * again when it is opened the next time, or when it did not get through; Cancel lets it go.
 */
export function EditMessage({ message, text, onDone }: { message: ChatMessage; text: string; onDone: () => void }) {
  const { session } = useChat();
  const idle = useSession((state) => state.phase === 'idle');
  const [value, setValue] = useState(() => readDraft(message.id) || text);
  const ref = useRef<HTMLTextAreaElement>(null);
  useAutoGrow(ref, value);
  useEffect(() => {
    const field = ref.current;
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
    // What came with it, a notice or the phone's keyboard, may have moved it out of sight.
    const frame = requestAnimationFrame(() => field?.form?.scrollIntoView({ block: 'nearest' }));
    return () => cancelAnimationFrame(frame);
  }, []);
  const words = value.trim();
  const ready = idle && words !== '' && fits(words, MESSAGE_MAX);
  const change = (next: string) => {
    setValue(next);
    keepDraft(message.id, next === text ? '' : next);
  };
  const drop = () => {
    keepDraft(message.id, '');
    onDone();
  };
  const send = () => {
    if (!ready) return;
    if (words === text) return drop();
    onDone();
    void session.send(words, message);
  };
  return (
    <form
      className="field ml-auto w-full max-w-[85%] p-2"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <textarea
        ref={ref}
        value={value}
        rows={1}
        aria-label="Edit your message"
        className="block max-h-[60dvh] w-full resize-none bg-transparent px-2 py-1 outline-none"
        onChange={(event) => change(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.preventDefault();
            onDone();
          }
          if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
            event.preventDefault();
            send();
          }
        }}
      />
      <div className="mt-2 flex justify-end gap-2">
        <Button size="sm" variant="ghost" onClick={drop}>
          Cancel
        </Button>
        <Button size="sm" variant="primary" type="submit" disabled={!ready}>
          Send
        </Button>
      </div>
    </form>
  );
}
