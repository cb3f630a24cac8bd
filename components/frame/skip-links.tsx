'use client';

import { usePathname } from 'next/navigation';
import { focusWhenShown } from './focus-when-shown';
import { useFrame } from './frame-context';

/** The first stops of every page, seen when they have the focus: by keyboard one passes over what is long. */
export function SkipLinks() {
  const { show, clear } = useFrame();
  const path = usePathname();
  const inChat = path === '/' || path.startsWith('/chat/');
  const page = { label: inChat ? 'Skip to the conversation' : 'Skip to the page', target: '#main', open: clear };
  const field = { label: 'Skip to the message field', target: '[data-composer]', open: clear };
  const tasks = { label: 'Skip to the tasks', target: '#pane-tasks', open: () => show('tasks') };
  return (
    <nav aria-label="Skip">
      {[page, ...(inChat ? [field] : []), tasks].map(({ label, target, open }) => (
        <button
          key={target}
          type="button"
          onClick={() => {
            open();
            focusWhenShown(target);
          }}
          className="fixed top-2 left-2 z-50 -translate-y-20 rounded-md bg-accent px-4 py-2 text-ui font-medium text-on-accent focus:translate-y-0"
        >
          {label}
        </button>
      ))}
    </nav>
  );
}
