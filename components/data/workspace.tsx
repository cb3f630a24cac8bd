'use client';

import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import type { Task } from '@/lib/tasks/schemas';
import { watchChanges } from './changes';
import { ConversationStore } from './conversation-store';
import { useStore } from './store';
import { TaskStore } from './task-store';

export type Workspace = {
  user: { id: string; name: string; email: string; isGuest: boolean };
  tasks: TaskStore;
  conversations: ConversationStore;
};

const WorkspaceContext = createContext<Workspace | null>(null);

/** The user's stores, made once for a page and user, never shared between requests. */
export function WorkspaceProvider({ user, children }: { user: Workspace['user']; children: ReactNode }) {
  const [stores] = useState(() => ({ tasks: new TaskStore(), conversations: new ConversationStore() }));
  useEffect(() => {
    const { tasks, conversations } = stores;
    void tasks.load('open');
    void conversations.load();
    return watchChanges(({ changed, running }) => {
      conversations.setRunning(running);
      if (changed) {
        void tasks.refresh();
        void conversations.refresh();
      }
    });
  }, [stores]);
  const workspace = useMemo(() => ({ ...stores, user }), [stores, user]);
  return <WorkspaceContext value={workspace}>{children}</WorkspaceContext>;
}

export function useWorkspace(): Workspace {
  const workspace = use(WorkspaceContext);
  if (!workspace) throw new Error('useWorkspace needs a WorkspaceProvider above it.');
  return workspace;
}

/** A task as it is now; undefined while it is not here, null when it exists no more. */
export function useTask(id: string): Task | null | undefined {
  const { tasks } = useWorkspace();
  return useStore(tasks.state, (state) => (state.gone.has(id) ? null : state.byId.get(id)));
}
