/**
 * Puts a floating element beside an anchor and keeps it inside the window, 8 px from its edges.
 * Both are measured, so call it when the floating element is shown.
 */
export function place(floating: HTMLElement, anchor: DOMRect, options: { side?: 'top' | 'bottom'; align?: 'start' | 'center' | 'end' } = {}) {
  const { side = 'bottom', align = 'start' } = options;
  const { offsetWidth: width, offsetHeight: height } = floating;
  const gap = 6;
  const edge = 8;
  const below = anchor.bottom + gap;
  const above = anchor.top - gap - height;
  const fitsBelow = below + height <= window.innerHeight - edge;
  const top = side === 'bottom' ? (fitsBelow || above < edge ? below : above) : above >= edge ? above : below;
  const wanted =
    align === 'start' ? anchor.left : align === 'end' ? anchor.right - width : anchor.left + anchor.width / 2 - width / 2;
  const left = Math.min(Math.max(wanted, edge), window.innerWidth - width - edge);
  floating.style.top = `${Math.max(edge, Math.min(top, window.innerHeight - height - edge))}px`;
  floating.style.left = `${left}px`;
}
