'use client';

import clsx from 'clsx';
import { Hand, History, Import, type LucideIcon, MessageSquareText, Plug, Redo2, Undo2 } from 'lucide-react';
import Link from 'next/link';
import { OPERATION_WORDS, sayChange } from '@/components/chat/say-change';
import { Was } from '@/components/chat/was';
import { useTaskActions } from '@/components/tasks/use-task-actions';
import { useClock } from '@/components/time/clock';
import { sayInstant, wallClock } from '@/components/time/format';
import { Button } from '@/components/ui/button';
import { isolated } from '@/components/ui/isolated';
import { useAttempt } from '@/components/data/use-attempt';
import type { ActivityChange, ActivityItem } from '@/lib/activity/schemas';
import { toChange } from './changes';

const SOURCES: Record<ActivityItem['source'], { icon: LucideIcon; who: string }> = {
  chat: { icon: MessageSquareText, who: 'In chat' },
  page: { icon: Hand, who: 'By hand' },
  mcp: { icon: Plug, who: 'Connected program (MCP)' },
  import: { icon: Import, who: 'Import' },
  system: { icon: History, who: 'Sayso' },
};

/** Calls that cannot be taken back: what is erased is gone, and of a redo one undoes what it did again. */
const FINAL = ['purge_tasks', 'redo'];

/** One call of the ledger: what was done, by whom and when, and Undo. */
export function ActivityRow({ item, onUndone }: { item: ActivityItem; onUndone: () => Promise<void> }) {
  const { now, zone } = useClock();
  const { icon: Icon, who } = SOURCES[item.source];
  const undone = item.undoneAt !== null;
  const only = item.changes.length === 1 && item.changeCount === 1 ? item.changes[0] : undefined;
  return (
    <div role="listitem" className="flex items-start gap-3 py-3">
      <Icon size={16} aria-hidden className="mt-[3px] shrink-0 text-faint" />
      <div className="min-w-0 flex-1">
        <p className={clsx('break-words', !only && 'line-clamp-2', undone && 'text-muted line-through decoration-outline')}>{isolated(item.actionTaken || fallback(item))}</p>
        {only && <Moves change={only} />}
        <p className="flex flex-wrap items-center gap-x-2 text-meta text-muted">
          <time dateTime={item.createdAt} title={sayInstant(item.createdAt, now, zone).full}>
            {wallClock(Date.parse(item.createdAt), zone).time}
          </time>
          <span aria-hidden>·</span>
          {item.conversationId ? (
            <Link href={`/chat/${item.conversationId}`} prefetch={false} className="underline decoration-line underline-offset-4 hover:text-text hover:decoration-current">
              {who}
            </Link>
          ) : (
            who
          )}
        </p>
        {!only && <Changes item={item} />}
      </div>
      {!FINAL.includes(item.tool) && <Undo item={item} onUndone={onUndone} />}
    </div>
  );
}

function Changes({ item }: { item: ActivityItem }) {
  const hidden = item.changeCount - item.changes.length;
  return (
    <details className="group mt-0.5 text-meta text-muted">
      <summary className="w-fit py-0.5 underline decoration-line underline-offset-4 hover:text-text pointer-coarse:py-2">{item.changeCount} tasks</summary>
      <ul className="mt-1.5 grid gap-1.5 border-l border-line pl-3">
        {item.changes.map((change, index) => (
          <li key={change.taskId ?? index}>
            <span className="text-text">{change.title ?? 'An erased task'}</span>{' '}
            {change.number !== null && <span className="text-faint tabular-nums">{change.number}</span>}{' '}
            <span>{OPERATION_WORDS[change.operation]}</span>
            <Moves change={change} />
          </li>
        ))}
        {hidden > 0 && <li>and {hidden} more</li>}
      </ul>
    </details>
  );
}

/** What went from what to what. */
function Moves({ change }: { change: ActivityChange }) {
  const { now, zone } = useClock();
  const moved = sayChange(toChange(change), now, zone);
  if (moved.length === 0) return null;
  return (
    <p className="flex flex-wrap gap-x-3 text-meta text-muted">
      {moved.map(({ label, from, to }) => (
        <span key={label}>
          {label}:{' '}
          <Was value={from} />
          <span className="text-text">{to}</span>
        </span>
      ))}
    </p>
  );
}

function Undo({ item, onUndone }: { item: ActivityItem; onUndone: () => Promise<void> }) {
  const { undo } = useTaskActions();
  const { busy, problem, attempt } = useAttempt();
  const redoes = item.tool === 'undo';
  const label = redoes ? 'Redo' : 'Undo';
  if (item.undoneAt !== null) return <span className="shrink-0 py-1 pr-3 text-meta text-muted">Undone</span>;
  const run = () =>
    attempt(async () => {
      await undo(item.id);
      await onUndone();
    });
  return (
    <span className="grid max-w-[45%] shrink-0 justify-items-end">
      <Button
        variant="ghost"
        size="sm"
        className="text-muted"
        busy={busy}
        aria-label={`${label}: ${item.actionTaken || fallback(item)}`}
        onClick={() => void run()}
      >
        {redoes ? <Redo2 size={14} aria-hidden /> : <Undo2 size={14} aria-hidden />}
        {label}
      </Button>
      {problem && (
        <span role="alert" className="pr-3 text-right text-meta text-danger">
          {problem}
        </span>
      )}
    </span>
  );
}

/** The name of a tool for a person: `create_tasks` → Create tasks. */
const fallback = ({ tool }: ActivityItem) => tool.charAt(0).toUpperCase() + tool.slice(1).replaceAll('_', ' ');
