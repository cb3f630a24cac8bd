'use client';

import { type FormEvent, startTransition, useActionState, useEffect, useState } from 'react';
import type { EntryState } from '@/app/(auth)/actions';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Problem } from '@/components/ui/problem';

type EntryAction = (state: EntryState, form: FormData) => Promise<EntryState>;
type EntryFormProps = { action: EntryAction; next: string; kind: 'sign-in' | 'sign-up' };

const EMPTY: EntryState = { refusal: null, email: '', goTo: null };

/**
 * Runs an entry action and, when somebody is in, loads the page they wanted. `form` goes onto the form: before scripts
 * run the browser submits it by itself; afterwards we do, because React would empty the fields of a form that it submits.
 */
function useEntry(action: EntryAction) {
  const [state, submit, pending] = useActionState(action, EMPTY);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    startTransition(() => submit(fields));
  };
  useEffect(() => {
    if (state.goTo) window.location.assign(state.goTo);
  }, [state.goTo]);
  return { state, form: { action: submit, onSubmit }, busy: pending || state.goTo !== null };
}

/** E-mail and password. Works before and without scripts; errors stand beside the field they are about. */
export function EntryForm({ action, next, kind }: EntryFormProps) {
  const { state, form, busy } = useEntry(action);
  const { refusal } = state;
  const errorOf = (field: 'email' | 'password') => (refusal?.field === field ? refusal.message : null);
  return (
    <form {...form} className="grid gap-4">
      <input type="hidden" name="next" value={next} />
      <Field label="E-mail" error={errorOf('email')}>
        {(control) => (
          <Input
            {...control}
            name="email"
            type="email"
            required
            maxLength={254}
            autoComplete="email"
            inputMode="email"
            spellCheck={false}
            autoCapitalize="none"
            defaultValue={state.email}
          />
        )}
      </Field>
      <PasswordField kind={kind} error={errorOf('password')} />
      <Problem>{refusal?.field === null && refusal.message}</Problem>
      <Button type="submit" variant="primary" busy={busy}>
        {kind === 'sign-in' ? 'Sign in' : 'Create account'}
      </Button>
    </form>
  );
}

function PasswordField({ kind, error }: { kind: EntryFormProps['kind']; error: string | null }) {
  const [shown, setShown] = useState(false);
  const isNew = kind === 'sign-up';
  return (
    <Field label="Password" error={error} hint={isNew && !error ? 'At least 8 characters.' : null}>
      {(control) => (
        <div className="relative">
          <Input
            {...control}
            name="password"
            type={shown ? 'text' : 'password'}
            required
            minLength={isNew ? 8 : undefined}
            maxLength={128}
            autoComplete={isNew ? 'new-password' : 'current-password'}
            spellCheck={false}
            autoCapitalize="none"
            className="pr-16"
          />
          <button
            type="button"
            aria-label={shown ? 'Hide password' : 'Show password'}
            onClick={() => setShown(!shown)}
            className="absolute inset-y-1 right-1 rounded-sm px-2.5 text-meta font-medium text-muted hover:bg-hover hover:text-text"
          >
            {shown ? 'Hide' : 'Show'}
          </button>
        </div>
      )}
    </Field>
  );
}

/** In with one click, and no account. */
export function GuestForm({ action, next }: { action: EntryAction; next: string }) {
  const { state, form, busy } = useEntry(action);
  return (
    <form {...form} className="grid gap-2">
      <input type="hidden" name="next" value={next} />
      <Button type="submit" busy={busy}>
        Continue as guest
      </Button>
      <Problem>{state.refusal?.message}</Problem>
    </form>
  );
}
