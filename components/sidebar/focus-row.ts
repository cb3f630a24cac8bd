/** Frames that a row is given to be drawn in. */
const FRAMES = 12;

/** Gives the focus to a conversation's row in the list, once it is drawn. */
export function focusRow(id: string, frames = FRAMES) {
  requestAnimationFrame(() => {
    const row = document.querySelector<HTMLElement>(`nav [data-row="${CSS.escape(id)}"]`);
    if (row && row !== document.activeElement) row.focus();
    if (frames > 0 && !row) focusRow(id, frames - 1);
  });
}
