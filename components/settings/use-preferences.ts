'use client';

import { useEffect, useState } from 'react';
import { changePreferences } from '@/app/(workspace)/actions/preferences';
import { act, messageOf } from '@/components/data/request';
import { colourBar } from '@/components/frame/bar-colours';
import { readTheme, remember, type Theme, THEME_COOKIE } from '@/components/frame/remembered';
import type { Preferences } from '@/lib/preferences/get-preferences';

export type PreferenceChanges = Parameters<typeof changePreferences>[0];
/** What became of the newest change, and of which setting: `problem` null when it was saved. */
type Outcome = { of: string | undefined; problem: string | null };

function showTheme(theme: Theme) {
  remember(THEME_COOKIE, theme);
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  colourBar(theme);
}

/**
 * A person's settings, drawn as changed at once and put back when that fails.
 * @param initial what the server knows; without it they are asked for.
 */
export function usePreferences(initial: Preferences | null = null) {
  const [preferences, setPreferences] = useState(initial);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [asks] = useState(initial === null);
  useEffect(() => {
    // Changing nothing answers with what is set.
    if (asks) act(changePreferences({})).then(setPreferences, (error: unknown) => setOutcome({ of: undefined, problem: messageOf(error) }));
  }, [asks]);

  /** @returns whether it was saved. */
  const change = async (changes: PreferenceChanges): Promise<boolean> => {
    const before = preferences;
    const [of] = Object.keys(changes);
    setPreferences((current) => current && { ...current, ...changes });
    setOutcome(null);
    try {
      await act(changePreferences(changes));
      setOutcome({ of, problem: null });
      return true;
    } catch (error) {
      setPreferences(before);
      setOutcome({ of, problem: `That was not saved. ${messageOf(error)}` });
      return false;
    }
  };
  const setTheme = async (theme: Theme) => {
    const before = readTheme(preferences?.theme);
    showTheme(theme);
    if (!(await change({ theme }))) showTheme(before);
  };
  /** What is said beside a setting after it was changed. */
  const saidOf = (of: keyof PreferenceChanges) =>
    outcome?.of === of ? { error: outcome.problem, said: outcome.problem ? null : 'Saved' } : { said: null };
  return { preferences, problem: outcome?.problem ?? null, saidOf, change, setTheme };
}
