'use client';

import clsx from 'clsx';
import type { KeyboardEvent } from 'react';
import type { TaskView } from './group-tasks';

const VIEWS: { view: TaskView; label: string }[] = [
  { view: 'today', label: 'Today' },
  { view: 'upcoming', label: 'Upcoming' },
  { view: 'all', label: 'All' },
  { view: 'completed', label: 'Completed' },
];

/** Which tasks are shown; arrow keys move between the choices. */
export function ViewTabs({ view, onChoose }: { view: TaskView; onChoose: (view: TaskView) => void }) {
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const at = VIEWS.findIndex((each) => each.view === view);
    const next = VIEWS[(at + step + VIEWS.length) % VIEWS.length];
    if (!next) return;
    onChoose(next.view);
    event.currentTarget.querySelector<HTMLElement>(`[data-view="${next.view}"]`)?.focus();
  };
  return (
    <div role="radiogroup" aria-label="Show" onKeyDown={onKeyDown} className="flex shrink-0 gap-0.5 px-2.5 pb-1">
      {VIEWS.map((each) => (
        <button
          key={each.view}
          type="button"
          role="radio"
          data-view={each.view}
          aria-checked={view === each.view}
          tabIndex={view === each.view ? 0 : -1}
          onClick={() => onChoose(each.view)}
          className={clsx(
            'h-8 rounded-sm px-2.5 text-meta transition-colors pointer-coarse:h-11',
            view === each.view ? 'bg-hover font-medium text-text' : 'text-muted hover:text-text',
          )}
        >
          {each.label}
        </button>
      ))}
    </div>
  );
}
