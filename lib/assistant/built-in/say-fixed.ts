import type { Topic } from '@/lib/language/commands';

export const ABILITIES = 'I look after your tasks: I can add, find, change, complete, delete and plan them, and undo what I did.';

export const HELP = `${ABILITIES} Say it in your own words; dates, repetition, priority and tags may be part of the sentence. For example:

- add buy milk tomorrow at 5pm and call mom every Sunday #family
- what's due this week?
- move the dentist appointment to Friday 3pm
- mark milk as done and show me what's left
- what should I work on next?`;

export const UNKNOWN = `I don't understand that yet, and nothing was changed. ${ABILITIES} Try "add buy milk tomorrow" or "what's due this week?".`;

export const NOTHING_WAITS = {
  yes: 'Nothing is waiting for a yes. What would you like to do?',
  no: 'All right. Nothing was changed. Say "undo" to take back the last change.',
} as const;

/** Answers to small talk: one line each, and what comes next stays with the person. */
export const SMALL_TALK: Record<Topic, string> = {
  greeting: 'Hello! What would you like to get done?',
  thanks: "You're welcome.",
  praise: 'Glad that helps.',
  complaint: 'Sorry about that. Say "undo" to take back the last change.',
  bye: 'Goodbye. Your tasks are saved.',
  name: "I'm Sayso, the task manager that you talk to. I look after your tasks.",
  how: "I'm fine, thank you. What would you like to get done?",
  repeat: 'My last answer stands above. Ask me again, or say "what\'s left?" for your open tasks.',
  mistake: 'Sorry. Say "undo" to take back the last change, or tell me what you meant.',
  mood: 'Thank you for telling me. Your tasks can wait: say "move today\'s tasks to tomorrow", or ask "what should I work on next?" when you are ready.',
  account: 'I look after tasks only; your account is under Settings. Nothing was changed.',
};
