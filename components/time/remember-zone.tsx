'use client';

import { useEffect } from 'react';
import { remember, ZONE_COOKIE } from '@/components/frame/remembered';
import { browserZone } from './browser-zone';

/** Tells the server the browser's time zone for the next page, so that it writes dates as the user reads them. */
export function RememberZone() {
  useEffect(() => {
    const pair = `${ZONE_COOKIE}=${encodeURIComponent(browserZone())}`;
    if (!document.cookie.split('; ').includes(pair)) remember(ZONE_COOKIE, browserZone());
  }, []);
  return null;
}
