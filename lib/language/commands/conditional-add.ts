import { pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { toCreate } from './create-command';
import { fromList } from './add-body';
import { trimEnds } from './normalize';
import type { Command } from './types';
import { FOREIGN } from './vocabulary';

const LISTED = "((?:on|in|to|onto)?\\s*(?:my|the|our|that|this) (?:[\\p{L}'-]+ ){0,3}?(?:lists?|calend[ae]r|schedule|agenda))";
const FORMS = [
  // "make sure milk is on my shopping list"
  new RegExp(`^(?:please )?(?:make sure|ensure|see to it|be sure)(?: that)? (.{2,60}?) (?:is|are|gets?|goes|has been|have been)(?: put| added| placed| included)? ${LISTED}$`, 'iu'),
  // "I'm not sure if eggs are on my list, but if they aren't can you put them on there"
  pattern('iu')`
    ^(?:
      i'm not sure|i am not sure|i don't know|not sure|i can't remember|check|see
    ) (?:if|whether) (.{2,60}?) (?:is|are) (?:already )?${LISTED},? (?:but |and |so )?if (?:it|they|not)\b.*\b(?:add|put)\b.*$
  `,
  new RegExp(`^(?:please )?(?:add|put) (.{2,60}?)\\s+${LISTED},? (?:if|unless) (?:i|we)(?: have|'ve)?(?: not|n't)?(?: already)?(?: done (?:so|it)|added (?:it|them))?(?: already| yet)?$`, 'iu'),
  // "is milk on my shopping list? If not, add it"
  pattern('iu')`
    ^(?:
      is|are|do (?:i|we) have|have (?:i|we) got|did i (?:put|add)|is there|are there
    )(?: any| the| some| a)?\s+(.{2,60}?)(?: already| listed| written)*\s+${LISTED}(?: already)?[\s,;.?!]+(?:and |or |but )?(?:
      if (?:not|it isn't|they aren't|there isn't|there aren't)\b|(?:please |can you |could you |would you )*add\b
    ).*$
  `,
  // "if soda isn't on my shopping list, add it"
  pattern('iu')`
    ^if (?:
      there (?:is|are) no |there (?:isn't|aren't) (?:any )?|i (?:don't|do not) have )?(.{2,60}?)(?: (?:is not|isn't|are not|aren't|ain't))?(?: already| yet)*\s+${LISTED}(?: already| yet)?[\s,;]+(?:then |please |just |go ahead and |can you |could you )*(?:add|put)\b.*$
  `,
  // "add grapes to my shopping list if they aren't there already"
  new RegExp(`^(?:please )?(?:add|put) (.{2,60}?)\\s+${LISTED},? (?:if|unless) (?:it|they|that|those|there)(?:'s| is| are|'re)?(?: isn't| aren't| not|n't)?\\b.{0,40}$`, 'iu'),
];

/** "is milk on my list, if not add it": a task to add unless it is there. Null when the sentence sets no such condition. */
export function readConditionalAdd(sentence: string, ctx: LanguageContext): Command | null {
  if (!/\b(?:add|put)\b|^(?:please )?(?:make sure|ensure|see to it|be sure)\b/i.test(sentence) || sentence.length > 200 || FOREIGN.test(sentence)) return null;
  for (const form of FORMS) {
    const found = form.exec(sentence);
    if (!found?.[1] || !found[2]) continue;
    const what = trimEnds(found[1]).replace(/^(?:the|any|some|a|an)\s+/i, '');
    const wish = fromList(`${what} to ${found[2].replace(/^(?:on|in|to|onto)\s+/i, '')}`, 'add');
    const command = wish ? toCreate(wish, sentence, ctx) : null;
    if (command?.kind === 'create') return { ...command, unlessThere: true };
  }
  return null;
}
