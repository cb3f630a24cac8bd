'use client';

import { Undo2, X } from 'lucide-react';
import { useState } from 'react';
import { messageOf } from '@/components/data/request';
import { useTaskActions } from '@/components/tasks/use-task-actions';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import type { LeftEffects } from '@/lib/activity/schemas';
import { useChat, useSession } from './chat-context';
import { sayEffects } from './say-effects';

/** After a branch was left: what it has done to tasks, which still stands, and one Undo for all of it. */
export function LeftBranch() {
  const left = useSession((state) => state.left);
  return left && <Notice key={left.calls.join()} left={left} />;
}

function Notice({ left }: { left: LeftEffects }) {
  const { session } = useChat();
  const { undoAll } = useTaskActions();
  const [state, setState] = useState<{ kind: 'asking' | 'busy' | 'done' | 'failed'; said?: string }>({ kind: 'asking' });
  const undo = async () => {
    setState({ kind: 'busy' });
    try {
      const output = await undoAll(left.calls);
      setState({ kind: 'done', said: output.message });
    } catch (error) {
      setState({ kind: 'failed', said: messageOf(error) });
    }
  };
  return (
    <aside
      aria-label="Changes of the other version"
      className="mx-auto flex w-full max-w-[calc(720px+2rem)] items-start gap-3 px-4 pb-2 text-ui text-muted"
    >
      <p role={state.kind === 'failed' ? 'alert' : 'status'} className="line-clamp-4 min-w-0 flex-1 py-1 pl-4 break-words">
        {state.kind === 'failed' && <span className="text-danger">{state.said}</span>}
        {state.kind === 'done' && state.said}
        {(state.kind === 'asking' || state.kind === 'busy') && `The other version ${sayEffects(left.changes)}. That still stands.`}
      </p>
      <span className="flex shrink-0 items-center">
        {(state.kind === 'asking' || state.kind === 'busy') && (
          <Button size="sm" variant="ghost" className="text-accent" busy={state.kind === 'busy'} onClick={() => void undo()}>
            <Undo2 size={14} aria-hidden /> Undo {left.changes.length === 1 ? 'it' : 'all'}
          </Button>
        )}
        <IconButton icon={X} label="Close" size="sm" onClick={() => session.forgetLeft()} />
      </span>
    </aside>
  );
}
