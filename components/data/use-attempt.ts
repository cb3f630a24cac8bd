import { useState } from 'react';
import { messageOf } from './request';

/**
 * Something that is tried at a press: whether it runs, and what went wrong with it the last time. What leads to another page
 * ends with `leaveFor`, so that nothing can be pressed until that page is there.
 * @param say an error in words.
 */
export function useAttempt(say: (error: unknown) => string = messageOf) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem(say(error));
    }
    setBusy(false);
  };
  return { busy, problem, setProblem, attempt };
}

/** Leaves this page. @returns what never comes to its end: this page does. */
export function leaveFor(address: string): Promise<never> {
  window.location.assign(address);
  return new Promise(() => {});
}
