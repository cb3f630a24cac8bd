'use client';

import { createContext, type ReactNode, use, useEffect, useState } from 'react';
import type { Task } from '@/lib/tasks/schemas';
import { watchChanges } from './changes';
import { ConversationStore } from './conversation-store';
import { useStore } from './store';
import { TaskStore } from './task-store';

export type Workspace = {
  user: { id: string; name: string; email: string; isGuest: boolean };
  tasks: TaskStore;
  conversations: ConversationStore;
  /** Calls back when something of the user's changed elsewhere; `running` are conversations with an answer in the making. */
  onChange: (listener: (running: readonly string[]) => void) => () => void;
};

const WorkspaceContext = createContext<Workspace | null>(null);

/** The user's stores, made once for a page and user, never shared between requests. */
export function WorkspaceProvider({ user, children }: { user: Workspace['user']; children: ReactNode }) {
  const [{ workspace, tell }] = useState(() => makeWorkspace(user));
  useEffect(() => {
    void workspace.tasks.load('open');
    void workspace.conversations.load();
    return watchChanges(({ changed, running }) => {
      workspace.conversations.setRunning(running);
      if (changed) {
        void workspace.tasks.refresh();
        void workspace.conversations.refresh();
      }
      tell(changed, running);
    });
  }, [workspace, tell]);
  return <WorkspaceContext value={{ ...workspace, user }}>{children}</WorkspaceContext>;
}

function makeWorkspace(user: Workspace['user']) {
  const listeners = new Set<(running: readonly string[]) => void>();
  let before = '';
  const workspace: Workspace = {
    user,
    tasks: new TaskStore(),
    conversations: new ConversationStore(),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const tell = (changed: boolean, running: readonly string[]) => {
    if (!changed && before === running.join()) return;
    before = running.join();
    for (const listener of listeners) listener(running);
  };
  return { workspace, tell };
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
