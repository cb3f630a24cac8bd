/** Gives the focus to where one talks, after a press that takes its own button away; not where a keyboard would come up with it. */
export function focusComposer() {
  if (window.matchMedia('(hover: hover)').matches) document.querySelector<HTMLElement>('[data-composer]')?.focus();
}
