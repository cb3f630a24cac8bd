'use client';

import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { onOpenShare, type Shared } from './open-share';

const ShareDialog = dynamic(() => import('./share-dialog'), { ssr: false });

/** The place of the sharing dialog; its code loads when it is first opened. */
export function ShareHost() {
  const [shared, setShared] = useState<Shared | null>(null);
  useEffect(() => onOpenShare(setShared), []);
  return shared && <ShareDialog key={shared.id} conversation={shared} onClose={() => setShared(null)} />;
}
