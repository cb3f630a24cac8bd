import { pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { readRefs } from './read-refs';
import type { Command } from './types';

/** Words that are put on tasks as tags without being called so; any other thing put on one task may be a step of it. */
export const USUAL_TAG = pattern('i')`
  ^(?:
    urgent|important|critical|asap|work|home|house|office|personal|private|family|kids|friends|health|fitness|finance
    |finances|money|bills?|shopping|groceries|errands?|chores?|school|study|uni|travel|holiday|hobby|hobbies|fun
    |waiting|someday|later|next|focus|admin|phone|computer|online|garden|car|weekend|review|blocked|quick|billing
    |client|project|meeting|meetings|todo|todos|backlog|priority
  )$
`;

/** "put it in work", "take school off the project", "untag everything in bills": a tag, most likely, so it is asked. */
export function askedTag(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  const put = /^(?:put|file|stick|log|group|book) (it|that|this|them|those|both|task #?\d+|#\d+|the .{2,40}? one)(?: down)? (?:in|into|under|with) (?:the |my )?(?:other )?#?([\p{L}-]{2,20})(?: (?:stuff|things|ones))?$/iu.exec(sentence);
  const off = /^(?:take|drop|remove|pull) #?([\p{L}-]{2,20}) off(?: of)? ((?:the|my|task) .{2,50})$/iu.exec(sentence);
  const all = /^(?:untag|unlabel) (?:everything|all)(?: (?:that's|that is|those))? (?:in|under|from|tagged|with) #?([\p{L}-]{2,20})$/iu.exec(sentence);
  const [name, target] = put ? [put[2], put[1]] : off ? [off[1], off[2]] : [all?.[1], all ? `everything tagged ${all[1]}` : undefined];
  if (!name || !target || /\b(?:lists?|calendar|schedule|agenda|trash|bin|it|that)\b/i.test(off ? target : name) || /^(?:tags?|labels?|everything|all|something|stuff|order|there|here|bold|writing|trash|bin|me|a|high|low|medium)$/i.test(name)) return null;
  const refs = readRefs(target, ctx);
  const tag = name.toLowerCase();
  if (off && /^(?:urgent|important|critical|priority)$/.test(tag)) return { text: clause, kind: 'change', tool: 'update_tasks', refs, changes: { priority: 'none' } };
  const offer: Command = { text: clause, kind: 'change', tool: put ? 'add_tags' : 'remove_tags', refs, tags: [tag] };
  if (put && USUAL_TAG.test(tag)) return offer;
  return { text: clause, kind: 'question', action: put ? 'update' : 'none', question: put ? `Shall I tag ${target} ${tag}?` : `Shall I take the tag ${tag} off ${target}?`, offer };
}
