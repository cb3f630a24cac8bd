import type { LanguageContext } from '../types';
import { toCreate } from './create-command';
import type { Command } from './types';
import { FOREIGN } from './vocabulary';
import { durationIn, hasWhen, isOnlyWhen } from './when';

const MARK = /^(?:mark|flag|note|reserve|keep|tag|set|save)(?: down| off)? (.{3,40}?) (?:as|for|with|about)(?: being)? (?:the |my |our |a |an )?(.{2,80})$/i;
const MARKED = /^(.{3,40}?) (?:needs?|has|ought|should|must|is) (?:to )?be (?:marked|noted|set|flagged|saved)(?: down)? (?:as|for) (?:the |my |our |a |an )?(.{2,80})$/i;
const BLOCK = /^(?:block|block (?:off|out)|reserve|set aside|hold) (.{3,80})$/i;

/** A day that gets a meaning: "mark the 5th as my day off", "block one hour from ten tomorrow". Null when something else is marked. */
export function readDatedMark(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  if (FOREIGN.test(sentence)) return null;
  const found = MARK.exec(sentence) ?? MARKED.exec(sentence);
  if (found?.[1] && found[2] && isOnlyWhen(found[1].replace(/^(?:on|the date(?: of)?) /i, ''), ctx) && !/^(?:done|complete[d]?|finished|important|urgent|high|low|due|overdue)\b/i.test(found[2]) && !hasWhen(found[2], ctx)) {
    return toCreate({ body: `${found[2]} on ${found[1].replace(/^(?:on|the date(?: of)?) /i, '')}`, style: 'add' }, clause, ctx);
  }
  const time = BLOCK.exec(sentence)?.[1];
  if (time && durationIn(time) && hasWhen(time, ctx)) {
    return toCreate({ body: `busy for ${time.replace(/^(?:off|out|for) /i, '').replace(/\bfrom\b/i, 'at')}`, style: 'add' }, clause, ctx);
  }
  return null;
}
