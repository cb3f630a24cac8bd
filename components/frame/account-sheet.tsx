'use client';

import { useEffect, useState } from 'react';
import { signOut } from '@/app/(workspace)/actions/account';
import { changePreferences } from '@/app/(workspace)/actions/preferences';
import { act, messageOf } from '@/components/data/request';
import { useWorkspace } from '@/components/data/workspace';
import { browserZone } from '@/components/time/browser-zone';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/input';
import { Skeleton } from '@/components/ui/skeleton';
import { DeleteAccount } from './delete-account';
import { readTheme, remember, type Theme, THEME_COOKIE, THEMES } from './remembered';

type Preferences = { timeZone: string | null; theme: string; contextSize: number };
const CONTEXT_SIZES = [10, 20, 50] as const;
const THEME_WORDS: Record<Theme, string> = { system: 'As the system', light: 'Light', dark: 'Dark' };

/** The user's own place: the account, theme, time zone, how much of a conversation the assistant reads. */
export default function AccountSheet({ onClose }: { onClose: () => void }) {
  const { user } = useWorkspace();
  const [preferences, setPreferences] = useState<Preferences | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [leaving, setLeaving] = useState<'no' | 'ask' | 'going'>('no');
  // Changing nothing answers with what is set.
  useEffect(() => {
    act(changePreferences({})).then(setPreferences, (error: unknown) => setProblem(messageOf(error)));
  }, []);

  const change = async (changes: Parameters<typeof changePreferences>[0]) => {
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
  const leave = async () => {
    if (user.isGuest && leaving === 'no') return setLeaving('ask');
    setLeaving('going');
    try {
      const { goTo } = await act(signOut({}));
      window.location.assign(goTo);
    } catch (error) {
      setLeaving('no');
      setProblem(messageOf(error));
    }
  };
  return (
    <Dialog open onClose={onClose} title="You">
      <div className="scroll-pane grid gap-5 px-5 pb-5">
        <section className="grid gap-1" aria-label="Account">
          <p className="font-medium">{user.isGuest ? 'You are here as a guest' : user.name || user.email}</p>
          <p className="text-ui text-muted">
            {user.isGuest ? 'Sign up to keep your tasks and reach them from anywhere. Nothing is lost on the way.' : user.email}
          </p>
          {user.isGuest && (
            <div className="mt-2 flex gap-2">
              <a href="/sign-up" className="inline-flex h-10 items-center rounded-md bg-accent px-4 text-ui font-medium text-on-accent hover:bg-accent-strong">
                Sign up
              </a>
              <a href="/sign-in" className="inline-flex h-10 items-center rounded-md border border-line px-4 text-ui font-medium hover:bg-hover">
                Sign in
              </a>
            </div>
          )}
        </section>
        {preferences ? (
          <Settings preferences={preferences} onTheme={setTheme} onChange={(changes) => void change(changes)} />
        ) : (
          !problem && (
            <div className="grid gap-4">
              <Skeleton className="h-10" />
              <Skeleton className="h-10" />
              <Skeleton className="h-10" />
            </div>
          )
        )}
        {problem && (
          <p role="alert" className="text-meta text-danger">
            {problem}
          </p>
        )}
        <div className="grid gap-2 border-t border-line pt-4">
          {leaving === 'ask' && (
            <p role="alert" className="text-ui">
              A guest’s tasks cannot be reached again after signing out. Sign up first to keep them.
            </p>
          )}
          <div className="flex flex-wrap justify-between gap-2">
            <Button busy={leaving === 'going'} variant={leaving === 'ask' ? 'danger' : 'quiet'} onClick={() => void leave()}>
              {leaving === 'ask' ? 'Sign out and lose them' : 'Sign out'}
            </Button>
            <DeleteAccount needsPassword={!user.isGuest} />
          </div>
        </div>
      </div>
    </Dialog>
  );
}

function Settings({ preferences, onTheme, onChange }: {
  preferences: Preferences;
  onTheme: (theme: Theme) => void;
  onChange: (changes: Parameters<typeof changePreferences>[0]) => void;
}) {
  const here = browserZone();
  const zones = Intl.supportedValuesOf('timeZone');
  return (
    <div className="grid gap-4">
      <Field label="Theme">
        {(control) => (
          <Select {...control} value={readTheme(preferences.theme)} onChange={(event) => onTheme(readTheme(event.target.value))}>
            {THEMES.map((theme) => (
              <option key={theme} value={theme}>
                {THEME_WORDS[theme]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="Time zone" hint="For other programs; in the browser your dates follow the browser.">
        {(control) => (
          <Select {...control} value={preferences.timeZone ?? ''} onChange={(event) => onChange({ timeZone: event.target.value || null })}>
            <option value="">As the browser ({here.replaceAll('_', ' ')})</option>
            {zones.map((zone) => (
              <option key={zone} value={zone}>
                {zone.replaceAll('_', ' ')}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="Memory" hint="How many messages of a conversation the assistant reads.">
        {(control) => (
          <Select
            {...control}
            value={preferences.contextSize}
            onChange={(event) => {
              const contextSize = CONTEXT_SIZES.find((size) => size === Number(event.target.value));
              if (contextSize) onChange({ contextSize });
            }}
          >
            {CONTEXT_SIZES.map((size) => (
              <option key={size} value={size}>
                The newest {size} messages
              </option>
            ))}
          </Select>
        )}
      </Field>
    </div>
  );
}
