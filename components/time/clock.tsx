'use client';

import { createContext, type ReactNode, use, useEffect, useState } from 'react';
import { browserZone } from './browser-zone';

type Clock = { now: number; zone: string };

const ClockContext = createContext<Clock>({ now: 0, zone: 'UTC' });

/**
 * The moment and the zone that everything on the page is written for. It starts with the server's, so that hydration
 * finds the same words, then follows the browser's, once a minute.
 */
export function ClockProvider({ now, zone, children }: Clock & { children: ReactNode }) {
  const [clock, setClock] = useState<Clock>({ now, zone });
  useEffect(() => {
    const tick = () => {
      const minute = Math.floor(Date.now() / 60_000) * 60_000;
      const here = browserZone();
      setClock((current) => (current.now === minute && current.zone === here ? current : { now: minute, zone: here }));
    };
    tick();
    const timer = setInterval(tick, 5_000);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, []);
  return <ClockContext value={clock}>{children}</ClockContext>;
}

export const useClock = () => use(ClockContext);
