'use client';

import { ListFilter, X } from 'lucide-react';
import type { Filters } from '@/components/data/conversation-filters';
import { useStore } from '@/components/data/store';
import { useWorkspace } from '@/components/data/workspace';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, type MenuItem } from '@/components/ui/menu';
import type { SkillName } from '@/lib/conversations/skills';

const DAYS: [days: number | null, label: string][] = [
  [null, 'Any time'],
  [7, 'Past 7 days'],
  [30, 'Past 30 days'],
  [365, 'Past year'],
];
const SKILLS: [skill: SkillName | null, label: string][] = [
  [null, 'Any skill'],
  ['TaskManagementSkill', 'Task management'],
  ['TaskSearchSkill', 'Task search'],
  ['TaskAnalyticsSkill', 'Statistics'],
  ['TaskRecommendationSkill', 'Recommendations'],
];

/** The button that narrows a search: by time, by skill, to those that changed tasks. */
export function FilterButton() {
  const { conversations } = useWorkspace();
  const filters = useStore(conversations.state, (state) => state.filters);
  const choose = (change: Partial<Filters>) => () => void conversations.narrow(change);
  const items: MenuItem[] = [
    ...DAYS.map(([days, label]) => ({ label, checked: filters.days === days, onSelect: choose({ days }) })),
    ...SKILLS.map(([skill, label], index) => ({ label, checked: filters.skill === skill, onSelect: choose({ skill }), apart: index === 0 })),
    { label: 'Changed tasks', checked: filters.changedTasks, onSelect: choose({ changedTasks: !filters.changedTasks }), apart: true },
  ];
  return (
    <Menu
      label="Narrow the search"
      items={items}
      trigger={(props) => <IconButton icon={ListFilter} label="Narrow the search" size="sm" {...props} />}
    />
  );
}

/** What the search is narrowed to; a press on one takes it away. */
export function ActiveFilters() {
  const { conversations } = useWorkspace();
  const { days, skill, changedTasks } = useStore(conversations.state, (state) => state.filters);
  const active: [label: string, without: Partial<Filters>][] = [
    ...(days !== null ? [[DAYS.find(([each]) => each === days)?.[1] ?? '', { days: null }] as [string, Partial<Filters>]] : []),
    ...(skill ? [[SKILLS.find(([each]) => each === skill)?.[1] ?? '', { skill: null }] as [string, Partial<Filters>]] : []),
    ...(changedTasks ? [['Changed tasks', { changedTasks: false }] as [string, Partial<Filters>]] : []),
  ];
  if (active.length === 0) return null;
  return (
    <ul aria-label="The search is narrowed to" className="mx-3 mb-2 flex flex-wrap gap-1.5">
      {active.map(([label, without]) => (
        <li key={label}>
          <button
            type="button"
            aria-label={`${label}: remove`}
            onClick={() => void conversations.narrow(without)}
            className="flex h-7 items-center gap-1 rounded-full bg-pressed pr-2 pl-3 text-meta hover:bg-hover pointer-coarse:h-10"
          >
            {label} <X size={13} aria-hidden className="text-muted" />
          </button>
        </li>
      ))}
    </ul>
  );
}
