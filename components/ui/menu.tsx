'use client';

import clsx from 'clsx';
import { Check, type LucideIcon } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { place } from './place';

export type MenuItem = {
  label: string;
  icon?: LucideIcon;
  onSelect: () => void;
  danger?: boolean;
  checked?: boolean;
  /** Starts a new group: a hairline stands above. */
  apart?: boolean;
};

type TriggerProps = {
  ref: (element: HTMLButtonElement | null) => void;
  onClick: () => void;
  onPointerDown: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  'aria-haspopup': 'menu';
  'aria-expanded': boolean;
  'aria-controls': string;
};

/**
 * A menu on a button, after the ARIA pattern: arrows, Home and End move, letters jump, Enter chooses, Esc and a press
 * outside close. It is a popover, so it stands above open dialogs too.
 */
export function Menu({ label, items, align = 'end', trigger }: {
  label: string;
  items: MenuItem[];
  align?: 'start' | 'end';
  trigger: (props: TriggerProps, open: boolean) => ReactNode;
}) {
  const id = useId();
  const anchor = useRef<HTMLButtonElement | null>(null);
  const popup = useRef<HTMLDivElement>(null);
  // A press on the button of an open menu has already closed it when the click arrives; it must not open it again.
  const pressedOpen = useRef(false);
  const [open, setOpen] = useState(false);
  const entries = () => [...(popup.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];

  const show = (last = false) => {
    const element = popup.current;
    if (!element || !anchor.current) return;
    flushSync(() => setOpen(true));
    element.showPopover();
    place(element, anchor.current.getBoundingClientRect(), { align });
    entries().at(last ? -1 : 0)?.focus();
  };
  const hide = () => {
    popup.current?.hidePopover();
    anchor.current?.focus();
  };
  const move = (event: KeyboardEvent) => {
    const all = entries();
    const at = all.findIndex((item) => item === document.activeElement);
    const to =
      event.key === 'ArrowDown' ? (at + 1) % all.length
      : event.key === 'ArrowUp' ? (at - 1 + all.length) % all.length
      : event.key === 'Home' ? 0
      : event.key === 'End' ? all.length - 1
      : event.key.length === 1 && !event.ctrlKey && !event.metaKey
        ? all.findIndex((item) => item.textContent?.toLowerCase().startsWith(event.key.toLowerCase()))
        : -1;
    if (event.key === 'Tab') popup.current?.hidePopover();
    if (event.key === 'Escape') hide();
    event.stopPropagation();
    if (event.key !== 'Tab' && event.key !== 'Enter' && event.key !== ' ') event.preventDefault();
    if (to >= 0) all[to]?.focus();
  };

  return (
    <>
      {trigger(
        {
          ref: (element) => {
            anchor.current = element;
          },
          onPointerDown: () => {
            pressedOpen.current = popup.current?.matches(':popover-open') ?? false;
          },
          onClick: () => {
            if (!pressedOpen.current) show();
            pressedOpen.current = false;
          },
          onKeyDown: (event) => {
            if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
            event.preventDefault();
            event.stopPropagation();
            show(event.key === 'ArrowUp');
          },
          'aria-haspopup': 'menu',
          'aria-expanded': open,
          'aria-controls': id,
        },
        open,
      )}
      <div
        ref={popup}
        id={id}
        role="menu"
        aria-label={label}
        popover="auto"
        tabIndex={-1}
        onToggle={(event) => event.newState === 'closed' && setOpen(false)}
        onKeyDown={move}
        className="fixed inset-auto m-0 min-w-48 max-w-[calc(100vw-1rem)] rounded-md border border-line bg-surface p-1 text-ui text-text shadow-float"
      >
        {open &&
          items.map((item) => (
            <MenuRow key={item.label} item={item} onChosen={hide} />
          ))}
      </div>
    </>
  );
}

function MenuRow({ item, onChosen }: { item: MenuItem; onChosen: () => void }) {
  const Icon = item.icon;
  return (
    <>
      {item.apart && <div role="separator" className="mx-2 my-1 border-t border-line" />}
      <button
        type="button"
        {...(item.checked === undefined ? { role: 'menuitem' } : { role: 'menuitemradio', 'aria-checked': item.checked })}
        tabIndex={-1}
        onClick={() => {
          onChosen();
          item.onSelect();
        }}
        onPointerMove={(event) => event.currentTarget.focus()}
        className={clsx(
          'flex h-8 w-full items-center gap-2.5 rounded-sm px-2 text-left outline-none focus:bg-hover pointer-coarse:h-11',
          item.danger && 'text-danger',
        )}
      >
        {Icon && <Icon size={16} aria-hidden className={clsx('shrink-0', !item.danger && 'text-muted')} />}
        <span className="flex-1 truncate">{item.label}</span>
        {item.checked && <Check size={16} aria-hidden className="shrink-0 text-accent" />}
      </button>
    </>
  );
}
