/** Whether the page is being put on paper. */
export const isPrinting = (): boolean => window.matchMedia('print').matches;

/** Tells when that changes. @returns a function that ends it. */
export function watchPrinting(tell: () => void): () => void {
  const paper = window.matchMedia('print');
  paper.addEventListener('change', tell);
  return () => paper.removeEventListener('change', tell);
}
