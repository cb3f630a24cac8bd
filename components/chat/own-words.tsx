'use client';

import { useChat } from './chat-context';
import { FoldedWords } from './folded-words';

/** What one has said oneself. Whether a long text is open outlives its leaving the page. */
export function OwnWords({ id, text }: { id: string; text: string }) {
  const { unfolded, keepPlace } = useChat();
  const onToggle = (open: boolean) => {
    keepPlace();
    if (open) unfolded.add(id);
    else unfolded.delete(id);
  };
  return <FoldedWords text={text} unfolded={unfolded.has(id)} onToggle={onToggle} />;
}
