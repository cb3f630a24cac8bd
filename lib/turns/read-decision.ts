const YES =
  /^(yes|yep|yeah|yup|y|sure|ok|okay|approve[d]?|confirm(ed)?|go ahead|do it|please do|yes,? please|yes,? do it|yes,? go ahead|absolutely|of course)$/;
const NO = /^(no|nope|nah|n|cancel|reject|stop|don'?t|do not|never ?mind|no,? thanks|no,? thank you|please don'?t|no,? don'?t|undo( (it|that|this))?)$/;

/**
 * Whether a message is a plain yes or no to a waiting approval; null when it says anything else. "Undo" is a no: whoever says
 * it wants none of what is on the screen, which is not done yet, and not to lose what came before.
 */
export function readDecision(text: string): boolean | null {
  const plain = text.toLowerCase().replace(/[’]/g, "'").replace(/[.!\s]+$/g, '').replace(/\s+/g, ' ').trim();
  if (YES.test(plain)) return true;
  return NO.test(plain) ? false : null;
}
