'use client';

import { Undo2 } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button';
import { useChat, useSession } from './chat-context';

/** What was sent while an answer ran, and follows it. */
export function Waiting() {
  const { session } = useChat();
  const waiting = useSession((state) => state.waiting);
  return (
    <div role="status" className="mx-auto w-full max-w-[calc(720px+2rem)] px-4">
      {waiting.length > 0 && (
        <div className="mb-2 ml-auto grid w-fit max-w-[85%] animate-rise grid-cols-[minmax(0,1fr)] justify-items-end">
          <p className="pr-1 text-meta text-muted">Will be sent after this answer</p>
          <ul aria-label="Will be sent after this answer" className="scroll-pane grid max-h-36 max-w-full grid-cols-[minmax(0,1fr)] justify-items-end gap-1">
            {waiting.map((text, index) => (
              <li key={index} className="flex max-w-full items-center gap-1 rounded-lg border border-line py-1 pr-1 pl-4 text-muted">
                <span data-words className="min-w-0 truncate">{text}</span>
                <IconButton icon={Undo2} label="Back to the composer" size="sm" onClick={() => session.takeBack(index)} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
