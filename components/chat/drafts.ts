'use client';

const PREFIX = 'sayso:draft:';
const key = (of: string) => `${PREFIX}${of}`;

/**
 * What was typed but not sent, per conversation and per message that was being changed, in this browser. A browser that keeps
 * nothing loses only the draft.
 */
export function readDraft(of: string): string {
  try {
    return localStorage.getItem(key(of)) ?? '';
  } catch {
    return '';
  }
}

export function keepDraft(of: string, text: string) {
  try {
    if (text === '') localStorage.removeItem(key(of));
    else localStorage.setItem(key(of), text);
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
