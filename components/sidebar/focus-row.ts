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

/** The row goes; the focus stays in the list. */
export function focusBeside(id: string) {
  const rows = [...document.querySelectorAll<HTMLElement>('nav [data-row]')];
  const at = rows.findIndex((row) => row.dataset.row === id);
  const to = (rows[at + 1] ?? rows[at - 1])?.dataset.row;
  if (to) focusRow(to);
  else document.getElementById('search')?.focus();
}
