import type { LanguageContext } from '../types';
import { bareTitle, readPointer, readRefs } from './read-refs';
import type { Command } from './types';
import { FOREIGN } from './vocabulary';

/** "empty the trash", "delete task 3 for good"; null when nothing is purged. */
export function readPurge(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  if (/^(?:empty|clear(?: out)?|purge|delete everything in|wipe|take out) (?:my |the )?(?:trash|bin|recycle bin|trash can)$/i.test(sentence)) {
    if (/^take out/i.test(sentence)) return null;
    return { text: clause, kind: 'change', tool: 'purge_tasks', refs: [{ kind: 'filter', filter: { status: 'trash' }, about: 'in the trash' }] };
  }
  const found =
    /^(?:permanently|completely|irrevocably) (?:delete|remove|erase|purge) (.+)$/i.exec(sentence) ??
    /^(?:delete|remove|erase) (.+?) (?:permanently|forever|for ever|for good|completely|once and for all|irrevocably)$/i.exec(sentence) ??
    /^(?:delete|remove|erase) (?:permanently|forever|for good) (.+)$/i.exec(sentence) ??
    /^purge (.+)$/i.exec(sentence);
  if (!found?.[1]) return null;
  const refs = readRefs(found[1], ctx);
  return refs.length ? { text: clause, kind: 'change', tool: 'purge_tasks', refs } : null;
}

const JUST_DELETED = /^(?:restore|undelete|recover|bring back|get back|give (?:me )?back) (?:what|whatever|the (?:one|task|thing)(?: that| which)?) (?:i|you|we)(?:'ve| have)? just (?:deleted|removed|erased|trashed)$/i;

/** "restore the draft", "get it out of the trash", "put it back"; null when nothing comes back. */
export function readRestore(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  if (JUST_DELETED.test(sentence)) return { text: clause, kind: 'change', tool: 'restore_tasks', refs: [{ kind: 'pronoun', which: 'it' }] };
  const found =
    /^(?:restore|undelete|un-delete|recover|bring back|untrash|retrieve)\s+(.+?)(?: from (?:the )?(?:trash|bin))?$/i.exec(sentence) ??
    /^(?:put|bring|get|take|move)\s+(.+?)\s+(?:back)(?: (?:on|to|in|onto|from) .*(?:list|trash|bin|calendar))?$/i.exec(sentence) ??
    /^(?:take|get|move|pull)\s+(.+?)\s+(?:back )?(?:out of|from) (?:the )?(?:trash|bin)$/i.exec(sentence);
  if (!found?.[1] || FOREIGN.test(found[1])) return null;
  if (/^(?:put|bring|get|take|move)\b/i.test(sentence)) {
    // "put it back" takes back the last change; "take the library books back" is an errand, no order.
    if (/^(?:it|that|this|them|those|everything)$/i.test(found[1])) return { text: clause, kind: 'call', tool: 'undo', input: {} };
    if (!readPointer(found[1].toLowerCase()) && !/\b(?:task|one|reminder|#?\d+)\b|(?:list|trash|bin)$/i.test(sentence)) return null;
  }
  const refs = readRefs(found[1], ctx).map((ref) =>
    ref.kind === 'filter' ? { ...ref, filter: { ...ref.filter, status: 'trash' as const } } : ref,
  );
  if (/^events on\b/i.test(found[1]) || !refs.length) return null;
  return { text: clause, kind: 'change', tool: 'restore_tasks', refs: refs.map((ref) => (ref.kind === 'title' ? { ...ref, text: bareTitle(ref.text) } : ref)) };
}
