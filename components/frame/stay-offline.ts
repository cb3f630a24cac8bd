import { showToast } from '@/components/ui/toast';

/** Without a connection a link would leave the page for the browser's own error: one stays, and is told why. @returns a function that ends it. */
export function stayOffline(): () => void {
  const onClick = (event: MouseEvent) => {
    if (navigator.onLine || !(event.target instanceof Element) || !event.target.closest('a[href^="/"]')) return;
    event.preventDefault();
    event.stopPropagation();
    showToast({ text: 'You are offline. That opens when you are back.' });
  };
  document.addEventListener('click', onClick, { capture: true });
  return () => document.removeEventListener('click', onClick, { capture: true });
}
