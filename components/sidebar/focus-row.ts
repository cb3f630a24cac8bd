/** Frames in which a row may still be drawn, or drawn anew. */
const FRAMES = 30;

/** Gives the focus to a conversation's row in the list, once it is drawn, and again where it is drawn anew and the focus is lost with it. */
export function focusRow(id: string, frames = FRAMES, given = false) {
  requestAnimationFrame(() => {
    const row = document.querySelector<HTMLElement>(`nav [data-row="${CSS.escape(id)}"]`);
    const lost = document.activeElement === document.body;
    if (row && (!given || lost)) row.focus();
    if (frames > 0) focusRow(id, frames - 1, given || row !== null);
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
