'use client';

import { useEffect, useRef } from 'react';
import { place } from './place';

const DELAY = 450;

/**
 * One tooltip for the whole page. It shows the `data-tip` of what is hovered or has the keyboard's focus (the second line
 * holds the keys), goes with Esc, and is never the only name of a control: that is `aria-label`.
 */
export function Tooltips() {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const tip = ref.current;
    if (!tip) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let shown: Element | null = null;
    const hide = () => {
      clearTimeout(timer);
      shown = null;
      if (tip.matches(':popover-open')) tip.hidePopover();
    };
    const show = (target: HTMLElement, delay: number) => {
      if (target === shown) return;
      const warm = shown !== null;
      hide();
      shown = target;
      timer = setTimeout(() => {
        const [text = '', keys] = (target.dataset.tip ?? '').split('\n');
        if (!text || !target.isConnected || target.getAttribute('aria-expanded') === 'true') return;
        const name = document.createElement('span');
        name.textContent = text;
        const shortcut = document.createElement('span');
        shortcut.textContent = keys ?? '';
        shortcut.className = 'opacity-65';
        tip.replaceChildren(name, ...(keys ? [shortcut] : []));
        tip.showPopover();
        place(tip, target.getBoundingClientRect(), { align: 'center' });
      }, warm ? 60 : delay);
    };
    const over = (event: PointerEvent) => {
      const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-tip]') : null;
      if (!target || event.pointerType === 'touch') return hide();
      show(target, DELAY);
    };
    const focus = (event: FocusEvent) => {
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (target?.dataset.tip && target.matches(':focus-visible')) show(target, DELAY);
      else hide();
    };
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape') hide();
    };
    document.addEventListener('pointerover', over);
    document.addEventListener('pointerdown', hide, true);
    document.addEventListener('focusin', focus);
    document.addEventListener('focusout', hide);
    document.addEventListener('keydown', key);
    document.addEventListener('scroll', hide, true);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointerover', over);
      document.removeEventListener('pointerdown', hide, true);
      document.removeEventListener('focusin', focus);
      document.removeEventListener('focusout', hide);
      document.removeEventListener('keydown', key);
      document.removeEventListener('scroll', hide, true);
    };
  }, []);
  return (
    <div
      ref={ref}
      role="tooltip"
      popover="manual"
      className="pointer-events-none fixed inset-auto m-0 max-w-72 gap-2 rounded-sm bg-text px-2 py-1 text-tiny font-medium text-bg open:flex open:animate-fade"
    />
  );
}
