'use client';

import { useEffect, useState } from 'react';
import { late, NotLoaded } from '@/components/ui/late';
import { onOpenShare, type Shared } from './open-share';

const ShareDialog = late(() => import('./share-dialog'), NotLoaded);

/** The place of the sharing dialog; its code loads when it is first opened. */
export function ShareHost() {
  const [shared, setShared] = useState<Shared | null>(null);
  useEffect(() => onOpenShare(setShared), []);
  return shared && <ShareDialog key={shared.id} conversation={shared} onClose={() => setShared(null)} />;
}
