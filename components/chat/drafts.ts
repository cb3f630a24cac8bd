'use client';

const PREFIX = 'sayso:draft:';
const key = (conversation: string) => `${PREFIX}${conversation}`;

/** What was typed but not sent, per conversation, in this browser. A browser that keeps nothing loses only the draft. */
export function readDraft(conversation: string): string {
  try {
    return localStorage.getItem(key(conversation)) ?? '';
  } catch {
    return '';
  }
}

export function keepDraft(conversation: string, text: string) {
  try {
    if (text === '') localStorage.removeItem(key(conversation));
    else localStorage.setItem(key(conversation), text);
  } catch {
    // Storage may be full or forbidden.
  }
}

/** Who leaves on purpose leaves no words to whoever uses this browser next. */
export function forgetDrafts() {
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith(PREFIX)) localStorage.removeItem(name);
  } catch {
    // Nothing is kept where storage is forbidden.
  }
}
