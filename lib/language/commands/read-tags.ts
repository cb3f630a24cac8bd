import { readTask } from '..';
import { joined, pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { GENERIC_LIST } from './add-patterns';
import { trimEnds } from './normalize';
import { readRefs } from './read-refs';
import { askedTag, USUAL_TAG } from './asked-tag';
import type { Command, Ref } from './types';

const NAMES = "[\"']?#?[\\p{L}\\p{N}][\\p{L}\\p{N}_-]*[\"']?(?:(?:\\s*,\\s*(?:and\\s+)?|\\s+and\\s+|\\s+&\\s+|\\s+)#?[\"']?[\\p{L}\\p{N}][\\p{L}\\p{N}_-]*[\"']?){0,5}";
const ONE = "[\"']?#?[\\p{L}\\p{N}][\\p{L}\\p{N}_-]*[\"']?(?:(?:\\s*,\\s*(?:and\\s+)?|\\s+and\\s+)#?[\"']?[\\p{L}\\p{N}][\\p{L}\\p{N}_-]*[\"']?){0,5}";
const TAG_WORD = '(?:tags?|labels?|hashtags?|categor(?:y|ies))';
/** What can only be a task: a tag is put on it even when the sentence does not say "tag". */
const SURE_TASK = joined`
  (?:
    (?:the )?(?:task|reminder|item|todo|to-do)s?\s+#?\d[\d,\s#and]*|#\d+
    |(?:all|both|each)(?: of)?(?: (?:them|these|those))?|them|these|those|it|that
    |(?:the |my )?(?:first|second|third|last|other)(?: (?:one|two|three))?|\d{1,6}
    |the [\p{L}' -]{1,40} (?:one|task|reminder)
  )
`;

const REMOVE: RegExp[] = [
  pattern('iu')`
    ^(?:
      remove|delete|take|drop|clear|strip|erase|get rid of|pull
    )(?: off)? (?:the |my |all )?${TAG_WORD} (?:called |named )?(${ONE}) (?:from|off|off of|on|of|in) (.+)$
  `,
  new RegExp(`^(?:remove|delete|take|drop|clear|strip|erase|get rid of|pull|lose|ditch)(?: off)? (?:the )?(${ONE}) ${TAG_WORD} (?:from|off|off of|on|of|in) (.+)$`, 'iu'),
  pattern('iu')`
    ^(?:remove|delete|take|drop|clear|strip|pull)(?: off)? (?:the )?(
      #[\p{L}\p{N}_-]+(?:(?:,? and |, ?| )#[\p{L}\p{N}_-]+)*
    ) (?:from|off|off of|on|of) (.+)$
  `,
  new RegExp(`^(?:remove|delete|take|drop|clear|strip|pull) (${ONE}) (?:from|off|off of) (${SURE_TASK})$`, 'iu'),
  new RegExp(`^(?:untag|unlabel|un-tag) (.+?) (?:from|as|with)? ?(#[\\p{L}\\p{N}_-]+|(?<=(?:from|as|with) )${ONE})$`, 'iu'),
  new RegExp(`^(?:untag|unlabel) (${ONE}) from (.+)$`, 'iu'),
  new RegExp(`^(?:untag|unlabel) ((?:task )?#?\\d+|it|that|them|these|those|both) (${NAMES})$`, 'iu'),
];
const ADD: RegExp[] = [
  pattern('iu')`
    ^(?:
      add|put|apply|attach|assign|give|stick|set|use
    ) (?:the |a |an )?(?:new )?${TAG_WORD} (?:called |named |of )?(${ONE}) (?:to|on|onto|for|with) (.+)$
  `,
  new RegExp(`^(?:add|put|apply|attach|assign|stick|set) (?:the |a |an )?(${ONE}) ${TAG_WORD} (?:to|on|onto|for|with) (.+)$`, 'iu'),
  new RegExp(`^(?:add|put|apply|attach) (#[\\p{L}\\p{N}_-]+(?:(?:,? and |, ?| )#[\\p{L}\\p{N}_-]+)*) (?:to|on|onto) (.+)$`, 'iu'),
  new RegExp(`^(?:add|put|apply|attach) (${ONE}) (?:to|on|onto) (${SURE_TASK})$`, 'iu'),
];
const MANY_NUMBERS = '(?:tasks? )?#?\\d+(?:(?:,? and |, ?| & | )#?\\d+)+';
const TAG_IT: RegExp[] = [
  new RegExp(`^(?:tag|label) (${MANY_NUMBERS}) (?:as |with )?((?!#?\\d)${NAMES})$`, 'iu'),
  pattern('iu')`
    ^(?:tag|label) (
      (?:all |the |my |all (?:of )?(?:the |my ))(?:[\p{L}\d'-]+ ){1,4}?(?:ones?|tasks?|items?|reminders?|to-?dos?)
    ) (?:as |with )?(${ONE})$
  `,
  new RegExp(`^(?:re-?tag|tag|label|categori[sz]e|file|mark) (.+?) (?:with|as|under|using)(?: (?:the )?${TAG_WORD}s?)? (${NAMES})$`, 'iu'),
  new RegExp(`^(?:tag|label) ((?:task |#)?\\d+|it|that|them|these|those|both|all of them|everything) (?:as |with )?(${NAMES})$`, 'iu'),
  new RegExp(`^(?:give|assign) (.+?) (?:the|a|an) (${ONE}) ${TAG_WORD}$`, 'iu'),
  new RegExp(`^(?:give|assign) (.+?) (?:the|a|an) ${TAG_WORD} (${ONE})$`, 'iu'),
  new RegExp(`^(?:tag|label) (.+?) (#[\\p{L}\\p{N}_-]+(?:(?:,? and |, ?| )#[\\p{L}\\p{N}_-]+)*)$`, 'iu'),
];
/** "move milk to the shopping list": a list is a tag. */
const INTO_LIST = pattern('iu')`
  ^(?:move|transfer|shift|file) (.{1,80}?) (?:over )?(?:to|into|onto|in|under) (?:my|the|our) ([\p{L}\p{N}-]{2,30}) (?:
    list|project|category|tag|label|folder
  )$
`;
const PRIORITY_WORD = /^(?:high|low|medium|top|normal|important|urgent|critical|priority|highest|lowest)\b/i;

const TAGGING_VERB = pattern('i')`
  \b(?:un-?|re-?)?(?:
    tag|label|categor|add|put|apply|attach|give|assign|remove|delete|take|drop|clear|strip|erase|get|pull|lose|ditch|stick|file|mark
    |move|transfer|shift
  )
`;
/** Songs, pictures and mail are tagged elsewhere. */
const OF_MEDIA = /\b(?:this|that) (?:song|track|tune|photo|picture|e-?mail|message)\b/i;
const CLEAR_TAGS = pattern('i')`
  ^(?:
    remove|delete|take|drop|clear|strip|erase
  )(?: off)? (?:all |every (?:single )?|any )?(?:the |its |of the )?(?:tags?|labels?) (?:from|off|of|on) (.+)$
`;
const POINTED = /^(?:(?:task )?#?\d+|it|that|them|all of them|both|everything|the .+ (?:one|task))$/i;

/** Putting tags on tasks and taking them off; "remove tag work from task 3" never deletes a task. */
export function readTags(clause: string, ctx: LanguageContext): Command | null {
  const sentence = clause.replace(/[\s.!?]+$/, '');
  if (!TAGGING_VERB.test(sentence) || OF_MEDIA.test(sentence)) return null;
  const all = CLEAR_TAGS.exec(sentence) ?? /^(?:untag|unlabel) (.+)$/i.exec(sentence);
  if (all?.[1] && !/\bfrom\b|#/.test(all[1]) && (!/^un/i.test(sentence) || POINTED.test(all[1]))) {
    const refs = readRefs(all[1], ctx);
    if (refs.length) return { text: clause, kind: 'change', tool: 'update_tasks', refs, changes: { tags: [] } };
  }
  for (const [index, pattern] of REMOVE.entries()) {
    const found = pattern.exec(sentence);
    if (!found?.[1] || !found[2]) continue;
    const [names, target] = index === 4 || index === 6 ? [found[2], found[1]] : [found[1], found[2]];
    const tags = tagNames(names);
    // "remove milk and eggs from my list": the place after "from" is where tasks are, not one of them.
    if (index > 1 && /\b(?:list|calendar|schedule|agenda|reminders|trash)\b/i.test(target)) continue;
    if (index === 3 && /^(?:task|reminder|item|it|that|them|\d+|the|all|everything|both)$/i.test(tags[0] ?? '')) continue;
    const refs = readRefs(target, ctx);
    if (tags.length && refs.length) return { text: clause, kind: 'change', tool: 'remove_tags', refs, tags };
  }
  const asked = askedTag(sentence, clause, ctx);
  if (asked) return asked;
  const into = INTO_LIST.exec(sentence);
  if (into?.[1] && into[2] && !GENERIC_LIST.test(into[2])) {
    const refs = readRefs(into[1], ctx);
    if (refs.length) return { text: clause, kind: 'change', tool: 'add_tags', refs, tags: [into[2].toLowerCase()] };
  }
  for (const pattern of [...ADD, ...TAG_IT]) {
    const found = pattern.exec(sentence);
    if (!found?.[1] || !found[2]) continue;
    const tagFirst = ADD.includes(pattern);
    const names = tagFirst ? found[1] : found[2];
    const target = tagFirst ? found[2] : found[1];
    if (/^mark|^file/i.test(sentence) && (PRIORITY_WORD.test(names) || !/\btags?\b|#/i.test(sentence))) continue;
    if (/^set\b/i.test(sentence) && !/\btag|label/i.test(sentence)) continue;
    if (pattern === ADD[3] && /^(?:task|it|that|them|milk and|due|priority|reminder|note|description|subtask|today|tomorrow)$/i.test(trimEnds(names))) continue;
    if (/\b(?:with|as)\b/i.test(names) && /\s/.test(names)) return null;
    if (/^(?:with|as|under|using|back|again|off|too|please|now)$/i.test(names)) {
      return {
        text: clause,
        kind: 'question',
        action: 'update',
        question: 'Which tag? For example: "tag task 3 home". Nothing was changed.',
      };
    }
    const tags = tagNames(names);
    const refs = readRefs(target, ctx);
    const [parent, more] = refs;
    if (pattern === ADD[3] && parent && !more && isSingle(parent) && !tags.every((tag) => USUAL_TAG.test(tag))) {
      return asStep(trimEnds(names), parent, target, clause, ctx);
    }
    if (tags.length && refs.length) return { text: clause, kind: 'change', tool: 'add_tags', refs, tags };
  }
  return null;
}

const isSingle = (ref: Ref): boolean =>
  ref.kind === 'number' ||
  ref.kind === 'title' ||
  ref.kind === 'ordinal' ||
  (ref.kind === 'pronoun' && /^(?:it|other|last|next)$/.test(ref.which));

/** "add cake to it": a step of the task or a tag on it, so it is asked. */
function asStep(name: string, parent: Ref, target: string, clause: string, ctx: LanguageContext): Command | null {
  const offer: Command = { text: clause, kind: 'create', tasks: [readTask(`"${name.replace(/["']/g, '')}"`, ctx)], parent };
  return {
    text: clause,
    kind: 'question',
    action: 'add',
    question: `Shall I add "${name}" as a subtask of ${/^(?:it|that|this)$/i.test(target) ? 'it' : trimEnds(target)}? For a tag, say "tag it ${name.toLowerCase()}".`,
    offer,
  };
}

const tagNames = (text: string): string[] =>
  text
    .split(/\s*,\s*(?:and\s+)?|\s+and\s+|\s+&\s+|\s+(?=#)/i)
    .map((name) => name.replace(/["']/g, '').replace(/^#/, '').replace(/^(?:the|tag|label|tags|labels)\s+/i, '').trim())
    .filter((name) => name && name.length <= 50)
    .slice(0, 10);
