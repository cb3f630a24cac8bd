import type { LanguageContext } from '../types';
import { levelIn, newTitle } from './read-changes';
import { readRefs } from './read-refs';
import type { Command } from './types';
import { change } from './update-details';
import { FOREIGN } from './vocabulary';
import { hasWhen } from './when';

export function rename(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  const found =
    /^(?:rename|retitle|re-name|re-title)\s+(.+?)\s+(?:to|as|into)\s+(.+)$/i.exec(sentence) ??
    /^(?:change|set|update|edit|modify|make)\s+(?:the )?(?:title|name|text|wording)\s+(?:of|for|on)\s+(.+?)\s+(?:to|as|into|be)\s+(.+)$/i.exec(sentence) ??
    /^(?:change|set|update|edit|modify|make)\s+(.+?)(?:'s|s')? (?:title|name|text|wording)\s+(?:to|as|into|be)\s+(.+)$/i.exec(sentence) ??
    /^(?:call|title)\s+(task #?\d+|#?\d+|it|that|this|the .+? (?:one|task))\s+(.+?)(?: instead)?$/i.exec(sentence) ??
    /^(?:change|update|edit|modify|set|rename)\s+(.+?)\s+(?:to (?:say|read)|to|into)\s+((["']).+\3)$/i.exec(sentence);
  if (!found?.[1] || !found[2]) return reword(sentence, clause, ctx) ?? nameless(sentence, clause, ctx);
  const title = newTitle(found[2]);
  if (/\b(?:your|ai|assistant'?s?) (?:\S+ )?name\b|^(?:your|my) name\b|^your\b|^yourself\b/i.test(sentence.replace(/^\S+ /, ''))) return null;
  if (/\b(?:due date|date|priority|description|time|deadline)\b/i.test(found[1])) return null;
  if (readRefs(found[1], ctx).some((ref) => ref.kind === 'filter' && !ref.one)) {
    return {
      text: clause,
      kind: 'question',
      action: 'none',
      question: 'A title is for one task. Which one should have it? Nothing was changed.',
    };
  }
  return title ? change(clause, readRefs(found[1], ctx), { title }) : nameless(`rename ${found[1]}`, clause, ctx);
}

/** "rename task 9": the new name is asked. */
function nameless(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  const target = /^(?:rename|retitle|re-name|re-title)\s+((?:\S+ ){0,7}\S+)$/i.exec(sentence)?.[1];
  const refs = target && !FOREIGN.test(target) && !/^(?:your|yourself|my (?:phone|device))\b/i.test(target) ? readRefs(target, ctx) : [];
  if (!refs.length) return null;
  return {
    text: clause,
    kind: 'question',
    action: 'update',
    wants: 'title',
    question: 'What should it be called?',
    then: { text: clause, kind: 'change', tool: 'update_tasks', refs, changes: {} },
  };
}

/** "change milk to oat milk": a word in common shows that a title is meant. */
function reword(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  const found = /^(?:change|update|edit|correct|fix|replace)\s+(.{2,100}?)\s+(?:to|with|into)\s+(.{2,200})$/i.exec(sentence);
  if (!found?.[1] || !found[2] || FOREIGN.test(sentence) || hasWhen(found[2], ctx) || levelIn(found[2])) return null;
  const before = found[1].toLowerCase().split(/\s+/).filter((word) => word.length > 2 && !/^(?:the|task|your|my)$/.test(word));
  const shared = before.some((word) => found[2]?.toLowerCase().split(/\s+/).includes(word));
  return shared ? change(clause, readRefs(found[1], ctx), { title: newTitle(found[2]) }) : null;
}
