'use client';

import { ThumbsDown, ThumbsUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { sendFeedback } from '@/app/(workspace)/actions/conversations';
import { act } from '@/components/data/request';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { IconButton } from '@/components/ui/icon-button';
import { Textarea } from '@/components/ui/input';
import type { ChatMessage } from '@/lib/turns/chat-message';
import { useChat } from './chat-context';

/** Good or bad, once more to take it back; bad asks what was wrong, which may stay empty. */
export function Feedback({ message }: { message: ChatMessage }) {
  const { session } = useChat();
  const [asking, setAsking] = useState(false);
  const comment = useRef<HTMLTextAreaElement>(null);
  const given = message.metadata?.feedback ?? null;

  const give = async (feedback: -1 | 1 | null, words?: string) => {
    const draw = (value: -1 | 1 | null) => session.change(message.id, (was) => ({ ...was, metadata: { ...was.metadata, feedback: value } }));
    draw(feedback);
    try {
      await act(sendFeedback({ messageId: message.id, feedback, comment: words || null }));
    } catch {
      draw(given);
    }
  };
  return (
    <>
      <IconButton
        icon={ThumbsUp}
        label="Good answer"
        size="sm"
        aria-pressed={given === 1}
        className="aria-pressed:text-accent"
        onClick={() => void give(given === 1 ? null : 1)}
      />
      <IconButton
        icon={ThumbsDown}
        label="Bad answer"
        size="sm"
        aria-pressed={given === -1}
        className="aria-pressed:text-accent"
        onClick={() => {
          if (given === -1) return void give(null);
          void give(-1);
          setAsking(true);
        }}
      />
      {asking && (
        <Dialog title="What was wrong?" onClose={() => setAsking(false)}>
          <form
            className="grid gap-3 px-5 pb-5"
            onSubmit={(event) => {
              event.preventDefault();
              void give(-1, comment.current?.value.trim());
              setAsking(false);
            }}
          >
            <Textarea ref={comment} data-first rows={4} maxLength={1000} aria-label="What was wrong?" placeholder="It helps to say what you expected." />
            <div className="flex justify-end gap-2">
              <Button variant="ghost" onClick={() => setAsking(false)}>
                Skip
              </Button>
              <Button variant="primary" type="submit">
                Send
              </Button>
            </div>
          </form>
        </Dialog>
      )}
    </>
  );
}
