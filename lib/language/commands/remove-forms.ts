import { pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { trimEnds } from './normalize';
import { EVENT_NOUN, PLACE_NOUN, TASK_NOUN } from './vocabulary';
import { isOnlyWhen } from './when';

const GONE = '(?:deleted|removed|erased|cleared|cancel+ed|wiped|taken(?: away| off| out)?|crossed out|gone)';
const PASSIVE = [
  pattern('i')`
    ^(?:i|we)(?:'d| would)? (?:need|want|like|wish) (?:to (?:have|get) )?(?!to )(.+?) (?:to be )?${GONE}(?:
      ,? (?:from|off of|off|of|on|in|out of) (.+)
    )?$
  `,
  new RegExp(`^(?:please )?update (?:my|the|our) (?:\\S+ )?(?:list|cal[ae]nd[ae]r|schedule) with (.+?) ${GONE}$`, 'i'),
  /^(?:my|the|our) (?:\S+ )?(?:list|cal[ae]nd[ae]r|schedule) (?:should|must|does|need)(?:n't| not| no longer) (?:contain|have|include|show|list|need) (.+)$/i,
  new RegExp(`^(?:please )?(?:get|have) (.+?) ${GONE}(?:,? (?:from|off|of|on|in|out of) (.+))?$`, 'i'),
  /^(.+?) (?:(?:needs?|has|have|is|are|ought) to|must|should|can) (?:come|go|drop) off(?: of)? ((?:the|my|our|that) .+)$/i,
  new RegExp(`^(.+?) (?:(?:needs?|has|have|is|are|ought) to|must|should|can) be ${GONE}(?:,? (?:from|off|of|on|in|out of) (.+))?$`, 'i'),
];
const PLACE = new RegExp(`\\b(?:${PLACE_NOUN})\\b`, 'i');
const CLEAR = [
  pattern('i')`
    ^(?:make sure|ensure|see to it)(?: that)? (?:
      (?:my|the|our) (?:calendar|schedule) is (?:completely |totally |all )?(?:clear|empty|free|open)
      |(?:there (?:is|are)|i have) (?:no|nothing)(?: events?| tasks?| meetings?)? (?:on|in) (?:my|the) (?:calendar|schedule)
    )(?: (?:for |on )?(.+))?$
  `,
  /^(?:i |we )?(?:need|want|make|keep|have|leave)(?: to have)? (?:an? |my )?(?:clear|clean|empty) (?:calendar|schedule|agenda)(?: (?:for|on) (.+))?$/i,
  /^(.+?) (?:needs? to|should|must|has to) be (?:clear|clean|empty|open|free)(?:ed)? (?:on|in) (?:my|the|our) (?:calendar|schedule|agenda)$/i,
  /^(?:i |we )?(?:need to|must|should|have to|want to) (?:clear|empty) (?:my|our|the) (?:calendar|schedule|agenda)(?: (?:for|on) (.+))?$/i,
];
const ALL_OF = pattern('iu')`
  ^(?:clean|clean (?:out|up|off)|reset|format|blank(?: out)?|scrub|flush|nuke|zap|ditch|nix|take away|purge)\s+(
    (?:
      (?:all|every(?:thing)?)\b(?: (?:of )?(?:my|the) )?.*
      |(?:my|the|our)? ?(?:entire |whole |full )?(?:[\p{L}'-]+ ){0,2}?(?:
        lists?|to-?\s?do lists?|calend[ae]rs?|schedule|agenda
      )\b.*
    )
  )$
`;
const TASK = new RegExp(`\\b(?:${TASK_NOUN}|${PLACE_NOUN}|${EVENT_NOUN})\\b`, 'i');

const EDIT_OUT = /^edit (.+?) out of ((?:my|the) (?:\S+ )?(?:list|calendar))$/i;
const SLANG_REMOVE = /^(?:nix|nuke|zap|ditch|x out|axe) (.+?) (?:from|off|in|on) ((?:my|the|our) .+)$/i;

/** What a sentence wants gone that does not say "delete …": "the call needs to be removed", "I need a clear calendar for Friday". */
export function wantedGone(sentence: string, ctx: LanguageContext): string | null {
  for (const form of CLEAR) {
    const found = form.exec(sentence);
    if (found) return found[1] ? `my calendar for ${found[1]}` : 'my calendar';
  }
  const all = ALL_OF.exec(sentence)?.[1];
  if (all && TASK.test(all) && (PLACE.test(all) || !/^clean/i.test(sentence))) return all;
  const typo = /^take (.+?) of ((?:my|the) (?:\S+ )?(?:list|calendar))$/i.exec(sentence) ?? EDIT_OUT.exec(sentence) ?? SLANG_REMOVE.exec(sentence);
  if (typo?.[1] && typo[2]) return `${typo[1]} from ${typo[2]}`;
  for (const form of PASSIVE) {
    const found = form.exec(sentence);
    if (!found?.[1] || !(TASK.test(sentence) || /^(?:it|that|this|they|those|these|everything)$/i.test(found[1]))) continue;
    const target = trimEnds(found[1]).replace(/ (?:to be|that is|that are)$/i, '');
    if (isOnlyWhen(target, ctx) && PLACE.test(found[2] ?? '')) return `my calendar for ${target}`;
    return found[2] ? `${target} from ${found[2]}` : target;
  }
  return null;
}
