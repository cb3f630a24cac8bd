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

/** Answers to small talk and to questions about the app: short, and what comes next stays with the person. */
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
  export: 'Conversations are exported under Settings, all in one file, or one from its own menu. I have no file of tasks; other programs read your tasks with an API key, which Settings makes.',
  import: 'Settings imports an export of Sayso and the conversations.json of ChatGPT. Tasks of another program I cannot import, but you can say them to me: "add these tasks: pay rent, call mom".',
  share: 'The menu of a conversation has Share: a link to a copy that others can read, for as long as you like. Tasks are yours alone and cannot be shared.',
  connect: 'Claude, ChatGPT, Cursor and others connect to your tasks over MCP, at /api/mcp of this site; the README says how, and Settings shows what is connected. I have no connection to a calendar, a speaker or another task manager.',
  theme: 'The theme is under You and in Settings: light, dark, or as your device has it.',
  zone: 'Your dates follow the time zone of your browser. For other programs it is set under Settings.',
  notify: 'I do not send notifications yet. I keep the time with the task, and it shows when it is due.',
  privacy: 'Your tasks and conversations belong to your account; nobody else sees them, unless you share a copy of a conversation or connect an app.',
  keys: 'Ctrl+K searches conversations, Ctrl+Shift+O begins a new chat, Ctrl+B shows and hides the conversations, Ctrl+. the tasks. The arrow up in an empty message field edits your last message.',
  session: 'Signing in, up and out is under You; your account is under Settings.',
  conversation: 'Conversations are in the list beside the chat: "New chat" begins one, the search finds words in all of them, and the menu of each renames, pins, archives, shares, exports or deletes it. Nothing was changed.',
  language: 'I understand English only so far. Titles may be in any language.',
  account: 'I look after tasks only; your account is under Settings. Nothing was changed.',
};
