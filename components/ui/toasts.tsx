'use client';

import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { onToast, type Toast } from './toast';

const Toaster = dynamic(() => import('./toaster'), { ssr: false });

/** The place of toasts: at the top, so that they never lie over the composer. Its code loads with the first toast. */
export function Toasts() {
  const [toasts, setToasts] = useState<Toast[]>([]);
  useEffect(() => onToast((toast) => setToasts((all) => [...all, toast])), []);
  return toasts.length > 0 ? <Toaster toasts={toasts} /> : null;
}
