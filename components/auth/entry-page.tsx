import Link from 'next/link';
import { continueAsGuest, signIn, signUp } from '@/app/(auth)/actions';
import { EntryForm, GuestForm } from './entry-form';

type EntryPageProps = { kind: 'sign-in' | 'sign-up'; next: string; isGuest: boolean };

const linkStyle = 'font-medium text-text underline decoration-line underline-offset-4 hover:decoration-current';

/** What both pages share: the form, the way to the other page, and the way in without an account. */
export function EntryPage({ kind, next, isGuest }: EntryPageProps) {
  const other = kind === 'sign-in' ? 'sign-up' : 'sign-in';
  const query = next === '/' ? '' : `?next=${encodeURIComponent(next)}`;
  return (
    <div className="grid gap-6">
      <header className="grid gap-1.5">
        <h1 className="text-display font-semibold tracking-tight">{kind === 'sign-in' ? 'Sign in' : 'Create an account'}</h1>
        <p className="text-read text-muted">
          {isGuest
            ? 'Everything you have made as a guest comes with you.'
            : next.startsWith('/connect?')
              ? 'An app asks to use your tasks. Next you see which, and whether to let it.'
              : 'Say what needs doing; Sayso keeps the list.'}
        </p>
      </header>
      <EntryForm action={kind === 'sign-in' ? signIn : signUp} next={next} kind={kind} />
      <p className="text-meta text-muted">
        {kind === 'sign-in' ? 'New here? ' : 'Have an account already? '}
        <Link href={`/${other}${query}`} className={linkStyle}>
          {kind === 'sign-in' ? 'Create an account' : 'Sign in'}
        </Link>
      </p>
      <div className="grid gap-3 border-t border-line pt-6">
        {isGuest ? (
          <Link href={next} className={`justify-self-start text-meta ${linkStyle}`}>
            Go on as a guest
          </Link>
        ) : (
          <>
            <GuestForm action={continueAsGuest} next={next} />
            <p className="text-meta text-muted">No account needed. You can make one later and keep everything.</p>
          </>
        )}
      </div>
    </div>
  );
}
