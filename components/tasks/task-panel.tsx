'use client';

import { Hash, PanelRightClose, Trash2, X } from 'lucide-react';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { useStore } from '@/components/data/store';
import { useWorkspace } from '@/components/data/workspace';
import { focusWhenShown } from '@/components/frame/focus-when-shown';
import { useFrame } from '@/components/frame/frame-context';
import { useClock } from '@/components/time/clock';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { late, NotLoaded } from '@/components/ui/late';
import { Menu } from '@/components/ui/menu';
import { MoreIcon } from '@/components/ui/sprite';
import type { Task } from '@/lib/tasks/schemas';
import { groupTasks, isInView, type TaskView } from './group-tasks';
import { QuickAdd } from './quick-add';
import { TaskList } from './task-list';
import { ViewTabs } from './view-tabs';

const TaskTrash = late<{ tasks: readonly Task[]; onBack: () => void }>(
  () => import('./task-trash'),
  ({ onBack, retry }) => <NotLoaded onClose={onBack} retry={retry} />,
);

/** The tasks beside the chat: they change as the assistant acts, and by hand. */
export function TaskPanel() {
  const { tasks: store } = useWorkspace();
  const { toggle } = useFrame();
  const { now, zone } = useClock();
  const [view, setView] = useState<TaskView>('all');
  const [tag, setTag] = useState<string | null>(null);
  const [trash, setTrash] = useState(false);
  const byId = useDeferredValue(useStore(store.state, (state) => state.byId));
  const all = useMemo(() => [...byId.values()], [byId]);
  const tags = useMemo(() => {
    const names = new Map<string, string>();
    for (const task of all) if (task.deletedAt === null) for (const name of task.tags) names.set(name.toLowerCase(), name);
    return [...names.values()].sort((a, b) => a.localeCompare(b));
  }, [all]);
  const isShown = useCallback(
    (task: Task) => isInView(view, task, byId.get(task.parentId ?? ''), now, zone) && (!tag || task.tags.some((name) => name.toLowerCase() === tag.toLowerCase())),
    [byId, view, tag, now, zone],
  );
  const groups = useMemo(() => groupTasks(view, all.filter(isShown), now, zone), [all, isShown, view, now, zone]);
  const [added, setAdded] = useState<Task | null>(null);

  const choose = (next: TaskView) => {
    setView(next);
    setAdded(null);
    if (next === 'completed' && store.state.get().lists.done.state === 'unloaded') void store.load('done');
  };
  // The focus goes back to where the trash was entered.
  const leaveTrash = () => {
    flushSync(() => setTrash(false));
    document.querySelector<HTMLElement>('[data-task-options]')?.focus();
  };
  if (trash) return <TaskTrash tasks={all} onBack={leaveTrash} />;
  return (
    <>
      <div className="flex h-14 shrink-0 items-center justify-between gap-2 pt-safe pr-2 pl-4">
        <h2 className="font-semibold tracking-tight">Tasks</h2>
        <span className="flex items-center">
          {/* Its place is kept while tags are not known, so that nothing moves. */}
          <span className={tags.length === 0 ? 'invisible' : undefined}>
            <Menu
              label="Show a tag"
              items={[
                { label: 'All tags', checked: tag === null, onSelect: () => setTag(null) },
                ...tags.map((name) => ({ label: `#${name}`, checked: tag?.toLowerCase() === name.toLowerCase(), onSelect: () => setTag(name) })),
              ]}
              trigger={(props) => <IconButton icon={Hash} label="Show a tag" {...props} />}
            />
          </span>
          <Menu
            label="Task options"
            items={[{ label: 'Trash', icon: Trash2, onSelect: () => setTrash(true) }]}
            trigger={(props) => <IconButton icon={MoreIcon} label="Task options" data-task-options {...props} />}
          />
          <IconButton icon={PanelRightClose} label="Hide tasks" keys="Ctrl ." className="max-md:hidden" onClick={() => toggle('tasks')} />
        </span>
      </div>
      <QuickAdd onAdded={setAdded} onType={() => setAdded(null)} />
      <Added
        task={added}
        shown={added === null || isShown(added)}
        onShow={() => {
          choose('all');
          setTag(null);
          focusWhenShown(`[data-row="${added?.id}"] button`);
        }}
      />
      <ViewTabs view={view} onChoose={choose} />
      {tag && (
        <p className="flex items-center gap-1 px-4 pb-1 text-meta text-muted">
          Only #{tag}
          <IconButton icon={X} label="Show all tags" size="sm" onClick={() => setTag(null)} />
        </p>
      )}
      <TaskList view={view} groups={groups} tag={tag} />
    </>
  );
}

/** That a line became a task: read out, and seen where the task itself is not. */
function Added({ task, shown, onShow }: { task: Task | null; shown: boolean; onShow: () => void }) {
  return (
    <div role="status" className={task && !shown ? 'flex shrink-0 items-center gap-1 pr-3 pl-4 text-meta text-muted' : 'sr-only'}>
      {task && (
        <p className="flex min-w-0 flex-1">
          <span className="truncate">
            Added “<bdi>{task.title}</bdi>”
          </span>
          {!shown && <span className="shrink-0 whitespace-pre"> · not in this list</span>}
        </p>
      )}
      {task && !shown && (
        <Button size="sm" variant="ghost" className="text-accent" onClick={onShow}>
          Show it
        </Button>
      )}
    </div>
  );
}
