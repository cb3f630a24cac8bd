/** How many frames what is being opened may stay unseen. */
const FRAMES = 10;

/**
 * Gives the focus to what is being opened, unless something in it has it: in its first frames it cannot take it, being
 * drawn, or invisible, still.
 */
export function focusWhenShown(selector: string, frames = FRAMES): void {
  requestAnimationFrame(() => {
    const element = document.querySelector<HTMLElement>(selector);
    if (element?.contains(document.activeElement)) return;
    element?.focus();
    if (frames > 0) focusWhenShown(selector, frames - 1);
  });
}
