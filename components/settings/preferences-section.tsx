'use client';

import { useSyncExternalStore } from 'react';
import { browserZone } from '@/components/time/browser-zone';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/input';
import type { Preferences } from '@/lib/preferences/get-preferences';
import { Section } from './section';
import { ThemeField } from './theme-field';
import { usePreferences } from './use-preferences';

const CONTEXT_SIZES = [10, 20, 50] as const;
const never = () => () => undefined;

/** How it looks, which clock counts, how much the assistant reads, how long conversations are kept. */
export function PreferencesSections({ initial }: { initial: Preferences }) {
  const { preferences, saidOf, change, setTheme } = usePreferences(initial);
  const { timeZone, theme, contextSize, autoDeleteDays } = preferences ?? initial;
  // The server does not know the browser's zone; it is named once the page is the browser's.
  const here = useSyncExternalStore(never, browserZone, () => null);
  const zones = Intl.supportedValuesOf('timeZone');
  return (
    <>
      <Section title="General">
        <div className="grid gap-4 md:grid-cols-2">
          <ThemeField value={theme} onChange={(next) => void setTheme(next)} outcome={saidOf('theme')} />
          <Field label="Memory" hint="How much of a conversation the assistant reads." {...saidOf('contextSize')}>
            {(control) => (
              <Select
                {...control}
                value={contextSize}
                onChange={(event) => {
                  const size = CONTEXT_SIZES.find((each) => each === Number(event.target.value));
                  if (size) void change({ contextSize: size });
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
          <Field label="Time zone" hint="For other programs; in the browser your dates follow the browser." {...saidOf('timeZone')}>
            {(control) => (
              <Select {...control} value={timeZone ?? ''} onChange={(event) => void change({ timeZone: event.target.value || null })}>
                <option value="">As the browser{here && ` (${here.replaceAll('_', ' ')})`}</option>
                {timeZone && !zones.includes(timeZone) && <option value={timeZone}>{timeZone}</option>}
                {zones.map((zone) => (
                  <option key={zone} value={zone}>
                    {zone.replaceAll('_', ' ')}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
      </Section>
      <KeepField days={autoDeleteDays} outcome={saidOf('autoDeleteDays')} onChange={(days) => void change({ autoDeleteDays: days })} />
    </>
  );
}

const CHOICES: [days: number | null, words: string][] = [
  [null, 'For ever'],
  [30, '30 days after the last message'],
  [90, '90 days after the last message'],
  [365, 'A year after the last message'],
];

type KeepProps = { days: number | null; outcome: { error?: string | null; said?: string | null }; onChange: (days: number | null) => void };

function KeepField({ days, outcome, onChange }: KeepProps) {
  const choices = CHOICES.some(([each]) => each === days) ? CHOICES : [...CHOICES, [days, `${days} days after the last message`] as const];
  return (
    <Section title="Old conversations" hint="Your tasks are never deleted by this, and a pinned conversation stays.">
      <div className="grid gap-4 md:grid-cols-2">
        <Field
          label="Keep conversations"
          {...outcome}
          hint={
            days === null
              ? 'Nothing is deleted by itself.'
              : `What is older goes to the trash once a day, beginning within a day from now. There it waits 30 more days before it is erased.`
          }
        >
          {(control) => (
            <Select {...control} value={days ?? ''} onChange={(event) => onChange(event.target.value ? Number(event.target.value) : null)}>
              {choices.map(([each, words]) => (
                <option key={each ?? 'ever'} value={each ?? ''}>
                  {words}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
    </Section>
  );
}
