'use client';

const key = (conversation: string) => `sayso:draft:${conversation}`;

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
