/** How an attempt to answer may end. Nothing leaves an end: a decided approval and a retry are new turns of the same message. */
const END_STATUSES = ['awaiting_approval', 'completed', 'stopped', 'interrupted', 'failed'] as const;
export type EndStatus = (typeof END_STATUSES)[number];

/** The life of an attempt: it is born running, and from there goes to one of its ends. */
export const TURN_STATUSES = ['running', ...END_STATUSES] as const;
export type TurnStatus = (typeof TURN_STATUSES)[number];

/** How long a running turn stays its process's without a sign of life, in seconds. */
export const LEASE_SECONDS = 10;
/** How often chunks are saved, leases renewed and stop requests learned of, in milliseconds. */
export const HEARTBEAT_MS = 500;

/** What is said about a turn that did not end well: code to sentence for a person. */
const ERRORS = {
  interrupted: 'The server stopped in the middle of this answer. What was said and done is kept.',
  model_unauthorized: 'The model refused our key. Check OPENAI_API_KEY, or answer with the built-in assistant.',
  model_rate_limited: 'The model is busy right now. Try again in a moment, or answer with the built-in assistant.',
  model_unavailable: 'The model could not be reached. Try again, or answer with the built-in assistant.',
  model_timeout: 'The model stopped answering. Try again, or answer with the built-in assistant.',
  model_error: 'The model could not finish this answer. Try again, or answer with the built-in assistant.',
  step_limit: 'This took more steps than allowed, so I stopped. What was done is shown above.',
  answer_too_long: 'This answer grew too long, so I cut it off here.',
  internal: 'Something went wrong on our side. Your message is kept; please try again.',
} as const;

/** How a turn failed. A busy model's may be followed by the whole seconds that it asked to wait. */
export type TurnErrorCode = keyof typeof ERRORS | `model_rate_limited:${number}`;

/** The error of a turn as pages and API show it; unknown codes of older rows read as `internal`. */
export function turnError(stored: string | null): { code: string; message: string } | null {
  if (stored === null) return null;
  const wait = /^model_rate_limited:(\d{1,9})$/.exec(stored)?.[1];
  // Read at any later time, too: the wait is said, not when it ends.
  if (wait) return { code: 'model_rate_limited', message: `The model is busy and asks for a wait of ${sayWait(Number(wait))}. Try again after that, or answer with the built-in assistant.` };
  return { code: stored, message: isKnown(stored) ? ERRORS[stored] : ERRORS.internal };
}

const isKnown = (code: string): code is keyof typeof ERRORS => Object.hasOwn(ERRORS, code);

function sayWait(seconds: number): string {
  const [count, unit] = seconds < 120 ? [seconds, 'second'] : seconds < 7_200 ? [Math.ceil(seconds / 60), 'minute'] : [Math.ceil(seconds / 3_600), 'hour'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
