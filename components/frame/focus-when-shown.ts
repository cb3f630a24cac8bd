/** How many frames what is being opened may stay unseen. */
const FRAMES = 10;

/** Gives the focus to what is being opened: in its first frames it cannot take it, being drawn, or invisible, still. */
export function focusWhenShown(selector: string, frames = FRAMES): void {
  requestAnimationFrame(() => {
    const element = document.querySelector<HTMLElement>(selector);
    element?.focus();
    if (frames > 0 && (!element || document.activeElement !== element)) focusWhenShown(selector, frames - 1);
  });
}
