import type { Theme } from './remembered';

const BARS = { light: '#f7f6f3', dark: '#100f0d' };
const SCHEMES = ['light', 'dark'] as const;

/** The colour of the browser's own bar where the system is light, and where it is dark. */
export const barsOf = (theme: Theme): typeof BARS =>
  theme === 'system' ? BARS : { light: BARS[theme], dark: BARS[theme] };

/** Gives the bar the colour of a theme that was chosen on the page. */
export function colourBar(theme: Theme) {
  const bars = barsOf(theme);
  for (const scheme of SCHEMES)
    document.querySelector(`meta[name="theme-color"][media*="${scheme}"]`)?.setAttribute('content', bars[scheme]);
}
