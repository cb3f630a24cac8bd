/** What the page remembers in cookies, so that the server's first paint already has it and nothing jumps. */
export const THEME_COOKIE = 'sayso_theme';
export const ZONE_COOKIE = 'sayso_zone';
export const PANES_COOKIE = 'sayso_panes';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
export type Panes = { sidebar: boolean; tasks: boolean };

export const readTheme = (value: string | undefined): Theme => THEMES.find((theme) => theme === value) ?? 'system';

/** Open panes from the cookie: a letter for each pane that is shown; both when there is none. */
export const readPanes = (value: string | undefined): Panes =>
  value === undefined ? { sidebar: true, tasks: true } : { sidebar: value.includes('s'), tasks: value.includes('t') };

export const writePanes = (panes: Panes) => `${panes.sidebar ? 's' : ''}${panes.tasks ? 't' : ''}` || '-';

/** The zone of the cookie, or UTC when it is missing or no zone that this server knows. */
export function readZone(value: string | undefined): string {
  if (!value) return 'UTC';
  try {
    return new Intl.DateTimeFormat('en', { timeZone: decodeURIComponent(value) }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}

/** Sets a cookie for a year, in the browser only. */
export function remember(name: string, value: string) {
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=31536000; samesite=lax`;
}
