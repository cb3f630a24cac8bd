'use client';

import { Upload } from 'lucide-react';
import { useRef } from 'react';
import { messageOf } from '@/components/data/request';
import { createStore, useStore } from '@/components/data/store';
import { useWorkspace } from '@/components/data/workspace';
import { type ImportProgress, importConversations } from '@/components/transfer/import-conversations';
import { Button } from '@/components/ui/button';
import { Problem } from '@/components/ui/problem';
import { Progress } from '@/components/ui/progress';
import type { ImportReport } from '@/lib/transfer/import-file';
import { Section } from './section';

type State =
  | { is: 'idle' }
  | { is: 'importing'; name: string; progress: ImportProgress | null }
  | { is: 'done'; report: ImportReport }
  | { is: 'failed'; problem: string };

/** It goes on while other pages of the workspace are looked at, and is found here again. */
const current = createStore<State>({ is: 'idle' });
let abort = new AbortController();

async function run(file: File): Promise<void> {
  const { signal } = (abort = new AbortController());
  const { name } = file;
  const warn = (event: BeforeUnloadEvent) => event.preventDefault();
  window.addEventListener('beforeunload', warn);
  current.set({ is: 'importing', name, progress: null });
  try {
    const report = await importConversations(file, (progress) => current.set({ is: 'importing', name, progress }), signal);
    current.set({ is: 'done', report });
  } catch (error) {
    const problem = signal.aborted ? 'Stopped. What came in until then is kept; choose the file again to go on.' : messageOf(error);
    current.set({ is: 'failed', problem });
  } finally {
    window.removeEventListener('beforeunload', warn);
  }
}

/** Conversations from a file: our own, or ChatGPT's. */
export function ImportSection() {
  const { conversations } = useWorkspace();
  const state = useStore(current, (value) => value);
  const input = useRef<HTMLInputElement>(null);
  return (
    <Section
      title="Import"
      hint="An export of Sayso, or conversations.json from ChatGPT (Settings → Data controls → Export data). Conversations come in whole; importing the same file again adds nothing. No task is changed."
    >
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        aria-label="File to import"
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // The same file can be chosen again.
          event.target.value = '';
          if (file) void run(file).then(() => conversations.refresh());
        }}
      />
      {state.is === 'importing' ? (
        <div className="grid max-w-md gap-2">
          <div className="flex items-center justify-between gap-3 text-ui">
            <span className="min-w-0 truncate">
              {state.progress ? `Importing ${state.progress.done} of ${state.progress.total} conversations` : `Reading ${state.name}`}
            </span>
            <Button size="sm" variant="ghost" onClick={() => abort.abort()}>
              Stop
            </Button>
          </div>
          <Progress value={state.progress && state.progress.total > 0 ? state.progress.done / state.progress.total : 0} label="Import" />
        </div>
      ) : (
        <Button className="justify-self-start" onClick={() => input.current?.click()}>
          <Upload size={16} aria-hidden /> Choose a file
        </Button>
      )}
      {state.is === 'done' && <Summary report={state.report} />}
      <Problem>{state.is === 'failed' && state.problem}</Problem>
    </Section>
  );
}

const count = (n: number, one: string) => `${n.toLocaleString('en')} ${n === 1 ? one : `${one}s`}`;

function Summary({ report: { imported, messages, unchanged, failedCount, failed } }: { report: ImportReport }) {
  return (
    <div role="status" className="grid gap-2 text-ui">
      <p className="font-medium">
        {imported > 0 ? `${count(imported, 'conversation')} imported, with ${count(messages, 'message')}.` : 'Nothing new came in.'}
      </p>
      {unchanged > 0 && <p className="text-muted">{count(unchanged, 'conversation')} left as before: here already, or empty.</p>}
      {failedCount > 0 && (
        <details className="text-muted">
          <summary className="w-fit text-danger">{count(failedCount, 'conversation')} could not be imported</summary>
          <ul className="mt-2 grid gap-1 border-l border-line pl-3 text-meta">
            {failed.map(({ title, reason }, index) => (
              <li key={index}>
                <span className="text-text">{title}</span>: {reason}
              </li>
            ))}
            {failedCount > failed.length && <li>and {failedCount - failed.length} more</li>}
          </ul>
          <p className="mt-2">Nothing of these came in. Make the export again and choose the new file: what is here already stays as it is.</p>
        </details>
      )}
    </div>
  );
}
