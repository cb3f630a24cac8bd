'use client';

const PREFIX = 'sayso:draft:';
const key = (of: string) => `${PREFIX}${of}`;

/** What the browser did not keep: it is there for as long as the page is. */
const unkept = new Map<string, string>();

/** What was typed but not sent, per conversation and per message that was being changed, in this browser. */
export function readDraft(of: string): string {
  const here = unkept.get(of);
  if (here !== undefined) return here;
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
    unkept.delete(of);
  } catch {
    // Storage may be full or forbidden.
    unkept.set(of, text);
  }
}

/** Who leaves on purpose leaves no words to whoever uses this browser next. */
export function forgetDrafts() {
  unkept.clear();
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith(PREFIX)) localStorage.removeItem(name);
  } catch {
    // Nothing is kept where storage is forbidden.
  }
}
