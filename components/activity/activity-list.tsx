'use client';

import { useMemo, useState } from 'react';
import { Sentinel } from '@/components/sidebar/conversation-list';
import { useClock } from '@/components/time/clock';
import { daysBetween, sayDay, sayFullDay, wallClock } from '@/components/time/format';
import { Button } from '@/components/ui/button';
import { pagesOf } from '@/components/windowed/pages-of';
import { type Heights, Windowed } from '@/components/windowed/windowed';
import type { ActivityItem } from '@/lib/activity/schemas';
import { ActivityRow } from './activity-row';
import { type ActivityPage, useActivity } from './use-activity';

/** Everything that was changed, newest first, by day. */
export function ActivityList({ first }: { first: ActivityPage }) {
  const { now, zone } = useClock();
  const [heights] = useState<Heights>(() => new Map());
  const { items, cursor, state, more, undone } = useActivity(first);
  const days = useMemo(() => byDay(items, now, zone), [items, now, zone]);
  if (items.length === 0)
    return (
      <p className="text-muted">
        Nothing has been changed yet. What you, the assistant or a connected program do to your tasks is kept here.
      </p>
    );
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-7">
      {days.map((day) => (
        <section key={day.label} aria-label={day.label}>
          <h2 className="border-b border-line pb-2 text-meta font-medium text-muted">{day.label}</h2>
          <div role="list" className="divide-y divide-line">
            {pagesOf(day.items).map((page) => (
              <Windowed key={page.key} id={`${day.label} ${page.key}`} heights={heights} className="divide-y divide-line">
                {page.items.map((item) => (
                  <ActivityRow key={item.id} item={item} onUndone={() => undone(item.id)} />
                ))}
              </Windowed>
            ))}
          </div>
        </section>
      ))}
      {state === 'failed' ? (
        <p role="alert" className="flex items-center gap-3 text-ui text-muted">
          Older changes could not be loaded.
          <Button size="sm" onClick={() => void more()}>
            Retry
          </Button>
        </p>
      ) : (
        cursor && <Sentinel onSeen={more} busy={state === 'loading'} />
      )}
    </div>
  );
}

type Day = { label: string; items: ActivityItem[] };

function byDay(items: readonly ActivityItem[], now: number, zone: string): Day[] {
  const today = wallClock(now, zone).date;
  const days = new Map<string, ActivityItem[]>();
  for (const item of items) {
    const { date } = wallClock(Date.parse(item.createdAt), zone);
    days.set(date, [...(days.get(date) ?? []), item]);
  }
  return [...days].map(([date, of]) => ({ label: daysBetween(date, today) < 2 ? sayDay(date, today) : sayFullDay(date), items: of }));
}
