import type { LanguageContext } from '../types';
import { readRefs } from './read-refs';
import type { Command } from './types';
import { EVENT_NOUN, FOREIGN, TASK_NOUN } from './vocabulary';
import { hasWhen } from './when';

/** "reschedule the dentist", "move team meeting": to when is asked. A thing to be carried somewhere is none of ours. */
export function moveWithout(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  const found = /^(reschedule|re-schedule|postpone|defer|put off|delay|move|push(?: back)?|shift) ((?:\S+ ){0,5}\S+)$/i.exec(sentence);
  if (!found?.[1] || !found[2] || FOREIGN.test(sentence) || hasWhen(found[2], ctx) || /\b(?:to|into|onto|in|out|up|down|over|under|from|for|by|away|on|a|an|some|around)\b/i.test(found[2])) return null;
  const refs = readRefs(found[2], ctx);
  const sure = /^(?:re|post|defer|put off)/i.test(found[1]) || refs.every((ref) => ref.kind !== 'title') || new RegExp(`\\b(?:${EVENT_NOUN}|${TASK_NOUN})$`, 'i').test(found[2]);
  if (!refs.length || !sure) return null;
  return { text: clause, kind: 'question', action: 'update', wants: 'date', question: 'To which day or time?', then: { text: clause, kind: 'change', tool: 'update_tasks', refs, changes: {} } };
}
