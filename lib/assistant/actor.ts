import type { Source } from '@/lib/tasks/context';

/** Who makes a call, when, and under which turn. */
export type Actor = {
  userId: string;
  source: Source;
  now: Date;
  /** The zone in which dates and times are meant. */
  timeZone: string;
  /** What the person said; decides whether several tasks were named. */
  userText?: string;
  /** The turn under whose lease the call runs. */
  turn?: { id: string; leaseToken: string; conversationId: string };
  /** The call's id within its turn: the same again is not executed again. */
  callId?: string;
  /** Versions that the tasks must still have, by task id; otherwise nothing is done and the call fails with `conflict`. */
  expectedVersions?: Record<string, number>;
};

/** The turn is no longer running under this lease: it was stopped, taken over or has ended. Nothing was written. */
export class TurnLostError extends Error {
  constructor(readonly turnId: string) {
    super('The turn is no longer running under this lease.');
    this.name = 'TurnLostError';
  }
}
