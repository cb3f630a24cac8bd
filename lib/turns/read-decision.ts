import { pattern } from '@/lib/language/pattern';

/** What is said of what a call would do: a "yes" to something else is none to it. */
const DEEDS: Record<string, string> = {
  delete_tasks: 'delete|remove|trash',
  purge_tasks: 'delete|remove|erase|purge',
  complete_tasks: 'complete|finish|close',
  reopen_tasks: 'reopen',
  restore_tasks: 'restore',
  update_tasks: 'change|move|update|reschedule',
  snooze_tasks: 'move|postpone|snooze',
};
const ANY_DEED = [...new Set(Object.values(DEEDS).flatMap((deeds) => deeds.split('|'))), 'do', 'approve', 'touch'].join('|');
const THEM = 'it|that|this|them|these|those|all|everything|both|all of (?:it|them|these|those)|them all|it all';

const yes = (deeds: string) => pattern('')`
  ^(?:
    (?:yes|yep|yeah|yup|y|sure|ok|okay)(?:[\s,]+(?:please|do it|go ahead|go for it|i'm sure|i am sure|all|all of them))?
    |approved?|confirm(?:ed)?|go ahead|go for it|do it|please do|absolutely|definitely|of course|proceed|👍|✅
    |(?:(?:yes|yep|yeah|yup|sure|ok|okay)[\s,]+)?(?:please )?(?:approve|confirm) (?:${THEM})
    |(?:yes|yep|yeah|yup|sure|ok|okay)[\s,]+(?:please )?(?:${deeds}) (?:${THEM})
  )(?: please| thanks| thank you)?$
`;
const NO = pattern('')`
  ^(?:
    (?:no|nope|nah|n)(?:[\s,]+(?:thanks|thank you|don't|wait|stop|not (?:now|yet)|cancel|leave (?:${THEM})|keep (?:${THEM})))?
    |(?:no[\s,]+)?(?:please )?(?:don't|do not)(?: (?:${ANY_DEED}) (?:${THEM}|any of (?:it|them)))?
    |cancel(?: (?:it|that|this))?|reject(?:ed)?|stop|wait|hold on|not (?:now|yet)|never ?mind|forget (?:it|that)|please don't
    |(?:no[\s,]+)?(?:keep|leave) (?:${THEM})(?: (?:alone|as (?:it is|they are)))?|(?:no[\s,]+)?undo(?: (?:it|that|this))?|none(?: of (?:it|them|these|those))?|👎|❌
  )(?: please| thanks| thank you)?$
`;

/**
 * Whether a message is a plain yes or no to a waiting approval; null when it says anything else. "Undo" is a no: whoever says
 * it wants none of what is on the screen, which is not done yet, and not to lose what came before.
 * @param tool the tool that waits: "yes, delete them" is a yes to that alone.
 */
export function readDecision(text: string, tool = ''): boolean | null {
  const plain = text.toLowerCase().replace(/[’]/g, "'").replace(/[.!\s]+$/g, '').replace(/\s+/g, ' ').trim();
  if (yes(DEEDS[tool] ?? 'do').test(plain)) return true;
  return NO.test(plain) ? false : null;
}
