'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useState } from 'react';
import { v7 } from 'uuid';
import { Chat } from './chat';

/**
 * A conversation that begins with its first message. From then on the address is the conversation's own, while this page
 * stays; so "New chat" may lead here from here, and then begins another one.
 */
export function NewChat({ id }: { id: string }) {
  const path = usePathname();
  const [current, setCurrent] = useState(id);
  const [left, setLeft] = useState(false);
  const here = path === '/';
  if (!here && !left) setLeft(true);
  if (here && left) {
    setLeft(false);
    setCurrent(v7());
  }
  // Back and forward may bring this page under another conversation's address; only the server knows that one.
  useEffect(() => {
    if (path.startsWith('/chat/') && path !== `/chat/${current}`) window.location.reload();
  }, [path, current]);
  return <Chat key={current} id={current} fresh />;
}
