import { pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { readChanges } from './read-changes';
import { readRefs } from './read-refs';
import type { Command } from './types';
import { change } from './update-details';
import { FOREIGN } from './vocabulary';

const MAKE_REPEAT = pattern('i')`
  ^(?:make|set|have|change|schedule|turn|let) (.+?) (?:to )?(?:
    repeat|recur|happen|be repeated|into a recurring task|recurring|repeating
  )(?:ing)?,?\s+(.+)$
`;
const MAKE_EVERY = pattern('i')`
  ^(?:make|set|change|turn|switch) (.+?) (?:to |into )?(?:a )?(
    (?:every|each|daily|weekly|monthly|yearly|annual(?:ly)?|quarterly|bi-?weekly|fortnightly|weekdays)\b.*
  )$
`;

/** "make rent the 5th of every month". */
const MAKE_ON_THE = /^(?:make|set|change|turn|switch|move) (.+?) (?:to |for |due |on )*((?:the )?(?:\d{1,2}(?:st|nd|rd|th)|first|last(?: day)?) of (?:every|each) month.*)$/i;

/** "make the plants weekly", "repeat task 2 every Friday"; null when nothing is to repeat. */
export function repeat(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  const found =
    MAKE_REPEAT.exec(sentence) ??
    /^repeat (.+?)\s+((?:every|each|daily|weekly|monthly|yearly|on|annually|quarterly|once a)\b.*)$/i.exec(sentence) ??
    MAKE_ON_THE.exec(sentence) ??
    MAKE_EVERY.exec(sentence) ??
    /^(task #?\d+|#\d+|it|that|the .+? (?:one|task)) (?:repeats|recurs|should repeat|should recur|happens) (.+)$/i.exec(sentence);
  if (!found?.[1] || !found[2] || FOREIGN.test(found[1]) || /^(?:up|in) |^(?:an?|another) (?!task\b)/i.test(found[1])) return null;
  const read = readChanges(found[2].replace(/\btask$/i, ''), ctx);
  if (read.problem && !read.rest) {
    const then: Command = { text: clause, kind: 'change', tool: 'update_tasks', refs: readRefs(found[1], ctx), changes: {} };
    return { text: clause, kind: 'question', action: 'update', wants: 'date', question: read.problem, then };
  }
  if (!read.changes.recurrence) return null;
  if (read.rest) return null;
  return change(clause, readRefs(found[1], ctx), read.changes);
}
