import type { ReactNode } from 'react';

/** A quoted name in a script that runs from right to left, as titles of tasks are quoted. */
const QUOTED = /("[^"\n]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc][^"\n]*")/;

/** A sentence in which such names are set apart: they would draw the numbers and commas after them into their own direction. */
export const isolated = (text: string): ReactNode =>
  QUOTED.test(text) ? text.split(QUOTED).map((piece, index) => (index % 2 === 1 ? <bdi key={index}>{piece}</bdi> : piece)) : text;
