'use client';

import { useEffect, useState } from 'react';
import { changePreferences } from '@/app/(workspace)/actions/preferences';
import { act, messageOf } from '@/components/data/request';
import { remember, type Theme, THEME_COOKIE } from '@/components/frame/remembered';
import type { Preferences } from '@/lib/preferences/get-preferences';

export type PreferenceChanges = Parameters<typeof changePreferences>[0];

/**
 * A person's settings, drawn as changed at once and put back when that fails.
 * @param initial what the server knows; without it they are asked for.
 */
export function usePreferences(initial: Preferences | null = null) {
  const [preferences, setPreferences] = useState(initial);
  const [problem, setProblem] = useState<string | null>(null);
  const [asks] = useState(initial === null);
  useEffect(() => {
    // Changing nothing answers with what is set.
    if (asks) act(changePreferences({})).then(setPreferences, (error: unknown) => setProblem(messageOf(error)));
  }, [asks]);

  const change = async (changes: PreferenceChanges) => {
    const before = preferences;
    setPreferences((current) => current && { ...current, ...changes });
    setProblem(null);
    try {
      setPreferences(await act(changePreferences(changes)));
    } catch (error) {
      setPreferences(before);
      setProblem(messageOf(error));
    }
  };
  const setTheme = (theme: Theme) => {
    remember(THEME_COOKIE, theme);
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    void change({ theme });
  };
  return { preferences, problem, change, setTheme };
}
