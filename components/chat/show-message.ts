/** Brings a message that was looked for into the middle of the pane, marks it, and reads on from there. */
export function showMessage(within: HTMLElement | null, id: string) {
  const message = within?.querySelector<HTMLElement>(`[data-message="${CSS.escape(id)}"]`);
  if (!message) return;
  message.dataset.found = '';
  message.scrollIntoView({ block: message.offsetHeight > window.innerHeight / 2 ? 'start' : 'center' });
  message.focus({ preventScroll: true });
}
